// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/documents/schema.h>
#include <ambroise/prescription/demandecatalogue.h>
#include <ambroise/prescription/demandeprint.h>
#include <ambroise/prescription/demanderepository.h>
#include <ambroise/prescription/schema.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/sampleordonnance.h>

#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using F = DemandeField;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const patient::RecordIds whose(PatientId{7});

DemandeDraft biology()
{
    return {DemandeKind::Biology,
            {{u"58410-2"_qs, u"Hémogramme"_qs}, {u"1988-5"_qs, u"CRP"_qs}},
            {{F::Fasting, u"1"_qs}, {F::Indication, u"Asthénie"_qs}}};
}

DemandeDraft leave(const QString &first, const QString &last)
{
    return {DemandeKind::SickLeave, {}, {{F::FirstDay, first}, {F::LastDay, last}}};
}

DemandeDraft transport()
{
    return {DemandeKind::Transport,
            {},
            {{F::From, u"Domicile"_qs},
             {F::To, u"CHU"_qs},
             {F::RoundTrip, u"1"_qs},
             {F::Mode, u"seated"_qs},
             {F::Cause, u"hospital"_qs}}};
}

QStringList missingOf(const DemandeDraft &draft)
{
    const auto parts = test::sampleParts();
    return Demande::missing(draft, parts.patient, parts.prescriber);
}

Demande signedOne(const DemandeDraft &draft)
{
    auto parts = test::sampleParts();
    return *Demande::make(draft, parts.patient, parts.prescriber, test::sampleInstant());
}

//! The mod 10 check digit of LOINC (LOINC Users' Guide, appendix C).
bool hasItsCheckDigit(const QString &loinc)
{
    const QString digits = loinc.section(u'-', 0, 0);
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int value = digits.at(digits.size() - 1 - i).digitValue() * (i % 2 == 0 ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    return QString::number((10 - sum % 10) % 10) == loinc.section(u'-', 1);
}

} // namespace

