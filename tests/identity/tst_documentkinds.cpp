// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/identity/documentkinds.h>
#include <ambroise/identity/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::identity;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const DocumentKind pilotLicence{u"X1"_qs, u"Licence de pilote"_qs, Trust::Low};

ListedKind listed(const DocumentKinds &kinds, const QString &code)
{
    const QList<ListedKind> all = *kinds.all();
    for (const ListedKind &one : all)
        if (one.kind.code == code)
            return one;
    return {};
}

} // namespace

//! Declares `db`, `journal` and `kinds` on a fresh practice of the row's engine.
#define KINDS_OF_ROW(engines)                                                                      \
    PRACTICE_OF_ROW(engines, (QList<storage::Schema>{audit::schema(), identity::schema()}));       \
    audit::Journal journal(db, (engines).key(), (engines).clock());                                \
    DocumentKinds kinds(db, journal)

//! The practice's own list of documents of identification.
class TestDocumentKinds : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static QString lastDetail(audit::Journal &journal)
    {
        audit::Filter newest;
        newest.limit = 1;
        return journal.find(newest)->first().deed.detail;
    }

private Q_SLOTS:
    void thePracticeBeginsWithTheUsualOnes_data() { m_engines.addRows(); }
    void thePracticeBeginsWithTheUsualOnes()
    {
        KINDS_OF_ROW(m_engines);
        QCOMPARE(*kinds.offered(), usualDocumentKinds());
    }

    void anotherOneIsAddedAtTheEnd_data() { m_engines.addRows(); }
    void anotherOneIsAddedAtTheEnd()
    {
        KINDS_OF_ROW(m_engines);
        QVERIFY_OK(kinds.add(pilotLicence, doctor));
        QCOMPARE(*kinds.offered(), usualDocumentKinds() << pilotLicence);
        QCOMPARE(lastDetail(journal), u"identity_document X1 added,trust=low"_qs);
    }

    void aCodeAndANameStandForOneDocument_data() { m_engines.addRows(); }
    void aCodeAndANameStandForOneDocument()
    {
        KINDS_OF_ROW(m_engines);
        const auto refused = [&](const QString &code, const QString &label) {
            return test::subjectOf(kinds.add({code, label}, doctor)) == u"evidence.kinds";
        };
        QVERIFY(refused({}, u"Licence"_qs));
        QVERIFY(refused(u"X1"_qs, u"  "_qs));
        QVERIFY(refused(u"pa"_qs, u"Licence"_qs));
        QVERIFY(refused(u"X1"_qs, u"PASSEPORT"_qs));
        QVERIFY(refused(u"trop-long"_qs, u"Licence"_qs));
        QVERIFY(refused(u"X1"_qs, QString(81, u'x')));
        QCOMPARE(*kinds.offered(), usualDocumentKinds());
    }

    void aNameAndATrustChange_data() { m_engines.addRows(); }
    void aNameAndATrustChange()
    {
        KINDS_OF_ROW(m_engines);
        QVERIFY_OK(kinds.add(pilotLicence, doctor));
        const ListedKind before = listed(kinds, u"X1"_qs);
        ListedKind after = before;
        after.kind.label = u"  Licence   de planeur "_qs;
        after.kind.trust = Trust::High;
        QVERIFY_OK(kinds.change(before, after, doctor));
        QCOMPARE(listed(kinds, u"X1"_qs).kind.label, u"Licence de planeur"_qs);
        QCOMPARE(listed(kinds, u"X1"_qs).kind.trust, Trust::High);
        QCOMPARE(lastDetail(journal), u"identity_document X1 label,trust=high"_qs);
    }

    void aRetiredOneIsNotOfferedAndComesBack_data() { m_engines.addRows(); }
    void aRetiredOneIsNotOfferedAndComesBack()
    {
        KINDS_OF_ROW(m_engines);
        const ListedKind before = listed(kinds, u"CE"_qs);
        const ListedKind after{before.kind, false};
        QVERIFY_OK(kinds.change(before, after, doctor));
        QVERIFY(!kinds.offered()->contains(before.kind));
        QCOMPARE(kinds.all()->size(), usualDocumentKinds().size());
        QCOMPARE_SUBJECT(kinds.add({u"CE"_qs, u"Autre"_qs}, doctor), "evidence.kinds");
        QVERIFY_OK(kinds.change(after, before, doctor));
        QCOMPARE(*kinds.offered(), usualDocumentKinds());
    }

    void whoWasFasterIsNotOverwritten_data() { m_engines.addRows(); }
    void whoWasFasterIsNotOverwritten()
    {
        KINDS_OF_ROW(m_engines);
        const ListedKind seen = listed(kinds, u"CS"_qs);
        ListedKind theirs = seen;
        theirs.kind.label = u"Titre ou carte de séjour"_qs;
        QVERIFY_OK(kinds.change(seen, theirs, doctor));
        QCOMPARE_SUBJECT(kinds.change(seen, {seen.kind, false}, doctor), "storage.version");
        QCOMPARE(listed(kinds, u"CS"_qs), theirs);
    }

    void whatTheRnivDoesNotTrustIsNotRaised_data() { m_engines.addRows(); }
    void whatTheRnivDoesNotTrustIsNotRaised()
    {
        KINDS_OF_ROW(m_engines);
        for (const QString &code : {u"CV"_qs, u"CD"_qs, u"CE"_qs}) {
            const ListedKind before = listed(kinds, code);
            ListedKind after = before;
            after.kind.trust = Trust::High;
            QCOMPARE_SUBJECT(kinds.change(before, after, doctor), "evidence.low_trust");
            QCOMPARE(listed(kinds, code), before);
        }
    }

    void aBirthCertificateStaysForMinors_data() { m_engines.addRows(); }
    void aBirthCertificateStaysForMinors()
    {
        KINDS_OF_ROW(m_engines);
        const ListedKind before = listed(kinds, u"AN"_qs);
        ListedKind after = before;
        after.kind.forWhom = ForWhom::Anyone;
        QCOMPARE_SUBJECT(kinds.change(before, after, doctor), "evidence.minors_only");
        QCOMPARE(listed(kinds, u"AN"_qs), before);
    }

    void nothingIsProvedByACarteVitaleWhateverAListSays()
    {
        const DocumentKind raised{u"CV"_qs, u"Carte Vitale"_qs, Trust::High};
        const auto shown = Evidence::make({raised, Presentation::Original}, QDate(1991, 9, 2),
                                          QDate(2026, 11, 26));
        QVERIFY(!shown->proves());
    }
};

QTEST_GUILESS_MAIN(TestDocumentKinds)
#include "tst_documentkinds.moc"
