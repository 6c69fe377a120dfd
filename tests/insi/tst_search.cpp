// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <ambroise/identity/insisearch.h>

using namespace ambroise;
using namespace ambroise::identity;
using namespace ambroise::test;
using sandbox::InsiServer;

//! The search as INSi's tests of editors expect it, over real sockets.
class TestSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<InsiServer>(clockOfTheDay(), InsiServer::Options{0});
        QVERIFY_OK(m_server->listen());
    }
    void eachTestPersonGetsItsSequence_data()
    {
        QTest::addColumn<QString>("surname");
        QTest::addColumn<QString>("givenNames");
        QTest::addColumn<bool>("woman");
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QStringList>("sequence");
        QTest::addColumn<QString>("matricule");
        const auto row = [](const char *name, const QString &given, bool woman, QDate birth,
                            const QStringList &sequence, const QString &matricule,
                            const QString &place = {}) {
            QTest::newRow(qPrintable(QString::fromLatin1(name) + place))
                << QString::fromLatin1(name) << given << woman << birth << place << sequence
                << matricule;
        };
        const QStringList found{u"00"_qs};
        row("ADRUN", u"ZOE"_qs, true, {1975, 12, 31}, found, u"275126322074974"_qs);
        row("ADRTROIS", u"DOMINIQUE"_qs, true, {1997, 2, 26}, found, u"297022A02077878"_qs);
        row("ADRTROIS", u"TOUSSAINT"_qs, false, {1960, 1, 1}, found, u"160012B02077713"_qs,
            u"2B020"_qs);
        row("ECETINSI", u"PIERRE-ALAIN"_qs, false, {2009, 7, 14}, found, u"109076322083489"_qs);
        row("PROVISOIRE", u"MATRICULE"_qs, false, {2009, 7, 1}, found, u"109076322088835"_qs);
        row("CORSE", u"ANTHONY"_qs, false, {1980, 3, 2}, found, u"180032B02040123"_qs);
        row("HERMANN", u"GATIEN"_qs, false, {1981, 3, 24}, found, u"181036322045660"_qs);
        row("TCHITCHI", u"OLA CATARINA"_qs, true, {1936, 6, 21}, {u"01"_qs, u"00"_qs},
            u"236066322083656"_qs);
        row("HOUILLES", u"PIERRE PAUL JACQUES"_qs, false, {1993, 1, 27},
            {u"01"_qs, u"01"_qs, u"01"_qs, u"01"_qs}, {});
        row("NESSI", u"MICHELANGELO"_qs, false, {2010, 8, 7}, found, u"110086322083060"_qs);
        row("DE VINCI", u"LEONARDO"_qs, false, {2014, 2, 1}, {u"02"_qs}, {});
        row("DE VINCI", u"LEONARDO"_qs, false, {2014, 2, 1}, {u"02"_qs, u"00"_qs},
            u"1140275056101"_qs + sandbox::matriculeKey(u"1140275056101"_qs), u"75056"_qs);
    }
    void eachTestPersonGetsItsSequence()
    {
        QFETCH(const QString, surname);
        QFETCH(const QString, givenNames);
        QFETCH(const bool, woman);
        QFETCH(const QDate, birth);
        QFETCH(const QString, place);
        QFETCH(const QStringList, sequence);
        QFETCH(const QString, matricule);
        Desk desk(*m_server, settingsFor(m_server->certificateEndpoint()));
        InsiSearch search(desk.service);
        const qsizetype before = m_server->served().size();
        QStringList journal;
        const auto answer = waitFor(search.run(
            {*BirthSurname::parse(surname), *GivenNames::parse(givenNames.section(u' ', 0, 0)),
             *GivenNames::parse(givenNames), woman ? Sex::Female : Sex::Male, birth, place},
            [&](const InsiSearch::Call &call) { journal << call.asked.givenName.text(); }));
        QVERIFY_OK(answer);
        QStringList outcomes;
        for (const auto &served : m_server->served().mid(before))
            outcomes << served.outcome;
        QCOMPARE(outcomes, sequence);
        QCOMPARE(journal.size(), sequence.size());
        QCOMPARE(answer->person ? answer->person->ins.matricule.toString() : QString(), matricule);
        if (surname == u"HOUILLES")
            QCOMPARE(journal, (QStringList{u"PIERRE"_qs, u"PAUL"_qs, u"JACQUES"_qs,
                                           u"PIERRE PAUL JACQUES"_qs}));
    }

private:
    std::unique_ptr<InsiServer> m_server;
};
QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
