// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/prefixindex.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using storage::PrefixIndex;

namespace {

const QList<storage::Schema> schemas = {
    {u"sample"_qs,
     {{1, u"0001_sample"_qs,
       u"CREATE TABLE sample_term (term {{text}} NOT NULL, kind INTEGER NOT NULL, weight INTEGER "
       u"NOT NULL,"
       " sort {{text}} NOT NULL, owner BIGINT NOT NULL);\n"
       "CREATE INDEX sample_term_by_term ON sample_term (term, kind, weight, sort, owner);\n"
       "CREATE INDEX sample_term_by_owner ON sample_term (owner, term);\n"_qs}}}};

enum Kind { Surname, GivenName };

Status fill(PrefixIndex &index)
{
    AMBROISE_CHECK(
        index.add(1, {{u"MARTIN"_qs, Surname}, {u"PAUL"_qs, GivenName}}, u"MARTIN PAUL"_qs));
    AMBROISE_CHECK(
        index.add(2, {{u"MARTINEZ"_qs, Surname}, {u"ANNE"_qs, GivenName}}, u"MARTINEZ ANNE"_qs));
    AMBROISE_CHECK(
        index.add(3, {{u"DUPONT"_qs, Surname}, {u"MARTIN"_qs, GivenName}}, u"DUPONT MARTIN"_qs));
    AMBROISE_CHECK(
        index.add(4, {{u"MARTIN"_qs, Surname}, {u"ANNE"_qs, GivenName}}, u"MARTIN ANNE"_qs));
    return done();
}

} // namespace

class TestPrefixIndex : public QObject {
    Q_OBJECT
    test::Engines m_engines;
private Q_SLOTS:
    void wholeWordsComeBeforeBeginningsAndFieldsInTheirOrder_data() { m_engines.addRows(); }
    void wholeWordsComeBeforeBeginningsAndFieldsInTheirOrder()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        PrefixIndex index(db, "sample_term");
        QVERIFY_OK(fill(index));
        QCOMPARE(*index.search({u"MARTIN"_qs}, 10), (QList<qint64>{4, 1, 3, 2}));
        QCOMPARE(*index.search({u"MARTIN"_qs}, 2), (QList<qint64>{4, 1}));
    }

    void everyWordMustBeFound_data() { m_engines.addRows(); }
    void everyWordMustBeFound()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        PrefixIndex index(db, "sample_term");
        QVERIFY_OK(fill(index));
        QCOMPARE(*index.search({u"MAR"_qs, u"AN"_qs}, 10), (QList<qint64>{4, 2}));
        QCOMPARE(*index.search({u"AN"_qs, u"MAR"_qs}, 10), (QList<qint64>{4, 2}));
        QCOMPARE(*index.search({u"MAR"_qs, u"ZOE"_qs}, 10), QList<qint64>{});
    }

    void nothingTypedFindsNothing()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, schemas);
        const auto db = database->connect();
        PrefixIndex index(**db, "sample_term");
        QVERIFY_OK(fill(index));
        QVERIFY(index.search({}, 10)->isEmpty());
        QVERIFY(index.search({QString()}, 10)->isEmpty());
    }

    void replacedTermsAreForgotten_data() { m_engines.addRows(); }
    void replacedTermsAreForgotten()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        PrefixIndex index(db, "sample_term");
        QVERIFY_OK(fill(index));
        QVERIFY_OK(index.replace(1, {{u"DURAND"_qs, Surname}}, u"DURAND"_qs));
        QCOMPARE(*index.search({u"PAUL"_qs}, 10), QList<qint64>{});
        QCOMPARE(*index.search({u"DUR"_qs}, 10), QList<qint64>{1});
    }
};
QTEST_GUILESS_MAIN(TestPrefixIndex)
#include "tst_prefixindex.moc"
