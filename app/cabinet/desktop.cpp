// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"

#include "mainwindow.h"

#include <words/languages.h>
#include <words/sentences.h>

#include <ambroise/core/log.h>
#include <ambroise/storage/database.h>
#include <ambroise/uikit/theme.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QScreen>
#include <QStandardPaths>
#include <QTextStream>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace ambroise::app {
namespace {

constexpr int frameHeight = 40; //!< at most, of a window's title

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Desktop)
};

void addOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"practice"_qs, Words::tr("Dossier du cabinet à ouvrir."), u"dossier"_qs});
    parser.addOption(
        {u"profile"_qs, Words::tr("Profil du poste : cabinet ou officine."), u"profil"_qs});
    parser.addOption({u"post"_qs, Words::tr("Nom du poste."), u"nom"_qs});
    QCommandLineOption probe(u"startup-probe"_qs);
    probe.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(probe);
}

Post postOf(const QCommandLineParser &parser)
{
    Post post = Post::load();
    if (parser.isSet(u"practice"_qs))
        post.lastPractice = QDir(parser.value(u"practice"_qs)).absolutePath();
    if (parser.isSet(u"post"_qs))
        post.name = parser.value(u"post"_qs);
    if (parser.isSet(u"profile"_qs))
        post.profile = parser.value(u"profile"_qs) == u"officine" ? Post::Profile::Officine
                                                                  : Post::Profile::Cabinet;
    return post;
}

//! On a small screen the title and the bars of the desktop leave less than the usual size.
void showWhole(QWidget &window)
{
    const QSize room = window.screen()->availableSize() - QSize(0, frameHeight);
    if (room.width() < window.width() || room.height() < window.height())
        window.showMaximized();
    else
        window.show();
}

} // namespace

int runDesktop(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"ambroise"_qs);
    QApplication::setApplicationDisplayName(u"Ambroise"_qs);
    QApplication::setApplicationVersion(QStringLiteral(AMBROISE_VERSION));
    QApplication::setDesktopFileName(u"ambroise"_qs);
    // Qt draws gradients on this pool too and waits for them: long work must leave it a thread.
    QThreadPool::globalInstance()->setMaxThreadCount(std::max(8, 2 * QThread::idealThreadCount()));
    installLanguage(application, systemLanguage()); // until somebody's own is known
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const QString state = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(state);
    log::install(state + u"/ambroise.log"_qs);
    uikit::apply(application, uikit::Theme::light(), 1.0);
    if (const auto cipher = storage::cipherVersion(); !cipher.ok()) {
        QTextStream(stderr) << sentenceOf(cipher.error()) << Qt::endl;
        return 1;
    }
    const SystemClock clock;
    MainWindow window({postOf(parser), crypto::Argon2Params::standard()}, clock);
    showWhole(window);
    if (parser.isSet(u"startup-probe"_qs))
        QTimer::singleShot(0, &application, [&] {
            QApplication::processEvents();
            QApplication::quit();
        });
    return QApplication::exec();
}

} // namespace ambroise::app
