// SPDX-License-Identifier: GPL-3.0-or-later
#include "languages.h"

#include <QCoreApplication>
#include <QTranslator>

// Outside any namespace, as Q_INIT_RESOURCE asks.
static void registerTranslations()
{
    Q_INIT_RESOURCE(ambroise_translations);
}

namespace ambroise::app {
namespace {

const QString translatorName = QStringLiteral("ambroise.language");

} // namespace

void installLanguage(QCoreApplication &application, QLocale::Language language)
{
    registerTranslations();
    qDeleteAll(application.findChildren<QTranslator *>(translatorName, Qt::FindDirectChildrenOnly));
    const QString file = language == QLocale::English ? QStringLiteral("ambroise_en")
                                                      : QStringLiteral("ambroise_fr");
    auto *translator = new QTranslator(&application);
    translator->setObjectName(translatorName);
    if (!translator->load(QStringLiteral(":/translations/") + file) ||
        !QCoreApplication::installTranslator(translator))
        qWarning("language: %s", qPrintable(file));
}

QLocale::Language systemLanguage()
{
    const QLocale::Language language = QLocale::system().language();
    return language == QLocale::French || language == QLocale::C ? QLocale::French
                                                                 : QLocale::English;
}

} // namespace ambroise::app
