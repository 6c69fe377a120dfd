// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <words/languages.h>
#include <words/sentences.h>

#include <ambroise/core/log.h>

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>
#include <unistd.h>

using namespace ambroise;
using ctl::Answer;
using ctl::Arguments;
using ctl::Command;
using ctl::Context;

namespace {

constexpr int exitDone = 0;
constexpr int exitRefused = 1;
constexpr int exitMisuse = 2;

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

void printJson(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    print(QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void complain(const Error &error, bool json)
{
    const QString sentence = app::sentenceOf(error);
    if (json) {
        printJson(QJsonObject{
            {u"error"_qs, QJsonObject{{u"code"_qs, error.subject}, {u"message"_qs, sentence}}}});
        return;
    }
    const QByteArray line = (sentence + u'\n').toUtf8();
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

int help(const QList<Command> &commands, const QString &noun)
{
    QString text = ctl::Ctl::tr("usage : ambroisectl <nom> <verbe> [arguments] [--json]\n\n");
    for (const Command &command : commands)
        if (noun.isEmpty() || command.noun == noun)
            text += u"  %1 %2 %3\n      %4\n"_qs.arg(command.noun, command.verb, command.usage,
                                                     command.summary);
    text += ctl::Ctl::tr(
        "\nSur un cabinet : --practice DOSSIER, --user IDENTIFIANT (ou AMBROISE_USER),\n"
        "--password-file FICHIER (ou AMBROISE_PASSWORD_FILE, sinon demandé sans écho).\n"
        "Code de sortie : 0 fait, 1 refusé ou trouvé faux, 2 commande inattendue.\n");
    print(text);
    return exitDone;
}

Progress progressOnTerminal()
{
    if (isatty(STDERR_FILENO) == 0)
        return {};
    return [shown = qint64(-1)](qint64 done, qint64 total) mutable {
        const qint64 percent = total > 0 ? done * 100 / total : 0;
        if (percent != shown)
            std::fprintf(stderr, "\r%3d %%", int(percent));
        shown = percent;
        if (done >= total)
            std::fprintf(stderr, "\r     \r");
        return true;
    };
}

int runCommand(const Command &command, const QStringList &typed, bool json)
{
    const QStringList common{u"practice"_qs, u"user"_qs, u"password-file"_qs};
    const auto arguments = Arguments::parse(typed, command.valued + common, command.flags);
    if (!arguments.ok()) {
        complain(arguments.error(), json);
        return exitMisuse;
    }
    const qsizetype words = arguments->words().size();
    if (words < command.leastWords || words > command.mostWords) {
        complain({ErrorCode::Invalid, u"cli.misuse"_qs,
                  command.noun + u' ' + command.verb + u' ' + command.usage},
                 json);
        return exitMisuse;
    }
    const SystemClock clock;
    const auto answer = command.run(Context{*arguments, clock, progressOnTerminal()});
    if (!answer.ok()) {
        complain(answer.error(), json);
        return answer.error().subject == u"cli.misuse" ? exitMisuse : exitRefused;
    }
    if (json)
        printJson(answer->json);
    else
        print(answer->text.endsWith(u'\n') || answer->text.isEmpty() ? answer->text
                                                                     : answer->text + u'\n');
    return answer->good ? exitDone : exitRefused;
}

int run(QStringList words)
{
    const qsizetype end = words.indexOf(u"--"_qs);
    const qsizetype optionsEnd = end < 0 ? words.size() : end;
    const auto takeFlag = [&](const QString &flag) {
        const qsizetype at = words.indexOf(flag);
        const bool there = at >= 0 && at < optionsEnd;
        if (there)
            words.removeAt(at);
        return there;
    };
    const bool wantsHelp = takeFlag(u"--help"_qs);
    bool json = takeFlag(u"--json"_qs);
    // Scripts append it to a whole command: as the last word it is the option even behind "--".
    if (!json && words.size() > 1 && words.last() == u"--json") {
        words.removeLast();
        json = true;
    }
    if (takeFlag(u"--version"_qs)) {
        print(u"ambroisectl "_qs + QCoreApplication::applicationVersion() + u'\n');
        return exitDone;
    }
    const QList<Command> commands = ctl::allCommands();
    if (wantsHelp || words.isEmpty())
        return help(commands, words.value(0));
    for (const Command &command : commands) {
        if (command.noun != words.value(0))
            continue;
        if (command.verb == words.value(1) && !command.verb.isEmpty())
            return runCommand(command, words.mid(2), json);
        if (command.verb.isEmpty())
            return runCommand(command, words.mid(1), json);
    }
    complain({ErrorCode::Invalid, u"cli.misuse"_qs, words.mid(0, 2).join(u' ')}, json);
    return exitMisuse;
}

} // namespace

int main(int argc, char **argv)
{
    // Pages and codes are drawn without a screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"ambroise"_qs);
    QCoreApplication::setApplicationVersion(QStringLiteral(AMBROISE_VERSION));
    log::install({});
    app::installLanguage(application, app::systemLanguage());
    return run(QCoreApplication::arguments().mid(1));
}
