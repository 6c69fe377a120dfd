// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/textindex.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using storage::TextIndex;

namespace {

const storage::Migration text{1, u"0001_sample"_qs, u"{{text_index sample_text}};\n"_qs};
const storage::Migration words{2, u"0002_words"_qs, u"{{text_index_words sample_text}};\n"_qs};
const storage::Migration serverWords{3, u"0003_words_server"_qs,
                                     u"{{text_index_words_server sample_text}};\n"_qs};
const QList<storage::Schema> schemas = {{u"sample"_qs, {text, words, serverWords}}};

const QString letter = QChar(0xE000) + u"letter"_qs;

} // namespace

class TestTextIndex : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static Status fill(TextIndex &index)
    {
        AMBROISE_CHECK(index.put(10, {u"TOUX"_qs, u"SECHE"_qs, u"FIEVRE"_qs}));
        AMBROISE_CHECK(index.put(30, {u"TOUX"_qs, u"GRASSE"_qs, u"13"_qs}));
        return index.put(20, {letter, u"CARDIOLOGIE"_qs, u"TOUX"_qs});
    }

private Q_SLOTS:
    void everyWordIsLookedForByItsBeginningTheGreatestKeyFirst_data() { m_engines.addRows(); }
    void everyWordIsLookedForByItsBeginningTheGreatestKeyFirst()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        TextIndex index(db, "sample_text");
        QVERIFY_OK(fill(index));
        QCOMPARE(*index.search({u"TO"_qs}, {}, 10), (QList<qint64>{30, 20, 10}));
        QCOMPARE(*index.search({u"TOUX"_qs, u"FIE"_qs}, {}, 10), QList<qint64>{10});
        QCOMPARE(*index.search({u"1"_qs}, {}, 10), QList<qint64>{30});
        QCOMPARE(*index.search({u"OUX"_qs}, {}, 10), QList<qint64>{});
        QCOMPARE(*index.search({u"TOUX"_qs}, {}, 2), (QList<qint64>{30, 20}));
        QCOMPARE(*index.search({u"TOUX"_qs}, {}, 10, 30), (QList<qint64>{20, 10}));
    }

    void aWholeWordIsNotFoundByItsBeginning_data() { m_engines.addRows(); }
    void aWholeWordIsNotFoundByItsBeginning()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        TextIndex index(db, "sample_text");
        QVERIFY_OK(fill(index));
        QCOMPARE(*index.search({u"TOUX"_qs}, {letter}, 10), QList<qint64>{20});
        QCOMPARE(*index.search({}, {letter.left(4)}, 10), QList<qint64>{});
        QCOMPARE(*index.search({u"LETTER"_qs}, {}, 10), QList<qint64>{});
    }

    void whatIsPutAgainIsFoundByItsNewWordsOnly_data() { m_engines.addRows(); }
    void whatIsPutAgainIsFoundByItsNewWordsOnly()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        TextIndex index(db, "sample_text");
        QVERIFY_OK(fill(index));
        QVERIFY_OK(index.put(10, {u"RHUME"_qs}));
        QCOMPARE(*index.search({u"FIEVRE"_qs}, {}, 10), QList<qint64>{});
        QCOMPARE(*index.search({u"RHU"_qs}, {}, 10), QList<qint64>{10});
        QVERIFY_OK(index.remove(10));
        QCOMPARE(*index.search({u"RHU"_qs}, {}, 10), QList<qint64>{});
    }

    void aTextOfAMillionWordsIsKeptByItsFirstOnes_data() { m_engines.addRows(); }
    void aTextOfAMillionWordsIsKeptByItsFirstOnes()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        TextIndex index(db, "sample_text");
        QStringList words;
        for (int i = 0; i < 100'000; ++i)
            words << u"MOT%1"_qs.arg(i);
        words << QString(5000, u'A');
        QVERIFY_OK(index.put(1, words));
        QCOMPARE(*index.search({u"MOT19999"_qs}, {}, 10), QList<qint64>{1});
        QCOMPARE(*index.search({u"MOT99999"_qs}, {}, 10), QList<qint64>{});
    }

    void aBeginningOfMoreWordsThanCanBeNamedIsFoundAllTheSame_data() { m_engines.addRows(); }
    void aBeginningOfMoreWordsThanCanBeNamedIsFoundAllTheSame()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        TextIndex index(db, "sample_text");
        for (int i = 0; i < 150; ++i)
            QVERIFY_OK(index.put(i, {u"MOTS%1"_qs.arg(i, 3, 10, QChar(u'0'))}));
        QCOMPARE(index.search({u"MOTS"_qs}, {}, 1000)->size(), 150);
        QCOMPARE(index.search({u"MOTS1"_qs}, {}, 1000)->size(), 50);
    }

    void everyAlphabetIsFoundByABeginning_data() { m_engines.addRows(); }
    void everyAlphabetIsFoundByABeginning()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        TextIndex index(db, "sample_text");
        QVERIFY_OK(index.put(1, {u"ΠΝΕΥΜΟΝΑΣ"_qs, u"АНАЛИЗ"_qs, u"STRASSE"_qs}));
        QCOMPARE(*index.search({u"ΠΝΕΥΜ"_qs}, {}, 10), QList<qint64>{1});
        QCOMPARE(*index.search({u"АНАЛ"_qs, u"STRAS"_qs}, {}, 10), QList<qint64>{1});
    }

    void textsOfAnOlderProgramAreFoundByABeginning_data() { m_engines.addRows(); }
    void textsOfAnOlderProgramAreFoundByABeginning()
    {
        QFETCH(int, engine);
        const bool embedded = storage::Engine(engine) == storage::Engine::Embedded;
        const auto database = m_engines.practice(storage::Engine(engine), {{u"sample"_qs, {text}}});
        if (!database)
            QSKIP("no server here");
        const auto before = database->connect();
        QVERIFY_OK((*before)->run(embedded ? "INSERT INTO sample_text (rowid, words) VALUES (?, ?)"
                                           : "INSERT INTO sample_text (key, words) VALUES (?,"
                                             " array_to_tsvector(string_to_array(?, ' ')))",
                                  {7, u"DIABETE EQUILIBRE"_qs}));
        const storage::Migrator newer(*database, schemas, m_engines.clock());
        QVERIFY_OK(newer.migrate());
        const auto db = database->connect();
        TextIndex index(**db, "sample_text");
        QCOMPARE(*index.search({u"DIABE"_qs}, {}, 10), QList<qint64>{7});
        QVERIFY_OK(index.put(8, {u"DIABETIQUE"_qs}));
        QCOMPARE(*index.search({u"DIABE"_qs}, {}, 10), (QList<qint64>{8, 7}));
        QCOMPARE(*index.search({u"D"_qs}, {}, 10), (QList<qint64>{8, 7}));
    }

    void whatIsNoWordDoesNoHarm_data() { m_engines.addRows(); }
    void whatIsNoWordDoesNoHarm()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        TextIndex index(db, "sample_text");
        QVERIFY_OK(fill(index));
        QVERIFY_OK(index.search({u"TO'UX"_qs}, {}, 10));
        QCOMPARE(*index.search({u"TO\"U\\X"_qs}, {}, 10), (QList<qint64>{30, 20, 10}));
        QCOMPARE(*index.search({u"*"_qs, u"'"_qs}, {}, 10), QList<qint64>{});
    }

    void nothingOfWhatWasUndoneIsFound_data() { m_engines.addRows(); }
    void nothingOfWhatWasUndoneIsFound()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        TextIndex index(db, "sample_text");
        {
            auto transaction = storage::Transaction::begin(db);
            QVERIFY_OK(transaction);
            QVERIFY_OK(fill(index));
        }
        QCOMPARE(*index.search({u"TOUX"_qs}, {}, 10), QList<qint64>{});
    }
};

QTEST_GUILESS_MAIN(TestTextIndex)
#include "tst_textindex.moc"
