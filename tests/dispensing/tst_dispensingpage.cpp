// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/dispensing/ui/dispensingpage.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/sampleordonnance.h>
#include <support/screenshot.h>
#include <support/widgets.h>

#include <QApplication>
#include <QLineEdit>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::dispensing;
using namespace ambroise::dispensing::ui;

class TestDispensingPage : public QObject {
    Q_OBJECT
    const crypto::SigningKey m_key = crypto::SigningKey::generate();
    std::optional<prescription::Ordonnance> m_ordonnance;
    QList<Dispensation> m_history;
    std::optional<Error> m_scanError;
    std::optional<Error> m_recordError;
    QList<QList<LineOutcome>> m_recorded;
    QStringList m_tokens;
    QDate m_today;

    void makeOrdonnance(int boxes = 0)
    {
        auto parts = test::sampleParts();
        parts.lines.first().boxes = boxes;
        parts.lines << parts.lines.first();
        parts.lines.last().label = u"SPASFON, comprimé enrobé"_qs;
        parts.lines.last().nonSubstitutable = prescription::NonSubstitutable::Cif;
        auto content = *prescription::OrdonnanceContent::make(
            parts, prescription::OrdonnanceNumber::generate(), test::sampleInstant());
        const QString code =
            prescription::OrdonnanceCode::sign(content, QByteArray(16, '\1'), m_key).toText();
        m_ordonnance = prescription::Ordonnance{
            {1}, {7}, {1}, content, code, *storage::ContentId::parse(QString(64, u'a'))};
    }
    DispensingServices services()
    {
        DispensingServices s;
        s.scan = [this](const QString &text) -> Result<ScannedOrdonnance> {
            if (m_scanError)
                return *m_scanError;
            AMBROISE_TRY(const auto code, prescription::OrdonnanceCode::parse(text));
            return ScannedOrdonnance{code, u"Cabinet des Tilleuls"_qs, m_ordonnance, m_history};
        };
        s.readFile = [this](const QString &) {
            QPromise<Result<QString>> promise;
            promise.start();
            promise.addResult(m_ordonnance->code);
            promise.finish();
            return promise.future();
        };
        s.box = [](const QString &scanned, const prescription::Line &line) -> Result<Box> {
            if (scanned == u"3400936043879")
                return Box{scanned, u"PARACETAMOL BIOGARAN 1000 mg"_qs, {}, true};
            if (scanned == u"3400930000000")
                return Error{ErrorCode::Conflict, u"dispensation.other_drug"_qs, {}};
            return Box{scanned, line.label, {}, false};
        };
        s.record = [this](const QString &token, const auto &, const QList<LineOutcome> &lines,
                          int) -> Status {
            if (m_recordError)
                return *m_recordError;
            m_tokens << token;
            m_recorded << lines;
            m_history.append({{1},
                              {},
                              test::sampleInstant(),
                              {3},
                              u"Sylvie Keraudren"_qs,
                              u"Pharmacie"_qs,
                              lines});
            return done();
        };
        s.explain = [](const Error &error) {
            return u"Sentence of "_qs + error.subject;
        };
        s.today = [this] {
            return m_today;
        };
        return s;
    }
    std::unique_ptr<DispensingPage> shown()
    {
        auto page = std::make_unique<DispensingPage>(services());
        page->resize(1024, 640);
        page->show();
        return page;
    }
    static QString said(const DispensingPage &page)
    {
        QStringList lines;
        for (const uikit::MessageLine *line : page.findChildren<uikit::MessageLine *>())
            if (line->isVisibleTo(&page))
                lines << line->text();
        return lines.join(u" | "_qs);
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_history.clear();
        m_scanError.reset();
        m_recordError.reset();
        m_recorded.clear();
        m_tokens.clear();
        m_today = QDate(2026, 11, 27);
        makeOrdonnance();
    }

    void anEmptyCounterSaysWhatToDo()
    {
        const auto page = shown();
        test::keepScreenshot(*page, u"officine-vide"_qs);
        QVERIFY(!page->scanned());
    }

