// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/blanks.h>
#include <ambroise/record/note.h>
#include <ambroise/record/notedraft.h>

#include <support/result.h>

#include <QTest>

using namespace ambroise;
using namespace ambroise::record;
using enum NoteSection;

namespace {

const QDateTime morning(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC);

Note cough()
{
    Note note;
    note.setText(Reason, u"Toux fébrile depuis 4 jours"_qs);
    note.setText(Subjective, u"Toux grasse.\nPetit-fils malade, T° 39."_qs);
    note.setText(Objective, u"TA 13,8/7,8, FC 84, FR 18. Crépitants à droite."_qs);
    note.setText(Assessment, u"Pneumopathie probable."_qs);
    note.setText(Plan, u"Radiographie, revue à 48 h."_qs);
    note.codes = {*ConditionCode::parse(CodeSystem::Cim10, u"J18.9"),
                  *ConditionCode::parse(CodeSystem::Cisp2, u"R81")};
    return note;
}

QStringList kept(const NoteDraft &draft)
{
    QStringList texts;
    for (const Measure &measure : draft.keptMeasures())
        texts << measure.stored();
    return texts;
}

} // namespace

class TestNote : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNoteIsReadAsItWasWritten()
    {
        const NewEntry entry = cough().entry(morning);
        QCOMPARE(entry.kind, EntryKind::Consultation);
        QCOMPARE(entry.title, u"Toux fébrile depuis 4 jours"_qs);
        QCOMPARE(entry.code, u"CIM-10:J18.9 CISP-2:R81"_qs);
        QCOMPARE(Note::of(entry), cough());
    }

    void aLineThatLooksLikeAMarkStaysText_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("a mark") << u"[O]"_qs;
        QTest::newRow("a mark after a backslash") << u"\\[O]"_qs;
        QTest::newRow("after two") << u"\\\\[P]"_qs;
        QTest::newRow("a word in brackets") << u"[OD]"_qs;
        QTest::newRow("a backslash") << u"\\"_qs;
    }
    void aLineThatLooksLikeAMarkStaysText()
    {
        QFETCH(QString, line);
        Note note = cough();
        note.setText(Subjective, u"Dit :\n"_qs + line + u"\nfin"_qs);
        QCOMPARE(Note::of(note.entry(morning)), note);
    }

    void aTermToldOfAPregnancyIsNoMeasure()
    {
        NoteDraft draft;
        draft.note.setText(Objective, u"Terme 32+4 SA, HU 28 cm, TA 11/7."_qs);
        QCOMPARE(kept(draft), (QStringList{u"110/70"_qs, u"32+4"_qs})); // of a child: its birth
        draft.ofChild = false;
        QCOMPARE(kept(draft), QStringList{u"110/70"_qs});
    }

    void aReasonLongerThanATitleIsNotCut()
    {
        Note note = cough();
        note.setText(Reason, QString(400, u'x'));
        const NewEntry entry = note.entry(morning);
        QCOMPARE(entry.title.size(), 160);
        QVERIFY(readable(entry).contains(QString(400, u'x')));
    }

    void aNoteWithoutAReasonIsCalledByWhatItSays()
    {
        Note note = cough();
        note.setText(Reason, u"  "_qs);
        QCOMPARE(note.entry(morning).title, u"Pneumopathie probable."_qs);
        QVERIFY(Note{}.isEmpty());
        QVERIFY(Note{}.entry(morning).title.isEmpty());
    }

    void aNoteOfAnotherProgramIsReadWhole()
    {
        NewEntry foreign = cough().entry(morning);
        foreign.body = u"PA 141/82.\nPieds : grade 0."_qs;
        QCOMPARE(Note::of(foreign).text(Subjective), foreign.body);
        QCOMPARE(readable(foreign), foreign.body);
    }

    void whatIsReadHasNoMarks()
    {
        const QString text = readable(cough().entry(morning));
        QVERIFY(text.startsWith(u"Toux grasse."_qs));
        QVERIFY(!text.contains(u"[O]"_qs));
    }

    void codesHaveTheirForm_data()
    {
        QTest::addColumn<CodeSystem>("system");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored"); //!< empty: refused
        QTest::newRow("chapter") << CodeSystem::Cim10 << u"e11"_qs << u"CIM-10:E11"_qs;
        QTest::newRow("no point") << CodeSystem::Cim10 << u"E119"_qs << u"CIM-10:E11.9"_qs;
        QTest::newRow("French extension")
            << CodeSystem::Cim10 << u"I10.+0"_qs << u"CIM-10:I10.+0"_qs;
        QTest::newRow("one digit") << CodeSystem::Cim10 << u"E1"_qs << QString();
        QTest::newRow("a word") << CodeSystem::Cim10 << u"toux"_qs << QString();
        QTest::newRow("CISP") << CodeSystem::Cisp2 << u"t90"_qs << u"CISP-2:T90"_qs;
        QTest::newRow("no chapter of CISP") << CodeSystem::Cisp2 << u"C12"_qs << QString();
        QTest::newRow("CISP with a point") << CodeSystem::Cisp2 << u"T90.1"_qs << QString();
    }
    void codesHaveTheirForm()
    {
        QFETCH(CodeSystem, system);
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        const auto code = ConditionCode::parse(system, typed);
        QCOMPARE(code.ok() ? code->stored() : QString(), stored);
        if (code.ok())
            QCOMPARE(ConditionCode::fromStored(stored), std::optional(*code));
    }

    void fieldsAreWhatStandsInBrackets()
    {
        const QString text = u"PA [PA], [côté] ; [] non, [sur\ndeux] non, [[x]"_qs;
        QStringList found;
        for (const text::Blank &field : text::blanksIn(text))
            found << text.mid(field.start, field.length);
        QCOMPARE(found, (QStringList{u"[PA]"_qs, u"[côté]"_qs, u"[x]"_qs}));
    }

    void measuresOfTheExaminationAreKeptAndToldOnesProposed()
    {
        NoteDraft draft;
        draft.note = cough();
        QCOMPARE(kept(draft), (QStringList{u"138/78"_qs, u"84"_qs, u"18"_qs}));
        QCOMPARE(draft.measures().size(), 4); // the grandson's fever with them
        draft.toggle(u"Température 39"_qs);
        QVERIFY(kept(draft).contains(u"39"_qs));
        draft.toggle(u"Température 39"_qs);
        QVERIFY(!kept(draft).contains(u"39"_qs));
        draft.toggle(u"Pouls 84"_qs);
        QCOMPARE(kept(draft), (QStringList{u"138/78"_qs, u"18"_qs}));
        draft.toggle(u"Pouls 84"_qs);
        QVERIFY(kept(draft).contains(u"84"_qs));
    }

    void allThatTheExaminationTellsIsKept()
    {
        NoteDraft draft;
        draft.note.setText(Objective, u"TA 15/9, puis au repos TA 13/8. Rappel : TA 15/9."_qs);
        QCOMPARE(kept(draft), (QStringList{u"150/90"_qs, u"130/80"_qs})); // each once
        draft.toggle(u"Tension 150/90"_qs);
        QCOMPARE(kept(draft), QStringList{u"130/80"_qs});
        draft.note.setText(Objective, u"TA 15/9, puis au repos TA 13/8, 5 min après TA 12/8."_qs);
        QCOMPARE(kept(draft), (QStringList{u"130/80"_qs, u"120/80"_qs})); // that one stays struck
    }

    void theSameValueLyingAndStandingIsTwoMeasures()
    {
        NoteDraft draft;
        draft.note.setText(Objective, u"TA couché 13/8, debout 13/8."_qs);
        QCOMPARE(kept(draft), (QStringList{u"130/80"_qs, u"130/80"_qs}));
        QCOMPARE(draft.keptMeasures().last().entry(morning).body, u"debout"_qs);
        QCOMPARE(Measure::of(draft.keptMeasures().last().entry(morning)),
                 std::optional(draft.keptMeasures().last()));
    }

    void aKindStruckInAnOlderDraftIsStruckWhole()
    {
        NoteDraft draft;
        draft.note.setText(Objective, u"TA 15/9, TA 13/8, FC 84"_qs);
        draft.struck = {u"Tension"_qs};
        QCOMPARE(kept(draft), QStringList{u"84"_qs});
        draft.toggle(u"Tension 130/80"_qs);
        QCOMPARE(kept(draft), (QStringList{u"130/80"_qs, u"84"_qs}));
    }

    void aDraftComesBackAsItWas()
    {
        const NoteDraft draft{cough(),          morning,     {u"Température 39"_qs},
                              {u"Pouls 84"_qs}, EntryId{42}, 3};
        const auto back = NoteDraft::fromText(draft.toText());
        QVERIFY_OK(back);
        QCOMPARE(*back, draft);
        QCOMPARE_SUBJECT(NoteDraft::fromText(u"{"_qs), "note.draft");
    }
};
QTEST_GUILESS_MAIN(TestNote)
#include "tst_note.moc"
