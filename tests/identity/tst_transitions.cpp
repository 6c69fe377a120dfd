// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/identity.h>

#include <support/result.h>

#include <QtTest>

#include <functional>

using namespace ambroise;
using namespace ambroise::identity;

namespace {

const QDate today(2026, 11, 26);
using Step = std::function<Result<Identity>(const Identity &)>;

StrictTraits traits(QStringView surname = u"WEBER", QStringView list = u"ANTON LUCAS",
                    QStringView first = u"ANTON")
{
    return *StrictTraits::make({*BirthSurname::parse(surname), *GivenNames::parse(list),
                                *GivenNames::parse(first), *BirthDate::of(QDate(1991, 9, 2)),
                                Sex::Male, *BirthPlace::make(u"63113", u"Clermont-Ferrand"_qs)});
}

Ins someIns()
{
    return {*InsMatricule::fromInsi(u"191096311397248"), InsAuthority::Nir};
}

Identity at(IdentityStatus status, IdentityAttributes attributes = {})
{
    const bool retrieved =
        status == IdentityStatus::Retrieved || status == IdentityStatus::Qualified;
    const bool checked = status == IdentityStatus::Validated || status == IdentityStatus::Qualified;
    return *Identity::make(traits(), retrieved ? std::optional(someIns()) : std::nullopt,
                           {retrieved, checked}, attributes);
}

DocumentKind kind(QStringView code)
{
    for (const DocumentKind &one : usualDocumentKinds())
        if (one.code == code)
            return one;
    return {};
}

Evidence shown(QStringView code, Presentation presentation = Presentation::Original)
{
    return *Evidence::make({kind(code), presentation}, QDate(1991, 9, 2), today);
}

const Step accepted = [](const Identity &one) {
    return one.retrieved(traits(), someIns(), Identity::Compared::No);
};
const Step acceptedOtherTraits = [](const Identity &one) {
    return one.retrieved(traits(u"WEBER", u"ANTON LUCAS MARIE"), someIns(), Identity::Compared::No);
};
const Step acceptedComparedTraits = [](const Identity &one) {
    return one.retrieved(traits(u"WEBER", u"ANTON LUCAS MARIE"), someIns(),
                         Identity::Compared::Yes);
};
const Step checkedWithACard = [](const Identity &one) {
    return one.checked(shown(u"CN"));
};
const Step checkedWithACopy = [](const Identity &one) {
    return one.checked(shown(u"CN", Presentation::Copy));
};
const Step checkedWithACarteVitale = [](const Identity &one) {
    return one.checked(shown(u"CV"));
};
const Step apcvRead = [](const Identity &one) {
    return one.readFromApcv(traits(), someIns());
};
const Step surnameCorrected = [](const Identity &one) -> Result<Identity> {
    return one.withTraits(traits(u"WEBERT"));
};
const Step firstNameCorrected = [](const Identity &one) -> Result<Identity> {
    return one.withTraits(traits(u"WEBER", u"ANTON LUCAS", u"ANTON-LUCAS"));
};
const Step markedDoubtful = [](const Identity &one) -> Result<Identity> {
    return one.withAttributes(*IdentityAttributes::make(true, false, false));
};
const Step markedFictive = [](const Identity &one) -> Result<Identity> {
    return one.withAttributes(*IdentityAttributes::make(false, true, false));
};
const Step markedHomonym = [](const Identity &one) -> Result<Identity> {
    return one.withAttributes(*IdentityAttributes::make(false, false, true));
};
const Step attributesTakenAway = [](const Identity &one) -> Result<Identity> {
    return one.withAttributes({});
};
const Step verificationNegative = [](const Identity &one) -> Result<Identity> {
    return one.withoutIns();
};
const Step checkWithdrawn = [](const Identity &one) -> Result<Identity> {
    return one.withoutCheck();
};

} // namespace

