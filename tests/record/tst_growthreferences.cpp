// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/record/growthreferences.h>
#include <ambroise/record/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;
using enum GrowthIndicator;
using enum GrowthSex;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);

QByteArray fileOf(const QByteArray &name, const QByteArray &median)
{
    return "# name: " + name + "\n# source: une thèse\nindicator;sex;age_months;l;m;s\n" +
           "height;f;1;1;" + median + ";0.04\nheight;f;3;1;60;0.03\n";
}

QStringList names(const GrowthReferences &references)
{
    QStringList found;
    const auto releases = references.releases();
    for (const GrowthRelease &one : *releases)
        found << one.name;
    return found;
}

} // namespace

#define REFERENCES_OF_ROW(engines)                                                                 \
    PRACTICE_OF_ROW(engines, m_schemas);                                                           \
    GrowthReferences references(db, (engines).clock())

class TestGrowthReferences : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), record::schema()};
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QByteArray &content,
                               const QString &name = u"courbes.csv"_qs) const
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            return {};
        return out.fileName();
    }

private Q_SLOTS:
    void whatAPracticeObtainedIsReadByIt_data() { m_engines.addRows(); }
    void whatAPracticeObtainedIsReadByIt()
    {
        REFERENCES_OF_ROW(m_engines);
        const QByteArray content = fileOf("Essai", "54");
        QVERIFY_OK(references.import(file(content), doctor));
        const auto kept = references.releases();
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 1);
        const GrowthRelease &one = kept->first();
        QCOMPARE(one.name, u"Essai"_qs);
        QCOMPARE(one.source, u"une thèse"_qs);
        QCOMPARE(one.file, u"courbes.csv"_qs);
        QCOMPARE(one.rows, 2);
        QCOMPARE(one.sha256.size(), 64);
        QCOMPARE(one.importedBy, doctor.name());
        QCOMPARE(one.importedAt, m_engines.clock().now());
        QCOMPARE(*references.all(), QList{*GrowthReference::parse(content)});
    }

    void theSameNameIsReplacedAnotherStandsBeside_data() { m_engines.addRows(); }
    void theSameNameIsReplacedAnotherStandsBeside()
    {
        REFERENCES_OF_ROW(m_engines);
        QVERIFY_OK(references.import(file(fileOf("Essai", "54")), doctor));
        QVERIFY_OK(references.import(file(fileOf("Essai", "55")), doctor));
        QVERIFY_OK(references.import(file(fileOf("Autre", "56")), doctor));
        QCOMPARE(names(references), (QStringList{u"Autre"_qs, u"Essai"_qs}));
        QCOMPARE(references.all()->last().at(Height, Female, daysPerMonth)->m, 55.0);
    }

    void aBadFileChangesNothing_data() { m_engines.addRows(); }
    void aBadFileChangesNothing()
    {
        REFERENCES_OF_ROW(m_engines);
        const QByteArray good = fileOf("Essai", "54");
        QVERIFY_OK(references.import(file(good), doctor));
        QCOMPARE_SUBJECT(references.import(file(fileOf("Essai", "0.54")), doctor), "growth.row");
        QCOMPARE_SUBJECT(references.import(file(good.left(good.size() - 12)), doctor),
                         "growth.row");
        QCOMPARE_SUBJECT(references.import(file("taille;age\n"), doctor), "growth.columns");
        QCOMPARE_SUBJECT(references.import(file({}), doctor), "growth.source");
        QCOMPARE_SUBJECT(references.import(m_folder.path(), doctor), "growth.unreadable");
        QCOMPARE_SUBJECT(references.import(m_folder.filePath(u"absent"_qs), doctor),
                         "growth.unreadable");
        QFile large(m_folder.filePath(u"large.csv"_qs));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(17LL * 1024 * 1024));
        QCOMPARE_SUBJECT(references.import(large.fileName(), doctor), "growth.unreadable");
        QCOMPARE(*references.all(), QList{*GrowthReference::parse(good)});
    }

    void whatIsRemovedIsGone_data() { m_engines.addRows(); }
    void whatIsRemovedIsGone()
    {
        REFERENCES_OF_ROW(m_engines);
        QVERIFY_OK(references.import(file(fileOf("Essai", "54")), doctor));
        QCOMPARE_SUBJECT(references.remove(u"Autre"_qs), "growth.unknown");
        QVERIFY_OK(references.remove(u"Essai"_qs));
        QVERIFY(references.releases()->isEmpty());
        QVERIFY(references.all()->isEmpty());
    }

    void whatIsNoLongerAsItWasImportedIsTold_data() { m_engines.addRows(); }
    void whatIsNoLongerAsItWasImportedIsTold()
    {
        REFERENCES_OF_ROW(m_engines);
        QVERIFY_OK(references.import(file(fileOf("Essai", "54")), doctor));
        QVERIFY_OK(db.run("UPDATE growth_reference SET content = ?", {fileOf("Essai", "58")}));
        QCOMPARE_SUBJECT(references.all(), "growth.stored");
        QCOMPARE(references.releases()->size(), 1); // so that it can be removed
    }
};
QTEST_GUILESS_MAIN(TestGrowthReferences)
#include "tst_growthreferences.moc"
