// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/draftkeeper.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/widgets.h>

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace ambroise;

namespace {

//! A page with one field, whose journal of drafts is the test.
class Sheet : public QWidget {
public:
    explicit Sheet(const Clock &clock)
        : edit(new QLineEdit(this))
        , saved(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text3, false, this))
        , problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
        , keeper({[this] { return edit->text(); },
                  [this](const QString &body) -> Status {
                      if (failure)
                          return *failure;
                      drafts << body;
                      return done();
                  },
                  [](const Error &error) { return error.subject; }, saved, problem},
                 clock, this)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(edit);
        column->addWidget(saved);
        column->addWidget(problem);
        problem->hide();
        connect(edit, &QLineEdit::textChanged, this, [this] { keeper.typed(); });
        show();
    }

    QLineEdit *edit;
    uikit::Label *saved;
    uikit::MessageLine *problem;
    std::optional<Error> failure{};
    QStringList drafts{};
    uikit::DraftKeeper keeper;
};

} // namespace

class TestDraftKeeper : public QObject {
    Q_OBJECT
    test::ManualClock m_clock{QDateTime(QDate(2026, 11, 27), QTime(9, 5), Qt::UTC)};

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void whatIsTypedIsKeptAtThePauseAndToldWithItsHour()
    {
        Sheet sheet(m_clock);
        sheet.edit->setText(u"Bonjour"_qs);
        QVERIFY(sheet.drafts.isEmpty());
        QTRY_COMPARE(sheet.drafts, QStringList{u"Bonjour"_qs});
        const QString hour = m_clock.now().toLocalTime().toString(u"HH:mm"_qs);
        QVERIFY2(sheet.saved->text().endsWith(hour), qPrintable(sheet.saved->text()));
        sheet.edit->clear();
        QVERIFY_OK(sheet.keeper.flush());
        QVERIFY(sheet.saved->text().isEmpty()); // of nothing no hour is told
    }

    void whatWasNotTypedIsNotKept()
    {
        Sheet sheet(m_clock);
        QVERIFY_OK(sheet.keeper.flush());
        QVERIFY(sheet.drafts.isEmpty());
    }

    void whatCannotBeKeptIsToldAndTriedAgain()
    {
        Sheet sheet(m_clock);
        sheet.failure = Error{ErrorCode::Unavailable, u"storage.full"_qs, {}};
        sheet.edit->setText(u"Bonjour"_qs);
        QCOMPARE_SUBJECT(sheet.keeper.flush(), "storage.unavailable");
        QCOMPARE(test::said(sheet), u"storage.full"_qs);
        sheet.failure.reset();
        QVERIFY_OK(sheet.keeper.flush());
        QCOMPARE(sheet.drafts, QStringList{u"Bonjour"_qs});
    }

    void anotherDraftForgetsWhatWasTypedOfTheFormer()
    {
        Sheet sheet(m_clock);
        sheet.edit->setText(u"Bonjour"_qs);
        sheet.keeper.forget();
        QVERIFY_OK(sheet.keeper.flush());
        QVERIFY(sheet.drafts.isEmpty());
        sheet.keeper.keep(); // as what comes back by an undo
        QCOMPARE(sheet.drafts, QStringList{u"Bonjour"_qs});
    }

    void aDraftThatCannotBeReadIsNotWrittenOverBeforeSomebodySaysSo()
    {
        Sheet sheet(m_clock);
        bool begun = false;
        sheet.keeper.holdBack({ErrorCode::Corrupt, u"draft.body"_qs, {}}, {sheet.edit},
                              u"Repartir"_qs, [&begun] { begun = true; });
        QVERIFY(!sheet.edit->isEnabled());
        QCOMPARE(test::said(sheet), u"draft.body"_qs);
        test::button(sheet, u"Repartir"_qs)->click();
        QVERIFY(sheet.edit->isEnabled());
        QVERIFY(begun);
        QVERIFY(!sheet.problem->isVisible());
    }
};

QTEST_MAIN(TestDraftKeeper)
#include "tst_draftkeeper.moc"
