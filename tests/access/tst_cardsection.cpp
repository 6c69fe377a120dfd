// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/notice.h>
#include <ambroise/access/ui/ownaccountpage.h>
#include <ambroise/uikit/theme.h>

#include <QApplication>
#include <QLabel>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::access;
using ui::OwnAccountPage;

//! The cards of one's own account, as they are listed.
class TestCardSection : public QObject {
    Q_OBJECT
    Result<QList<EnrolledCard>> m_cards = QList<EnrolledCard>{};

    std::unique_ptr<OwnAccountPage> shown()
    {
        OwnAccountPage::Calls calls;
        calls.passwordContext = [] {
            return QStringList{};
        };
        calls.wait = [] {
            return std::chrono::seconds(0);
        };
        calls.cards = [this] {
            return m_cards;
        };
        calls.explain = [](const Error &error) {
            return u"Explication de "_qs + error.subject;
        };
        auto page = std::make_unique<OwnAccountPage>(
            calls, OwnAccountPage::Person{u"Nadia Brunel"_qs, u"secretaire"_qs, u"Secrétaire"_qs});
        page->show();
        QCoreApplication::processEvents(); // which shows the rows
        return page;
    }
    static QStringList texts(const QWidget &page)
    {
        QStringList found;
        for (const auto *label : page.findChildren<QLabel *>())
            if (label->isVisible())
                found << label->text();
        return found;
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void aCardIsToldByWhatIsKnownOfIt_data()
    {
        QTest::addColumn<QDate>("enrolled");
        QTest::addColumn<QDate>("expiry");
        QTest::addColumn<QString>("words");
        const QDate first(2026, 11, 24);
        const QDate last(2029, 11, 23);
        QTest::newRow("everything")
            << first << last
            << u"BRUNEL Nadia, enregistrée le 24/11/2026, valable jusqu’au 23/11/2029"_qs;
        QTest::newRow("without its end")
            << first << QDate() << u"BRUNEL Nadia, enregistrée le 24/11/2026"_qs;
        QTest::newRow("no date") << QDate() << QDate() << u"BRUNEL Nadia"_qs;
    }
    void aCardIsToldByWhatIsKnownOfIt()
    {
        QFETCH(const QDate, enrolled);
        QFETCH(const QDate, expiry);
        QFETCH(const QString, words);
        m_cards = QList<EnrolledCard>{
            {u"secretaire"_qs, QByteArray(32, 'f'), u"BRUNEL Nadia"_qs, expiry, enrolled}};
        const auto page = shown();
        QVERIFY2(texts(*page).contains(words), qPrintable(texts(*page).join(u'|')));
    }

    void cardsThatCannotBeReadAreNotNone()
    {
        m_cards = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        const auto page = shown();
        QStringList said;
        for (const auto *notice : page->findChildren<ui::Notice *>())
            if (notice->isVisible())
                said << notice->text();
        QCOMPARE(said, QStringList{u"Explication de storage.unavailable"_qs});
    }
};
QTEST_MAIN(TestCardSection)
#include "tst_cardsection.moc"
