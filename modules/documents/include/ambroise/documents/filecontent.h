// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QDate>

#include <functional>
#include <optional>

class QImage;

namespace ambroise::documents {

enum class FileKind { Pdf, Image, Text };

[[nodiscard]] QString code(FileKind kind); //!< "pdf"; stable
[[nodiscard]] std::optional<FileKind> fileKindOf(QStringView code);

//! A file from outside that was looked at and can be shown: a PDF, an image, or text in UTF-8.
class FileContent {
public:
    static constexpr qint64 largest = 100LL * 1024 * 1024; //!< bytes
    static constexpr int mostPages = 5000;
    static constexpr qint64 mostPixels = 100'000'000; //!< of an image

    //! By what is in it, whatever its name says. Errors: Invalid "document.empty",
    //! "document.large", "document.encrypted" (a PDF that wants a password), "document.pages",
    //! "document.pixels" (a small file that would fill the memory), "document.kind" (none of these
    //! kinds); Corrupt "document.corrupt".
    static Result<FileContent> inspect(const QByteArray &bytes);

    [[nodiscard]] FileKind kind() const { return m_kind; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] int pages() const { return m_pages; }

private:
    FileContent(FileKind kind, QByteArray bytes, int pages)
        : m_kind(kind)
        , m_bytes(std::move(bytes))
        , m_pages(pages)
    {
    }
    static Result<FileContent> pdf(const QByteArray &bytes);
    static Result<FileContent> image(const QByteArray &bytes);

    FileKind m_kind;
    QByteArray m_bytes;
    int m_pages;
};

//! The words of a file: those that it holds, else read off its pages (Tesseract, French). Takes
//! seconds a page: for a thread of its own.
class TextReader {
public:
    //! Asked between two pages; false: it is to stop.
    using GoOn = std::function<bool()>;

    //! Errors: Cancelled "document.cancelled", Unavailable "document.ocr" (its data are not
    //! installed), Corrupt "document.corrupt". Pages beyond the hundredth are not read off.
    static Result<QString> textOf(const FileContent &content, const GoOn &goOn = {});
};

//! The words that the file itself holds, at once; empty for an image, and for a scan.
[[nodiscard]] QString ownTextOf(const FileContent &content);

//! A day that the text tells as its own, near its beginning: « le 12/10/2026 », « 12 octobre 2026
//! ». Nothing: none, or only days after `today`.
[[nodiscard]] std::optional<QDate> dayIn(QStringView text, QDate today);

} // namespace ambroise::documents
