// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ambroise::crypto {

//! The parts of a password that a guesser tries first, and what is left.
class PasswordCover {
public:
    enum class Kind { None, Name, Common, Repeat, Sequence };

    //! A stretch of the password that is guessed at once.
    struct Part {
        qsizetype length = 1;
        Kind kind = Kind::None;
        double bits = 0;    //!< what guessing it costs; 0 for a single free character
        int characters = 1; //!< how many free characters it is worth
    };

    PasswordCover(QStringView password, const QStringList &context);

    //! What the password is worth in characters that have to be guessed one by one.
    [[nodiscard]] int freeCharacters() const;
    //! In characters of the password.
    [[nodiscard]] qsizetype coveredBy(Kind kind) const;
    [[nodiscard]] double bits(double bitsPerCharacter) const;
    //! The whole of one of the names is in it, as a word or, from six letters on, anywhere.
    [[nodiscard]] bool containsName() const { return m_containsName; }

private:
    [[nodiscard]] Part partAt(qsizetype position) const;
    [[nodiscard]] Part nameAt(qsizetype position) const;
    [[nodiscard]] Part commonAt(qsizetype position) const;
    [[nodiscard]] Part repeatAt(qsizetype position) const;
    [[nodiscard]] Part sequenceAt(qsizetype position) const;
    [[nodiscard]] Part yearAt(qsizetype position) const;
    [[nodiscard]] qsizetype lengthOf(QStringView word, QStringView in, qsizetype position) const;

    QString m_flat;      //!< capitals without accents, marks and blanks kept
    QString m_unmasked;  //!< the same with 0 for O, @ for A and so on undone
    QStringList m_names; //!< words of the context
    QList<Part> m_parts;
    bool m_containsName = false;
};

} // namespace ambroise::crypto
