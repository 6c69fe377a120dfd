// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QList>
#include <QString>

#include <optional>

namespace ambroise::documents {

enum class LetterKind {
    Letter,      //!< to a correspondent
    Certificate, //!< handed to the patient
    Form         //!< attestation, information, consent: to be signed by the patient too, maybe
};

[[nodiscard]] QString code(LetterKind kind); //!< "certificate"; stable
[[nodiscard]] std::optional<LetterKind> letterKindOf(QStringView code);

//! A letter that is written often: a subject and a text with fields (letterfields.h), the text as
//! letterbody.h reads it. One that has an unknown field cannot be built.
class LetterTemplate {
public:
    struct Parts {
        QString name{}; //!< one line, as the list shows it: « Avis cardiologique »
        LetterKind kind = LetterKind::Letter;
        QString subject{};
        QString body{};
        //! Where a rule that the text follows stands: « Code du sport, art. L. 231-2 ». Shown to
        //! who writes, never printed.
        QString source{};

        friend bool operator==(const Parts &, const Parts &) = default;
    };
    static constexpr qsizetype longestLine = 200;
    static constexpr qsizetype longestBody = 20'000;

    //! Lines are simplified. Errors: Invalid "letter_template.name" (none, or above longestLine),
    //! "letter_template.subject" (none, or above longestLine), "letter_template.empty",
    //! "letter_template.long", "letter_template.field" (its name in the detail).
    static Result<LetterTemplate> make(Parts parts);

    [[nodiscard]] const Parts &parts() const { return m_parts; }
    [[nodiscard]] const QString &name() const { return m_parts.name; }
    [[nodiscard]] LetterKind kind() const { return m_parts.kind; }
    [[nodiscard]] const QString &subject() const { return m_parts.subject; }
    [[nodiscard]] const QString &body() const { return m_parts.body; }
    [[nodiscard]] const QString &source() const { return m_parts.source; }

    friend bool operator==(const LetterTemplate &, const LetterTemplate &) = default;

private:
    explicit LetterTemplate(Parts parts)
        : m_parts(std::move(parts))
    {
    }
    Parts m_parts;
};

//! One that comes with the program.
struct Starter {
    QString key; //!< stable: "avis-cardiologique"
    LetterTemplate text;
};

//! Reads « Nom : », « Genre : », « Objet : », « Source : » each on its line, an empty line, the
//! text. UTF-8. Errors: Invalid "letter_template.file" (`key` in the detail); those of make.
Result<LetterTemplate> readStarter(const QString &key, const QByteArray &file);

//! In the order of their keys' list. Error: that of the first one that cannot be read.
[[nodiscard]] const Result<QList<Starter>> &starters();

} // namespace ambroise::documents
