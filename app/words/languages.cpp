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

void install(QCoreApplication &application, const QString &folder, const QString &file)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(translatorName);
    if (!translator->load(file, folder) || !QCoreApplication::installTranslator(translator))
        qWarning("language: %s", qPrintable(file));
}

} // namespace

void installLanguage(QCoreApplication &application, QLocale::Language language)
{
    registerTranslations();
    qDeleteAll(application.findChildren<QTranslator *>(translatorName, Qt::FindDirectChildrenOnly));
    const QString code = language == QLocale::English ? QStringLiteral("en") : QStringLiteral("fr");
    // The words of Qt's own dialogs (files, printers); ours are asked first.
    install(application, QLibraryInfo::path(QLibraryInfo::TranslationsPath),
            QStringLiteral("qtbase_") + code);
    install(application, QStringLiteral(":/translations"), QStringLiteral("ambroise_") + code);
}

QLocale::Language systemLanguage()
{
    const QLocale::Language language = QLocale::system().language();
    return language == QLocale::French || language == QLocale::C ? QLocale::French
                                                                 : QLocale::English;
}

} // namespace ambroise::app
