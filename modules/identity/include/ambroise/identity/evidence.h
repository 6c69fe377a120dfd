// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QDate>
#include <QList>

#include <optional>

namespace ambroise::identity {

//! Whether a kind of document proves an identity (RNIV §3.3.2, guide EXI ID 19).
enum class Trust { High, Low };

//! Who may prove an identity with a kind of document.
enum class ForWhom {
    Anyone,
    Minor, //!< together with a document of high trust of a parent or guardian (RNIV §3.3.3)
};

//! A kind of document that somebody may present. The practice's list, none chosen beforehand.
struct DocumentKind {
    QString code{};  //!< "CN", "PA"; stable, those of the RNIV where it has one
    QString label{}; //!< what a person reads
    Trust trust = Trust::Low;
    ForWhom forWhom = ForWhom::Anyone;

    friend bool operator==(const DocumentKind &, const DocumentKind &) = default;
};

//! What a practice begins with; it may add kinds and change labels and trust.
[[nodiscard]] QList<DocumentKind> usualDocumentKinds();
//! The usual one of that code; none: a practice added it.
[[nodiscard]] std::optional<DocumentKind> usualDocumentKind(QStringView code);

//! How the document was shown.
enum class Presentation { Original, Copy, Electronic };
[[nodiscard]] QString code(Presentation presentation); //!< "original", "copy", "electronic"
[[nodiscard]] std::optional<Presentation> presentationOf(QStringView code);

//! How its traits came into the program.
enum class ReadBy { Sight, Typed, Mrz, TwoDDoc };
[[nodiscard]] QString code(ReadBy how); //!< "sight", "typed", "mrz", "2ddoc"
[[nodiscard]] std::optional<ReadBy> readByOf(QStringView code);

//! A document that somebody presented and that was compared with the identity. Kept: the kind, how
//! it was shown and read, its end of validity; the number only where the practice wants it.
class Evidence {
public:
    struct Parts {
        DocumentKind kind;
        Presentation presentation = Presentation::Original;
        ReadBy readBy = ReadBy::Sight;
        //! Of the parent or guardian, where the kind is for minors.
        std::optional<DocumentKind> parentKind{};
        QDate validUntil{}; //!< invalid: not known, or without an end
        QString number{};   //!< empty: not kept
    };
    //! Errors: Invalid "evidence.kind" (none), "evidence.minor" (a kind for minors, and the person
    //! is of age on `today`), "evidence.parent" (such a kind without a high-trust document of a
    //! parent), "evidence.number" (over 40 characters).
    static Result<Evidence> make(Parts parts, QDate birthDate, QDate today);

    [[nodiscard]] const Parts &parts() const { return m_parts; }
    [[nodiscard]] const DocumentKind &kind() const { return m_parts.kind; }
    //! Proves an identity: a kind of high trust, and not a copy. A kind that the RNIV gives low
    //! trust never does, whatever its `trust` says. What does not is kept all the same, and changes
    //! no status.
    [[nodiscard]] bool proves() const;
    [[nodiscard]] bool isExpired(QDate today) const;

private:
    explicit Evidence(Parts parts)
        : m_parts(std::move(parts))
    {
    }
    Parts m_parts;
};

} // namespace ambroise::identity
