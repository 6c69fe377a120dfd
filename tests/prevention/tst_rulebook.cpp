// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/rulebook.h>
#include <ambroise/prevention/vaccines.h>

#include <support/result.h>

#include <QSet>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prevention;

namespace {

const QByteArray right = R"json({
  "version": "2026-01-01",
  "sources": {"s": {"document": "Calendrier", "date": "2026-01-01", "url": "a.example"}},
  "seasons": {"winter": [{"from": "2026-10-13", "until": "2027-01-31"}]},
  "rules": [
    {"id": "one", "kind": "screening", "label": "Un",
     "who": [{"from": "P50Y", "until": "P75Y"}],
     "every": {"periods": ["P2Y"]},
     "source": {"ref": "s", "where": "p. 2"}},
    {"id": "two", "kind": "vaccination", "label": "Deux", "valences": ["influenza"],
     "who": [{"from": "P65Y"}],
     "season": {"of": "winter"},
     "source": {"ref": "s", "where": "p. 3"}}
  ]
})json";

Result<RuleBook> parsed(const QByteArray &json)
{
    return RuleBook::parse({{u"t.json"_qs, json}});
}

} // namespace

class TestRuleBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyShippedRuleHasASourceWithItsDate()
    {
        const auto book = RuleBook::shipped();
        QVERIFY_OK(book);
        QVERIFY(book->rules().size() > 30);
        for (const Rule &rule : book->rules()) {
            QVERIFY2(!rule.source.document.isEmpty(), qPrintable(rule.id));
            QVERIFY2(rule.source.date.isValid(), qPrintable(rule.id));
            QVERIFY2(rule.source.url.startsWith(u"https://"), qPrintable(rule.id));
            QVERIFY2(rule.source.date <= book->version(), qPrintable(rule.id));
        }
    }

    void aChildHasTwentyExaminations()
    {
        const auto book = RuleBook::shipped();
        const auto &ages = std::get<Ages>(book->rule(u"examens-enfant")->schedule);
        QCOMPARE(ages.steps.size(), 20);
        const QDate birth(2026, 1, 1);
        int early = 0;
        for (const Step &step : ages.steps)
            if (step.late->after(birth) <= birth.addYears(3))
                ++early;
        QCOMPARE(early, 13); // the decree's count under three years
    }

    void everyValenceOfARuleIsThatOfAVaccine()
    {
        const auto book = RuleBook::shipped();
        const auto vaccines = Vaccines::shipped();
        QVERIFY_OK(vaccines);
        for (const Rule &rule : book->rules())
            for (const QStringList &any : rule.valences)
                for (const QString &valence : any)
                    QVERIFY2(vaccines->valences().contains(valence), qPrintable(valence));
    }

    void aVaccineIsKnownByTheBeginningOfItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("valences");
        const QStringList ror{u"measles"_qs, u"mumps"_qs, u"rubella"_qs};
        QTest::newRow("box") << u"PRIORIX, poudre et solvant pour solution injectable"_qs << ror;
        QTest::newRow("typed") << u"priorix"_qs << ror;
        QTest::newRow("longer name") << u"Priorix-Tetra"_qs << ror + QStringList{u"varicella"_qs};
        QTest::newRow("signs") << u"M-M-RVAXPRO"_qs << ror;
        QTest::newRow("number") << u"Prevenar 20, suspension"_qs << QStringList{u"pneumo-20"_qs};
        QTest::newRow("other number") << u"Prevenar 205"_qs << QStringList{};
        QTest::newRow("suffix") << u"VaxigripTetra"_qs << QStringList{u"influenza"_qs};
        QTest::newRow("no vaccine") << u"DOLIPRANE 1000 mg"_qs << QStringList{};
        QTest::newRow("nothing") << QString() << QStringList{};
    }
    void aVaccineIsKnownByTheBeginningOfItsName()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, valences);
        QCOMPARE(Vaccines::shipped()->valencesOf(name), valences);
    }

    void aWrongFileIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *from, const char *to, const char *where) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(where);
        };
        row("no JSON", "\"P50Y\",", "\"P50Y\" oops", "t.json:7:");
        row("no such length", "\"P2Y\"", "\"2 ans\"", "t.json:6: \"one\"");
        row("unknown word", "\"every\"", "\"evry\"", "t.json:6: \"one\": unknown \"evry\"");
        row("no schedule", "\"season\": {\"of\": \"winter\"},", "", "t.json:10: \"two\"");
        row("no such season", "\"of\": \"winter\"", "\"of\": \"summer\"", "t.json:10: \"two\"");
        row("no such source", "\"ref\": \"s\", \"where\": \"p. 3\"",
            "\"ref\": \"x\", \"where\": \"p. 3\"", "t.json:10: \"two\"");
        row("source without date", "\"date\": \"2026-01-01\", ", "", "t.json:1:");
        row("source without place", "\"where\": \"p. 2\"", "\"where\": \"\"", "t.json:6: \"one\"");
        row("no label", "\"label\": \"Un\"", "\"label\": \"\"", "t.json:6: \"one\"");
        row("twice", "\"id\": \"two\"", "\"id\": \"one\"", "twice");
        row("ages the wrong way", "\"P75Y\"", "\"P40Y\"", "t.json:6: \"one\"");
        row("no version", "\"version\": \"2026-01-01\",", "", "no \"version\"");
        row("vaccine without valences", "\"valences\": [\"influenza\"],", "", "t.json:10: \"two\"");
        row("unknown condition", "\"from\": \"P65Y\"", "\"anyOf\": [\"x\"]", "\"two\": unknown x");
        row("unknown kind", "\"kind\": \"screening\"", "\"kind\": \"other\"", "t.json:6: \"one\"");
    }
    void aWrongFileIsRefusedWithItsLine()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QString, where);
        QVERIFY_OK(parsed(right));
        QVERIFY(right.contains(from));
        QByteArray json = right;
        const auto book = parsed(json.replace(from, to));
        QCOMPARE_SUBJECT(book, "prevention.rules");
        QVERIFY2(book.error().detail.contains(where), qPrintable(book.error().detail));
    }
};
QTEST_GUILESS_MAIN(TestRuleBook)
#include "tst_rulebook.moc"
