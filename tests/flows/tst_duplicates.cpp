// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/draftkinds.h>

#include <ambroise/identity/ui/identitypage.h>
#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/patient/ui/mergedrecords.h>
#include <ambroise/patient/ui/mergepage.h>
#include <ambroise/patient/ui/otherrecordpage.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>

#include <support/stalldetector.h>

#include <QListView>

using namespace ambroise;
using namespace ambroise::app;
using patient::ui::MergePage;

namespace {

const audit::Actor reception = audit::Actor::program(u"Accueil"_qs);

} // namespace

//! A secretary finds two records of one person and makes them one, on the real windows.
class TestDuplicatesFlow : public QObject {
    Q_OBJECT
    test::Desk m_desk;
    PatientId m_second;

    //! Madeleine Vasseur again, entered by somebody in a hurry.
    PatientId enterMadeleineAgain(const QString &surname = u"VASSEURE"_qs)
    {
        using namespace identity;
        const auto first = m_desk.inside().patients().reload(test::madeleine);
        const auto &traits = first->details.identity.traits();
        const auto again = *StrictTraits::make({*BirthSurname::parse(surname), traits.givenNames(),
                                                traits.firstGivenName(), traits.birthDate(),
                                                traits.sex(), traits.birthPlace()});
        patient::NewPatient details{.identity = Identity::provisional(again)};
        details.contacts.phones << *patient::PhoneNumber::parse(u"06 39 98 77 01");
        details.contacts.address = {u"3 impasse des Ormes, résidence du Parc, bâtiment C"_qs,
                                    u"63000"_qs,
                                    u"Clermont-Ferrand"_qs,
                                    {}};
        const auto id = m_desk.inside().patients().add(details, reception);
        return id.ok() ? *id : PatientId{};
    }
    patient::ui::IdentitiesPage *openDuplicates()
    {
        QTest::keyClick(m_desk.window->shell(), Qt::Key_4, Qt::AltModifier);
        auto *page = m_desk.window->findChild<patient::ui::IdentitiesPage *>();
        test::named<uikit::Segmented>(*page, u"Identités"_qs)->setCurrent(5);
        return page;
    }
    [[nodiscard]] QListView *pairs() const
    {
        return test::named<QListView>(*m_desk.window, u"Doublons possibles"_qs);
    }
    [[nodiscard]] MergePage *page() const { return m_desk.window->findChild<MergePage *>(); }
    static QString textOf(const QListView &list)
    {
        QStringList texts;
        for (int row = 0; row < list.model()->rowCount(); ++row)
            texts << list.model()->index(row, 0).data().toString();
        return texts.join(u'\n');
    }
    void answer(const QString &reason) const
    {
        auto *ask = page()->findChild<uikit::AskLine *>();
        QVERIFY(ask->isVisible());
        if (!reason.isEmpty())
            ask->field()->setText(reason);
        QTest::keyClick(ask->field(), Qt::Key_Return);
    }
    void compareFirstPair()
    {
        openDuplicates();
        QTRY_VERIFY(pairs() && pairs()->model()->rowCount() > 0);
        QTest::keyClick(pairs(), Qt::Key_Return);
        QVERIFY(page()->isVisible());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void cleanup() { m_desk.window.reset(); }

    void aPracticeWithoutDuplicatesSaysSo()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        auto *identities = openDuplicates();
        QTRY_VERIFY(test::shown(*identities).contains(u"Aucun doublon trouvé"));
        m_desk.keepPictures(u"doublons-aucun"_qs);
    }

