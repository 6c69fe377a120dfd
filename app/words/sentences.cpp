// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentences.h"

#include "sentencetable.h"

#include <QCoreApplication>
#include <QStringList>

namespace ambroise::app {
namespace {

QString general(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QCoreApplication::translate("Sentences", "Introuvable.");
    case ErrorCode::Conflict:
        return QCoreApplication::translate("Sentences",
                                           "Modifié entre-temps. Relire, puis recommencer.");
    case ErrorCode::Invalid:
        return QCoreApplication::translate("Sentences", "Cette saisie ne peut pas être acceptée.");
    case ErrorCode::Denied:
        return QCoreApplication::translate("Sentences", "Refusé.");
    case ErrorCode::Unavailable:
        return QCoreApplication::translate("Sentences", "Indisponible pour le moment. Réessayer.");
    case ErrorCode::Timeout:
        return QCoreApplication::translate("Sentences", "Pas de réponse à temps. Réessayer.");
    case ErrorCode::Corrupt:
        return QCoreApplication::translate("Sentences",
                                           "Données endommagées. Rien n’a été modifié.");
    case ErrorCode::Cancelled:
        return QCoreApplication::translate("Sentences",
                                           "Arrêté à votre demande. Rien n’a été modifié.");
    }
    return {};
}

} // namespace

QString sentenceOf(const Error &error)
{
    for (const SentenceRow &row : sentenceTable()) {
        if (error.subject != QLatin1String(row.subject))
            continue;
        QString text = QCoreApplication::translate("Sentences", row.french);
        return text.contains(u"%1") ? text.arg(error.detail) : text;
    }
    return general(error.code) + u" ("_qs + error.subject + u')';
}

QStringList subjectsWithSentences()
{
    QStringList subjects;
    for (const SentenceRow &row : sentenceTable())
        subjects << QString::fromLatin1(row.subject);
    return subjects;
}

} // namespace ambroise::app
