// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace ambroise::sandbox {

//! A matricule that somebody had.
struct PastMatricule {
    QString number; //!< 13 characters
    QString key;
    QString from{};
    QString until{};
};

//! Somebody whom the stand-in of INSi knows. Nobody here exists.
struct Person {
    QString surname;
    QString givenNames; //!< the list, with a space between them
    QString sex;        //!< M or F
    QString birthDate;  //!< AAAA-MM-JJ, of which 00 may be part
    QString birthPlace; //!< code of the COG
    QString number;     //!< 13 characters
    QString key;        //!< as it is told: of one test person it is wrong
    bool isNia = false;
    bool tellsFirstGivenName = false; //!< the answer has Prenom too
    QList<PastMatricule> history{};
};

//! What is asked for; what is empty was not told.
struct PersonQuery {
    QString surname{};
    QStringList givenNames{}; //!< each one a given name of the person, or the whole list
    QString sex{};
    QString birthDate{};
    QString birthPlace{};
};

//! The key of 13 characters, computed without the program's own code (décret 82-103).
[[nodiscard]] QString matriculeKey(const QString &number);

//! The people of the stand-in: the eleven public test cases of INSi's editors, the interoperability
//! patient of the ANS, somebody whose birth date is lunar, and made-up people, the same each time.
class Register {
public:
    //! `madeUp`: how many besides.
    explicit Register(int madeUp = 10'000);

    //! Hyphens, apostrophes and spaces are the same; a date of which a part is not known is found
    //! by its interpretation too.
    [[nodiscard]] QList<const Person *> find(const PersonQuery &query) const;
    [[nodiscard]] const Person *byNumber(const QString &number) const;
    [[nodiscard]] const QList<Person> &persons() const { return m_persons; }

private:
    QList<Person> m_persons;
    QMultiHash<QString, qsizetype> m_bySurname;
    QHash<QString, qsizetype> m_byNumber;
};

//! A surname as it is compared.
[[nodiscard]] QString comparable(const QString &name);

QList<Person> testPersons();
QList<Person> madeUpPersons(int count);

} // namespace ambroise::sandbox
