// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/draftkinds.h>

#include <ambroise/record/notedraft.h>
#include <ambroise/record/summaryline.h>
#include <ambroise/record/ui/notepage.h>
#include <ambroise/record/ui/templatespage.h>
#include <ambroise/uikit/comparisonview.h>

#include <QListView>
#include <QProcess>
#include <QTextBrowser>
#include <QTextEdit>

using namespace ambroise;
using agenda::AppointmentState;
using record::ui::NotePage;

namespace {

// Of the demonstration, in its order.
constexpr PatientId vasseur{1};
constexpr PatientId diallo{2};

} // namespace

//! A consultation from the waiting room to the signature, on the real windows.
class TestConsultation : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] NotePage *note() const { return m_desk->record()->findChild<NotePage *>(); }
    [[nodiscard]] QTextEdit *part(const QString &word) const
    {
        return test::named<QTextEdit>(*note(), word);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    void type(const QString &text) { test::type(*QApplication::focusWidget(), text); }
    void open(PatientId patient)
    {
        m_desk->cabinet()->openRecord(patient);
        QVERIFY(note() && part(u"Motif"_qs)->hasFocus());
    }
    [[nodiscard]] record::Overview overview(PatientId patient) const
    {
        return *m_desk->inside().records().overview(patient::RecordIds(patient));
    }
    [[nodiscard]] QString history() const
    {
        const auto *model = test::named<QListView>(*m_desk->record(), u"Historique"_qs)->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row)
            rows << model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return rows.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_desk->clock.set(QDateTime(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC));
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
    }
    void cleanup() { m_desk.reset(); }

    void theNextPatientIsSeenAndTheirNoteSigned()
    {
        press(Qt::Key_Down, Qt::ControlModifier);
        QTRY_VERIFY(m_desk->record() && note());
        const PatientId who = m_desk->record()->patient()->id;
        const auto before = overview(who).history.size();
        type(u"Toux fébrile depuis 4 jours"_qs);
        press(Qt::Key_Return);
        type(u"Toux grasse, petit-fils malade. T° 39 samedi."_qs);
        press(Qt::Key_Tab);
        type(u"TA 13,8/7,8 FC 84 poids 74,9. Crépitants à droite."_qs);
        press(Qt::Key_Tab);
        type(u"Pneumopathie probable."_qs);
        QTest::qWait(600);
        test::keepScreenshot(*m_desk->window, u"consultation"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(history().contains(u"Toux fébrile depuis 4 jours"_qs));
        QCOMPARE(overview(who).history.size(), before + 1);
        QStringList measured;
        for (const record::Entry &one : overview(who).measures)
            if (one.writtenAt == m_desk->clock.now())
                measured << one.content.title;
        measured.sort();
        QCOMPARE(measured, (QStringList{u"Poids"_qs, u"Pouls"_qs, u"Tension"_qs}));
        QVERIFY(note()->isEmpty());
        const auto visits = m_desk->inside().appointments().ofDay(m_desk->clock.today());
        for (const agenda::Appointment &visit : *visits)
            if (visit.details.patient == who)
                QCOMPARE(visit.state, AppointmentState::Done);
        QVERIFY(!*m_desk->inside().drafts().isWaiting(app::noteDraft, who.value));
    }

    void severalConsultationsAreOpenAtOnce()
    {
        open(vasseur);
        type(u"Renouvellement"_qs);
        open(diallo);
        type(u"Entorse"_qs);
        open(vasseur);
        QCOMPARE(note()->draft().note.text(record::NoteSection::Reason), u"Renouvellement"_qs);
        QVERIFY(m_desk->runFromPalette(u"verr"_qs, u"session.lock"_qs));
        m_desk->signIn(u"medecin"_qs);
        QTRY_VERIFY(m_desk->cabinet());
        for (const auto &[who, reason] :
             {std::pair(diallo, u"Entorse"_qs), {vasseur, u"Renouvellement"_qs}}) {
            m_desk->cabinet()->openRecord(who);
            QCOMPARE(note()->draft().note.text(record::NoteSection::Reason), reason);
        }
    }

    void whatIsReadStandsBesideWhatIsWritten()
    {
        open(vasseur);
        type(u"Suivi"_qs);
        press(Qt::Key_I, Qt::AltModifier);
        auto *list = test::named<QListView>(*m_desk->record(), u"Historique"_qs);
        QVERIFY(list->hasFocus());
        press(Qt::Key_Down);
        QVERIFY(!test::named<QTextBrowser>(*m_desk->record(), u"Texte de l’entrée"_qs)
                     ->toPlainText()
                     .isEmpty());
        QVERIFY(part(u"Motif"_qs)->isVisible());
        test::keepScreenshot(*m_desk->window, u"consultation-historique"_qs);
        press(Qt::Key_N);
        QVERIFY(part(u"Motif"_qs)->hasFocus());
        press(Qt::Key_Slash, Qt::AltModifier);
        type(u"fevg"_qs);
        QVERIFY(history().contains(u"Amar"_qs) && !history().contains(u"SOS"_qs));
    }

    void aSignedNoteIsCorrectedAndItsFormerTextKept()
    {
        open(vasseur);
        type(u"Toux"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(history().contains(u"Toux"_qs));
        press(Qt::Key_I, Qt::AltModifier);
        test::button(*m_desk->record(), u"Corriger"_qs)->click();
        QVERIFY(note()->isCorrecting());
        part(u"Conduite"_qs)->setFocus();
        type(u"Repos."_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!note()->isCorrecting());
        const record::Entry now = overview(vasseur).history.first();
        QCOMPARE(now.version, 2);
        QVERIFY(now.content.body.contains(u"Repos."_qs));
        QCOMPARE(m_desk->inside().records().revisions(now.id)->size(), 1);
        press(Qt::Key_I, Qt::AltModifier);
        test::keepScreenshot(*m_desk->window, u"consultation-versions"_qs);
        test::button(*m_desk->record(), u"Comparer"_qs)->click();
        uikit::ComparisonView *comparison = nullptr;
        for (auto *one : m_desk->record()->findChildren<uikit::ComparisonView *>())
            if (one->isVisible())
                comparison = one;
        QVERIFY(comparison);
        QTRY_VERIFY(comparison->changes() > 0);
        QVERIFY2(comparison->shown().contains(u"Repos."_qs), qPrintable(comparison->shown()));
        m_desk->keepPictures(u"consultation-versions-comparees"_qs);
        test::button(*m_desk->record(), u"Comparer"_qs)->click();
        QVERIFY(!comparison->isVisible());
    }

    void aDoctorMakesTheirOwnTemplateAndUsesIt()
    {
        open(vasseur);
        press(Qt::Key_Return);
        type(u"Pas de plainte. PA [PA]."_qs);
        press(Qt::Key_F4, Qt::ShiftModifier);
        type(u"hta"_qs);
        press(Qt::Key_Return);
        QCOMPARE(
            m_desk->inside().noteTemplates().of(m_desk->account(u"medecin"_qs).id)->first().name,
            u"hta"_qs);
        open(diallo);
        press(Qt::Key_Return);
        type(u"/hta "_qs);
        QCOMPARE(note()->draft().note.text(record::NoteSection::Subjective),
                 u"Pas de plainte. PA [PA]."_qs);
    }

    void aTemplateIsChangedAndRemovedInTheSettings()
    {
        QVERIFY(m_desk->openSettings(u"Modèles de note"_qs));
        auto *page = m_desk->window->findChild<record::ui::TemplatesPage *>();
        QVERIFY(page && page->isVisible());
        type(u"dos"_qs);
        press(Qt::Key_Tab);
        type(u"Rachis [souple]."_qs);
        test::button(*page, u"Enregistrer le modèle"_qs)->click();
        const UserId doctor = m_desk->account(u"medecin"_qs).id;
        const auto mine = [&] {
            return *m_desk->inside().noteTemplates().of(doctor);
        };
        QCOMPARE(mine().value(0).text, u"Rachis [souple]."_qs);
        m_desk->keepPictures(u"modeles"_qs);
        test::button(*page, u"Supprimer"_qs)->click();
        QVERIFY(mine().isEmpty());
        QTRY_VERIFY(test::button(*page, u"Remettre"_qs)); // shown by the event loop
        test::button(*page, u"Remettre"_qs)->click();
        QCOMPARE(mine().size(), 1);
    }

    void theOrdonnanceBeingWrittenStandsUnderTheNote()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        app::RecordView *record = m_desk->record();
        QVERIFY(!test::shown(*record).contains(u"Ordonnance en cours"));
        record->showPage(u"ordonnances"_qs);
        auto *line = test::named<QLineEdit>(*record->ordonnancePage(), u"Ligne à prescrire"_qs);
        QVERIFY(line);
        record->ordonnancePage()->beginLine();
        test::type(*line, u"doliprane 1000"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        test::type(*line, u"1 comprimé matin et soir 5j"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!record->ordonnancePage()->isEmpty());
        record->showPage(u"summary"_qs);
        QTRY_VERIFY(test::shown(*record).contains(u"Ordonnance en cours"));
        QVERIFY(test::shown(*record).contains(record->ordonnancePage()->lines().last().label));
        test::keepScreenshot(*m_desk->window, u"note-ordonnance-en-cours"_qs);
    }

    void aNurseWritesToo()
    {
        QVERIFY(m_desk->runFromPalette(u"verr"_qs, u"session.lock"_qs));
        m_desk->signIn(u"infirmiere"_qs);
        QTRY_VERIFY(m_desk->cabinet());
        open(diallo);
        type(u"Pansement"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(overview(diallo).history.size(), 1);
        QCOMPARE(overview(diallo).history.first().authorName, u"Sophie Aubrac"_qs);
    }

    void theSummaryIsFilledInByTheKeyboardAlone()
    {
        open(diallo);
        press(Qt::Key_S, Qt::AltModifier);
        press(Qt::Key_Plus);
        type(u"Lombalgie chronique"_qs);
        press(Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget());
        test::keepScreenshot(*m_desk->window, u"resume-formulaire"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(overview(diallo).problems.size(), 1);
        QVERIFY(record::isSinceUnknown(overview(diallo).problems.first().content));
        QVERIFY(m_desk->runFromPalette(u"antécédent familial"_qs, u"line.family"_qs));
        type(u"Infarctus du myocarde"_qs);
        press(Qt::Key_Tab);
        type(u"père"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(overview(diallo).familyAntecedents.size(), 1);
        QCOMPARE(overview(diallo).familyAntecedents.first().content.unit, u"père"_qs);
        test::keepScreenshot(*m_desk->window, u"resume-rempli"_qs);
    }

    void noneKnownIsSaidOfASectionAndTakenBack()
    {
        open(diallo);
        press(Qt::Key_S, Qt::AltModifier);
        auto *list = test::named<QListView>(*m_desk->record(), u"Résumé du dossier"_qs);
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()
                    ->index(row, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"Antécédents familiaux"_qs))
                list->setCurrentIndex(list->model()->index(row, 0));
        press(Qt::Key_0);
        QCOMPARE(overview(diallo).stateOf(record::Topic::FamilyAntecedents),
                 record::TopicState::NoneKnown);
        QTRY_VERIFY(QApplication::focusWidget() == list);
        press(Qt::Key_0);
        QCOMPARE(overview(diallo).stateOf(record::Topic::FamilyAntecedents),
                 record::TopicState::NotFilledIn);
    }

    void ofTwoWhoChangeOneLineBothAreKept()
    {
        open(vasseur);
        press(Qt::Key_S, Qt::AltModifier);
        press(Qt::Key_Return); // the first problem
        record::Entry line = overview(vasseur).problems.first();
        line.content.body = u"Vu par le remplaçant"_qs;
        const audit::Actor other(m_desk->account(u"marie-anne"_qs).id, u"Dr de La Rochefoucauld"_qs,
                                 u"remplacant"_qs, u"Cabinet 2"_qs);
        QVERIFY_OK(m_desk->inside().records().revise(line, other));
        type(u" stable"_qs);
        press(Qt::Key_Return);
        QVERIFY2(test::shown(*m_desk->record()).contains(u"Rochefoucauld"_qs),
                 qPrintable(test::shown(*m_desk->record())));
        test::keepScreenshot(*m_desk->window, u"resume-conflit"_qs);
        test::button(*m_desk->record(), u"Le mien"_qs)->click();
        QTRY_VERIFY(overview(vasseur).problems.first().content.title.endsWith(u"stable"_qs));
        QCOMPARE(overview(vasseur).problems.first().content.code, line.content.code);
        QCOMPARE(m_desk->inside().records().revisions(line.id)->size(), 2);
    }

    void theNarrowWindowAndTheDarkOneShowTheNote()
    {
        open(vasseur);
        type(u"Toux"_qs);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        type(u"TA 13/8 FC 84 SpO2 97 T° 37,4 poids 74,9 taille 161"_qs);
        QTest::qWait(300);
        m_desk->keepPictures(u"consultation-note"_qs);
    }

    void nothingTypedIsLostWhereTheProgramIsKilled()
    {
        const QString key =
            QString::fromLatin1(m_desk->inside().key().view().toByteArray().toHex());
        const UserId doctor = m_desk->account(u"medecin"_qs).id;
        m_desk->window.reset();
        for (const int lines : {3, 30, 90}) {
            QProcess typist;
            typist.start(QStringLiteral(AMBROISE_TYPIST),
                         {m_desk->practice(), key, vasseur.toString()});
            QByteArray said;
            while (said.count('\n') < lines && typist.waitForReadyRead(60'000))
                said += typist.readAllStandardOutput();
            typist.kill(); // SIGKILL
            QVERIFY(typist.waitForFinished(60'000));
            QVERIFY2(said.count('\n') >= lines, typist.readAllStandardError());
            said = said.left(said.lastIndexOf('\n'));
            const auto confirmed = said.mid(said.lastIndexOf('\n') + 1).toLongLong();
            QVERIFY(confirmed > 0);
            const SystemClock clock;
            auto practice = app::Practice::open(
                app::PracticeFolder(m_desk->practice()),
                crypto::SecretBytes::fromBytes(QByteArray::fromHex(key.toLatin1())), clock);
            QVERIFY_OK(practice);
            const auto draft = (*practice)->drafts().find(doctor, app::noteDraft, vasseur.value);
            QVERIFY(draft.ok() && *draft);
            const auto read = record::NoteDraft::fromText((*draft)->body);
            QVERIFY_OK(read);
            QVERIFY(read->note.text(record::NoteSection::Subjective).size() >= confirmed);
        }
    }
};
QTEST_MAIN(TestConsultation)
#include "tst_consultation.moc"
