// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QSysInfo>

#include <cstdio>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace ambroise::ctl {
namespace {

QString rememberedFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           u"/last-practice"_qs;
}

Result<QString> promptedPassword()
{
    const Error none{ErrorCode::Denied, u"cli.password"_qs, {}};
    if (isatty(STDIN_FILENO) == 0)
        return none;
    termios before{};
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return none;
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    std::fputs(qPrintable(Ctl::tr("Mot de passe : ")), stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    std::string line;
    std::getline(std::cin, line);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputc('\n', stderr);
    return QString::fromStdString(line);
}

} // namespace

Result<app::PracticeFolder> practiceFolder(const Arguments &arguments)
{
    if (const auto typed = arguments.value(u"practice"_qs))
        return app::PracticeFolder(*typed);
    QFile remembered(rememberedFile());
    if (remembered.open(QIODevice::ReadOnly))
        return app::PracticeFolder(QString::fromUtf8(remembered.readAll()).trimmed());
    return Error{ErrorCode::NotFound, u"cli.practice"_qs, {}};
}

void rememberPractice(const app::PracticeFolder &folder)
{
    QDir().mkpath(QFileInfo(rememberedFile()).path());
    QFile file(rememberedFile());
    if (file.open(QIODevice::WriteOnly))
        file.write(folder.path().toUtf8());
}

Result<QString> password(const Arguments &arguments)
{
    const auto typed = arguments.value(u"password-file"_qs);
    const QString path = typed ? *typed : qEnvironmentVariable("AMBROISE_PASSWORD_FILE");
    if (path.isEmpty())
        return promptedPassword();
    AMBROISE_TRY(const QByteArray bytes, readInput(path));
    return QString::fromUtf8(bytes).section(u'\n', 0, 0).remove(u'\r');
}

Result<Opened> openPractice(const Context &context)
{
    AMBROISE_TRY(const app::PracticeFolder folder, practiceFolder(context.arguments));
    return openPractice(folder, context);
}

Result<Opened> openPractice(const app::PracticeFolder &folder, const Context &context)
{
    AMBROISE_CHECK(folder.describe());
    const auto typed = context.arguments.value(u"user"_qs);
    const QString user = typed ? *typed : qEnvironmentVariable("AMBROISE_USER");
    if (user.isEmpty())
        return Error{ErrorCode::Invalid, u"cli.user"_qs, {}};
    AMBROISE_TRY(const auto login, access::Login::parse(user));
    AMBROISE_TRY(const QString secret, password(context.arguments));

    const access::KeyringFile keyring(folder.keyring());
    access::Lockout lockout(folder.attempts(), context.clock);
    AMBROISE_TRY(const auto key, access::SignIn(keyring, lockout).withPassword(login, secret));
    AMBROISE_TRY(auto practice, app::Practice::open(folder, key, context.clock));
    AMBROISE_TRY(auto session, practice->signIn(login, QSysInfo::machineHostName()));
    rememberPractice(folder);
    return Opened{std::move(practice), std::move(session)};
}

} // namespace ambroise::ctl
