// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/patient/ui/correspondentspage.h>
#include <ambroise/uikit/sideform.h>

#include <QCheckBox>
#include <QComboBox>
#include <QListView>

using namespace ambroise;
using namespace ambroise::app;

//! Who and what stands around a patient, written from the keyboard at the administrative page.
class TestAdministrativePage : public QObject {
    Q_OBJECT
    test::Desk m_desk;

    [[nodiscard]] QListView *openList(const QString &who)
    {
        if (!m_desk.enter(who))
            return nullptr;
        m_desk.cabinet()->openRecord(test::madeleine);
        RecordView *record = m_desk.record();
        if (!record)
            return nullptr;
        QTest::keyClick(record, Qt::Key_E, Qt::ControlModifier);
        return test::named<QListView>(*record,
                                      u"Entourage, équipe de soins, droits, consentements"_qs);
    }
    [[nodiscard]] static QStringList rows(const QListView &list)
    {
        QStringList out;
        for (int i = 0; i < list.model()->rowCount(); ++i)
            out << list.model()->index(i, 0).data(Qt::AccessibleTextRole).toString();
        return out;
    }
    static bool choose(QListView &list, const QString &begins)
    {
        for (int i = 0; i < list.model()->rowCount(); ++i) {
            const QModelIndex index = list.model()->index(i, 0);
            if (index.data(Qt::AccessibleTextRole).toString().startsWith(begins) &&
                index.flags().testFlag(Qt::ItemIsSelectable)) {
                list.setCurrentIndex(index);
                return true;
            }
        }
        return false;
    }
    //! The last of the section of that title.
    static bool chooseIn(QListView &list, const QString &title)
    {
        bool inside = false;
        for (int i = 0; i < list.model()->rowCount(); ++i) {
            const QModelIndex index = list.model()->index(i, 0);
            const bool heading = !index.flags().testFlag(Qt::ItemIsSelectable);
            if (inside && !heading) {
                list.setCurrentIndex(index);
                return true;
            }
            if (heading)
                inside = index.data(Qt::AccessibleTextRole).toString().startsWith(title);
        }
        return false;
    }
    [[nodiscard]] patient::AdministrativeFile file() const
    {
        const auto read =
            m_desk.inside().administrative().read(patient::RecordIds(test::madeleine));
        return read.ok() ? *read : patient::AdministrativeFile{};
    }
    void write(const QString &name, const QString &text) const
    {
        auto *form = test::named<uikit::SideForm>(*m_desk.record());
        QVERIFY(form);
        auto *edit = test::named<QLineEdit>(*form, name);
        QVERIFY2(edit && edit->isVisible(), qPrintable(name));
        edit->setFocus();
        edit->selectAll();
        test::type(*edit, text);
    }
    static void press(QWidget *focus, Qt::Key key) { QTest::keyClick(focus, key); }

private Q_SLOTS:
    void init() { QVERIFY_OK(m_desk.make()); }
    void cleanup()
    {
        m_desk.window.reset();
        QDir(m_desk.practice()).removeRecursively();
    }

    void whoAndWhatStandsAroundThePatientIsSeenAtOnce()
    {
        QListView *list = openList(u"secretaire"_qs);
        QVERIFY(list);
        QCOMPARE(QApplication::focusWidget(), list);
        const QString all = rows(*list).join(u'\n');
        for (const QString &told :
             {u"Sophie Mercier"_qs, u"personne de confiance"_qs, u"écrit du 12/03/2025"_qs,
              u"Dr Anne MARCHAL"_qs, u"Cardiologue"_qs, u"ALD"_qs, u"Mutuelle des Prés"_qs,
              u"Rappels par SMS ou courriel"_qs, u"Jamais demandé"_qs})
            QVERIFY2(all.contains(told), qPrintable(told));
        test::keepScreenshot(*m_desk.window, u"administratif-entourage"_qs);
        m_desk.setDark(true);
        test::keepScreenshot(*m_desk.window, u"administratif-entourage-sombre"_qs);
        m_desk.setDark(false);
    }

