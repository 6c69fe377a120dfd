// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/notepage.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/widgets.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTextEdit>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::record;
using enum NoteSection;

namespace {

//! What the page asks of a practice, kept in memory.
struct Kept {
    QString draft;
    QString correction;
    QList<NoteDraft> signedNotes;
    QList<NoteTemplate> templates;
    Entry entry;
    QList<Entry> measures;
    QList<Error> refusals; //!< each signature meets one

    record::ui::RecordServices services()
    {
        record::ui::RecordServices services;
        services.saveDraft = [this](bool corrects, const QString &body) -> Status {
            (corrects ? correction : draft) = body;
            return done();
        };
        services.findDraft = [this](bool corrects) -> Result<QString> {
            return corrects ? correction : draft;
        };
        services.sign = [this](const NoteDraft &one) -> Result<EntryId> {
            if (!refusals.isEmpty())
                return refusals.takeFirst();
            (one.corrects.isStored() ? correction : draft).clear();
            signedNotes << one;
            return EntryId{signedNotes.size()};
        };
        services.find = [this](EntryId) -> Result<Entry> {
            return entry;
        };
        services.measuresOf = [this](EntryId) -> Result<QList<Entry>> {
            return measures;
        };
        services.revisions = [](EntryId) -> Result<QList<Revision>> {
            return QList<Revision>();
        };
        services.templates = [this]() -> Result<QList<NoteTemplate>> {
            return templates;
        };
        services.keepTemplate = [this](const QString &name, const QString &text) -> Status {
            templates.append(
                {NoteTemplateId{templates.size() + 1}, UserId{1}, name, text, false, 1});
            return done();
        };
        services.explain = [](const Error &error) {
            return error.subject;
        };
        services.examined = record::ui::Examined{68, KidneySex::Female};
        services.mayWrite = true;
        return services;
    }
};

//! The page in a window of the size that it has beside its columns at 1366x768.
class Paper {
public:
    explicit Paper(Kept &kept)
        : page(kept.services(), clock)
    {
        page.restore();
        page.resize(746, 560);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        page.focusNote();
    }
    [[nodiscard]] QTextEdit *part(const QString &word)
    {
        return test::named<QTextEdit>(page, word);
    }
    void write(const QString &word, const QString &text)
    {
        QTextEdit *edit = part(word);
        edit->setFocus();
        QTest::keyClicks(edit, text);
    }
    [[nodiscard]] QStringList chips() const
    {
        QStringList names;
        for (const QAbstractButton *chip : page.findChildren<QAbstractButton *>())
            if (chip->accessibleName().contains(u"retenu"_qs) ||
                chip->accessibleName().contains(u"proposé"_qs))
                names << chip->accessibleName();
        return names;
    }

    //! That begins so; null: there is none.
    [[nodiscard]] QAbstractButton *chip(const QString &begins) const
    {
        for (QAbstractButton *one : page.findChildren<QAbstractButton *>())
            if (one->accessibleName().startsWith(begins))
                return one;
        return nullptr;
    }

    test::ManualClock clock{QDateTime(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC)};
    record::ui::NotePage page;
};

NoteTemplate templateOf(const QString &name, const QString &text)
{
    return {NoteTemplateId{1}, UserId{1}, name, text, false, 1};
}

//! Newest first.
QList<Entry> weights()
{
    QList<Entry> found;
    for (const auto &[value, day] :
         {std::pair(74.9, QDate(2026, 5, 19)), std::pair(76.0, QDate(2025, 11, 24))}) {
        Entry one;
        one.content =
            Measure::make(MeasureKind::Weight, value)->entry(QDateTime(day, QTime(8, 0), Qt::UTC));
        found << one;
    }
    return found;
}

bool hasColour(QWidget &widget, const QColor &colour)
{
    const QImage image = widget.grab().toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour)
                return true;
    return false;
}

Entry signedCough()
{
    Note note;
    note.setText(Reason, u"Toux"_qs);
    note.setText(Objective, u"TA 13/8, FC 84."_qs);
    Entry entry;
    entry.id = EntryId{42};
    entry.version = 3;
    entry.authorName = u"Dr Hugo Lestienne"_qs;
    entry.content = note.entry(QDateTime(QDate(2026, 8, 12), QTime(8, 0), Qt::UTC));
    return entry;
}

} // namespace

class TestNotePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void whatIsTypedIsKeptAtAPause()
    {
        Kept kept;
        Paper paper(kept);
        paper.write(u"Motif"_qs, u"Toux"_qs);
        QVERIFY(kept.draft.isEmpty());
        QTRY_VERIFY(kept.draft.contains(u"Toux"_qs));
        QTest::keyClicks(paper.part(u"Motif"_qs), u" seche"_qs);
        QVERIFY_OK(paper.page.keepDraft()); // at once: the record is being closed
        QVERIFY(kept.draft.contains(u"Toux seche"_qs));
    }

    void whatWasTypedIsBack()
    {
        Kept kept;
        {
            Paper paper(kept);
            paper.write(u"Examen"_qs, u"TA 13/8"_qs);
            QVERIFY_OK(paper.page.keepDraft());
        }
        Paper again(kept);
        QCOMPARE(again.part(u"Examen"_qs)->toPlainText(), u"TA 13/8"_qs);
        QVERIFY(!again.page.isEmpty());
    }

    void aDraftThatCannotBeReadIsNotWrittenOver()
    {
        Kept kept;
        kept.draft = u"{ from a newer program"_qs;
        Paper paper(kept);
        QVERIFY(!paper.part(u"Motif"_qs)->isEnabled());
        QTest::keyClicks(paper.part(u"Motif"_qs), u"Toux"_qs);
        QVERIFY_OK(paper.page.keepDraft());
        QCOMPARE(kept.draft, u"{ from a newer program"_qs);
        test::button(paper.page, u"Repartir d’une note vide"_qs)->click();
        paper.write(u"Motif"_qs, u"Toux"_qs);
        QVERIFY_OK(paper.page.keepDraft());
        QVERIFY(kept.draft.contains(u"Toux"_qs));
    }

    void anErasedNoteLeavesNoDraft()
    {
        Kept kept;
        Paper paper(kept);
        paper.write(u"Motif"_qs, u"x"_qs);
        QTRY_VERIFY(!kept.draft.isEmpty());
        QTest::keyClick(paper.part(u"Motif"_qs), Qt::Key_Backspace);
        QTRY_VERIFY(kept.draft.isEmpty());
    }

    void theKeyboardGoesFromPartToPart()
    {
        Kept kept;
        Paper paper(kept);
        QVERIFY(paper.part(u"Motif"_qs)->hasFocus());
        QTest::keyClick(paper.part(u"Motif"_qs), Qt::Key_Return);
        QVERIFY(paper.part(u"Interrogatoire"_qs)->hasFocus());
        QTest::keyClick(paper.part(u"Interrogatoire"_qs), Qt::Key_Tab);
        QVERIFY(paper.part(u"Examen"_qs)->hasFocus());
        QTest::keyClick(paper.part(u"Examen"_qs), Qt::Key_Down);
        QVERIFY(paper.part(u"Conclusion"_qs)->hasFocus());
        QTest::keyClick(paper.part(u"Conclusion"_qs), Qt::Key_Up);
        QVERIFY(paper.part(u"Examen"_qs)->hasFocus());
        QTest::keyClick(paper.part(u"Examen"_qs), Qt::Key_Backtab);
        QVERIFY(paper.part(u"Interrogatoire"_qs)->hasFocus());
    }

    void measuresAreReadAsTheyAreTyped()
    {
        Kept kept;
        Paper paper(kept);
        Entry before;
        before.content = Measure::make(MeasureKind::Weight, 74.9)
                             ->entry(QDateTime(QDate(2026, 5, 19), QTime(8, 0), Qt::UTC));
        Entry height;
        height.content = Measure::make(MeasureKind::Height, 161)
                             ->entry(QDateTime(QDate(2020, 1, 10), QTime(8, 0), Qt::UTC));
        paper.page.setKnownMeasures({before, height});
        paper.write(u"Interrogatoire"_qs, u"T 39 hier, EVA 6"_qs);
        paper.write(u"Examen"_qs, u"TA 13,8/7,8 poids 74,2"_qs);
        QTRY_COMPARE(paper.chips().size(), 4); // with the body mass index
        const QString all = paper.chips().join(u'\n');
        QVERIFY2(all.contains(u"PA 138/78\u00A0mmHg retenu"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"−0,7"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"EVA"_qs) && all.contains(u"proposé"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"IMC 28,6 kg/m²"_qs), qPrintable(all));
        test::keepScreenshot(paper.page, u"note-mesures"_qs);
        paper.page.takeProposed();
        QCOMPARE(paper.page.draft().keptMeasures().size(), 3);
    }

    void aMeasureBeingTypedStandsAtTheEndOfItsCurve()
    {
        Kept kept;
        Paper paper(kept);
        paper.page.setKnownMeasures(weights());
        paper.write(u"Examen"_qs, u"Poids 74,2 FC 84"_qs);
        QTRY_COMPARE(paper.chips().size(), 2);
        const QAbstractButton *weight = paper.chip(u"Poids"_qs);
        QCOMPARE(weight->accessibleDescription().section(u". "_qs, 1),
                 u"Évolution : 76 (11/25), 74,9 (05/26), 74,2 (11/26)"_qs);
        const QAbstractButton *pulse = paper.chip(u"FC"_qs); // nothing to compare with
        QVERIFY(!pulse->accessibleDescription().contains(u"Évolution"));
        const QColor accent = uikit::Theme::light().color(uikit::Token::Accent);
        QVERIFY(hasColour(const_cast<QAbstractButton &>(*weight), accent)); // the new point
        QVERIFY(!hasColour(const_cast<QAbstractButton &>(*pulse), accent));
        test::keepScreenshot(paper.page, u"note-courbe"_qs);
    }

    void theChipInFocusShowsItsCurveWithItsValues()
    {
        Kept kept;
        Paper paper(kept);
        paper.page.setKnownMeasures(weights());
        paper.write(u"Examen"_qs, u"Poids 74,2 FC 84"_qs);
        QTRY_COMPARE(paper.chips().size(), 2);
        const auto curve = [&] {
            return test::named<QWidget>(paper.page, u"Courbe"_qs);
        };
        QVERIFY(!curve());
        const int below = paper.part(u"Examen"_qs)->y();
        paper.page.focusMeasures();
        paper.chip(u"Poids"_qs)->setFocus();
        QVERIFY(curve());
        test::keepScreenshot(paper.page, u"note-courbe-grande"_qs);
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        test::keepScreenshot(paper.page, u"note-courbe-grande-sombre"_qs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        QCOMPARE(paper.part(u"Examen"_qs)->y(), below); // nothing moved
        paper.chip(u"FC"_qs)->setFocus();
        QVERIFY(!curve());
        paper.chip(u"Poids"_qs)->setFocus();
        QTest::keyClick(paper.chip(u"Poids"_qs), Qt::Key_Escape);
        QVERIFY(!curve());
        paper.chip(u"Poids"_qs)->setFocus();
        QVERIFY(curve());
        QTest::keyClicks(paper.part(u"Examen"_qs), u" PC 43"_qs); // what stands under it
        QVERIFY(!curve());
        QTRY_COMPARE(paper.chips().size(), 3);
        QVERIFY(!curve());
    }

    void typingBesideTwentyYearsOfMeasuresDoesNotStall()
    {
        Kept kept;
        Paper paper(kept);
        QList<Entry> known;
        for (int i = 0; i < 3000; ++i) {
            Entry entry;
            const auto kind = i % 2 ? MeasureKind::Weight : MeasureKind::HeartRate;
            entry.content = Measure::make(kind, 60 + i % 30)
                                ->entry(QDateTime(QDate(2026, 11, 1).addDays(-i), {}, Qt::UTC));
            known << entry;
        }
        paper.page.setKnownMeasures(known);
        paper.write(u"Examen"_qs, u"Poids 74,2 FC 84 T° 38,2 PC 43"_qs);
        QTRY_COMPARE(paper.chips().size(), 4);
        QElapsedTimer timer;
        timer.start();
        paper.page.setKnownMeasures(known); // what is done at a pause in the typing
        QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
    }

    void aTermToldOfAnAdultIsNotProposed()
    {
        Kept kept;
        Paper paper(kept); // 68 years
        paper.write(u"Examen"_qs, u"Terme 32+4, TA 11/7"_qs);
        QTRY_COMPARE(paper.chips().size(), 1);
        QVERIFY(paper.chips().first().startsWith(u"PA"));
        QCOMPARE(paper.page.draft().keptMeasures().size(), 1);
    }

    void aTemplateIsPutInPlaceOfItsName_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("tab") << int(Qt::Key_Tab);
        QTest::newRow("return") << int(Qt::Key_Return);
    }
    void aTemplateIsPutInPlaceOfItsName()
    {
        QFETCH(int, key);
        Kept kept;
        kept.templates = {templateOf(u"hta"_qs, u"PA [PA], auscultation [normale]."_qs)};
        Paper paper(kept);
        QTextEdit *edit = paper.part(u"Examen"_qs);
        paper.write(u"Examen"_qs, u"Revu. /hta"_qs);
        // The list of names is open: what it does not take comes back to the note.
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClick(popup && key != Qt::Key_Space ? popup : edit, Qt::Key(key));
        QCOMPARE(edit->toPlainText(), u"Revu. PA [PA], auscultation [normale]."_qs);
        QCOMPARE(edit->textCursor().selectedText(), u"[PA]"_qs);
        QTest::keyClicks(edit, u"TA 13/8"_qs);
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->textCursor().selectedText(), u"[normale]"_qs);
    }

    void aWholeNoteIsFilledByItsTemplate()
    {
        Kept kept;
        kept.templates = {templateOf(u"rhume"_qs,
                                     u"[S]\nNez qui coule depuis [durée].\n[O]\nGorge "
                                     u"rouge.\n[A]\nRhinopharyngite.\n[P]\nRepos."_qs)};
        Paper paper(kept);
        paper.write(u"Motif"_qs, u"Rhume "_qs);
        QTest::keyClicks(paper.part(u"Motif"_qs), u"/rhume"_qs);
        QTest::keyClick(paper.part(u"Motif"_qs), Qt::Key_Space);
        QCOMPARE(paper.page.draft().note.text(Reason).trimmed(), u"Rhume"_qs);
        QCOMPARE(paper.page.draft().note.text(Assessment), u"Rhinopharyngite."_qs);
        QCOMPARE(paper.part(u"Interrogatoire"_qs)->textCursor().selectedText(), u"[durée]"_qs);
    }

    void aFieldLeftIsToldBeforeTheSignature()
    {
        Kept kept;
        Paper paper(kept);
        paper.write(u"Examen"_qs, u"PA [PA]"_qs);
        paper.page.sign();
        QVERIFY(kept.signedNotes.isEmpty());
        QVERIFY(paper.page.findChild<uikit::MessageLine *>()->text().contains(u"[PA]"_qs));
        paper.page.sign();
        QCOMPARE(kept.signedNotes.size(), 1);
    }

    void afterTheSignatureANewNoteBegins()
    {
        Kept kept;
        Paper paper(kept);
        paper.write(u"Motif"_qs, u"Toux"_qs);
        QSignalSpy signedAs(&paper.page, &record::ui::NotePage::signedAs);
        paper.page.sign();
        QCOMPARE(signedAs.size(), 1);
        QVERIFY(paper.page.isEmpty());
        QVERIFY(kept.draft.isEmpty());
        QCOMPARE(kept.signedNotes.first().note.text(Reason), u"Toux"_qs);
    }

    void whatCouldNotBeSignedStays()
    {
        Kept kept;
        kept.refusals = {{ErrorCode::Unavailable, u"storage.full"_qs, {}}};
        Paper paper(kept);
        paper.write(u"Motif"_qs, u"Toux"_qs);
        paper.page.sign();
        QCOMPARE(paper.part(u"Motif"_qs)->toPlainText(), u"Toux"_qs);
        QVERIFY(paper.page.findChild<uikit::MessageLine *>()->isVisible());
    }

    void aCorrectionLetsTheNoteBeingWrittenWait()
    {
        Kept kept;
        kept.entry = signedCough();
        Paper paper(kept);
        paper.write(u"Motif"_qs, u"Lombalgie"_qs);
        paper.page.correct(kept.entry);
        QVERIFY(paper.page.isCorrecting());
        QCOMPARE(paper.part(u"Motif"_qs)->toPlainText(), u"Toux"_qs);
        // No measure was kept with that note: none is added by reading it again.
        QVERIFY(paper.page.draft().keptMeasures().isEmpty());
        QTest::keyClicks(paper.part(u"Motif"_qs), u" seche"_qs);
        test::keepScreenshot(paper.page, u"note-correction"_qs);
        paper.page.sign();
        QCOMPARE(kept.signedNotes.first().corrects, EntryId{42});
        QCOMPARE(kept.signedNotes.first().correctedVersion, 3);
        QCOMPARE(paper.part(u"Motif"_qs)->toPlainText(), u"Lombalgie"_qs);
    }

    void anAbandonedCorrectionLeavesNothing()
    {
        Kept kept;
        kept.entry = signedCough();
        Paper paper(kept);
        paper.page.correct(kept.entry);
        paper.write(u"Conclusion"_qs, u"Erreur"_qs);
        QVERIFY_OK(paper.page.keepDraft());
        QVERIFY(!kept.correction.isEmpty());
        paper.page.abandonCorrection();
        QVERIFY(!paper.page.isCorrecting());
        QVERIFY(kept.correction.isEmpty());
    }

    void ofTwoCorrectionsBothAreKeptUntilOneIsChosen()
    {
        Kept kept;
        kept.entry = signedCough();
        Paper paper(kept);
        paper.page.correct(kept.entry);
        paper.write(u"Conclusion"_qs, u"Bronchite"_qs);
        kept.entry.version = 4;
        kept.refusals = {{ErrorCode::Conflict, u"storage.version"_qs, {}}};
        paper.page.sign();
        auto *line = paper.page.findChild<uikit::MessageLine *>();
        QVERIFY2(line->text().contains(u"Hugo Lestienne"_qs), qPrintable(line->text()));
        test::keepScreenshot(paper.page, u"note-conflit"_qs);
        for (QAbstractButton *act : line->findChildren<QAbstractButton *>())
            if (act->text() == u"Garder la mienne"_qs)
                act->click();
        QCOMPARE(kept.signedNotes.value(0).correctedVersion, 4);
    }

    void tenMegabytesAreNotPasted()
    {
        Kept kept;
        Paper paper(kept);
        QApplication::clipboard()->setText(QString(10'000'000, u'x'));
        paper.part(u"Interrogatoire"_qs)->paste();
        QVERIFY(paper.page.isEmpty());
        QVERIFY(paper.page.findChild<uikit::MessageLine *>()->text().contains(u"note.paste"_qs));
    }

    void aPastedPageKeepsItsLinesAndNothingElse()
    {
        Kept kept;
        Paper paper(kept);
        auto *rich = new QMimeData;
        rich->setHtml(u"<b>un</b><br><img src='x'>"_qs);
        rich->setText(u"un\r\ndeux\u00A0kg"_qs);
        QApplication::clipboard()->setMimeData(rich);
        paper.part(u"Interrogatoire"_qs)->paste();
        QCOMPARE(paper.page.draft().note.text(Subjective), u"un\ndeux\u00A0kg"_qs);
    }

    void typingInALongNoteDoesNotStall()
    {
        Kept kept;
        Paper paper(kept);
        QTextEdit *edit = paper.part(u"Interrogatoire"_qs);
        edit->setFocus();
        edit->insertPlainText(QString(120, u'x').replace(u"x"_qs, u"toux grasse TA 13/8, "_qs));
        QBENCHMARK
        {
            QTest::keyClick(edit, Qt::Key_A);
        }
    }

    void aLongNoteIsReadableInTheDark()
    {
        Kept kept;
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        Paper paper(kept);
        paper.write(u"Motif"_qs, u"Toux febrile depuis 4 jours ; renouvellement"_qs);
        paper.write(u"Interrogatoire"_qs, QString(40, u'x').replace(u"x"_qs, u"toux grasse, "_qs));
        paper.write(u"Examen"_qs, u"TA 13/8 FC 84 FR 18 SpO2 97 T° 37,4 poids 74,2"_qs);
        paper.write(u"Conclusion"_qs, u"**Pneumopathie** probable"_qs);
        QTest::qWait(250);
        test::keepScreenshot(paper.page, u"note-sombre"_qs);
        QVERIFY(paper.part(u"Interrogatoire"_qs)->height() > 60); // it grew with its text
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }
};
QTEST_MAIN(TestNotePage)
#include "tst_notepage.moc"