    void aGenuineCodeIsShownAsAuthentic()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        QVERIFY(page->scanned().has_value());
        QVERIFY2(said(*page).contains(u"authentique"), qPrintable(said(*page)));
        test::keepScreenshot(*page, u"officine"_qs);
    }

    void theAgeIsThatOfTheDayAtTheCounter_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("age");
        QTest::newRow("the eve of the birthday") << QDate(2026, 3, 13) << u"67 ans"_qs;
        QTest::newRow("the birthday") << QDate(2026, 3, 14) << u"68 ans"_qs;
    }
    void theAgeIsThatOfTheDayAtTheCounter()
    {
        QFETCH(const QDate, today);
        QFETCH(const QString, age);
        const auto page = shown();
        m_today = today; // the page may stay open for days
        page->takeCode(m_ordonnance->code);
        QVERIFY2(test::shown(*page).contains(age), qPrintable(test::shown(*page)));
    }

    void aForgedCodeShowsNoOrdonnance()
    {
        m_scanError = Error{ErrorCode::Corrupt, u"code.changed"_qs, {}};
        const auto page = shown();
        page->takeCode(u"AMB1:FORGED"_qs);
        QVERIFY(!page->scanned());
        QCOMPARE(said(*page), u"Sentence of code.changed"_qs);
        test::keepScreenshot(*page, u"officine-refusee"_qs);
    }

    void aForgedCodeTakesTheFormerOrdonnanceAway()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        m_scanError = Error{ErrorCode::Corrupt, u"code.changed"_qs, {}};
        page->takeCode(u"AMB1:FORGED"_qs);
        QVERIFY(!page->scanned());
        page->dispense();
        page->recordAll();
        QVERIFY(m_recorded.isEmpty());
    }

    void linesAreDispensedOneByOneAndRecordedTogether()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->dispense();
        test::keepScreenshot(*page, u"officine-en-cours"_qs);
        page->recordAll();
        QCOMPARE(m_recorded.size(), 1);
        QCOMPARE(m_recorded.first().size(), 1);
        QCOMPARE(m_recorded.first().first().line, 0);
        QCOMPARE(page->scanned()->history.size(), 1);
        test::keepScreenshot(*page, u"officine-delivree"_qs);
    }

    void aBoxOfTheGroupIsASubstitution()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->takeCode(u"3400936043879"_qs);
        page->recordAll();
        QVERIFY(m_recorded.first().first().substituted);
        QCOMPARE(m_recorded.first().first().cip13, u"3400936043879"_qs);
    }

    void aBoxOfAnotherDrugIsRefused()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->takeCode(u"3400930000000"_qs);
        QVERIFY(said(*page).contains(u"dispensation.other_drug"));
        page->recordAll();
        QVERIFY(m_recorded.size() <= 1 && (m_recorded.isEmpty() || m_recorded.first().isEmpty()));
    }

    void whatIsAlreadyGivenIsNotGivenAgain()
    {
        LineOutcome given;
        given.line = 0;
        given.boxes = 1;
        m_history.append(
            {{1}, {}, test::sampleInstant(), {3}, u"Sylvie"_qs, u"Pharmacie"_qs, {given}});
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->dispense();
        QVERIFY(said(*page).contains(u"dispensation.complete"));
    }

    void aRefusedRecordingKeepsWhatWasTreated()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->dispense();
        m_recordError = Error{ErrorCode::Conflict, u"dispensation.meanwhile"_qs, {}};
        page->recordAll();
        QVERIFY(said(*page).contains(u"dispensation.meanwhile"));
        m_recordError.reset();
        page->recordAll();
        QCOMPARE(m_recorded.first().size(), 1);
    }

    void whatIsNotRecordedIsLeftOnlyWhenAskedTwice()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->dispense();
        QVERIFY(page->mayRecord());
        page->next();
        QVERIFY(page->scanned().has_value());
        QVERIFY(said(*page).contains(u"pas encore enregistrée"));
        page->takeCode(u"AMB1:ANOTHER"_qs); // insisted, with another code
        QVERIFY(!page->scanned());

        page->takeCode(m_ordonnance->code);
        page->dispense();
        page->next();
        page->later(); // went on instead
        page->next();
        QVERIFY(page->scanned().has_value());
    }

    void theWarningThatIsNoLongerReadIsGivenAgain()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->dispense();
        page->next();                        // warned
        page->takeCode(u"3400930000000"_qs); // a box of another drug: its refusal is read now
        page->next();
        QVERIFY(page->scanned().has_value());
        QVERIFY(page->mayRecord());
    }

    void theSameCodeReadTwiceLosesNothing()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->dispense();
        page->takeCode(m_ordonnance->code);
        page->takeCode(m_ordonnance->code);
        QVERIFY(page->mayRecord());
    }

    void afterAPartOnlyTheRestIsGiven()
    {
        makeOrdonnance(3);
        LineOutcome part;
        part.outcome = Outcome::Partly;
        part.boxes = 1;
        m_history.append({{1}, {}, test::sampleInstant(), {3}, u"Sylvie Keraudren"_qs, {}, {part}});
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->dispense();
        page->recordAll();
        QCOMPARE(m_recorded.first().first().boxes, 2);
        QCOMPARE(m_recorded.first().first().outcome, Outcome::Dispensed);
    }

    void aRefusalIsNotMadeADeliveryByAQuantity()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        auto *field = page->findChild<uikit::AskLine *>()->field();
        page->refuse();
        field->setText(u"Rupture"_qs);
        QTest::keyClick(field, Qt::Key_Return);
        page->quantity();
        field->setText(u"1"_qs);
        QTest::keyClick(field, Qt::Key_Return);
        page->recordAll();
        QCOMPARE(m_recorded.first().first().outcome, Outcome::Dispensed);
        QCOMPARE(m_recorded.first().first().reason, QString());
        QVERIFY(!m_recorded.first().first().label.isEmpty());
    }

    void theQuantityIsAskedAtItsPlace()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->quantity();
        auto *field = page->findChild<uikit::AskLine *>()->field();
        QVERIFY(field->isVisible());
        test::keepScreenshot(*page, u"officine-quantite"_qs);
        field->setText(u"0"_qs);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible()); // no box is no quantity
        field->setText(u"3"_qs);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        page->recordAll();
        QCOMPARE(m_recorded.first().first().boxes, 3);
    }

    void aLineIsNotRefusedWithoutAReason()
    {
        const auto page = shown();
        page->takeCode(m_ordonnance->code);
        page->refuse();
        auto *field = page->findChild<uikit::AskLine *>()->field();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!page->mayRecord());
        page->next();
        QVERIFY(!field->isVisible());
        QVERIFY(page->scanned().has_value());
        page->refuse();
        field->setText(u"Rupture"_qs);
        QTest::keyClick(field, Qt::Key_Return);
        page->recordAll();
        QCOMPARE(m_recorded.first().first().outcome, Outcome::NotDispensed);
        QCOMPARE(m_recorded.first().first().reason, u"Rupture"_qs);
    }

    void aFileThatComesTooLateIsNotShown()
    {
        QPromise<Result<QString>> slow;
        slow.start();
        DispensingServices late = services();
        late.readFile = [&](const QString &) {
            return slow.future();
        };
        DispensingPage page(late);
        page.openFile(u"ordonnance.pdf"_qs);
        m_scanError = Error{ErrorCode::Corrupt, u"code.changed"_qs, {}};
        page.takeCode(u"AMB1:FORGED"_qs);
        m_scanError.reset();
        slow.addResult(m_ordonnance->code);
        slow.finish();
        QCoreApplication::processEvents();
        QVERIFY(!page.scanned());
    }

    void aFileIsReadOnAnotherThreadAndShown()
    {
        const auto page = shown();
        page->openFile(u"ordonnance.pdf"_qs);
        QTRY_VERIFY(page->scanned().has_value());
    }
};
QTEST_MAIN(TestDispensingPage)
#include "tst_dispensingpage.moc"