    void theSecretaryAddsSomebodyToWarnFromTheKeyboard()
    {
        QListView *list = openList(u"secretaire"_qs);
        QVERIFY(list && chooseIn(*list, u"Entourage"_qs));
        press(list, Qt::Key_Plus);
        write(u"Nom et prénom"_qs, u"Paul Mercier"_qs);
        auto *role = test::named<QCheckBox>(*test::named<uikit::SideForm>(*m_desk.record()));
        QVERIFY(role);
        role->setFocus();
        press(role, Qt::Key_Space);
        write(u"Téléphone"_qs, u"06 39 98"_qs); // too short
        auto *phone = QApplication::focusWidget();
        press(phone, Qt::Key_Return);
        QCOMPARE(file().persons.size(), 1); // told, and nothing is lost
        test::keepScreenshot(*m_desk.window, u"administratif-entourage-saisie"_qs);
        write(u"Téléphone"_qs, u"06 39 98 12 11"_qs);
        press(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(file().persons.size(), 2);
        QCOMPARE(file().persons.last().content.name, u"Paul Mercier"_qs);
        QCOMPARE(QApplication::focusWidget(), list);
        QVERIFY(rows(*list).join(u'\n').contains(u"Paul Mercier"));
    }

    void theMedecinTraitantIsPickedFromTheAddressBookAndStandsInTheBanner()
    {
        QListView *list = openList(u"medecin"_qs);
        QVERIFY(list && choose(*list, u"Dr Anne MARCHAL"_qs));
        press(list, Qt::Key_Return);
        auto *traitant = qobject_cast<QCheckBox *>(QApplication::focusWidget());
        QVERIFY(traitant && traitant->text() == u"Médecin traitant");
        press(traitant, Qt::Key_Space);
        press(traitant, Qt::Key_Return);
        QVERIFY(file().team.first().content.medecinTraitant);
        QCOMPARE(test::named<QLineEdit>(*m_desk.record(), u"Médecin traitant"_qs)->text(),
                 u"Dr Anne MARCHAL"_qs);
        auto *banner = m_desk.record()->findChild<patient::ui::PatientBanner *>();
        QVERIFY(banner->accessibleName().contains(u"MT Dr Anne MARCHAL") ||
                banner->accessibleDescription().contains(u"MT Dr Anne MARCHAL"));
    }

    void whoIsNotInTheAddressBookIsAddedToIt()
    {
        QListView *list = openList(u"secretaire"_qs);
        QVERIFY(list && chooseIn(*list, u"Équipe de soins"_qs));
        press(list, Qt::Key_Plus);
        auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(name);
        test::type(*name, u"march"_qs);
        press(name, Qt::Key_Return); // takes the one who is found
        QCOMPARE(name->text(), u"Dr Anne MARCHAL"_qs);
        name->setFocus();
        name->clear();
        test::type(*name, u"Dr Paul Noirmont"_qs);
        write(u"Profession"_qs, u"Pneumologue"_qs);
        test::keepScreenshot(*m_desk.window, u"administratif-equipe-saisie"_qs);
        press(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(file().team.size(), 4);
        const auto found = m_desk.inside().correspondents().search(u"pneumo noirmont");
        QVERIFY_OK(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().givenName, u"Paul"_qs);
    }

    void anObjectionIsDatedTracedAndItsFormerAnswerStays()
    {
        QListView *list = openList(u"secretaire"_qs);
        QVERIFY(list && choose(*list, u"Rappels"_qs));
        press(list, Qt::Key_Plus);
        auto *answer = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(answer);
        press(answer, Qt::Key_Down);
        QCOMPARE(answer->currentText(), u"Refusé"_qs);
        test::keepScreenshot(*m_desk.window, u"administratif-consentement"_qs);
        press(answer, Qt::Key_Return);
        const auto now = file();
        const patient::Consent *held = now.answer(patient::ConsentTopic::Reminders);
        QVERIFY(held && !held->agreed);
        QCOMPARE(held->on, m_desk.clock.today());
        QVERIFY(held->recordedByName.contains(u"Nadia"));
        QCOMPARE(std::count_if(now.consents.begin(), now.consents.end(),
                               [](const patient::Consent &one) {
                                   return one.topic == patient::ConsentTopic::Reminders;
                               }),
                 2);
    }

    void whatWasTakenAwayIsPutBack()
    {
        QListView *list = openList(u"secretaire"_qs);
        QVERIFY(list && choose(*list, u"Sophie Mercier"_qs));
        press(list, Qt::Key_Delete);
        QVERIFY(file().persons.isEmpty());
        QPushButton *back = nullptr;
        for (auto *button : m_desk.record()->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == u"Remettre")
                back = button;
        QVERIFY(back);
        back->click();
        QCOMPARE(file().persons.size(), 1);
        QCOMPARE(file().persons.first().content.roles.size(), 2);
    }

    void anotherPostsChangeIsToldAndNotOverwritten()
    {
        QListView *list = openList(u"secretaire"_qs);
        QVERIFY(list && choose(*list, u"Sophie Mercier"_qs));
        press(list, Qt::Key_Return);
        auto theirs = file().persons.first();
        theirs.content.phone = *patient::PhoneNumber::parse(u"06 39 98 12 99");
        QVERIFY_OK(m_desk.inside().administrative().save(
            theirs, audit::Actor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, {})));
        write(u"Remarque"_qs, u"le soir"_qs);
        press(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(file().persons.first().content.phone->dialled(), u"0639981299"_qs);
        QVERIFY(file().persons.first().content.note.isEmpty());
        QVERIFY(test::said(*m_desk.record()).contains(u"Modifié par Dr Claire Fontanel"));
        test::keepScreenshot(*m_desk.window, u"administratif-conflit"_qs);
        auto *mine = test::button(*m_desk.record(), u"Le mien"_qs);
        QVERIFY(mine);
        mine->click();
        QCOMPARE(file().persons.first().content.note, u"le soir"_qs);
    }

    void theAddressBookIsKeptInTheSettings()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QVERIFY(m_desk.openSettings(u"Correspondants"_qs));
        auto *page = test::named<patient::ui::CorrespondentsPage>(*m_desk.window);
        QVERIFY(page && page->isVisible());
        test::keepScreenshot(*m_desk.window, u"correspondants"_qs);
        auto *search = page->findChild<QLineEdit *>();
        QVERIFY(search);
        search->setFocus();
        test::type(*search, u"garrigue"_qs);
        press(search, Qt::Key_Return);
        auto *mss = test::named<QLineEdit>(*page, u"Adresse MSSanté"_qs);
        QVERIFY(mss);
        mss->setFocus();
        test::type(*mss, u"elodie.garrigue@infirmier.example"_qs);
        press(mss, Qt::Key_Return);
        const auto found = m_desk.inside().correspondents().search(u"garrigue");
        QVERIFY_OK(found);
        QVERIFY(found->first().mssAddress);
        QCOMPARE(found->first().mssAddress->toString(), u"elodie.garrigue@infirmier.example"_qs);
    }
};

QTEST_MAIN(TestAdministrativePage)
#include "tst_administrative.moc"
