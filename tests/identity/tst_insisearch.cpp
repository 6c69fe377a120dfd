// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/insisearch.h>

#include <support/result.h>

#include <QPromise>
#include <QtTest>

#include <deque>

using namespace ambroise;
using namespace ambroise::identity;

namespace {

using Answer = Result<InsiAnswer>;

InsiAnswer saying(InsiAnswer::Verdict verdict)
{
    return InsiAnswer{.verdict = verdict};
}
const Answer nobody = saying(InsiAnswer::Verdict::Nobody);
const Answer several = saying(InsiAnswer::Verdict::Several);
const Answer found = saying(InsiAnswer::Verdict::Found);
const Answer fault = Error{ErrorCode::Timeout, QStringLiteral("insi.timeout"), {}};

//! Answers what it was told to, in order; nothing where nothing is left.
class FakeService final : public InsiService {
public:
    explicit FakeService(std::deque<Answer> answers)
        : m_answers(std::move(answers))
    {
    }
    QFuture<Answer> searchByTraits(const InsiTraits &traits) override
    {
        asked << traits.givenName.text() +
                     (traits.birthPlace.isEmpty() ? QString() : u'@' + traits.birthPlace);
        auto promise = std::make_unique<QPromise<Answer>>();
        promise->start();
        if (!m_answers.empty()) {
            promise->addResult(m_answers.front());
            promise->finish();
            m_answers.pop_front();
        }
        auto future = promise->future();
        promises.push_back(std::move(promise));
        return future;
    }
    QFuture<Answer> searchByCard(const InsiCardKey & /*key*/) override { return {}; }
    QFuture<Result<QList<InsiVerification>>>
    verify(const QList<std::pair<Ins, InsiTraits>> & /*identities*/) override
    {
        return {};
    }

    QStringList asked;
    std::vector<std::unique_ptr<QPromise<Answer>>> promises;

private:
    std::deque<Answer> m_answers;
};

GivenNames names(const QString &text)
{
    return *GivenNames::parse(text);
}

InsiSearch::Wanted wanted(const QString &first, const QString &list, const QString &place = {})
{
    return {*BirthSurname::parse(u"HOUILLES"),
            names(first),
            names(list),
            Sex::Male,
            QDate(1993, 1, 27),
            place};
}

} // namespace

Q_DECLARE_METATYPE(ambroise::Result<ambroise::identity::InsiAnswer>)

class TestInsiSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givenNamesAreTriedOneByOneThenTogether_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("list");
        QTest::addColumn<QStringList>("tries");
        const auto row = [](const char *name, const QString &first, const QString &list,
                            const QStringList &tries) {
            QTest::newRow(name) << first << list << tries;
        };
        row("one", u"ZOE"_qs, u"ZOE"_qs, {u"ZOE"_qs});
        row("three", u"PIERRE"_qs, u"PIERRE PAUL JACQUES"_qs,
            {u"PIERRE"_qs, u"PAUL"_qs, u"JACQUES"_qs, u"PIERRE PAUL JACQUES"_qs});
        row("compound without its hyphen", u"JEAN-CHRISTOPHE"_qs, u"JEAN CHRISTOPHE PIERRE"_qs,
            {u"JEAN-CHRISTOPHE"_qs, u"PIERRE"_qs, u"JEAN CHRISTOPHE PIERRE"_qs});
        row("compound with a space", u"JEAN CHRISTOPHE"_qs, u"JEAN-CHRISTOPHE PIERRE"_qs,
            {u"JEAN CHRISTOPHE"_qs, u"PIERRE"_qs, u"JEAN-CHRISTOPHE PIERRE"_qs});
        row("compound and alone", u"JEAN CHRISTOPHE"_qs, u"JEAN CHRISTOPHE"_qs,
            {u"JEAN CHRISTOPHE"_qs});
        row("twice the same", u"ANNE"_qs, u"ANNE ANNE"_qs, {u"ANNE"_qs, u"ANNE ANNE"_qs});
        row("not of the list", u"OLA"_qs, u"CATARINA BELLA"_qs,
            {u"OLA"_qs, u"CATARINA"_qs, u"BELLA"_qs, u"CATARINA BELLA"_qs});
    }
    void givenNamesAreTriedOneByOneThenTogether()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, list);
        QFETCH(const QStringList, tries);
        QStringList texts;
        for (const GivenNames &name : InsiSearch::triesOf(names(first), names(list)))
            texts << name.text();
        QCOMPARE(texts, tries);
    }

    void theSearchEndsWhereItShould_data()
    {
        QTest::addColumn<QList<Answer>>("answers");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QStringList>("asked");
        QTest::addColumn<Answer>("last");
        const QStringList four{u"PIERRE"_qs, u"PAUL"_qs, u"JACQUES"_qs, u"PIERRE PAUL JACQUES"_qs};
        const auto row = [](const char *name, const QList<Answer> &answers, const QString &place,
                            const QStringList &asked, const Answer &last) {
            QTest::newRow(name) << answers << place << asked << last;
        };
        row("nobody, four times", {nobody, nobody, nobody, nobody}, u"63220"_qs, four, nobody);
        row("found at once", {found}, {}, four.mid(0, 1), found);
        row("found by the second", {nobody, found}, {}, four.mid(0, 2), found);
        row("several, place not known", {several}, {}, four.mid(0, 1), several);
        row("several, told apart by the place", {nobody, several, found}, u"63220"_qs,
            {u"PIERRE"_qs, u"PAUL"_qs, u"PAUL@63220"_qs}, found);
        row("several there too", {several, several}, u"63220"_qs,
            {u"PIERRE"_qs, u"PIERRE@63220"_qs}, several);
        row("nobody there", {several, nobody}, u"63220"_qs, {u"PIERRE"_qs, u"PIERRE@63220"_qs},
            several);
        row("a fault", {nobody, fault}, {}, four.mid(0, 2), fault);
        row("a fault at the place", {several, fault}, u"63220"_qs,
            {u"PIERRE"_qs, u"PIERRE@63220"_qs}, fault);
    }
    void theSearchEndsWhereItShould()
    {
        QFETCH(const QList<Answer>, answers);
        QFETCH(const QString, place);
        QFETCH(const QStringList, asked);
        QFETCH(const Answer, last);
        FakeService service({answers.begin(), answers.end()});
        InsiSearch search(service);
        QList<Answer> journal;
        const auto future =
            search.run(wanted(u"PIERRE"_qs, u"PIERRE PAUL JACQUES"_qs, place),
                       [&](const InsiSearch::Call &call) { journal << call.answer; });
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(service.asked, asked);
        QCOMPARE(test::subjectOf(future.result()), test::subjectOf(last));
        if (last.ok())
            QCOMPARE(future.result()->verdict, last->verdict);
        QCOMPARE(journal.size(), asked.size());
    }
    void cancellingTheSearchCancelsTheCallUnderWay()
    {
        FakeService service({nobody});
        InsiSearch search(service);
        auto future = search.run(wanted(u"PIERRE"_qs, u"PIERRE PAUL"_qs), {});
        QTRY_COMPARE(service.asked.size(), 2);
        future.cancel();
        QTRY_VERIFY(service.promises.back()->isCanceled());
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(service.asked.size(), 2);
    }
    void aSearchUnderWayEndsWithItsOwner()
    {
        FakeService service({});
        auto search = std::make_unique<InsiSearch>(service);
        const auto future = search->run(wanted(u"PIERRE"_qs, u"PIERRE"_qs), {});
        search.reset();
        QVERIFY(future.isFinished());
        QCOMPARE_SUBJECT(future.result(), "insi.cancelled");
    }
    void aDoubtfulOrFictiveIdentityIsNotSearchedFor()
    {
        const auto traits =
            StrictTraits::make({*BirthSurname::parse(u"ADRUN"), names(u"ZOE"_qs), names(u"ZOE"_qs),
                                *BirthDate::of(QDate(1975, 12, 31)), Sex::Female,
                                *BirthPlace::make(u"63220", u"Mons"_qs)});
        QVERIFY_OK(traits);
        const Identity identity = Identity::provisional(*traits);
        const auto ours = InsiSearch::wanted(identity);
        QVERIFY_OK(ours);
        QCOMPARE(ours->birthPlace, u"63220"_qs);
        for (const auto &[doubtful, fictive] : {std::pair(true, false), std::pair(false, true)}) {
            const auto attributes = IdentityAttributes::make(doubtful, fictive, false);
            QCOMPARE_SUBJECT(InsiSearch::wanted(identity.withAttributes(*attributes)),
                             "insi.blocked");
        }
    }
    void anIndeterminateSexIsNotSearchedFor()
    {
        const auto traits =
            StrictTraits::make({*BirthSurname::parse(u"ADRUN"), names(u"ZOE"_qs), names(u"ZOE"_qs),
                                *BirthDate::of(QDate(1975, 12, 31))});
        QVERIFY_OK(traits);
        QCOMPARE_SUBJECT(InsiSearch::wanted(Identity::provisional(*traits)), "insi.sex");
    }
};
QTEST_GUILESS_MAIN(TestInsiSearch)
#include "tst_insisearch.moc"
