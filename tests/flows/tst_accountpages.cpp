// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/access/ui/accountspage.h>
#include <ambroise/uikit/segmented.h>

#include <QComboBox>
#include <QListWidget>
#include <QTableView>
#include <QTableWidget>

using namespace ambroise;
using namespace ambroise::app;

//! Réglages, Comptes and Mon compte, on the real windows and at the keyboard.
class TestAccountPages : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] QTableView *people() const { return m_desk->seen<QTableView>(u"people"_qs); }
    void begin(const QString &login, const QString &page)
    {
        m_desk->open();
        m_desk->signIn(login);
        QTRY_VERIFY(m_desk->window->shell());
        QVERIFY(m_desk->openSettings(page));
    }
    void choose(const QString &name)
    {
        QVERIFY(people());
        const QModelIndexList found =
            people()->model()->match(people()->model()->index(0, 0), Qt::DisplayRole, name, 1);
        QVERIFY2(!found.isEmpty(), qPrintable(name));
        people()->setFocus();
        people()->setCurrentIndex(found.first());
    }
    void key(Qt::Key key) { QTest::keyClick(people(), key); }
    [[nodiscard]] QString cell(int column) const
    {
        return people()->currentIndex().siblingAtColumn(column).data().toString();
    }
    void typeInto(const QString &holder, const QString &text)
    {
        auto *parent = m_desk->seen<QWidget>(holder);
        QVERIFY2(parent, qPrintable(holder));
        auto *field = parent->findChild<QLineEdit *>();
        field->clear();
        test::type(*field, text);
    }
    void chooseRole(const QString &word)
    {
        auto *role = m_desk->seen<QComboBox>(u"role"_qs);
        QVERIFY(role);
        const int index = role->findText(word);
        QVERIFY(index >= 0);
        role->setCurrentIndex(index);
        Q_EMIT role->activated(index);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void cleanup()
    {
        if (m_desk)
            m_desk->window.reset();
    }

    void whoManagesNoAccountsHasNoSuchPageButTheirOwn()
    {
        m_desk->open();
        m_desk->signIn(u"secretaire"_qs);
        QTRY_VERIFY(m_desk->window->shell());
        QVERIFY(!m_desk->openSettings(u"Comptes"_qs));
        QVERIFY(qobject_cast<QListWidget *>(QApplication::focusWidget())); // ↑ ↓ go on from there
        QVERIFY(m_desk->openSettings(u"Mon compte"_qs));
    }

    void thePharmacistHasTheirOwnAccountToo()
    {
        m_desk->open();
        m_desk->signIn(u"pharmacien"_qs);
        QTRY_VERIFY(m_desk->window->shell());
        QVERIFY(m_desk->openSettings(u"Mon compte"_qs));
        m_desk->keepPictures(u"compte-officine"_qs);
        QTest::keyClick(m_desk->window->shell(), Qt::Key_7, Qt::AltModifier);
        QVERIFY(!m_desk->seen<QLineEdit>(u"presentPassword"_qs));
    }

    void aPersonIsAddedAndComesInWithTheFirstPassword()
    {
        begin(u"medecin"_qs, u"Comptes"_qs);
        m_desk->keepPictures(u"comptes"_qs);
        people()->setFocus();
        key(Qt::Key_A);
        m_desk->fill(u"surname"_qs, u"de La Rochefoucauld-Montmorency"_qs);
        m_desk->fill(u"given_name"_qs, u"Hélène"_qs);
        m_desk->press(u"keepPerson"_qs);
        QVERIFY(m_desk->seen<QLineEdit>(u"surname"_qs)); // no password yet
        m_desk->keepPictures(u"comptes-ajouter"_qs);
        m_desk->fill(u"login"_qs, u"helene"_qs);
        typeInto(u"firstPassword"_qs, test::otherPassword);
        QTest::keyClick(m_desk->seen<QLineEdit>(u"login"_qs), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(people());
        QVERIFY(m_desk->said(u"accountsNotice"_qs).contains(u"helene"));
        m_desk->keepPictures(u"comptes-ajoutee"_qs);
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Create);
        m_desk->window->lock();
        m_desk->signIn(u"helene"_qs, test::otherPassword);
        QTRY_VERIFY(m_desk->window->shell());
        QCOMPARE(m_desk->window->shell()->session().account().person.role,
                 access::Role::Secretaire); // what a new person is unless told
    }

    void whatIsWrongIsSaidAtItsField()
    {
        begin(u"medecin"_qs, u"Comptes"_qs);
        people()->setFocus();
        key(Qt::Key_A);
        m_desk->fill(u"surname"_qs, u"Lestienne"_qs);
        m_desk->fill(u"given_name"_qs, u"Hugo"_qs);
        QCOMPARE(m_desk->seen<QLineEdit>(u"login"_qs)->text(), u"hugo.lestienne"_qs);
        chooseRole(u"Remplaçant"_qs);
        typeInto(u"firstPassword"_qs, test::otherPassword);
        m_desk->press(u"keepPerson"_qs);
        auto *rpps = m_desk->seen<QLineEdit>(u"rpps"_qs);
        QTRY_COMPARE(rpps->accessibleDescription(),
                     u"Un prescripteur a besoin de son numéro RPPS."_qs);
        m_desk->keepPictures(u"comptes-champ-faux"_qs);
        m_desk->fill(u"rpps"_qs, u"89970034503"_qs);
        m_desk->fill(u"login"_qs, u"Medecin"_qs);
        m_desk->press(u"keepPerson"_qs);
        auto *login = m_desk->seen<QLineEdit>(u"login"_qs);
        QTRY_COMPARE(login->accessibleDescription(),
                     u"Cet identifiant est déjà pris. En choisir un autre."_qs);
        QCOMPARE(m_desk->seen<QLineEdit>(u"surname"_qs)->text(), u"Lestienne"_qs); // nothing lost
        QTest::keyClick(login, Qt::Key_Escape);
        QVERIFY(people());
    }

    void theLastWhoManagesCannotStop()
    {
        begin(u"medecin"_qs, u"Comptes"_qs);
        choose(u"Yves Lambert"_qs);
        key(Qt::Key_X);
        m_desk->keepPictures(u"comptes-fermer"_qs);
        m_desk->press(u"ask"_qs);
        QCOMPARE(m_desk->said(u"accountsNotice"_qs), u"Yves Lambert : compte fermé."_qs);
        choose(u"Dr Claire Fontanel"_qs);
        key(Qt::Key_Return);
        chooseRole(u"Remplaçant"_qs);
        m_desk->press(u"keepPerson"_qs);
        QCOMPARE(m_desk->said(u"personNotice"_qs),
                 u"Il faut au moins une personne qui gère les comptes. En désigner une autre "
                 "d’abord."_qs);
        m_desk->keepPictures(u"comptes-dernier"_qs);
        QCOMPARE(m_desk->account(u"medecin").person.role, access::Role::Medecin);
    }

    void onesOwnAccountIsClosedByAnother()
    {
        begin(u"medecin"_qs, u"Comptes"_qs);
        choose(u"Dr Claire Fontanel"_qs);
        key(Qt::Key_X);
        QVERIFY(!m_desk->seen<QPushButton>(u"ask"_qs));
        QVERIFY(m_desk->account(u"medecin").active);
    }

    void aClosedAccountOpensAgainWithANewPassword()
    {
        begin(u"medecin"_qs, u"Comptes"_qs);
        choose(u"Nadia Brunel"_qs);
        key(Qt::Key_X);
        m_desk->press(u"askBack"_qs); // thought again
        QVERIFY(m_desk->account(u"secretaire").active);
        choose(u"Nadia Brunel"_qs);
        key(Qt::Key_X);
        m_desk->press(u"ask"_qs);
        QVERIFY(!m_desk->account(u"secretaire").active);
        QCOMPARE(cell(5), u"fermé"_qs);
        m_desk->keepPictures(u"comptes-ferme"_qs);
        key(Qt::Key_X); // the same key opens it again
        typeInto(u"givenPassword"_qs, test::otherPassword);
        m_desk->keepPictures(u"comptes-rouvrir"_qs);
        m_desk->press(u"keepPassword"_qs);
        QTRY_VERIFY(people());
        QVERIFY(m_desk->account(u"secretaire").active);
        m_desk->window->lock();
        m_desk->signIn(u"secretaire"_qs, test::otherPassword);
        QTRY_VERIFY(m_desk->window->shell());
    }

    void anotherRoleHoldsFromTheNextUnlocking()
    {
        begin(u"infirmiere"_qs, u"Mon compte"_qs);
        m_desk->window->lock();
        m_desk->signIn(u"medecin"_qs);
        QTRY_VERIFY(m_desk->window->shell());
        QVERIFY(m_desk->openSettings(u"Comptes"_qs));
        choose(u"Sophie Aubrac"_qs);
        key(Qt::Key_M);
        chooseRole(u"Secrétaire"_qs);
        m_desk->press(u"keepPerson"_qs);
        QVERIFY(m_desk->lastDeed().detail.contains(u"infirmier>secretaire"));
        m_desk->window->lock();
        m_desk->signIn(u"infirmiere"_qs);
        QTRY_VERIFY(m_desk->window->shell());
        QVERIFY(!m_desk->window->shell()->session().may(access::Right::ReadClinical));
    }

    void theTableOfRightsIsTheOneOfTheProgram()
    {
        begin(u"admin"_qs, u"Comptes"_qs);
        auto *parts = m_desk->window->findChild<access::ui::AccountsPage *>()
                          ->findChild<uikit::Segmented *>();
        QVERIFY(parts);
        parts->setCurrent(1);
        QTableWidget *table = nullptr;
        for (auto *one : m_desk->window->findChildren<QTableWidget *>())
            if (one->isVisible())
                table = one;
        QVERIFY(table);
        const auto rights = access::allRights();
        const auto roles = access::allRoles();
        QCOMPARE(table->rowCount(), int(rights.size()));
        for (int row = 0; row < rights.size(); ++row)
            for (int column = 0; column < roles.size(); ++column)
                QCOMPARE(table->item(row, column + 1)->text(),
                         access::allows(roles.at(column), rights.at(row)) ? u"oui"_qs : u"non"_qs);
        m_desk->keepPictures(u"droits"_qs);
    }

    void onesOwnPasswordWantsThePresentOne()
    {
        begin(u"marie-anne"_qs, u"Mon compte"_qs);
        m_desk->keepPictures(u"mon-compte"_qs);
        m_desk->fill(u"presentPassword"_qs, u"Pas-Le-Bon-Mot-De-Passe"_qs);
        typeInto(u"nextPassword"_qs, test::otherPassword);
        m_desk->press(u"changePassword"_qs);
        QTRY_COMPARE(m_desk->seen<QLineEdit>(u"presentPassword"_qs)->accessibleDescription(),
                     u"Ce n’est pas votre mot de passe actuel."_qs);
        m_desk->keepPictures(u"mon-compte-faux"_qs);
        m_desk->fill(u"presentPassword"_qs, test::goodPassword);
        m_desk->press(u"changePassword"_qs);
        QTRY_COMPARE(m_desk->said(u"passwordNotice"_qs), u"Mot de passe changé."_qs);
        QCOMPARE(m_desk->lastDeed().detail, u"password"_qs);
        m_desk->keepPictures(u"mon-compte-change"_qs);
        m_desk->window->lock();
        m_desk->signIn(u"marie-anne"_qs, test::otherPassword);
        QTRY_VERIFY(m_desk->window->shell());
    }

    void thePresentPasswordCannotBeGuessedAtAnOpenSession()
    {
        begin(u"secretaire"_qs, u"Mon compte"_qs);
        typeInto(u"nextPassword"_qs, test::otherPassword);
        for (int i = 0; i < 4; ++i) {
            m_desk->fill(u"presentPassword"_qs, u"essai numero %1 faux"_qs.arg(i));
            m_desk->press(u"changePassword"_qs);
            QTRY_COMPARE(m_desk->seen<QLineEdit>(u"presentPassword"_qs)->text(), QString());
        }
        m_desk->fill(u"presentPassword"_qs, test::goodPassword);
        m_desk->press(u"changePassword"_qs);
        QCOMPARE(m_desk->said(u"passwordNotice"_qs), u"Trop d’essais. Nouvel essai dans 5 s."_qs);
        m_desk->clock.advance(std::chrono::seconds(6));
        m_desk->press(u"changePassword"_qs);
        QTRY_COMPARE(m_desk->said(u"passwordNotice"_qs), u"Mot de passe changé."_qs);
    }

    void theRecoveryKeyGivesANewPasswordWithoutHoldingUpTheWindow()
    {
        m_desk->open();
        Gate &gate = *m_desk->window->gate();
        const auto opened =
            gate.openWithRecovery(u"admin"_qs, m_desk->recoveryKey, test::otherPassword);
        QVERIFY(!opened.isFinished());
        QTRY_VERIFY(opened.isFinished());
        QVERIFY_OK(opened.result());
        QVERIFY_OK(gate.session(u"admin"_qs));
        const auto former = gate.openWithPassword(u"admin"_qs, test::goodPassword);
        QTRY_VERIFY(former.isFinished());
        QCOMPARE_SUBJECT(former.result(), "keyring.password");
        QCOMPARE(m_desk->lastDeed().action, audit::Action::SignInRefused);
    }

    void whoIsGivenANewPasswordDoesNotWaitForTheWrongOldOnes()
    {
        begin(u"medecin"_qs, u"Comptes"_qs);
        Gate &gate = *m_desk->window->gate();
        for (int i = 0; i < 5; ++i) {
            const auto wrong = gate.openWithPassword(u"secretaire"_qs, u"essai faux"_qs);
            QTRY_VERIFY(wrong.isFinished());
            m_desk->clock.advance(gate.wait(u"secretaire"_qs));
        }
        const auto last = gate.openWithPassword(u"secretaire"_qs, u"essai faux"_qs);
        QTRY_VERIFY(last.isFinished());
        QVERIFY(gate.wait(u"secretaire"_qs).count() > 0);
        choose(u"Nadia Brunel"_qs);
        key(Qt::Key_P);
        typeInto(u"givenPassword"_qs, test::otherPassword);
        m_desk->press(u"keepPassword"_qs);
        QTRY_VERIFY(people());
        QCOMPARE(gate.wait(u"secretaire"_qs).count(), 0);
    }
};
QTEST_MAIN(TestAccountPages)
#include "tst_accountpages.moc"