//! The state machine of identities, a row a transition (RNIV; guide d'implémentation EXI ID 23 to
//! 28).
class TestTransitions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatHappensToAnIdentity_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QStringList>("becomes"); // from PROV, RECUP, VALI, QUAL
        const auto row = [](const char *name, const Step &step, const char *becomes) {
            QTest::newRow(name) << step << QString::fromLatin1(becomes).split(u' ');
        };
        row("INSi, accepted, the same traits", accepted, "RECUP RECUP QUAL QUAL");
        row("INSi, accepted, other traits than were checked", acceptedOtherTraits,
            "RECUP RECUP identity.traits_differ identity.traits_differ");
        row("INSi, accepted, compared", acceptedComparedTraits, "RECUP RECUP QUAL QUAL");
        row("a document of high trust", checkedWithACard, "VALI QUAL VALI QUAL");
        row("a copy of it", checkedWithACopy,
            "identity.evidence identity.evidence identity.evidence identity.evidence");
        row("a carte Vitale as the document", checkedWithACarteVitale,
            "identity.evidence identity.evidence identity.evidence identity.evidence");
        row("the application carte Vitale", apcvRead, "QUAL QUAL QUAL QUAL");
        row("a strict trait corrected", surnameCorrected, "PROV PROV PROV PROV");
        row("the first given name, consistent", firstNameCorrected, "PROV RECUP VALI QUAL");
        row("doubtful", markedDoubtful, "PROV PROV PROV PROV");
        row("fictive", markedFictive, "PROV PROV PROV PROV");
        row("homonym", markedHomonym, "PROV RECUP VALI QUAL");
        row("INSi no longer holds it", verificationNegative, "PROV PROV VALI VALI");
        row("the check withdrawn", checkWithdrawn, "PROV RECUP PROV RECUP");
    }
    void whatHappensToAnIdentity()
    {
        QFETCH(Step, step);
        QFETCH(QStringList, becomes);
        const QList<IdentityStatus> from = {IdentityStatus::Provisional, IdentityStatus::Retrieved,
                                            IdentityStatus::Validated, IdentityStatus::Qualified};
        for (int i = 0; i < from.size(); ++i) {
            const auto after = step(at(from.at(i)));
            const QString got = after.ok() ? code(after->status()) : after.error().subject;
            QVERIFY2(got == becomes.at(i), qPrintable(code(from.at(i)) + u" -> "_qs + got +
                                                      u", not "_qs + becomes.at(i)));
        }
    }

    void whoeverDropsTheInsDropsItWholly_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("corrected") << surnameCorrected;
        QTest::newRow("doubtful") << markedDoubtful;
        QTest::newRow("fictive") << markedFictive;
        QTest::newRow("verification") << verificationNegative;
    }
    void whoeverDropsTheInsDropsItWholly()
    {
        QFETCH(Step, step);
        const auto after = step(at(IdentityStatus::Qualified));
        QVERIFY(!after->ins());
        QVERIFY(!after->isQualified());
    }

    void aDoubtfulOrFictiveIdentityGoesNowhere_data()
    {
        QTest::addColumn<Step>("mark");
        QTest::newRow("doubtful") << markedDoubtful;
        QTest::newRow("fictive") << markedFictive;
    }
    void aDoubtfulOrFictiveIdentityGoesNowhere()
    {
        QFETCH(Step, mark);
        const Identity marked = *mark(at(IdentityStatus::Validated));
        QCOMPARE_SUBJECT(accepted(marked), "identity.blocked");
        QCOMPARE_SUBJECT(checkedWithACard(marked), "identity.blocked");
        QCOMPARE_SUBJECT(apcvRead(marked), "identity.blocked");
        const auto freed = attributesTakenAway(marked);
        QCOMPARE(freed->status(), IdentityStatus::Provisional); // it starts again
        QCOMPARE(checkedWithACard(*freed)->status(), IdentityStatus::Validated);
    }

    void insiGivesTheTraitsAndThePersonKeepsTheirName()
    {
        const Identity before = Identity::provisional(traits(u"WEBER", u"ANTON", u"ANTON"));
        const auto after = before.retrieved(traits(u"WEBER", u"ANTON LUCAS MARIE", u"ANTON LUCAS"),
                                            someIns(), Identity::Compared::No);
        QVERIFY_OK(after);
        QCOMPARE(after->traits().givenNames().text(), u"ANTON LUCAS MARIE"_qs);
        QCOMPARE(after->traits().firstGivenName().text(), u"ANTON"_qs);
        const auto other = before.retrieved(traits(u"WEBER", u"LUCAS", u"LUCAS"), someIns(),
                                            Identity::Compared::No);
        QCOMPARE(other->traits().firstGivenName().text(), u"LUCAS"_qs);
    }

    void aPieceForMinorsNeedsAParentsDocument()
    {
        const QDate born(2015, 6, 1);
        Evidence::Parts parts{kind(u"LEP"), Presentation::Original};
        QCOMPARE_SUBJECT(Evidence::make(parts, born, today), "evidence.parent");
        parts.parentKind = kind(u"CV");
        QCOMPARE_SUBJECT(Evidence::make(parts, born, today), "evidence.parent");
        parts.parentKind = kind(u"PA");
        QVERIFY_OK(Evidence::make(parts, born, today));
        QVERIFY(Evidence::make(parts, born, today)->proves());
        QCOMPARE_SUBJECT(Evidence::make(parts, QDate(2008, 11, 26), today), "evidence.minor");
        QVERIFY_OK(Evidence::make(parts, QDate(2008, 11, 27), today)); // 18 tomorrow
    }

    void noKindIsNoEvidence()
    {
        QCOMPARE_SUBJECT(Evidence::make({}, QDate(1991, 9, 2), today), "evidence.kind");
    }

    void theLockFollowsFromTheStatus()
    {
        QVERIFY(!at(IdentityStatus::Provisional).isLocked());
        QVERIFY(at(IdentityStatus::Retrieved).isLocked());
        QVERIFY(at(IdentityStatus::Validated).isLocked());
        QVERIFY(at(IdentityStatus::Qualified).isLocked());
    }
};

QTEST_APPLESS_MAIN(TestTransitions)
#include "tst_transitions.moc"
