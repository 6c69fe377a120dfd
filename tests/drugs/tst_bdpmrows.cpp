// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmfixture.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/drugs/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

namespace {

const QString someCis = u"60000001"_qs;

QString subjectsOf(const QList<LineRemark> &remarks)
{
    QStringList out;
    for (const LineRemark &remark : remarks)
        out << remark.file + u':' + QString::number(remark.line) + u' ' + remark.why;
    return out.join(u", "_qs);
}

QString cents(const std::optional<Money> &amount)
{
    return amount ? amount->toString() : QString();
}

} // namespace

//! The traps of the publisher's files, each as a row among good ones.
class TestBdpmRows : public QObject {
    Q_OBJECT
    Engines m_engines;

    //! What the base knows of `someCis` once `fixture` is imported.
    Result<DrugDetail> imported(storage::Connection &db, BdpmFixture &fixture,
                                ImportReport *report = nullptr)
    {
        AMBROISE_TRY(const ImportReport told, importBdpm(db, fixture.write(), m_engines.clock()));
        if (report)
            *report = told;
        AMBROISE_TRY(const Cis cis, Cis::parse(someCis));
        return DrugRepository(db).detail(cis);
    }

private Q_SLOTS:
    void accentsAndApostrophesOfBothEncodingsAreRead_data() { m_engines.addRows(); }
    void accentsAndApostrophesOfBothEncodingsAreRead()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture fixture;
        fixture.addDrug(someCis, u"LÉVOTHYROXINE L\u2019ESSAI 75 microgrammes, cœur sécable"_qs,
                        u"LÉVOTHYROXINE SODIQUE"_qs);
        fixture.addRow(conditionsFile, {someCis, u"réservé à l\u2019enfant"_qs});
        const QString box = fixture.lines(presentationsFile).last();
        fixture.lines(presentationsFile).last() =
            box + u"Asthme de l¿enfant<br><br>- si &lt; 20 kg ou < 30 kg &amp; plus"_qs;
        const auto detail = imported(db, fixture);
        QVERIFY_OK(detail);
        QCOMPARE(detail->drug.value.label,
                 u"LÉVOTHYROXINE L\u2019ESSAI 75 microgrammes, cœur sécable"_qs);
        QCOMPARE(detail->drug.value.holder, u"LABORATOIRE"_qs); // the publisher begins with a space
        QCOMPARE(detail->conditions.value.first().wording, u"réservé à l\u2019enfant"_qs);
        QCOMPARE(detail->presentations.value.first().indications,
                 u"Asthme de l\u2019enfant\n- si < 20 kg ou < 30 kg & plus"_qs);
    }

    void ratesAndPricesAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("rate");
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("publicPrice");
        QTest::addColumn<QString>("fee");
        QTest::addColumn<QList<int>>("rates");
        QTest::addColumn<QString>("known"); // price, public price, fee
        QTest::addColumn<QString>("doubt");
        const QString none;
        QTest::newRow("plain") << u"65%"_qs << u"24,34"_qs << u"25,36"_qs << u"1,02"_qs
                               << QList<int>{65} << u"24.34 25.36 1.02"_qs << none;
        QTest::newRow("blank before the sign")
            << u"65 %"_qs << u"24,34"_qs << u"25,36"_qs << u"1,02"_qs << QList<int>{65}
            << u"24.34 25.36 1.02"_qs << none;
        QTest::newRow("no-break space")
            << u"100\u00A0%"_qs << u"24,34"_qs << u"25,36"_qs << u"1,02"_qs << QList<int>{100}
            << u"24.34 25.36 1.02"_qs << none;
        QTest::newRow("several rates") << u"30%;65 %"_qs << u"24,34"_qs << u"25,36"_qs << u"1,02"_qs
                                       << QList<int>{30, 65} << u"24.34 25.36 1.02"_qs << none;
        QTest::newRow("no price") << none << none << none << none << QList<int>{} << u"  "_qs
                                  << none;
        QTest::newRow("two commas") << u"100%"_qs << u"1,465,27"_qs << u"1,466,29"_qs << u"1,02"_qs
                                    << QList<int>{100} << u"1465.27 1466.29 1.02"_qs << none;
        QTest::newRow("the dearest")
            << u"100%"_qs << u"66,594,51"_qs << u"66,597,27"_qs << u"2,76"_qs << QList<int>{100}
            << u"66594.51 66597.27 2.76"_qs << none;
        QTest::newRow("shifted") << u"30 %"_qs << u"13,91"_qs << u"1,02"_qs << none
                                 << QList<int>{30} << u"  "_qs << u"bdpm.row.price_incomplete"_qs;
        QTest::newRow("does not add up") << u"30 %"_qs << u"13,91"_qs << u"15,02"_qs << u"1,02"_qs
                                         << QList<int>{30} << u"  "_qs << u"bdpm.row.price_sum"_qs;
        QTest::newRow("no number") << u"30 %"_qs << u"gratuit"_qs << u"15,02"_qs << u"1,02"_qs
                                   << QList<int>{30} << u"  "_qs << u"bdpm.row.price"_qs;
        QTest::newRow("negative") << u"30 %"_qs << u"-13,91"_qs << u"-12,89"_qs << u"1,02"_qs
                                  << QList<int>{30} << u"  "_qs << u"bdpm.row.price"_qs;
        QTest::newRow("no rate") << u"tout"_qs << u"24,34"_qs << u"25,36"_qs << u"1,02"_qs
                                 << QList<int>{} << u"24.34 25.36 1.02"_qs << u"bdpm.row.rate"_qs;
    }
    void ratesAndPricesAreReadAsTheyAreWritten()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        QVERIFY_OK(db);
        QFETCH(QString, rate);
        QFETCH(QString, price);
        QFETCH(QString, publicPrice);
        QFETCH(QString, fee);
        QFETCH(QString, doubt);
        BdpmFixture fixture;
        fixture.addDrug(someCis, u"ESSAI 1 mg, comprimé"_qs, u"ESSAI"_qs);
        QStringList box = BdpmFixture::box(someCis, 3999999);
        box[8] = rate;
        box[9] = price;
        box[10] = publicPrice;
        box[11] = fee;
        fixture.lines(presentationsFile).last() = box.join(u'\t');
        ImportReport report;
        const auto detail = imported(**db, fixture, &report);
        QVERIFY_OK(detail);
        const Presentation &read = detail->presentations.value.first();
        QTEST(read.rates, "rates");
        QTEST(cents(read.price) + u' ' + cents(read.publicPrice) + u' ' + cents(read.fee), "known");
        const QString where = u"CIS_CIP_bdpm.txt:401 "_qs;
        QCOMPARE(subjectsOf(report.doubtful), doubt.isEmpty() ? QString() : where + doubt);
        QCOMPARE(report.rejected.size(), 0);
    }

    void aLineThatCannotBeReadIsToldAndLeftOut_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QString &file, const QStringList &columns,
                            const QString &why) {
            QTest::newRow(name) << file << columns.join(u'\t') << why;
        };
        const QString columns = u"bdpm.row.columns"_qs;
        const QString cis = u"bdpm.row.cis"_qs;
        const QString cip = u"bdpm.row.cip"_qs;
        const QString value = u"bdpm.row.value"_qs;
        row("too few columns", conditionsFile, {someCis}, columns);
        row("too many columns", conditionsFile, {someCis, u"liste I"_qs, u"x"_qs}, columns);
        row("no CIS", conditionsFile, {u"6000000"_qs, u"liste I"_qs}, cis);
        row("empty condition", conditionsFile, {someCis, u" "_qs}, value);
        QStringList box = BdpmFixture::box(someCis, 3999998);
        box[6] = u"3400939999980"_qs;
        row("wrong key of a box", presentationsFile, box, cip);
        row("twice the same box", presentationsFile, BdpmFixture::box(someCis, 3000001),
            u"bdpm.row.duplicate"_qs);
        row("nature", componentsFile,
            {someCis, u"c"_qs, u"1"_qs, u"X"_qs, {}, {}, u"ZZ"_qs, u"1"_qs}, value);
        row("link", componentsFile,
            {someCis, u"c"_qs, u"1"_qs, u"X"_qs, {}, {}, u"SA"_qs, u"un"_qs}, value);
        row("role in a group", groupsFile, {u"1"_qs, u"X"_qs, someCis, u"3"_qs, u"1"_qs}, value);
        row("stock state", availabilityFile, {someCis, {}, u"9"_qs, {}, {}, {}, {}, {}}, value);
        row("box of a stock state", availabilityFile,
            {someCis, u"3400939999980"_qs, u"1"_qs, {}, {}, {}, {}, {}}, cip);
        row("class", classesFile, {someCis, u"paracétamol"_qs, {}, {}}, value);
        row("class twice", classesFile, {u"61000000"_qs, u"N02BE01"_qs, {}, {}},
            u"bdpm.row.duplicate"_qs);
    }
    void aLineThatCannotBeReadIsToldAndLeftOut()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        QVERIFY_OK(db);
        QFETCH(QString, file);
        QFETCH(QString, line);
        QFETCH(QString, why);
        BdpmFixture fixture;
        fixture.addDrug(someCis, u"ESSAI 1 mg, comprimé"_qs, u"ESSAI"_qs);
        fixture.lines(file).insert(6, line);
        ImportReport report;
        QVERIFY_OK(imported(**db, fixture, &report));
        QCOMPARE(subjectsOf(report.rejected), file + u":7 "_qs + why);
        for (const FileReport &told : report.files)
            if (told.file == file)
                QCOMPARE(told.rows, fixture.lines(file).size() - 1);
    }

    void aDayThatCannotBeIsForgottenAndTold()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture fixture;
        fixture.addDrug(someCis, u"ESSAI 1 mg, comprimé"_qs, u"ESSAI"_qs);
        QStringList box = BdpmFixture::box(someCis, 3999999);
        box[5] = u"29/11/2924"_qs; // as the publisher has one
        fixture.lines(presentationsFile).last() = box.join(u'\t');
        ImportReport report;
        const auto detail = imported(**db, fixture, &report);
        QVERIFY_OK(detail);
        QVERIFY(!detail->presentations.value.first().declaredOn.isValid());
        QCOMPARE(subjectsOf(report.doubtful), u"CIS_CIP_bdpm.txt:401 bdpm.row.date"_qs);
    }

    void rowsOfDrugsThatAreNotInTheListAreNoReasonToRefuse_data() { m_engines.addRows(); }
    void rowsOfDrugsThatAreNotInTheListAreNoReasonToRefuse()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture fixture;
        fixture.addDrug(someCis, u"ESSAI 1 mg, comprimé"_qs, u"ESSAI"_qs);
        fixture.addRow(presentationsFile, BdpmFixture::box(u"69999999"_qs, 3888888));
        for (int i = 0; i < 200; ++i) // one member of four is of the past
            fixture.addRow(groupsFile, {u"7000"_qs, u"ANCIEN - groupe"_qs,
                                        QString::number(68000000 + i), u"1"_qs, u"1"_qs});
        fixture.addRow(groupsFile, {u"7000"_qs, u"ANCIEN - groupe"_qs, someCis, u"0"_qs, u"1"_qs});
        ImportReport report;
        const auto detail = imported(db, fixture, &report);
        QVERIFY_OK(detail);
        QCOMPARE(report.rejected.size(), 0);
        const DrugRepository repository(db);
        QCOMPARE_SUBJECT(repository.byCip13(*Cip13::parse(cip13Of(3888888))), "drug.unknown");
        QCOMPARE(repository.inGroup(7000)->size(), 1);
        const GroupDetail &group = detail->groups.value.first();
        QCOMPARE(group.members.size(), 201);
        QCOMPARE(group.members.first().label, u"ESSAI 1 mg, comprimé"_qs);
        QCOMPARE(group.members.last().label, QString());
    }

    void blankLinesAndAMissingLastLineFeedOfTheClassesAreNoFault()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture fixture;
        fixture.addDrug(someCis, u"ESSAI 1 mg, comprimé"_qs, u"ESSAI"_qs);
        fixture.lines(conditionsFile).insert(10, QString());
        ImportReport report;
        QVERIFY_OK(imported(**db, fixture, &report));
        QCOMPARE(report.rejected.size(), 0);
    }

    void columnsThatAreEmptyAtTheEndOfALineDoNotCount()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, {schema()});
        const auto db = database->connect();
        BdpmFixture fixture;
        fixture.addDrug(someCis, u"ESSAI 1 mg, comprimé"_qs, u"ESSAI"_qs);
        for (QString &line : fixture.lines(componentsFile))
            line += u'\t'; // as earlier editions of the base had it
        ImportReport report;
        QVERIFY_OK(imported(**db, fixture, &report));
        QCOMPARE(report.rejected.size(), 0);
    }

    void safetyNoticesLoseTheirHtmlAndKeepTheirLink_data() { m_engines.addRows(); }
    void safetyNoticesLoseTheirHtmlAndKeepTheirLink()
    {
        PRACTICE_OF_ROW(m_engines, {schema()});
        BdpmFixture fixture;
        fixture.addDrug(someCis, u"ESSAI 1 mg, comprimé"_qs, u"ESSAI"_qs);
        const QString html = u"<a target='_blank' href='https://ansm.sante.fr/avis'>Rappel de "_qs
                             u"lot &quot;B1&quot;</a>"_qs;
        fixture.addRow(noticesFile, {someCis, u"2026-05-01"_qs, u"2027-05-01"_qs, html});
        const auto detail = imported(db, fixture);
        QVERIFY_OK(detail);
        const Notice &notice = detail->notices.value.first();
        QCOMPARE(notice.wording, u"Rappel de lot \"B1\""_qs);
        QCOMPARE(notice.link, u"https://ansm.sante.fr/avis"_qs);
        QCOMPARE(notice.from, QDate(2026, 5, 1));
        QCOMPARE(notice.to, QDate(2027, 5, 1));
        QCOMPARE(detail->notices.source.file, u"CIS_InfoImportantes.txt"_qs);
    }
};
QTEST_GUILESS_MAIN(TestBdpmRows)
#include "tst_bdpmrows.moc"
