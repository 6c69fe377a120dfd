// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/drugs/ui/druginspector.h>
#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/uikit/message.h>

#include <support/folders.h>

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace ambroise;
using namespace ambroise::app;

//! The administrative page on the real window: what is typed is not lost, what others wrote is not
//! overwritten, what cannot be read is not shown as nothing.
class TestPatientForm : public QObject {
    Q_OBJECT
    test::Desk m_desk;

    [[nodiscard]] RecordView *openMadeleine() const
    {
        m_desk.cabinet()->openRecord(test::madeleine);
        return m_desk.record();
    }
    //! The record of Madeleine at its administrative page, whoever signs in.
    [[nodiscard]] RecordView *openAdministrative(const QString &who = u"medecin"_qs)
    {
        if (!m_desk.enter(who))
            return nullptr;
        RecordView *record = openMadeleine();
        if (record)
            record->showPage(u"administrative"_qs);
        return record;
    }
    //! The form of a new record, once nobody was found for it.
    [[nodiscard]] RecordView *createRecord(const QString &surname) const
    {
        QTest::keyClick(m_desk.window->shell(), Qt::Key_N, Qt::ControlModifier);
        auto *page = test::named<patient::ui::NewPatientPage>(*m_desk.window);
        if (!page)
            return m_desk.record(); // one was left half filled in
        auto *field = test::named<QLineEdit>(*page, u"Nom de naissance ou utilisé"_qs);
        test::type(*field, surname);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        return m_desk.record();
    }
    //! What this person has in the journal of drafts of that patient; 0: of a new one.
    [[nodiscard]] QString draftOf(qint64 patient) const
    {
        const auto kept = m_desk.inside().drafts().find(
            m_desk.window->shell()->session().account().id, u"patient"_qs, patient);
        return kept.ok() && *kept ? (*kept)->body : QString();
    }
    static void write(const QWidget &in, const QString &name, const QString &text)
    {
        auto *edit = test::named<QLineEdit>(in, name);
        QVERIFY2(edit, qPrintable(name));
        edit->setFocus();
        edit->clear();
        test::type(*edit, text);
    }
    static void press(const QWidget &in, const QString &act)
    {
        for (auto *button : in.findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == act) {
                button->click();
                return;
            }
        QFAIL(qPrintable(act));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void cleanup() { m_desk.window.reset(); }

    void patientsBeingTypedAreBackAfterTheProgramWasLost()
    {
        RecordView *record = openAdministrative();
        QVERIFY(record);
        write(*record, u"Ville"_qs, u"Riom"_qs);
        auto *note = test::named<QPlainTextEdit>(*record, u"Note pour l’accueil"_qs);
        QVERIFY(note);
        test::type(*note, u"Sonner deux fois"_qs);
        QTRY_VERIFY(draftOf(1).contains(u"deux fois"));
        RecordView *fresh = createRecord(u"Nouvelle"_qs);
        QVERIFY(fresh && fresh != record);
        write(*fresh, u"Rue"_qs, u"3 rue Haute"_qs);
        QTRY_VERIFY(draftOf(0).contains(u"3 rue Haute"));
        m_desk.window.reset(); // nobody is told to keep anything

        record = openAdministrative();
        QVERIFY(record);
        QCOMPARE(test::said(*record), u"Saisie retrouvée, pas encore enregistrée."_qs);
        QCOMPARE(test::named<QLineEdit>(*record, u"Ville"_qs)->text(), u"Riom"_qs);
        QVERIFY(test::named<QPlainTextEdit>(*record, u"Note pour l’accueil"_qs)
                    ->toPlainText()
                    .endsWith(u"Sonner deux fois"));
        test::keepScreenshot(*m_desk.window, u"administratif-saisie-retrouvee"_qs);
        QTest::keyClick(m_desk.window->shell(), Qt::Key_N, Qt::ControlModifier);
        fresh = m_desk.cabinet()->currentRecord();
        QCOMPARE(test::said(*fresh), u"Saisie retrouvée, pas encore enregistrée."_qs);
        QCOMPARE(test::named<QLineEdit>(*fresh, u"Nom de naissance"_qs)->text(), u"Nouvelle"_qs);
        QCOMPARE(test::named<QLineEdit>(*fresh, u"Rue"_qs)->text(), u"3 rue Haute"_qs);
        test::keepScreenshot(*m_desk.window, u"nouveau-saisie-retrouvee"_qs);
        const UserId author = m_desk.window->shell()->session().account().id;
        for (const qint64 patient : {0, 1})
            QVERIFY_OK(m_desk.inside().drafts().drop(author, u"patient"_qs, patient));
    }

    void theLastKeyBeforeARecordClosesIsKept()
    {
        RecordView *record = openAdministrative();
        QVERIFY(record);
        write(*record, u"Ville"_qs, u"Thiers"_qs);
        QTest::keyClick(m_desk.window->shell(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!m_desk.cabinet()->currentRecord());
        QVERIFY(draftOf(1).contains(u"Thiers"));
        QVERIFY_OK(m_desk.inside().drafts().drop(m_desk.window->shell()->session().account().id,
                                                 u"patient"_qs, 1));
    }

    void aRecordWhoseDraftCannotBeKeptStaysOpen()
    {
        RecordView *record = openAdministrative();
        QVERIFY(record);
        QVERIFY_OK(m_desk.inside().connection().run("ALTER TABLE draft RENAME TO draft_away"));
        write(*record, u"Ville"_qs, u"Thiers"_qs);
        QTest::keyClick(m_desk.window->shell(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(m_desk.cabinet()->currentRecord(), record);
        QVERIFY(test::said(*record).contains(u"Brouillon non enregistré."));
        QVERIFY_OK(m_desk.inside().connection().run("ALTER TABLE draft_away RENAME TO draft"));
        QTest::keyClick(m_desk.window->shell(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!m_desk.cabinet()->currentRecord());
        QVERIFY_OK(m_desk.inside().drafts().drop(m_desk.window->shell()->session().account().id,
                                                 u"patient"_qs, 1));
    }

    void whatAnotherPersonChangedMeanwhileIsNotOverwritten()
    {
        RecordView *record = openAdministrative(u"secretaire"_qs);
        QVERIFY(record);
        write(*record, u"Ville"_qs, u"Riom"_qs);
        auto theirs = m_desk.inside().patients().reload(PatientId{1});
        QVERIFY_OK(theirs);
        theirs->details.contacts.address.street = u"5 rue Neuve"_qs;
        QVERIFY_OK(m_desk.inside().patients().update(PatientId{1}, theirs->version, theirs->details,
                                                     audit::Actor::program(u"Poste 2"_qs)));
        QTRY_VERIFY(test::said(*record).contains(u"Modifié entre-temps"));
        QTest::keyClick(m_desk.window->shell(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(test::said(*record).contains(u"Modifié entre-temps"));
        QCOMPARE(test::named<QLineEdit>(*record, u"Ville"_qs)->text(), u"Riom"_qs);
        test::keepScreenshot(*m_desk.window, u"administratif-conflit"_qs);
        press(*record, u"Reprendre"_qs);
        auto *note = test::named<QPlainTextEdit>(*record, u"Note pour l’accueil"_qs);
        note->setFocus();
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier); // from wherever the caret is
        QCOMPARE(test::said(*record), QString());
        const auto kept = m_desk.inside().patients().reload(PatientId{1});
        QCOMPARE(kept->details.contacts.address.street, u"5 rue Neuve"_qs);
        QCOMPARE(kept->details.contacts.address.city, u"Riom"_qs);
    }

    void theTownOfBirthIsFoundByItsNameAmongThoseOfTheTime()
    {
        const QString cog = test::sharedFolder() + u"/data/identity/cog"_qs;
        if (!QFile::exists(cog))
            QSKIP("The public data are not here: AMBROISE_SHARED names their folder.");
        RecordView *record = openAdministrative(u"secretaire"_qs);
        QVERIFY(record);
        QVERIFY_OK(m_desk.inside().birthplaces().import(cog));
        record = createRecord(u"Weber"_qs);
        write(*record, u"Date de naissance"_qs, u"14/03/1958"_qs);
        write(*record, u"Lieu de naissance"_qs, u"clermont-f"_qs);
        QWidget *list = QApplication::activePopupWidget();
        QVERIFY(list);
        test::keepScreenshot(*m_desk.window, u"lieu-de-naissance"_qs);
        test::keepScreenshot(*list, u"lieu-de-naissance-liste"_qs);
        QTest::keyClick(list, Qt::Key_Return);
        auto *place = test::named<QLineEdit>(*record, u"Lieu de naissance"_qs);
        QCOMPARE(place->text(), u"63113 Clermont-Ferrand"_qs);
        for (const auto &[typed, left] :
             {std::pair(u"algerie"_qs, u"99352 Algérie"_qs),
              std::pair(u"75114"_qs, u"75114 Paris 14e Arrondissement"_qs),
              std::pair(u"paris"_qs, u"75056 Paris"_qs)}) {
            write(*record, u"Lieu de naissance"_qs, typed);
            list = QApplication::activePopupWidget();
            QTest::keyClick(list ? list : place, Qt::Key_Return);
            QCOMPARE(place->text(), left);
        }
        const UserId author = m_desk.window->shell()->session().account().id;
        QVERIFY_OK(record->keepDrafts());
        QVERIFY_OK(m_desk.inside().drafts().drop(author, u"patient"_qs, 0));
    }

    void aPersonIsLookedForBeforeARecordIsCreated()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QTest::keyClick(m_desk.window->shell(), Qt::Key_N, Qt::ControlModifier);
        auto *page = test::named<patient::ui::NewPatientPage>(*m_desk.window);
        QVERIFY(page);
        const auto field = [page](const QString &name) {
            return test::named<QLineEdit>(*page, name);
        };
        auto *birthDate = field(u"Date de naissance"_qs);
        auto *surname = field(u"Nom de naissance ou utilisé"_qs);
        QTRY_VERIFY(birthDate->hasFocus());
        m_desk.keepPictures(u"nouveau-recherche-vide"_qs);
        const auto madeleine = m_desk.inside().patients().reload(test::madeleine);
        const QDate born = madeleine->details.identity.traits().birthDate().date();
        test::type(*birthDate, born.toString(u"dd/MM/yyyy"));
        test::type(*surname, u"vas"_qs);
        m_desk.keepPictures(u"nouveau-recherche"_qs);
        QTest::keyClick(surname, Qt::Key_Return);
        QVERIFY(m_desk.record());
        QCOMPARE(m_desk.record()->title(), patient::displayName(madeleine->details));

        QTest::keyClick(m_desk.window->shell(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(surname->text(), QString()); // another person
        test::type(*birthDate, u"2/9/1991"_qs);
        test::type(*surname, u"weber"_qs);
        test::type(*field(u"Prénom"_qs), u"anton"_qs);
        QTest::keyClick(surname, Qt::Key_Return, Qt::ControlModifier);
        RecordView *record = m_desk.record();
        QVERIFY(record && !record->identityPage());
        QCOMPARE(test::named<QLineEdit>(*record, u"Nom de naissance"_qs)->text(), u"weber"_qs);
        QCOMPARE(test::named<QLineEdit>(*record, u"Prénoms de naissance, dans l’ordre"_qs)->text(),
                 u"anton"_qs);
        QCOMPARE(test::named<QLineEdit>(*record, u"Date de naissance"_qs)->text(), u"2/9/1991"_qs);
        test::keepScreenshot(*m_desk.window, u"nouveau-repris"_qs);
        // What is half filled in comes back first.
        m_desk.cabinet()->openRecord(test::madeleine);
        QTest::keyClick(m_desk.window->shell(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(m_desk.record(), record);
        QVERIFY_OK(record->keepDrafts());
        QVERIFY_OK(m_desk.inside().drafts().drop(m_desk.window->shell()->session().account().id,
                                                 u"patient"_qs, 0));
    }

    void whatCannotBeReadIsNotShownAsNothing()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        QVERIFY_OK(m_desk.inside().connection().run("ALTER TABLE entry RENAME TO entry_away"));
        RecordView *record = openMadeleine();
        QVERIFY(record);
        record->showPage(u"summary"_qs);
        QVERIFY(!test::said(*record).isEmpty());
        auto *banner = record->findChild<patient::ui::PatientBanner *>();
        QVERIFY(banner->accessibleName().contains(u"Allergies illisibles"));
        QVERIFY(test::named<uikit::EmptyState>(*record)->accessibleName().contains(u"illisibles"));
        test::keepScreenshot(*m_desk.window, u"dossier-illisible"_qs);

        QVERIFY_OK(m_desk.inside().connection().run("ALTER TABLE entry_away RENAME TO entry"));
        record->refresh();
        QCOMPARE(test::said(*record), QString());
        QVERIFY(!banner->accessibleName().contains(u"illisibles"));
    }

    void aDrugThatCannotBeReadIsToldNotForgotten()
    {
        QVERIFY(m_desk.enter(u"medecin"_qs));
        RecordView *record = openMadeleine();
        QVERIFY(record);
        record->showPage(u"ordonnances"_qs);
        const QString before = test::said(*record);
        Q_EMIT record->findChild<drugs::ui::DrugInspector *>()->replacementChosen(u"99999999"_qs,
                                                                                  {});
        QVERIFY(test::said(*record) != before);
    }
};

QTEST_MAIN(TestPatientForm)
#include "tst_patientform.moc"
