// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/audit/ui/journalpage.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/stalldetector.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPromise>
#include <QPushButton>
#include <QScrollBar>

using namespace ambroise;
using namespace ambroise::audit;
using namespace ambroise::audit::ui;

namespace {

const Actor fontanel(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const Actor brunel(UserId{2}, u"Nadia Brunel"_qs, u"secretaire"_qs, u"Accueil"_qs);

template <class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

//! The page over a real journal; its long works are answered at once, or when the test wants.
class TestJournalPage : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Connection> m_db;
    std::unique_ptr<Journal> m_journal;
    QList<PatientId> m_openings;
    QList<Filter> m_questions;
    std::optional<Error> m_refusal;
    std::unique_ptr<QPromise<Result<Verdict>>> m_slowVerdict;

    JournalServices services()
    {
        JournalServices s;
        s.names.patient = [](PatientId id) {
            return id.value == 7 ? u"VASSEUR Madeleine"_qs : QString();
        };
        s.names.user = [](UserId id) {
            return id.value == 3 ? u"Karim Diallo"_qs : QString();
        };
        s.names.role = [](const QString &code) {
            return code == u"medecin" ? u"Médecin"_qs : u"Secrétaire"_qs;
        };
        s.opened = [this](PatientId patient) -> Status {
            if (m_refusal)
                return *m_refusal;
            m_openings << patient;
            return done();
        };
        s.find = [this](const Filter &filter) {
            m_questions << filter;
            return ready(m_journal->find(filter));
        };
        s.people = [this] {
            return *m_journal->people();
        };
        s.searchPatients = [](const QString &typed) {
            return u"vasseur"_qs.startsWith(typed, Qt::CaseInsensitive)
                       ? QList<PatientChoice>{{PatientId{7}, u"VASSEUR Madeleine"_qs,
                                               u"F · 14/03/1958"_qs}}
                       : QList<PatientChoice>{};
        };
        s.verify = [this] {
            if (!m_slowVerdict)
                return ready(m_journal->verify());
            m_slowVerdict->start();
            return m_slowVerdict->future();
        };
        s.save = [this](const QString &path, ExportFormat format, const Filter &filter,
                        const Stop &) {
            QFile out(path);
            if (!out.open(QIODevice::WriteOnly))
                return ready(
                    Result<qint64>(Error{ErrorCode::Unavailable, u"journal.write"_qs, {}}));
            return ready(format == ExportFormat::Csv ? m_journal->exportCsv(out, filter)
                                                     : m_journal->exportSyslog(out, filter));
        };
        s.explain = [](const Error &error) {
            return u"Explication de "_qs + error.subject;
        };
        return s;
    }
    std::unique_ptr<JournalPage> shown(QSize size = {1050, 600})
    {
        auto page = std::make_unique<JournalPage>(services(), m_engines.clock());
        page->resize(size);
        page->show();
        return page;
    }
    static QAbstractItemModel *rows(const JournalPage &page)
    {
        return page.findChild<QListView *>()->model();
    }
    static QString spoken(const JournalPage &page, int row)
    {
        return rows(page)->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    static QLineEdit *field(const JournalPage &page, const QString &name)
    {
        return test::named<QLineEdit>(page, name);
    }
    static QString emptiness(const JournalPage &page)
    {
        const auto *empty = page.findChild<uikit::EmptyState *>();
        const auto *label = empty->findChild<QLabel *>();
        return empty->isVisible() ? label->text() : QString();
    }
    void tellADay()
    {
        using namespace std::chrono_literals;
        const auto tell = [this](const Deed &deed, const Actor &actor) {
            m_engines.clock().advance(1min);
            return m_journal->record(deed, actor).ok();
        };
        QVERIFY(tell({Action::SignIn, Subject::User, 1}, fontanel));
        QVERIFY(tell({Action::Read, Subject::Patient, 7, PatientId{7}}, fontanel));
        QVERIFY(tell({Action::Update, Subject::Patient, 7, PatientId{7}, u"phones,street,city"_qs},
                     brunel));
        QVERIFY(tell({Action::Sign, Subject::Ordonnance, 4, PatientId{7}, u"01S2TBPZ2JCNZZYGHZ"_qs},
                     fontanel));
        QVERIFY(tell({Action::BreakGlass,
                      Subject::Patient,
                      9,
                      PatientId{9},
                      {},
                      u"Malaise en salle d’attente,\nle médecin est en visite"_qs},
                     brunel));
        QVERIFY(tell({Action::SignInRefused, Subject::User, 0, {}, u"medecin"_qs},
                     Actor::program(u"Cabinet 2"_qs)));
        QVERIFY(tell({Action::Update, Subject::User, 3, {}, u"password"_qs}, fontanel));
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_openings.clear();
        m_questions.clear();
        m_refusal.reset();
        m_slowVerdict.reset();
        m_engines.clock().set(QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
        m_journal.reset();
        m_db.reset();
        m_database = m_engines.practice(storage::Engine::Embedded, {audit::schema()});
        m_db = std::move(m_database->connect()).value();
        m_journal = std::make_unique<Journal>(*m_db, m_engines.key(), m_engines.clock());
    }
    void cleanup() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void aRowTellsWhoDidWhatInASentence()
    {
        tellADay();
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        QVERIFY2(spoken(*page, 5).contains(
                     u"Dr Claire Fontanel, Médecin, Cabinet 1, a ouvert le dossier de VASSEUR "
                     "Madeleine. Événement nº 2."_qs),
                 qPrintable(spoken(*page, 5)));
        QVERIFY(spoken(*page, 5).startsWith(u"Le 24 novembre 2026 à "));
        QVERIFY(spoken(*page, 4).contains(
            u"a modifié le dossier de VASSEUR Madeleine (téléphone, adresse)"));
        QVERIFY(spoken(*page, 3).contains(
            u"a signé l’ordonnance 01S2TBPZ2JCNZZYGHZ de VASSEUR Madeleine"));
        QVERIFY(spoken(*page, 2).contains(u"a ouvert par bris de glace le dossier nº 9"));
        QVERIFY(spoken(*page, 2).contains(
            u"Motif : Malaise en salle d’attente, le médecin est en visite."));
        QVERIFY(spoken(*page, 1).contains(u"a refusé une ouverture de session à « medecin »"));
        QVERIFY(spoken(*page, 0).contains(u"a changé le mot de passe de Karim Diallo"));
        test::keepScreenshot(*page, u"journal"_qs);
    }

    void whatWasImportedIsCounted()
    {
        QVERIFY_OK(m_journal->record({Action::Import, Subject::Patient, 0, {}, u"1600 patients"_qs},
                                     brunel));
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 1);
        QVERIFY2(spoken(*page, 0).contains(u"a importé des dossiers (1\u202F600)"),
                 qPrintable(spoken(*page, 0)));
    }

    void theStopOfAPrescribedTreatmentNamesItsLine()
    {
        const QString detail = u"treatment_stop 01S2TBPZ2JCNZZYGHZ 2"_qs;
        QVERIFY_OK(m_journal->record(
            {Action::Update, Subject::Ordonnance, 4, PatientId{7}, detail, u"side_effect"_qs},
            fontanel));
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 1);
        const QString said = spoken(*page, 0);
        QVERIFY2(said.contains(
                     u"a noté l’arrêt d’un traitement de l’ordonnance 01S2TBPZ2JCNZZYGHZ, ligne 2"),
                 qPrintable(said));
        QVERIFY2(said.contains(u"Motif : effet indésirable"), qPrintable(said));
    }

    void theUseOfAPrescribedTreatmentIsTold_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("told");
        QTest::newRow("chronic") << u"chronic"_qs << u"a noté l’usage de fond"_qs;
        QTest::newRow("occasional") << u"occasional"_qs << u"a noté l’usage ponctuel"_qs;
        QTest::newRow("none") << u"none"_qs << u"a effacé l’usage"_qs;
    }
    void theUseOfAPrescribedTreatmentIsTold()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, told);
        const QString detail = u"treatment_use_%1 01S2TBPZ2JCNZZYGHZ 2"_qs.arg(what);
        QVERIFY_OK(m_journal->record({Action::Update, Subject::Ordonnance, 4, PatientId{7}, detail},
                                     fontanel));
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 1);
        QVERIFY2(spoken(*page, 0).contains(
                     told + u" d’un traitement de l’ordonnance 01S2TBPZ2JCNZZYGHZ, ligne 2"_qs),
                 qPrintable(spoken(*page, 0)));
    }

    void aDoctorsSignalsAreToldWithoutCodes()
    {
        QVERIFY_OK(m_journal->record(
            {Action::Update, Subject::User, 1, {}, u"alert_settings interaction=CI"_qs}, fontanel));
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 1);
        QVERIFY(spoken(*page, 0).contains(u"a réduit ses signaux de prescription"));
    }

    void everyDeedHasWords()
    {
        for (const Action action : allActions())
            for (int subject = 0; subject <= int(Subject::Journal); ++subject)
                QVERIFY_OK(m_journal->record({action, Subject(subject), 1, PatientId{7}}, brunel));
        const auto page = shown();
        QTRY_VERIFY(rows(*page)->rowCount() >= 200);
        for (int row = 0; row < rows(*page)->rowCount(); ++row) {
            const auto shownRow =
                rows(*page)->index(row, 0).data(uikit::RowRole).value<uikit::Row>();
            QVERIFY2(shownRow.rest.startsWith(u"a "), qPrintable(shownRow.rest));
            QVERIFY2(!shownRow.rest.contains(u"  "), qPrintable(shownRow.rest));
        }
    }

    void eachOpeningIsOneReadingHoweverFarOneScrolls()
    {
        auto together = storage::Transaction::begin(*m_db);
        for (int i = 0; i < 450; ++i)
            QVERIFY_OK(
                m_journal->record({Action::Read, Subject::Patient, i, PatientId{i}}, brunel));
        QVERIFY_OK(together->commit());
        const auto page = shown();
        auto *list = page->findChild<QListView *>();
        QTRY_COMPARE(rows(*page)->rowCount(), 200);
        for (int expected : {400, 450}) {
            list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
            QTRY_COMPARE(rows(*page)->rowCount(), expected);
        }
        QVERIFY(!rows(*page)->canFetchMore({}));
        QCOMPARE(m_openings.size(), 1);
        page->hide();
        page->show();
        QCOMPARE(m_openings.size(), 2);
    }

    //! After a lock, or another page: the place is kept, and what happened since is above it.
    void whatHappenedMeanwhileComesFirst()
    {
        tellADay();
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        page->hide();
        QVERIFY_OK(m_journal->record({Action::Lock, Subject::User, 1}, fontanel));
        QSignalSpy inserted(rows(*page), &QAbstractItemModel::rowsInserted);
        page->show();
        QTRY_COMPARE(rows(*page)->rowCount(), 8);
        QCOMPARE(inserted.size(), 1);
        QVERIFY(spoken(*page, 0).contains(u"a verrouillé sa session"));
    }

    void eachFieldNarrows()
    {
        tellADay();
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        auto *person = page->findChildren<QComboBox *>().first();
        QCOMPARE(person->count(), 3); // those of the journal, to choose from
        test::type(*person->lineEdit(), u"brun"_qs);
        QTRY_COMPARE(rows(*page)->rowCount(), 2);
        person->clearEditText();
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        auto *action = page->findChildren<QComboBox *>().last();
        action->setCurrentText(u"Bris de glace"_qs);
        QTRY_COMPARE(rows(*page)->rowCount(), 1);
        action->setCurrentIndex(0);
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        test::type(*field(*page, u"Patient"_qs), u"vass"_qs);
        auto *completer = field(*page, u"Patient"_qs)->completer();
        QCOMPARE(completer->completionModel()->rowCount(), 1);
        Q_EMIT completer->activated(completer->completionModel()->index(0, 0));
        QTRY_COMPARE(rows(*page)->rowCount(), 3);
        QCOMPARE(m_questions.last().patient, PatientId{7});
        field(*page, u"Patient"_qs)->clear();
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
    }

    void datesAreWrittenAsOneLikes_data()
    {
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("dayAfter");
        QTest::newRow("days") << u"1/3/26"_qs << u"14 mars 2026"_qs << QDate(2026, 3, 1)
                              << QDate(2026, 3, 15);
        QTest::newRow("months") << u"mars 2026"_qs << u"04/2026"_qs << QDate(2026, 3, 1)
                                << QDate(2026, 5, 1);
        QTest::newRow("years") << u"2025"_qs << u"2025"_qs << QDate(2025, 1, 1)
                               << QDate(2026, 1, 1);
        QTest::newRow("without a year")
            << u"25/12"_qs << QString() << QDate(2025, 12, 25) << QDate();
    }
    void datesAreWrittenAsOneLikes()
    {
        QFETCH(const QString, since);
        QFETCH(const QString, until);
        QFETCH(const QDate, first);
        QFETCH(const QDate, dayAfter);
        const auto page = shown();
        field(*page, u"Du"_qs)->setText(since);
        field(*page, u"Au"_qs)->setText(until);
        QTRY_VERIFY(m_questions.last().since.isValid());
        QCOMPARE(m_questions.last().since.toLocalTime(), first.startOfDay());
        QCOMPARE(m_questions.last().until.toLocalTime(),
                 dayAfter.isValid() ? dayAfter.startOfDay() : QDateTime());
    }

    void aDateThatIsNoneIsSaidAndAsksNothing()
    {
        tellADay();
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        const auto asked = m_questions.size();
        auto *since = field(*page, u"Du"_qs);
        since->setText(u"31/02/2026"_qs);
        QTRY_VERIFY(since->accessibleDescription().contains(u"Écrire un jour"));
        QCOMPARE(m_questions.size(), asked);
        since->clear();
        QTRY_VERIFY(since->accessibleDescription().isEmpty());
    }

    void nothingFoundIsSaidWithAWayOut()
    {
        tellADay();
        const auto page = shown();
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        test::type(*page->findChildren<QComboBox *>().first()->lineEdit(), u"personne"_qs);
        QTRY_COMPARE(emptiness(*page), u"Aucun événement ne répond à ces critères."_qs);
        test::keepScreenshot(*page, u"journal-rien"_qs);
        QTest::mouseClick(page->findChild<uikit::EmptyState *>()->findChild<QPushButton *>(),
                          Qt::LeftButton);
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        QVERIFY(emptiness(*page).isEmpty());
    }

    void aRecordsReadersAreShownAlone()
    {
        tellADay();
        JournalPage page(services(), m_engines.clock());
        page.narrowTo(PatientId{7}, u"VASSEUR Madeleine"_qs);
        page.show();
        QTRY_COMPARE(rows(page)->rowCount(), 3);
        QCOMPARE(m_openings, QList<PatientId>{PatientId{7}});
        QCOMPARE(field(page, u"Patient"_qs)->text(), u"VASSEUR Madeleine"_qs);
        QSignalSpy back(&page, &JournalPage::backRequested);
        page.findChild<QListView *>()->setFocus();
        QTest::keyClick(page.findChild<QListView *>(), Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
    }

    void whatCannotBeJournaledIsNotShown()
    {
        tellADay();
        m_refusal = Error{ErrorCode::Denied, u"access.denied"_qs, {}};
        const auto page = shown();
        QCOMPARE(test::said(*page), u"Explication de access.denied"_qs);
        QCOMPARE(rows(*page)->rowCount(), 0);
        QVERIFY(m_questions.isEmpty());
    }

    void anUntouchedJournalIsSaidSo()
    {
        tellADay();
        const auto page = shown();
        page->verify();
        QTRY_COMPARE(test::said(*page), u"7 événements, aucun n’a été modifié."_qs);
        test::keepScreenshot(*page, u"journal-verifie"_qs);
    }

    void tamperingIsShown_data()
    {
        QTest::addColumn<QByteArray>("tampering");
        QTest::addColumn<QString>("where");
        QTest::newRow("edited") << QByteArray(
                                       "UPDATE audit_event SET user_name = 'X' WHERE seq = 3")
                                << u"nº 3"_qs;
        QTest::newRow("deleted") << QByteArray("DELETE FROM audit_event WHERE seq = 2")
                                 << u"nº 2"_qs;
        QTest::newRow("cut at the end")
            << QByteArray("DELETE FROM audit_event WHERE seq = 7") << u"nº 7"_qs;
        QTest::newRow("emptied") << QByteArray("DELETE FROM audit_event") << u"nº 1"_qs;
    }
    void tamperingIsShown()
    {
        QFETCH(const QByteArray, tampering);
        QFETCH(const QString, where);
        tellADay();
        QVERIFY_OK(m_db->run(tampering));
        const auto page = shown();
        page->verify();
        QTRY_VERIFY2(test::said(*page).startsWith(u"À partir du "_qs + where + u","_qs),
                     qPrintable(test::said(*page)));
        QVERIFY(test::said(*page).contains(u"le journal n’est plus celui qui a été écrit."));
        test::keepScreenshot(*page, u"journal-modifie"_qs);
    }

    void aVerificationTellsItsProgressAndIsGivenUp()
    {
        tellADay();
        const auto page = shown();
        m_slowVerdict = std::make_unique<QPromise<Result<Verdict>>>();
        page->verify();
        m_slowVerdict->setProgressRange(0, 100);
        m_slowVerdict->setProgressValueAndText(42, u"42"_qs);
        QTRY_VERIFY2(test::said(*page).contains(u"42"), qPrintable(test::said(*page)));
        test::keepScreenshot(*page, u"journal-verification"_qs);
        for (QPushButton *button : page->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == u"Annuler")
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_slowVerdict->isCanceled());
        m_slowVerdict->finish();
        QTRY_COMPARE(test::said(*page), u"Vérification arrêtée."_qs);
    }

    void aForgottenPageGivesItsWorkUp()
    {
        m_slowVerdict = std::make_unique<QPromise<Result<Verdict>>>();
        {
            const auto page = shown();
            page->verify();
        }
        QVERIFY(m_slowVerdict->isCanceled());
        m_slowVerdict->finish();
    }

    void theExportHoldsWhatIsAskedFor()
    {
        tellADay();
        const auto page = shown();
        page->findChildren<QComboBox *>().last()->setCurrentText(u"Lecture"_qs);
        QTRY_COMPARE(rows(*page)->rowCount(), 1);
        const QString path = m_engines.path(u"journal.csv"_qs);
        page->exportTo(path, ExportFormat::Csv);
        QTRY_VERIFY2(test::said(*page).contains(path), qPrintable(test::said(*page)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().trimmed().split('\n').size(), 2); // the header and the one
        page->exportTo(u"/nulle/part/journal.csv"_qs, ExportFormat::Csv);
        QTRY_COMPARE(test::said(*page), u"Explication de journal.write"_qs);
    }

    void theDarkSheetAndTheSmallScreen()
    {
        tellADay();
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        const auto page = shown({708, 560});
        QTRY_COMPARE(rows(*page)->rowCount(), 7);
        test::keepScreenshot(*page, u"journal-sombre-petit"_qs);
        QVERIFY(page->width() <= 708);
    }
};
QTEST_MAIN(TestJournalPage)
#include "tst_journalpage.moc"
