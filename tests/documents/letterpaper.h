// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/letterprint.h>

#include <QProcess>
#include <QStandardPaths>

//! What letters are printed with in tests.
namespace ambroise::test {

inline documents::PaperHead letterHead()
{
    documents::PaperHead head;
    head.left = {u"Docteur Claire FONTANEL"_qs, u"Médecin généraliste"_qs, u"RPPS 89970021848"_qs};
    head.right = {u"Maison médicale des Tilleuls"_qs,
                  u"12 rue des Tilleuls, 63999 Saint-Ambroise-les-Prés, France"_qs,
                  u"+33 4 65 71 99 20"_qs, u"contact@tilleuls.example"_qs};
    head.city = u"Saint-Ambroise-les-Prés"_qs;
    return head;
}

inline patient::PatientDetails letterPatient(bool qualified)
{
    using namespace identity;
    const auto traits = *StrictTraits::make(
        {*BirthSurname::parse(u"WEBER-D'ALMEIDA"), *GivenNames::parse(u"ANTON LUCAS MARIE"),
         *GivenNames::parse(u"ANTON"), *BirthDate::of(QDate(1991, 9, 2)), Sex::Male,
         *BirthPlace::make(u"63113", u"Clermont-Ferrand"_qs)});
    patient::PatientDetails details{.identity = Identity::provisional(traits)};
    if (qualified)
        details.identity = *Identity::make(
            traits, Ins{*InsMatricule::fromInsi(u"191096311397248"), InsAuthority::Nir},
            {true, true}, {});
    details.usedSurname = u"Weber"_qs;
    return details;
}

inline documents::LetterDraft letterDraft(const QString &body)
{
    documents::LetterDraft draft;
    draft.recipient = {u"Dr Inès Amar"_qs,
                       u"Cardiologue"_qs,
                       {u"3 place du Marché"_qs, u"63000 Clermont-Ferrand"_qs}};
    draft.copies = {{u"Dr Paul Roux"_qs, u"Néphrologue"_qs, {}}};
    draft.subject = u"Avis pour WEBER-D'ALMEIDA Anton"_qs;
    draft.body = body;
    return draft;
}

inline QByteArray saidBy(const QString &program, const QStringList &arguments,
                         const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(60'000) ? process.readAllStandardOutput() : QByteArray();
}

inline QString textOf(const QByteArray &pdf)
{
    return QString::fromUtf8(saidBy(u"pdftotext"_qs, {u"-layout"_qs, u"-"_qs, u"-"_qs}, pdf));
}

inline bool missing(const QString &program)
{
    return QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace ambroise::test
