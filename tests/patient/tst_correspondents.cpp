// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/correspondent.h>

using namespace ambroise;
using namespace ambroise::patient;

#define BOOK_OF_ROW(engines)                                                                       \
    PRACTICE_OF_ROW(engines, test::patientSchemas());                                              \
    audit::Journal journal(db, (engines).key(), (engines).clock());                                \
    CorrespondentRepository book(db, journal, (engines).clock())

class TestCorrespondents : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static Correspondent marchal()
    {
        Correspondent one;
        one.title = u"Dr"_qs;
        one.surname = u"Marchal"_qs;
        one.givenName = u"Anne"_qs;
        one.profession = u"Cardiologue"_qs;
        one.phone = *PhoneNumber::parse(u"04 65 71 00 11");
        one.mssAddress = *EmailAddress::parse(u"anne.marchal@medecin.example");
        one.address = {u"4 place du Port"_qs, u"38000"_qs, u"Grenoble"_qs, {}};
        return one;
    }
    static Correspondent laboratory()
    {
        Correspondent one;
        one.surname = u"Laboratoire du Port"_qs;
        one.address.city = u"Grenoble"_qs;
        return one;
    }

private Q_SLOTS:
    void somebodyIsFoundByTheBeginningsOfNameProfessionAndCity_data() { m_engines.addRows(); }
    void somebodyIsFoundByTheBeginningsOfNameProfessionAndCity()
    {
        BOOK_OF_ROW(m_engines);
        const auto id = book.save(marchal(), test::brunel);
        QVERIFY_OK(id);
        QVERIFY_OK(book.save(laboratory(), test::brunel));
        for (const QString &typed : {u"march"_qs, u"cardio gre"_qs, u"ANNE"_qs}) {
            const auto found = book.search(typed);
            QVERIFY_OK(found);
            QCOMPARE(found->size(), 1);
            QCOMPARE(found->first().id, *id);
        }
        QCOMPARE(book.search(u"gren")->size(), 2);
        QVERIFY(book.search(u"neurologue")->isEmpty());
        QCOMPARE(book.search({})->size(), 2);
    }

    void allThatIsWrittenIsReadAgain_data() { m_engines.addRows(); }
    void allThatIsWrittenIsReadAgain()
    {
        BOOK_OF_ROW(m_engines);
        Correspondent one = marchal();
        one.rpps = u"10003412348"_qs;
        one.note = u"le mardi"_qs;
        const auto id = book.save(one, test::brunel);
        QVERIFY_OK(id);
        one.id = *id;
        one.version = 1;
        QCOMPARE(*book.find(*id), one);
    }

    void aPersonIsNamedWithTheirTitleAndAPlaceByItsName()
    {
        QCOMPARE(displayName(marchal()), u"Dr Anne MARCHAL"_qs);
        QCOMPARE(displayName(laboratory()), u"Laboratoire du Port"_qs);
    }

    void whoIsArchivedIsNotProposedButKnown_data() { m_engines.addRows(); }
    void whoIsArchivedIsNotProposedButKnown()
    {
        BOOK_OF_ROW(m_engines);
        const auto id = book.save(marchal(), test::brunel);
        Correspondent gone = *book.find(*id);
        gone.archived = true;
        QVERIFY_OK(book.save(gone, test::brunel));
        QVERIFY(book.search(u"march")->isEmpty());
        QCOMPARE(book.search(u"march", 50, true)->size(), 1);
        QVERIFY(book.find(*id)->archived);
    }

    void twoPostsDoNotOverwriteEachOther_data() { m_engines.addRows(); }
    void twoPostsDoNotOverwriteEachOther()
    {
        BOOK_OF_ROW(m_engines);
        const auto id = book.save(marchal(), test::brunel);
        Correspondent mine = *book.find(*id);
        QVERIFY_OK(book.save(mine, test::brunel));
        QCOMPARE_SUBJECT(book.save(mine, test::fontanel), "storage.version");
    }

    void aNumberIsOfOnePersonAndANameIsNeeded_data() { m_engines.addRows(); }
    void aNumberIsOfOnePersonAndANameIsNeeded()
    {
        BOOK_OF_ROW(m_engines);
        Correspondent one = marchal();
        one.rpps = u"1000 341 2348"_qs;
        QVERIFY_OK(book.save(one, test::brunel));
        one.surname = u"Marchand"_qs;
        QCOMPARE_SUBJECT(book.save(one, test::brunel), "correspondent.known");
        one.rpps = u"12"_qs;
        QCOMPARE_SUBJECT(book.save(one, test::brunel), "rpps.shape");
        QCOMPARE_SUBJECT(book.save({}, test::brunel), "correspondent.name");
        one = marchal();
        one.surname = QString(200, u'M');
        QCOMPARE_SUBJECT(book.save(one, test::brunel), "patient.length");
    }
};

QTEST_GUILESS_MAIN(TestCorrespondents)
#include "tst_correspondents.moc"
