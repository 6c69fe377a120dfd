// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/accountspage.h>
#include <ambroise/access/ui/signinpage.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/tips.h>

#include <QListView>
#include <QTableView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::access;
using namespace ambroise::access::ui;

namespace {
const QString surname = QStringLiteral("<b>Fontanel</b> & Cie");
} // namespace

//! What people write in their names is shown as they wrote it.
class TestPageTips : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;

private Q_SLOTS:
    void somebodyWhoMaySignIn()
    {
        SignInPage page(
            {}, [](const Error &error) { return error.subject; }, m_clock);
        page.setPeople(
            {{.login = u"claire"_qs, .name = u"Dr Claire "_qs + surname, .role = u"Médecin"_qs}});
        const auto *people = page.findChild<QListView *>();
        QVERIFY(people);
        QCOMPARE(test::readTip(people->model()->index(0, 0).data(Qt::ToolTipRole).toString()),
                 u"Dr Claire "_qs + surname + u", Médecin"_qs);
    }

    void somebodyWhoHasAnAccount()
    {
        Account account{UserId{1}, *Login::parse(u"claire"), {}};
        account.person.givenName = u"Claire"_qs;
        account.person.surname = surname;
        AccountsPage::Calls calls;
        calls.list = [&account]() -> Result<QList<AccountsPage::Entry>> {
            return QList<AccountsPage::Entry>{{account}};
        };
        calls.roleWord = [](Role) {
            return u"Médecin"_qs;
        };
        AccountsPage page(calls, UserId{1}, m_clock);
        page.refresh();
        const QModelIndex name = page.findChild<QTableView *>(u"people"_qs)->model()->index(0, 0);
        QVERIFY(name.data().toString().contains(surname));
        QCOMPARE(test::readTip(name.data(Qt::ToolTipRole).toString()), name.data().toString());
    }
};
QTEST_MAIN(TestPageTips)
#include "tst_pagetips.moc"
