// SPDX-License-Identifier: GPL-3.0-or-later
#include "practicewriter.h"

#include <QGuiApplication>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace ambroise;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

//! `words`: folder, key, number of the first write, number after the last, statement before which
//! the process dies (0: it lives).
Status writeAll(const QStringList &words)
{
    const SystemClock clock;
    const auto key = crypto::SecretBytes::fromBytes(QByteArray::fromHex(words.at(1).toLatin1()));
    AMBROISE_TRY(const auto practice,
                 app::Practice::open(app::PracticeFolder(words.at(0)), key, clock));
    AMBROISE_TRY(const auto doctor,
                 practice->accounts().byLogin(*access::Login::parse(u"medecin")));
    int left = words.at(4).toInt();
    practice->connection().setObserver([&left](const QByteArray &, const storage::Values &) {
        if (left > 0 && --left == 0)
            ::kill(getpid(), SIGKILL);
    });
    test::PracticeWriter writer(*practice, doctor);
    for (int number = words.at(2).toInt(); number < words.at(3).toInt(); ++number) {
        AMBROISE_TRY(const QString line, writer.write(number));
        say(line);
    }
    return done();
}

} // namespace

//! A post that writes to a practice until it is done, or killed: says a line for each confirmed
//! write, and "failed <subject>" where one was refused.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // pages are drawn without a screen
    const QGuiApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.size() != 5)
        return 2;
    const Status written = writeAll(words);
    if (!written.ok())
        say(u"failed "_qs + written.error().subject);
    return written.ok() ? 0 : 1;
}
