// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/core/result.h>

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <functional>
#include <optional>

namespace ambroise::ctl {

//! The context of this program's texts.
class Ctl {
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

//! What was typed after the noun and the verb.
class Arguments {
public:
    //! `valued`: options that take a value, `flags`: those that do not; both without their "--".
    //! After "--" everything is a word. Error: Invalid "cli.misuse" with the option that is unknown
    //! or lacks its value.
    static Result<Arguments> parse(const QStringList &typed, const QStringList &valued,
                                   const QStringList &flags);

    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] QString word(int i) const { return m_words.value(i); }
    [[nodiscard]] bool has(const QString &flag) const { return m_flags.contains(flag); }
    [[nodiscard]] std::optional<QString> value(const QString &option) const;
    //! A whole number within a range. Error: Invalid "cli.misuse".
    Result<qint64> number(const QString &option, qint64 otherwise, qint64 least, qint64 most) const;

private:
    QStringList m_words;
    QStringList m_flags;
    QHash<QString, QString> m_values;
};

//! What a command answers: the JSON document of the contract, the same for people, and whether what
//! was examined is good.
struct Answer {
    QJsonValue json{};
    QString text{};
    bool good = true; //!< false: exit code 1 although the answer is complete
};

//! What every command has at hand.
struct Context {
    const Arguments &arguments;
    const Clock &clock;
    //! Shows how far a long work is, on standard error, where that is a terminal.
    Progress progress;
};

struct Command {
    QString noun{};
    QString verb{};
    QString usage{};   //!< after the verb: "DIR --name N"
    QString summary{}; //!< one sentence
    int leastWords = 0;
    int mostWords = 0;
    QStringList valued{}; //!< options with a value
    QStringList flags{};
    bool onPractice = false; //!< takes --practice, --user, --password-file
    std::function<Result<Answer>(const Context &)> run{};
};

//! Every command of the program, a file a noun.
[[nodiscard]] QList<Command> allCommands();

QList<Command> practiceCommands();
QList<Command> referentialCommands();
QList<Command> drugCommands();
QList<Command> patientCommands();
QList<Command> identityCommands();
QList<Command> insiCommands();
QList<Command> codeCommands();
QList<Command> mrzCommands();
QList<Command> posologyCommands();
QList<Command> prescriptionCommands();
QList<Command> auditCommands();
QList<Command> benchCommands();

//! Reads a file whole. Error: NotFound "cli.file".
Result<QByteArray> readInput(const QString &path);
Result<QJsonObject> readJsonObject(const QString &path);

} // namespace ambroise::ctl
