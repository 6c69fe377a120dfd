// SPDX-License-Identifier: GPL-3.0-or-later
#include "signingpractice.h"

#include <ambroise/drugs/formulary.h>

#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prescription;
using test::doctor;
using test::whose;

namespace {

Result<PrintedOrdonnance> paper(const OrdonnanceContent &content, const QString &)
{
    return PrintedOrdonnance{"paper of " + content.number().value().toUtf8(),
                             3,
                             {{Support::Ordinary, 1, 2}, {Support::Secured, 3, 1}}};
}

Result<PrintedOrdonnance> duplicate(const OrdonnanceContent &, const QString &)
{
    return PrintedOrdonnance{"duplicate", 1, {}};
}

} // namespace

class TestRepository : public QObject {
    Q_OBJECT
    test::Engines m_engines;
private Q_SLOTS:
    void aSignedOrdonnanceIsKeptWithItsPaperAndTold_data() { m_engines.addRows(); }
    void aSignedOrdonnanceIsKeptWithItsPaperAndTold()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice s(db, m_engines);
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto signedOne = s.ordonnances.sign(whose, test::sampleParts(), paper, doctor);
        QVERIFY_OK(signedOne);
        const auto kept = s.ordonnances.byNumber(signedOne->content.number());
        QVERIFY_OK(kept);
        QCOMPARE(kept->content.canonical(), signedOne->content.canonical());
        QCOMPARE(*s.ordonnances.pdf(*kept, doctor),
                 "paper of " + kept->content.number().value().toUtf8());
        QCOMPARE(s.ordonnances.ofPatient(patient::RecordIds(whose))->size(), 1);
        const QDateTime now = m_engines.clock().now();
        QCOMPARE(s.ordonnances.ofPatient(patient::RecordIds(whose), now.addDays(-1))->size(), 1);
        QCOMPARE(s.ordonnances.ofPatient(patient::RecordIds(whose), now.addDays(1))->size(), 0);
        QVERIFY_OK(OrdonnanceCode::parse(kept->code)->verify(*s.certificates.trusted()));
        QCOMPARE(s.journal.find({.action = audit::Action::Sign})->first().deed.patient, whose);
        QVERIFY(s.ordonnances.damaged()->isEmpty());
    }

    void anOrdonnanceTellsTheBaseOfItsDay_data() { m_engines.addRows(); }
    void anOrdonnanceTellsTheBaseOfItsDay()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice s(db, m_engines);
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto before = s.ordonnances.sign(whose, test::sampleParts(), paper, doctor);
        QVERIFY_OK(before);
        QVERIFY(before->bases.isEmpty());
        QVERIFY_OK(drugs::importFormulary(db, m_engines.clock()));
        const auto after = s.ordonnances.sign(whose, test::sampleParts(), paper, doctor);
        QVERIFY_OK(after);
        const auto kept = s.ordonnances.byNumber(after->content.number());
        QCOMPARE(kept->bases, QStringList{u"formulary 2026-05-26"_qs});
        QVERIFY(s.ordonnances.byNumber(before->content.number())->bases.isEmpty());
    }

    void whatIsPrintedAgainIsADuplicate_data() { m_engines.addRows(); }
    void whatIsPrintedAgainIsADuplicate()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice s(db, m_engines);
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto number =
            s.ordonnances.sign(whose, test::sampleParts(), paper, doctor)->content.number();
        for (int seen = 0; seen < 2; ++seen) { // looking at it is no printing
            const auto sheets =
                s.ordonnances.toPrint(*s.ordonnances.byNumber(number), duplicate, doctor);
            QVERIFY_OK(sheets);
            QCOMPARE(sheets->pdf, "paper of " + number.value().toUtf8());
            QCOMPARE(sheets->pages, 3);
            QCOMPARE(sheets->supports,
                     (QList<SupportPages>{{Support::Ordinary, 1, 2}, {Support::Secured, 3, 1}}));
        }
        QVERIFY(s.journal.find({.action = audit::Action::Print})->isEmpty());
        QVERIFY_OK(s.ordonnances.notePrinted(number, doctor));
        QCOMPARE(s.journal.find({.action = audit::Action::Print})->size(), 1);
        QCOMPARE(s.ordonnances.toPrint(*s.ordonnances.byNumber(number), duplicate, doctor)->pdf,
                 "duplicate");
        QCOMPARE(*s.ordonnances.pdf(*s.ordonnances.byNumber(number), doctor),
                 "paper of " + number.value().toUtf8());
    }

    void nothingIsKeptWhereThePaperFails_data() { m_engines.addRows(); }
    void nothingIsKeptWhereThePaperFails()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice s(db, m_engines);
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto outOfPaper = [](const OrdonnanceContent &,
                                   const QString &) -> Result<PrintedOrdonnance> {
            return Error{ErrorCode::Unavailable, u"pdf.write"_qs, {}};
        };
        QCOMPARE_SUBJECT(s.ordonnances.sign(whose, test::sampleParts(), outOfPaper, doctor),
                         "pdf.write");
        QCOMPARE(*s.ordonnances.count(), 0);
    }

    void withoutACertificateNothingIsSigned()
    {
        const auto database =
            m_engines.practice(storage::Engine::Embedded, test::ordonnanceSchemas());
        const auto db = database->connect();
        test::SigningPractice s(**db, m_engines);
        QCOMPARE_SUBJECT(s.ordonnances.sign(whose, test::sampleParts(), paper, doctor),
                         "certificate.none");
    }

    void cancellingWantsAReasonAndHappensOnce_data() { m_engines.addRows(); }
    void cancellingWantsAReasonAndHappensOnce()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice s(db, m_engines);
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto number =
            s.ordonnances.sign(whose, test::sampleParts(), paper, doctor)->content.number();
        QCOMPARE_SUBJECT(s.ordonnances.cancel(number, u" "_qs, doctor), "ordonnance.reason");
        QVERIFY_OK(s.ordonnances.cancel(number, u"Erreur de patient"_qs, doctor));
        QCOMPARE_SUBJECT(s.ordonnances.cancel(number, u"Encore"_qs, doctor),
                         "ordonnance.cancelled");
        QVERIFY(s.ordonnances.byNumber(number)->isCancelled());
    }

    void aChangedContentIsNeverShown_data() { m_engines.addRows(); }
    void aChangedContentIsNeverShown()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice s(db, m_engines);
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto number =
            s.ordonnances.sign(whose, test::sampleParts(), paper, doctor)->content.number();
        QVERIFY_OK(db.run("UPDATE ordonnance SET content = replace(content, 'matin et soir', "
                          "'matin, midi et soir')"));
        QCOMPARE_SUBJECT(s.ordonnances.byNumber(number), "code.other_content");
        QCOMPARE(*s.ordonnances.damaged(), QStringList{number.value()});
    }

    void aRevokedCertificateIsNoLongerBelieved()
    {
        const auto database =
            m_engines.practice(storage::Engine::Embedded, test::ordonnanceSchemas());
        const auto db = database->connect();
        test::SigningPractice s(**db, m_engines);
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto signedOne = s.ordonnances.sign(whose, test::sampleParts(), paper, doctor);
        QVERIFY_OK(s.certificates.revoke(s.certificates.own()->certificate.keyId(), doctor));
        QCOMPARE_SUBJECT(OrdonnanceCode::parse(signedOne->code)->verify(*s.certificates.trusted()),
                         "code.revoked_issuer");
        QCOMPARE_SUBJECT(s.certificates.own(), "certificate.none");
    }
};
QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
