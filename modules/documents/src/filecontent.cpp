// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/filecontent.h>

#include <ambroise/core/partialdate.h>

#include <QBuffer>
#include <QImageReader>
#include <QRegularExpression>
#include <QStringDecoder>

#include <poppler-qt6.h>

#include <algorithm>
#include <array>

namespace ambroise::documents {
namespace {

constexpr std::array<QStringView, 3> codes = {u"pdf", u"image", u"text"};
//! A header may stand after some bytes of another program (ISO 32000, annex H).
constexpr qsizetype headerSearch = 1024;
constexpr qsizetype dateSearch = 3000; //!< characters

bool isText(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return false;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    return !utf8.hasError() && !text.isEmpty();
}

//! Poppler quotes what it does not understand; a patient's document is not to reach the log.
void silencePoppler()
{
    [[maybe_unused]] static const bool once = [] {
        Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
        return true;
    }();
}

} // namespace

QString code(FileKind kind)
{
    return codes.at(size_t(kind)).toString();
}

std::optional<FileKind> fileKindOf(QStringView text)
{
    for (size_t i = 0; i < codes.size(); ++i)
        if (codes.at(i) == text)
            return FileKind(i);
    return std::nullopt;
}

Result<FileContent> FileContent::inspect(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return Error{ErrorCode::Invalid, u"document.empty"_qs, {}};
    if (bytes.size() > largest)
        return Error{ErrorCode::Invalid, u"document.large"_qs, {}};
    if (bytes.left(headerSearch).contains("%PDF-"))
        return pdf(bytes);
    QBuffer buffer;
    buffer.setData(bytes);
    if (QImageReader(&buffer).canRead())
        return image(bytes);
    if (isText(bytes))
        return FileContent(FileKind::Text, bytes, 1);
    return Error{ErrorCode::Invalid, u"document.kind"_qs, {}};
}

Result<FileContent> FileContent::pdf(const QByteArray &bytes)
{
    silencePoppler();
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes);
    if (!document)
        return Error{ErrorCode::Corrupt, u"document.corrupt"_qs, {}};
    if (document->isLocked())
        return Error{ErrorCode::Invalid, u"document.encrypted"_qs, {}};
    const int pages = document->numPages();
    if (pages <= 0)
        return Error{ErrorCode::Corrupt, u"document.corrupt"_qs, {}};
    if (pages > mostPages)
        return Error{ErrorCode::Invalid, u"document.pages"_qs, {}};
    return FileContent(FileKind::Pdf, bytes, pages);
}

Result<FileContent> FileContent::image(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > mostPixels)
        return Error{ErrorCode::Invalid, u"document.pixels"_qs, {}};
    if (reader.read().isNull())
        return Error{ErrorCode::Corrupt, u"document.corrupt"_qs, {}};
    return FileContent(FileKind::Image, bytes, 1);
}

std::optional<QDate> dayIn(QStringView text, QDate today)
{
    static const QRegularExpression day(
        u"\\b(\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{1,2}(?:er)?\\s+(?:janvier|février|mars|avril|mai|"
        u"juin|juillet|août|septembre|octobre|novembre|décembre)\\s+\\d{4})\\b"_qs,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression birth(u"(?:n[ée]+e?\\)?\\s+le|naissance|ddn)\\W*$"_qs,
                                          QRegularExpression::CaseInsensitiveOption);
    const QString head = text.left(dateSearch).toString();
    auto matches = day.globalMatch(head);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (birth.match(head.left(match.capturedStart()).right(30)).hasMatch())
            continue; // somebody's birth
        const auto parsed = PartialDate::parse(match.captured(), today);
        if (parsed.ok() && parsed->whole() && *parsed->whole() <= today)
            return parsed->whole();
    }
    return std::nullopt;
}

} // namespace ambroise::documents