    void theTwoRecordsStandSideBySide()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        m_second = enterMadeleineAgain();
        test::StallDetector stalls;
        openDuplicates();
        QTRY_VERIFY(pairs() && pairs()->model()->rowCount() == 1);
        QVERIFY2(stalls.none(), qPrintable(stalls.report()));
        const QString row = pairs()->model()->index(0, 0).data().toString();
        for (const char *word : {"VASSEUR", "VASSEURE", "Très probable", "nom proche"})
            QVERIFY2(row.contains(QString::fromUtf8(word)), qPrintable(row));
        m_desk.keepPictures(u"doublons"_qs);
        QTest::keyClick(pairs(), Qt::Key_Return);
        QVERIFY(page()->isVisible());
        m_desk.keepPictures(u"fusion"_qs);
        QTest::keyClick(page(), Qt::Key_Escape);
        QTRY_VERIFY(pairs());
    }

    void oneRecordIsLeftAndItHoldsBoth()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        compareFirstPair();
        QTest::keyClick(page(), Qt::Key_Return, Qt::ControlModifier);
        answer(u"Même personne, faute de frappe"_qs);
        QTRY_VERIFY(m_desk.record());
        QVERIFY(m_desk.record()->identityPage()->isVisible());
        auto *merged = m_desk.record()->findChild<patient::ui::MergedRecords *>();
        QVERIFY(merged->isVisible());
        QVERIFY(test::said(*merged).contains(u"VASSEURE"));
        m_desk.keepPictures(u"identite-fusionnee"_qs);
        auto &patients = m_desk.inside().patients();
        QCOMPARE(patients.reload(test::madeleine)->merged, QList{m_second});
        QCOMPARE(patients.reload(test::madeleine)->details.contacts.phones.size(), 2);
        const QString history = textOf(*test::named<QListView>(*m_desk.record()->identityPage()));
        QVERIFY2(history.contains(u"dossier nº "_qs + m_second.toString()), qPrintable(history));
        // Whoever opens the one that went arrives at the one that stays.
        m_desk.cabinet()->openRecord(m_second);
        QVERIFY(m_desk.record()->title().startsWith(u"VASSEUR "));
    }

    void theDoctorReadsWhatWasWrittenInEither()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        record::NewEntry allergy;
        allergy.kind = record::EntryKind::Allergy;
        allergy.title = u"Arachide"_qs;
        allergy.happened = m_desk.clock.now();
        QVERIFY_OK(m_desk.inside().records().add(m_second, allergy, reception));
        m_desk.cabinet()->openRecord(test::madeleine);
        const auto *banner = m_desk.record()->findChild<patient::ui::PatientBanner *>();
        QVERIFY2(banner->accessibleName().contains(u"Arachide"),
                 qPrintable(banner->accessibleName()));
    }

    void aMergeIsUndoneFromTheRecord()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        m_desk.cabinet()->openRecord(test::madeleine);
        m_desk.record()->showPage(u"identity"_qs);
        auto *merged = m_desk.record()->findChild<patient::ui::MergedRecords *>();
        test::named<QPushButton>(*merged)->click();
        auto *ask = merged->findChild<uikit::AskLine *>();
        QVERIFY(ask->isVisible());
        ask->field()->setText(u"Deux cousines"_qs);
        QTest::keyClick(ask->field(), Qt::Key_Return);
        QTRY_VERIFY(!merged->isVisible());
        auto &patients = m_desk.inside().patients();
        QVERIFY(patients.reload(test::madeleine)->merged.isEmpty());
        QCOMPARE(patients.search(u"vasseur")->size(), 2);
    }

    void whatIsBeingTypedIsNotMergedAway()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        for (const QString &kind : {app::patientDraft, app::letterDraft}) {
            QVERIFY_OK(m_desk.inside().drafts().save(UserId{1}, kind, m_second.value,
                                                     u"{}"_qs)); // a colleague's
            compareFirstPair();
            QTest::keyClick(page(), Qt::Key_Return, Qt::ControlModifier);
            answer({});
            QTRY_VERIFY2(test::said(*page()).contains(u"saisie non enregistrée"), qPrintable(kind));
            QVERIFY_OK(m_desk.inside().drafts().drop(UserId{1}, kind, m_second.value));
        }
    }

    void aRecordOfAnOlderProgramIsHeardOnceTheDoorOpens()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QVERIFY_OK(m_desk.inside().connection().run(
            "DELETE FROM patient_term WHERE owner = ? AND term LIKE '~%'",
            {test::madeleine.value}));
        const auto heard = [this] {
            const auto found = m_desk.inside().patients().lookFor({{}, u"Vaceur"_qs, {}});
            return found.ok() && std::any_of(found->begin(), found->end(), [](const auto &one) {
                       return one.summary.id == test::madeleine;
                   });
        };
        QVERIFY(!heard());
        m_desk.window.reset();
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QTRY_VERIFY(heard());
    }

    void theOtherRecordIsLookedForFromTheOneThatIsOpen()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        m_desk.cabinet()->openRecord(test::madeleine);
        QVERIFY(m_desk.runFromPalette(u"fusionner"_qs, u"record.merge"_qs));
        auto *choice = m_desk.window->findChild<patient::ui::OtherRecordPage *>();
        QVERIFY(choice->isVisible());
        auto *found = test::named<QListView>(*choice);
        QCOMPARE(found->model()->rowCount(), 1); // not the open one
        m_desk.keepPictures(u"fusion-choix"_qs);
        QTest::keyClick(choice->window()->focusWidget(), Qt::Key_Return);
        QVERIFY(page()->isVisible());
        QVERIFY(!choice->isVisible());
        QTest::keyClick(page(), Qt::Key_Escape); // back where it began
        QTRY_VERIFY(m_desk.record());
        QVERIFY(m_desk.record()->title().startsWith(u"VASSEUR "));
    }

    void whoGivesUpTheChoiceIsBackInTheRecord()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        m_desk.cabinet()->openRecord(test::madeleine);
        m_desk.record()->showPage(u"identity"_qs);
        m_desk.keepPictures(u"identite-fusionner"_qs);
        QTest::keyClick(m_desk.window->shell(), Qt::Key_M, Qt::ControlModifier);
        auto *choice = m_desk.window->findChild<patient::ui::OtherRecordPage *>();
        QVERIFY(choice->isVisible());
        QTest::keyClick(choice->window()->focusWidget(), Qt::Key_Escape);
        QVERIFY(m_desk.record() && m_desk.record()->identityPage()->isVisible());
    }

    void withoutADelegationNobodyIsMarkedAHomonym()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        compareFirstPair();
        QTest::keyClick(page(), Qt::Key_H, Qt::AltModifier);
        answer(u"Deux cousines, vues ensemble"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"délégué"), qPrintable(test::said(*page())));
        const auto &patients = m_desk.inside().patients();
        QVERIFY(!patients.reload(m_second)->details.identity.attributes().isHomonym());
        QTest::keyClick(page(), Qt::Key_Escape);
        openDuplicates(); // said neither: both or nothing
        QTRY_VERIFY(pairs() && pairs()->model()->rowCount() == 1);
    }

    void twoPersonsAreNotProposedAgain()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        compareFirstPair();
        QTest::keyClick(page(), Qt::Key_D, Qt::AltModifier);
        answer(u"Deux cousines, vues ensemble"_qs);
        QTRY_VERIFY(test::shown(*m_desk.window).contains(u"Aucun doublon trouvé"));
    }

    void twoHomonymsAreMarkedInTheSameAct()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        m_desk.cabinet()->openRecord(test::madeleine);
        QTest::keyClick(m_desk.window->shell(), Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(m_desk.window->focusWidget(), Qt::Key_Return);
        QVERIFY(page()->isVisible());
        QTest::keyClick(page(), Qt::Key_H, Qt::AltModifier);
        m_desk.keepPictures(u"fusion-homonymes"_qs);
        answer(u"Deux cousines, vues ensemble"_qs);
        QTRY_VERIFY(m_desk.record());
        auto &patients = m_desk.inside().patients();
        for (const PatientId id : {test::madeleine, m_second}) {
            QVERIFY(patients.reload(id)->details.identity.attributes().isHomonym());
            QCOMPARE(patients.trace().of(id)->first().cause, identity::Cause::Attributes);
            QCOMPARE(patients.trace().of(id)->first().reason, u"Deux cousines, vues ensemble"_qs);
        }
        QVERIFY(test::shown(*m_desk.record()).contains(u"Homonyme : vérifier tous les traits"));
        m_desk.keepPictures(u"homonyme"_qs);
    }

    void aHomonymIsUnmarkedWithAReason()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        m_desk.cabinet()->openRecord(test::madeleine);
        m_desk.record()->showPage(u"identity"_qs);
        auto *identity = m_desk.record()->identityPage();
        test::button(*identity, u"Lever la mention « homonyme »"_qs)->click();
        auto *ask = identity->findChild<uikit::AskLine *>();
        ask->field()->setText(u"La cousine a quitté le cabinet"_qs);
        QTest::keyClick(ask->field(), Qt::Key_Return);
        auto &patients = m_desk.inside().patients();
        QVERIFY(!patients.reload(test::madeleine)->details.identity.attributes().isHomonym());
        QVERIFY(patients.reload(test::madeleine)->details.identity.isQualified());
    }
};

QTEST_MAIN(TestDuplicatesFlow)
#include "tst_duplicates.moc"
