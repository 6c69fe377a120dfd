// SPDX-License-Identifier: GPL-3.0-or-later
#include "languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

// Outside any namespace, as Q_INIT_RESOURCE asks.
static void registerTranslations()
{
    Q_INIT_RESOURCE(ambroise_translations);
}

namespace ambroise::app {
namespace {

const QString translatorName = QStringLiteral("ambroise.language");

bool install(QCoreApplication &application, const QString &folder, const QString &file)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(translatorName);
    return translator->load(file, folder) && QCoreApplication::installTranslator(translator);
}

} // namespace

void installLanguage(QCoreApplication &application, QLocale::Language language)
{
    registerTranslations();
    qDeleteAll(application.findChildren<QTranslator *>(translatorName, Qt::FindDirectChildrenOnly));
    const QString code = language == QLocale::English ? QStringLiteral("en") : QStringLiteral("fr");
    // The words of Qt's own dialogs (files, printers), which a machine may do without; ours are
    // asked first.
    (void)install(application, QLibraryInfo::path(QLibraryInfo::TranslationsPath),
                  QStringLiteral("qtbase_") + code);
    const QString ours = QStringLiteral("ambroise_") + code;
    if (!install(application, QStringLiteral(":/translations"), ours))
        qWarning("language: %s", qPrintable(ours));
}

QLocale::Language systemLanguage()
{
    const QLocale::Language language = QLocale::system().language();
    return language == QLocale::French || language == QLocale::C ? QLocale::French
                                                                 : QLocale::English;
}

} // namespace ambroise::app