class TestDemande : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    QTemporaryDir m_folder;
    const QList<storage::Schema> m_schemas = {storage::schema(), audit::schema(),
                                              documents::schema(), prescription::schema()};

    QString textOf(const QByteArray &pdf)
    {
        QFile file(m_folder.filePath(u"demande.pdf"_qs));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            return {};
        file.close();
        QProcess process;
        process.start(u"pdftotext"_qs, {u"-layout"_qs, file.fileName(), u"-"_qs});
        return process.waitForFinished(30'000)
                   ? QString::fromUtf8(process.readAllStandardOutput()).simplified()
                   : QString();
    }

private Q_SLOTS:
    void everyKindComesBackFromItsText()
    {
        for (const DemandeKind kind : allDemandeKinds()) {
            DemandeDraft draft{kind};
            if (hasItems(kind))
                draft.items = {{u"1"_qs, u"Un acte"_qs, u"côté \"droit\""_qs, true, true}};
            for (const F field : fieldsOf(kind))
                draft.values.insert(field, u"1"_qs);
            const auto again = DemandeDraft::fromText(draft.toText());
            QVERIFY_OK(again);
            QCOMPARE(*again, draft);
            QCOMPARE(demandeKindOf(code(kind)), kind);
        }
    }

    void aDamagedDraftIsNotRead_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = biology().toText();
        QTest::newRow("nothing") << QString();
        QTest::newRow("cut") << good.left(good.size() / 2);
        QTest::newRow("an unknown kind") << QString(good).replace(u"biology"_qs, u"magic"_qs);
        QTest::newRow("an unknown field") << QString(good).replace(u"fasting"_qs, u"flying"_qs);
        QTest::newRow("an item without a name")
            << QString(good).replace(u"\"label\":\"CRP\""_qs, u"\"label\":\"\""_qs);
    }
    void aDamagedDraftIsNotRead()
    {
        QFETCH(QString, text);
        QCOMPARE_SUBJECT(DemandeDraft::fromText(text), "demande.draft");
    }

    void whatIsMissingIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("missing");
        const auto row = [](const char *name, const DemandeDraft &draft,
                            const QStringList &missing) {
            QTest::newRow(name) << draft.toText() << missing;
        };
        row("nothing is missing", biology(), {});
        row("no item", {DemandeKind::Nursing, {}, {}}, {u"demande.items"_qs});
        row("images want a reason", {DemandeKind::Imaging, {{{}, u"Scanner"_qs}}, {}},
            {u"demande.indication"_qs});
        row("a transport without its ends", {DemandeKind::Transport, {}, {}},
            {u"demande.from"_qs, u"demande.to"_qs, u"demande.mode"_qs, u"demande.cause"_qs});
        row("a transport", transport(), {});
        row("a leave of one day", leave(u"2026-12-01"_qs, u"2026-12-01"_qs), {});
        row("a leave that ends before it begins", leave(u"2026-12-02"_qs, u"2026-12-01"_qs),
            {u"demande.days"_qs});
        row("a leave without an end",
            {DemandeKind::SickLeave, {}, {{F::FirstDay, u"2026-12-01"_qs}}}, {u"demande.days"_qs});
        row("a leave of two years", leave(u"2026-12-01"_qs, u"2028-12-01"_qs),
            {u"demande.long_leave"_qs});
        DemandeDraft odd = biology();
        odd.values.insert(F::Date, u"2026-02-30"_qs);
        row("a day that is none", odd, {u"demande.number"_qs});
        odd = biology();
        odd.values.insert(F::Indication, QString(3000, u'x'));
        row("a long text", odd, {u"demande.too_long"_qs});
    }
    void whatIsMissingIsTold()
    {
        QFETCH(QString, text);
        QTEST(missingOf(*DemandeDraft::fromText(text)), "missing");
    }

    void aPatientWithoutABirthDateGetsNothing()
    {
        auto parts = test::sampleParts();
        parts.patient.birthDate = {};
        QCOMPARE_SUBJECT(
            Demande::make(biology(), parts.patient, parts.prescriber, test::sampleInstant()),
            "patient.birth_date");
    }

    void theCatalogueIsReadWhole()
    {
        const auto catalogue = DemandeCatalogue::load();
        QVERIFY_OK(catalogue);
        QVERIFY(catalogue->all(DemandeKind::Biology).size() >= 60);
        for (const DemandeKind kind : allDemandeKinds())
            QCOMPARE(catalogue->all(kind).isEmpty(), !hasItems(kind));
    }

    void everyLoincCodeHasItsCheckDigit()
    {
        const auto catalogue = DemandeCatalogue::load();
        QVERIFY_OK(catalogue);
        QSet<QString> seen;
        for (const CatalogueEntry &entry : catalogue->all(DemandeKind::Biology))
            for (const DemandeItem &item : entry.items)
                if (!item.code.isEmpty()) {
                    QVERIFY2(hasItsCheckDigit(item.code), qPrintable(item.code + item.label));
                    seen << item.code;
                }
        QVERIFY(seen.size() >= 60);
    }

    void wordsFindAnActByTheirBeginnings_data()
    {
        QTest::addColumn<DemandeKind>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("an abbreviation")
            << DemandeKind::Biology << u"nfs"_qs << u"Hémogramme (NFS, plaquettes)"_qs;
        QTest::newRow("a panel first")
            << DemandeKind::Biology << u"hepat"_qs << u"Bilan hépatique"_qs;
        QTest::newRow("two words")
            << DemandeKind::Imaging << u"radio genou"_qs << u"Radiographie du genou"_qs;
        QTest::newRow("without accents")
            << DemandeKind::Imaging << u"echo abdo"_qs << u"Échographie abdominale"_qs;
        QTest::newRow("care") << DemandeKind::Nursing << u"fils"_qs
                              << u"Ablation de fils ou d’agrafes"_qs;
    }
    void wordsFindAnActByTheirBeginnings()
    {
        QFETCH(DemandeKind, kind);
        QFETCH(QString, typed);
        const auto found = DemandeCatalogue::load()->find(kind, typed, 5);
        QVERIFY(!found.isEmpty());
        QTEST(found.first().label, "first");
    }

    void aTableThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QString>("panels");
        QTest::addColumn<QString>("acts");
        QTest::newRow("a panel of an unknown code") << u"P\tp\t9-9\n"_qs << QString();
        QTest::newRow("an unknown kind") << QString() << u"magic\tA\ta\t\t\n"_qs;
        QTest::newRow("a short line") << QString() << u"imaging\tA\n"_qs;
        QTest::newRow("an unknown mark") << QString() << u"imaging\tA\ta\t\todd\n"_qs;
    }
    void aTableThatMakesNoSenseIsRefused()
    {
        QFETCH(QString, panels);
        QFETCH(QString, acts);
        QCOMPARE_SUBJECT(DemandeCatalogue::read(u"1988-5\tCRP\tcrp\n"_qs, panels, acts),
                         "demande.catalogue");
    }

    void eachKindIsPrintedWithWhatItsReaderNeeds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("mentions");
        const auto row = [](const char *name, const DemandeDraft &draft,
                            const QStringList &mentions) {
            QTest::newRow(name) << draft.toText() << mentions;
        };
        row("biology", biology(),
            {u"Prescription d’examens"_qs, u"À jeun"_qs, u"Renseignements cliniques : Asthénie"_qs,
             u"Hémogramme"_qs, u"2 lignes prescrites"_qs});
        row("imaging",
            {DemandeKind::Imaging,
             {{{}, u"Scanner thoracique injecté"_qs, {}, true}},
             {{F::Indication, u"Toux"_qs}, {F::Urgent, u"1"_qs}}},
            {u"Demande d’examen"_qs, u"URGENT"_qs, u"Scanner thoracique injecté"_qs, u"DFG 84"_qs});
        row("nursing",
            {DemandeKind::Nursing,
             {{{}, u"Pansement simple"_qs, u"Tous les deux jours"_qs}},
             {{F::Days, u"21"_qs}, {F::Sundays, u"1"_qs}, {F::AtHome, u"1"_qs}}},
            {u"soins infirmiers"_qs, u"À domicile"_qs,
             u"Durée : 21 jours (vingt et un), y compris dimanches et jours fériés"_qs,
             u"Tous les deux jours"_qs});
        row("a device",
            {DemandeKind::Device, {{u"1215702"_qs, u"Lit"_qs}}, {{F::Renewals, u"2"_qs}}},
            {u"dispositifs médicaux"_qs, u"LPP 1215702"_qs, u"À renouveler 2 fois"_qs});
        row("a transport", transport(),
            {u"transport"_qs, u"VSL ou taxi conventionné"_qs, u"De : Domicile. À : CHU."_qs,
             u"Aller et retour."_qs, u"entrée ou sortie d’hospitalisation"_qs});
        row("a leave", leave(u"2026-12-01"_qs, u"2026-12-21"_qs),
            {u"Arrêt de travail"_qs, u"Du 1er décembre 2026 au 21 décembre 2026 inclus"_qs,
             u"21 jours (vingt et un)"_qs, u"prescription initiale"_qs, u"Cerfa 10170"_qs});
        DemandeDraft twoZones = biology();
        twoZones.items.first().ald = true;
        row("two zones", twoZones, {u"AFFECTION EXONÉRANTE"_qs, u"MALADIES INTERCURRENTES"_qs});
    }
    void eachKindIsPrintedWithWhatItsReaderNeeds()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty())
            QSKIP("pdftotext is not installed here");
        QFETCH(QString, text);
        QFETCH(QStringList, mentions);
        const auto printed = printDemande(signedOne(*DemandeDraft::fromText(text)), Sheet::Original,
                                          u"DFG 84 mL/min (CKD-EPI) le 02/11/2026"_qs);
        QVERIFY_OK(printed);
        const QString read = textOf(printed->pdf);
        mentions << u"Docteur Claire FONTANEL"_qs << u"VASSEUR MADELEINE"_qs
                 << u"24 novembre 2026"_qs << u"Signature"_qs;
        for (const QString &mention : mentions)
            QVERIFY2(read.contains(mention), qPrintable(mention + u"\n"_qs + read));
    }

    void theReasonOfALeaveIsNotOnThePaper()
    {
        QVERIFY(!fieldsOf(DemandeKind::SickLeave).contains(F::Indication));
    }

    void aSignedDemandeIsKeptWithItsPaper_data() { m_engines.addRows(); }
    void aSignedDemandeIsKeptWithItsPaper()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        const auto vault = storage::Vault::inDatabase(db, m_engines.key());
        documents::DocumentRepository files(db, *vault, journal, m_engines.clock());
        DemandeRepository demandes(db, files);
        const auto printed = printDemande(signedOne(biology()), Sheet::Original);
        QVERIFY_OK(printed);
        const auto id =
            demandes.keep(whose, signedOne(biology()), printed->pdf, u"biologie.pdf"_qs, doctor);
        QVERIFY_OK(id);
        const auto kept = demandes.of(whose);
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().content, biology());
        QCOMPARE(kept->first().document, *id);
        QCOMPARE(kept->first().signedAt, test::sampleInstant());
        QVERIFY(demandes.of(patient::RecordIds(PatientId{8}))->isEmpty());
    }
};
QTEST_MAIN(TestDemande)
#include "tst_demande.moc"
