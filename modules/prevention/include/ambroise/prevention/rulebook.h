// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/rule.h>

#include <QByteArray>

namespace ambroise::prevention {

//! The rules that hold, from files in JSON (resources/prevention, README.md). Valid as a whole: a
//! file with one wrong rule is refused.
class RuleBook {
public:
    struct File {
        QString name;
        QByteArray json;
    };
    RuleBook() = default; //!< without rules
    //! Error: Invalid "prevention.rules"; the detail is for who writes the files: « file.json:12:
    //! "grippe": what is wrong ».
    static Result<RuleBook> parse(const QList<File> &files);
    //! Those that come with the program.
    static Result<RuleBook> shipped();

    [[nodiscard]] const QList<Rule> &rules() const { return m_rules; }
    [[nodiscard]] const Rule *rule(QStringView id) const; //!< null: none
    [[nodiscard]] const QList<Condition> &conditions() const { return m_conditions; }
    [[nodiscard]] const Condition *condition(QStringView id) const; //!< null: none
    [[nodiscard]] QDate version() const { return m_version; }       //!< of the newest file

private:
    friend class RuleReader;
    QList<Rule> m_rules;
    QList<Condition> m_conditions;
    QDate m_version;
};

} // namespace ambroise::prevention
