// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace ambroise::test {

//! `ambroisectl` as a user has it: each call a process of its own, at home in a folder of the
//! test's.
class CommandLine {
public:
    struct Answer {
        int exitCode = -1; //!< -1: it crashed, or never ended
        QJsonObject object{};
        QJsonArray array{};
        QString error{};    //!< stable code
        QString sentence{}; //!< for people
        QByteArray aside{}; //!< what went to the standard error
    };

    explicit CommandLine(QString program)
        : m_program(std::move(program))
    {
        QDir().mkpath(path(u"tmp"_qs));
        write(u"password"_qs, "Correct-Cheval-7-Agrafe\n");
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        return file.fileName();
    }
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"AMBROISE_PASSWORD_FILE"_qs, path(u"password"_qs));
        environment.insert(u"XDG_CONFIG_HOME"_qs, path(u"config"_qs));
        environment.insert(u"TMPDIR"_qs, path(u"tmp"_qs));
        return environment;
    }

    Answer call(QStringList words, const QString &user = {}, const QString &practice = {}) const
    {
        words << u"--json"_qs;
        if (!user.isEmpty())
            words << u"--user"_qs << user << u"--practice"_qs << practice;
        const Answer answer = run(m_program, words, environment());
        QFile aside(path(u"stderr"_qs)); // for readableIn()
        if (aside.open(QIODevice::Append))
            aside.write(answer.aside);
        return answer;
    }
    static Answer run(const QString &program, const QStringList &words,
                      const QProcessEnvironment &environment)
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, words);
        Answer answer;
        if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit)
            return answer;
        answer.exitCode = process.exitCode();
        answer.aside = process.readAllStandardError();
        const auto json = QJsonDocument::fromJson(process.readAllStandardOutput());
        answer.object = json.object();
        answer.array = json.array();
        const QJsonObject error = answer.object.value(u"error").toObject();
        answer.error = error.value(u"code").toString();
        answer.sentence = error.value(u"message").toString();
        return answer;
    }

private:
    QTemporaryDir m_folder;
    QString m_program;
};

//! A sentence ends, and does not fall back on the code's name in brackets.
inline bool isSentence(const QString &text)
{
    return text.size() > 10 && text.endsWith(u'.') && !text.contains(u'(');
}

} // namespace ambroise::test
