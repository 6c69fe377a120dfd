// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/realdata.h"
#include "clinicalfixture.h"

#include <ambroise/drugs/substancemap.h>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

//! Names of the base, without the salt.
QSet<QString> basesOfBdpm()
{
    QSet<QString> bases;
    QFile file(test::bdpmFolder() + u"/2026-05/CIS_COMPO_bdpm.txt"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return bases;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() < 4)
            continue;
        const QString name = QString::fromLatin1(columns.at(3));
        const QString key = drugs::substanceKey(name);
        bases << key << drugs::substanceBase(key);
    }
    return bases;
}

ClinicalTables withRow(QString ClinicalTables::*table, const QString &row)
{
    ClinicalTables tables = ClinicalTables::builtIn();
    tables.*table += row + u'\n';
    return tables;
}

} // namespace

class TestClinicalKnowledge : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyShippedRowIsRead()
    {
        const auto made = ClinicalKnowledge::make(ClinicalTables::builtIn());
        QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().detail));
        QVERIFY(made->classes().size() > 50);
        QVERIFY(made->crossReactions().size() > 20);
        QVERIFY(made->doses().size() > 100);
        QVERIFY(made->states().size() > 100);
        QVERIFY(!made->direct().risk.isEmpty());
        for (const StateRule &rule : made->states())
            QVERIFY(!rule.source.name.isEmpty() && !rule.source.version.isEmpty());
    }

    void aBadRowIsRefused_data()
    {
        QTest::addColumn<QString>("row");
        const QString end = u"\trisque\tconduite\tRCP § 4.3\t-\tà relire"_qs;
        QTest::newRow("columns") << u"PARACÉTAMOL\tgénérale"_qs;
        QTest::newRow("level") << u"PARACÉTAMOL\tgénérale\tage<3\tperhaps\t-"_qs + end;
        QTest::newRow("condition") << u"PARACÉTAMOL\tgénérale\tage~3\twarn\t-"_qs + end;
        QTest::newRow("code") << u"PARACÉTAMOL\tgénérale\thas 25\twarn\t-"_qs + end;
        QTest::newRow("no condition") << u"PARACÉTAMOL\tgénérale\t\twarn\t-"_qs + end;
        QTest::newRow("class") << u"@nothing\tgénérale\tage<3\twarn\t-"_qs + end;
        QTest::newRow("nothing") << u"\tgénérale\tage<3\twarn\t-"_qs + end;
        QTest::newRow("no source")
            << u"PARACÉTAMOL\tgénérale\tage<3\twarn\t-\trisque\tconduite\t\t-\tà relire"_qs;
        QTest::newRow("read, without a date")
            << u"PARACÉTAMOL\tgénérale\tage<3\twarn\t-\trisque\tconduite\tRCP\t-\tlu"_qs;
        QTest::newRow("review")
            << u"PARACÉTAMOL\tgénérale\tage<3\twarn\t-\trisque\tconduite\tRCP\t2024-01-01\tsûr"_qs;
    }
    void aBadRowIsRefused()
    {
        QFETCH(const QString, row);
        const auto made = ClinicalKnowledge::make(withRow(&ClinicalTables::states, row));
        QVERIFY(!made.ok());
        QCOMPARE(made.error().subject, u"knowledge.table"_qs);
    }

    void aDoseThatIsNoNumberIsRefused()
    {
        const QString row = u"PARACÉTAMOL\tgénérale\t-\t-\tbeaucoup\t-\t-\t-\twarn\tr\tc\tRCP\t-\t"
                            "à relire"_qs;
        QVERIFY(!ClinicalKnowledge::make(withRow(&ClinicalTables::doses, row)).ok());
    }

    void everySubstanceIsOneOfTheBase()
    {
        const QSet<QString> bases = basesOfBdpm();
        if (bases.isEmpty())
            QSKIP("The public drug base is not at hand (AMBROISE_SHARED)");
        // Another spelling than the base's.
        const QStringList spellings{u"BUPROPION"_qs};
        QStringList unknown = spellings;
        const auto look = [&](const SubstanceSet &set) {
            for (const QString &name : set.names())
                if (!bases.contains(name) && !unknown.contains(name))
                    unknown << name;
        };
        const ClinicalKnowledge &tables = ClinicalKnowledge::builtIn();
        for (const SubstanceClass &one : tables.classes())
            look(one.members);
        for (const DoseRule &one : tables.doses())
            look(one.substances);
        for (const StateRule &one : tables.states())
            look(one.substances);
        for (const QString &name : spellings)
            unknown.removeAll(name);
        unknown.sort();
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u", "_qs)));
    }
};

QTEST_GUILESS_MAIN(TestClinicalKnowledge)
#include "tst_clinicalknowledge.moc"
