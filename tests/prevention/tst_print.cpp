// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/print.h>

#include <support/result.h>

#include <QGuiApplication>
#include <QProcess>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prevention;
using documents::PaperHead;
using documents::PaperPatient;

namespace {

const QDate day(2026, 11, 24);

QString textOf(const QByteArray &pdf)
{
    QProcess process;
    process.start(u"pdftotext"_qs, {u"-layout"_qs, u"-"_qs, u"-"_qs});
    process.write(pdf);
    process.closeWriteChannel();
    return process.waitForFinished(30'000) ? QString::fromUtf8(process.readAllStandardOutput())
                                           : QString();
}

PaperHead head()
{
    PaperHead paper;
    paper.left = {u"Docteur Claire FONTANEL"_qs, u"Médecin généraliste"_qs, u"RPPS 89970021848"_qs};
    paper.right = {u"Maison médicale des Tilleuls"_qs,
                   u"12 rue des Tilleuls, 63999 Saint-Ambroise-les-Prés"_qs,
                   u"+33 4 65 71 99 20"_qs};
    paper.city = u"Saint-Ambroise-les-Prés"_qs;
    return paper;
}

PaperPatient madeleine()
{
    PaperPatient patient;
    patient.name = u"VASSEUR Madeleine"_qs;
    patient.usedName = u"MERCADIER"_qs;
    patient.sex = u"F"_qs;
    patient.birth = QDate(1958, 3, 14);
    return patient;
}

Vaccination given(const QString &vaccine, const QStringList &valences,
                  const std::optional<PartialDate> &date, const QString &lot, bool here)
{
    Vaccination one;
    one.parts.vaccine = vaccine;
    one.parts.valences = valences;
    one.parts.date = date;
    one.parts.lot = lot;
    one.parts.here = here;
    one.parts.by = here ? u"Dr Claire Fontanel"_qs : QString();
    return one;
}

} // namespace

class TestPrint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCertificateTellsWhatWasGivenTheOldestFirst()
    {
        const QList<Vaccination> all{
            given(u"VAXIGRIP"_qs, {u"influenza"_qs}, *PartialDate::of(QDate(2025, 11, 24)),
                  u"Y3C12"_qs, true),
            given(u"REVAXIS"_qs, {u"diphtheria"_qs, u"tetanus"_qs, u"polio"_qs},
                  *PartialDate::of(2013, 5, 0), {}, false),
            given(u"Vaccin de l’enfance"_qs, {u"bcg"_qs}, std::nullopt, {}, false)};
        const auto pdf =
            vaccinationCertificate(head(), madeleine(), all, *Vaccines::shipped(), day);
        QVERIFY_OK(pdf);
        const QString text = textOf(*pdf);
        for (const QString &expected :
             {u"Certificat de vaccination"_qs, u"VASSEUR Madeleine"_qs, u"14/03/1958"_qs,
              u"Docteur Claire FONTANEL"_qs, u"VAXIGRIP"_qs, u"24/11/2025"_qs, u"Y3C12"_qs,
              u"Grippe"_qs, u"05/2013"_qs, u"Poliomyélite"_qs, u"déclaré"_qs, u"inconnue"_qs,
              u"24 novembre 2026"_qs})
            QVERIFY2(text.contains(expected), qPrintable(expected + u'\n' + text));
        QVERIFY(text.indexOf(u"REVAXIS") < text.indexOf(u"VAXIGRIP"));
        QVERIFY(text.indexOf(u"VAXIGRIP") < text.indexOf(u"Vaccin de l’enfance"));
        QVERIFY(!text.contains(u"Spécimen"));
    }

    void aLongCertificateGoesOnOnTheNextPage()
    {
        QList<Vaccination> many;
        for (int i = 0; i < 60; ++i)
            many << given(u"VACCIN %1"_qs.arg(i), {u"influenza"_qs},
                          *PartialDate::of(QDate(1966 + i, 11, 2)), u"L%1"_qs.arg(i), true);
        PaperHead demonstration = head();
        demonstration.specimen = true;
        const auto pdf =
            vaccinationCertificate(demonstration, madeleine(), many, *Vaccines::shipped(), day);
        QVERIFY_OK(pdf);
        const QString text = textOf(*pdf);
        for (int i = 0; i < 60; ++i)
            QVERIFY2(text.contains(u"VACCIN %1"_qs.arg(i)), qPrintable(QString::number(i)));
        QVERIFY(text.contains(u"page 2"_qs));
        QVERIFY(text.contains(u"Spécimen, sans valeur"_qs));
    }

    void nothingGivenIsNoCertificate()
    {
        QCOMPARE_SUBJECT(vaccinationCertificate(head(), madeleine(), {}, *Vaccines::shipped(), day),
                         "vaccination.none");
    }

    void anInvitationIsAPageAPatientWithItsFieldsFilled()
    {
        const RuleBook book = *RuleBook::shipped();
        const Rule &rule = *book.rule(u"cancer-sein");
        QList<InvitedPatient> patients;
        for (const QString &name : {u"VASSEUR Madeleine"_qs, u"ROUX Anne"_qs})
            patients.append(
                {name, {u"3 place du Marché"_qs, u"63999 Saint-Ambroise"_qs}, rule.label});
        const auto pdf = invitationLetters(head(), proposedInvitation(rule), patients, day);
        QVERIFY_OK(pdf);
        const QStringList pages = textOf(*pdf).split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(pages.size(), 2);
        QVERIFY(pages.first().contains(u"VASSEUR Madeleine"_qs));
        QVERIFY(!pages.first().contains(u"ROUX"_qs));
        QVERIFY(pages.last().contains(u"ROUX Anne"_qs));
        for (const QString &page : pages) {
            QVERIFY2(page.contains(u"Objet : Cancer du sein (mammographie)"_qs), qPrintable(page));
            QVERIFY(page.contains(u"+33 4 65 71 99 20"_qs));
            QVERIFY(page.contains(u"3 place du Marché"_qs));
            QVERIFY(!page.contains(u'{'));
        }
    }

    void aFieldThatIsNoneIsRefused()
    {
        const QList<InvitedPatient> one{{u"ROUX Anne"_qs, {}, u"Grippe"_qs}};
        QCOMPARE_SUBJECT(invitationLetters(head(), {u"{acte}"_qs, u"Le {jour}."_qs}, one, day),
                         "invitation.field");
        QCOMPARE_SUBJECT(invitationLetters(head(), {u"{acte}"_qs, u" "_qs}, one, day),
                         "invitation.text");
        const QString longer = QString(u"Une ligne qui se répète. "_qs).repeated(600);
        QCOMPARE_SUBJECT(invitationLetters(head(), {u"{acte}"_qs, longer}, one, day),
                         "invitation.text");
        QCOMPARE_SUBJECT(invitationLetters(head(), {u"{acte}"_qs, u"Bonjour."_qs}, {}, day),
                         "invitation.none");
    }
};
QTEST_MAIN(TestPrint)
#include "tst_print.moc"
