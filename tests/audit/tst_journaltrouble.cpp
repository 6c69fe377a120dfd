// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/audit/ui/journalpage.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/typing.h>

#include <QApplication>
#include <QFileDialog>
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
const Error lost{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
const QString lostWords = QStringLiteral("Explication de storage.unavailable");

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

//! The page of the journal where what it asks for fails, or comes late.
class TestJournalTrouble : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Connection> m_db;
    std::unique_ptr<Journal> m_journal;
    bool m_furtherFails = false;
    bool m_peopleFail = false;
    bool m_searchFails = false;
    std::unique_ptr<QPromise<Result<qint64>>> m_slowExport;
    Stop m_stop;

    JournalServices services()
    {
        JournalServices s;
        s.names.patient = [](PatientId id) {
            return id.value == 77 ? u"MERCIER Paul"_qs : u"VASSEUR Madeleine"_qs;
        };
        s.names.user = [](UserId) {
            return u"Karim Diallo"_qs;
        };
        s.names.role = [](const QString &code) {
            return code == u"infirmier" ? u"Infirmier"_qs : u"Administrateur"_qs;
        };
        s.opened = [](PatientId) {
            return done();
        };
        s.find = [this](const Filter &filter) {
            return ready(filter.before > 0 && m_furtherFails ? Result<QList<Event>>(lost)
                                                             : m_journal->find(filter));
        };
        s.people = [this]() -> Result<QStringList> {
            if (m_peopleFail)
                return lost;
            return m_journal->people();
        };
        s.searchPatients = [this](const QString &) -> Result<QList<PatientChoice>> {
            if (m_searchFails)
                return lost;
            return QList<PatientChoice>{};
        };
        s.verify = [this] {
            return ready(m_journal->verify());
        };
        s.save = [this](const QString &, ExportFormat, const Filter &, const Stop &stop) {
            m_stop = stop;
            m_slowExport = std::make_unique<QPromise<Result<qint64>>>();
            m_slowExport->start();
            return m_slowExport->future();
        };
        s.explain = [](const Error &error) {
            return u"Explication de "_qs + error.subject;
        };
        return s;
    }
    std::unique_ptr<JournalPage> shown()
    {
        auto page = std::make_unique<JournalPage>(services(), m_engines.clock());
        page->resize(1050, 600);
        page->show();
        return page;
    }
    void tell(int reads)
    {
        auto together = storage::Transaction::begin(*m_db);
        for (int i = 0; i < reads; ++i)
            QVERIFY_OK(
                m_journal->record({Action::Read, Subject::Patient, 7, PatientId{7}}, fontanel));
        QVERIFY_OK(together->commit());
    }
    static QListView *list(const JournalPage &page) { return page.findChild<QListView *>(); }
    static int count(const JournalPage &page) { return list(page)->model()->rowCount(); }
    static QLineEdit *field(const JournalPage &page, const QString &name)
    {
        for (QLineEdit *edit : page.findChildren<QLineEdit *>())
            if (edit->accessibleName() == name)
                return edit;
        return nullptr;
    }
    static QString line(const JournalPage &page)
    {
        QStringList texts;
        for (const uikit::MessageLine *one : page.findChildren<uikit::MessageLine *>())
            if (one->isVisible())
                texts << one->text();
        return texts.join(u'|');
    }
    static void press(const JournalPage &page, const QString &name)
    {
        const auto found = [&]() -> QPushButton * {
            for (QPushButton *button : page.findChildren<QPushButton *>())
                if (button->isVisible() && button->text() == name)
                    return button;
            return nullptr;
        };
        QTRY_VERIFY2(found(), qPrintable(name));
        QTest::mouseClick(found(), Qt::LeftButton);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }
    void init()
    {
        m_furtherFails = m_peopleFail = m_searchFails = false;
        m_slowExport.reset();
        m_stop.reset();
        m_journal.reset();
        m_db.reset();
        m_database = m_engines.practice(storage::Engine::Embedded, {audit::schema()});
        m_db = std::move(m_database->connect()).value();
        m_journal = std::make_unique<Journal>(*m_db, m_engines.key(), m_engines.clock());
    }

    void whatCouldNotBeReadFurtherIsReadLater()
    {
        tell(250);
        m_furtherFails = true;
        const auto page = shown();
        QTRY_COMPARE(count(*page), 200);
        list(*page)->verticalScrollBar()->setValue(list(*page)->verticalScrollBar()->maximum());
        QTRY_COMPARE(line(*page), lostWords);
        QVERIFY(!list(*page)->model()->canFetchMore({})); // not again and again by itself
        QCOMPARE(count(*page), 200);
        m_furtherFails = false;
        press(*page, u"Relire"_qs);
        QTRY_VERIFY(line(*page).isEmpty());
        list(*page)->verticalScrollBar()->setValue(0);
        list(*page)->verticalScrollBar()->setValue(list(*page)->verticalScrollBar()->maximum());
        QTRY_COMPARE(count(*page), 250);
    }

    void peopleWhoCannotBeListedAreNotNone()
    {
        tell(3);
        m_peopleFail = true;
        const auto page = shown();
        QTRY_COMPARE(count(*page), 3);
        QCOMPARE(line(*page), lostWords);
    }

    void aSearchThatFailsIsNotNobody()
    {
        m_searchFails = true;
        const auto page = shown();
        test::type(*field(*page, u"Patient"_qs), u"vass"_qs);
        QCOMPARE(line(*page), lostWords);
    }

    void anExportThatIsStoppedTooLateIsTold()
    {
        const auto page = shown();
        page->exportTo(m_engines.path(u"journal.csv"_qs), ExportFormat::Csv);
        QVERIFY(m_stop && !*m_stop);
        press(*page, u"Annuler"_qs);
        QVERIFY(*m_stop);
        m_slowExport->addResult(Result<qint64>(12)); // it was written by then
        m_slowExport->finish();
        QTRY_VERIFY2(line(*page).startsWith(u"Événements exportés : 12."_qs),
                     qPrintable(line(*page)));
    }

    void anExportThatIsStoppedInTimeIsTold()
    {
        const auto page = shown();
        page->exportTo(m_engines.path(u"journal.csv"_qs), ExportFormat::Csv);
        press(*page, u"Annuler"_qs);
        m_slowExport->addResult(
            Result<qint64>(Error{ErrorCode::Cancelled, u"journal.export"_qs, {}}));
        m_slowExport->finish();
        QTRY_COMPARE(line(*page), u"Export arrêté. Aucun fichier n’a été écrit."_qs);
    }

    void anExportThatIsForgottenIsStopped()
    {
        {
            const auto page = shown();
            page->exportTo(m_engines.path(u"journal.csv"_qs), ExportFormat::Csv);
        }
        QVERIFY(*m_stop);
        m_slowExport->finish();
    }

    void noFileIsChosenForWhatCannotBeAsked()
    {
        const auto page = shown();
        field(*page, u"Du"_qs)->setText(u"31/02/2026"_qs);
        bool asked = false;
        QTimer::singleShot(0, page.get(), [&asked] {
            if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
                asked = true;
                dialog->reject();
            }
        });
        page->chooseExport();
        QCoreApplication::processEvents();
        QVERIFY(!asked);
        QVERIFY(field(*page, u"Du"_qs)->accessibleDescription().contains(u"Écrire un jour"));
    }

    void theWayOutOfAPatientShowsEverything()
    {
        tell(3);
        JournalPage page(services(), m_engines.clock());
        page.narrowTo(PatientId{8}, u"MERCIER Paul"_qs);
        page.show();
        QTRY_VERIFY(page.findChild<uikit::EmptyState *>()->isVisible());
        press(page, u"Tout montrer"_qs);
        QTRY_COMPARE(count(page), 3);
    }

    void whatWasChangedOfAnAccountIsTold_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("words");
        QTest::newRow("role")
            << u"karim administrateur infirmier>administrateur"_qs
            << u"a modifié le compte de Karim Diallo (rôle passé de « Infirmier » "
               "à « Administrateur »)"_qs;
        QTest::newRow("fields") << u"karim infirmier name, rpps, contact"_qs
                                << u"a modifié le compte de Karim Diallo (nom, numéro RPPS, "
                                   "coordonnées)"_qs;
        QTest::newRow("opened again")
            << u"karim infirmier reopened"_qs << u"a rouvert le compte de Karim Diallo"_qs;
        QTest::newRow("nothing") << u"karim infirmier"_qs
                                 << u"a modifié le compte de Karim Diallo"_qs;
    }
    void whatWasChangedOfAnAccountIsTold()
    {
        QFETCH(const QString, detail);
        QFETCH(const QString, words);
        QVERIFY_OK(m_journal->record({Action::Update, Subject::User, 3, {}, detail}, fontanel));
        const auto page = shown();
        QTRY_COMPARE(count(*page), 1);
        const QString spoken =
            list(*page)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(words + u'.'), qPrintable(spoken));
    }

    void whatBecameOfTwoRecordsIsToldFromEither_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("words"); // of Madeleine; the other one is Paul
        const auto row = [](const char *detail, const QString &words) {
            QTest::newRow(detail) << QString::fromLatin1(detail) << words;
        };
        row("merged",
            u"a fusionné le dossier de MERCIER Paul dans le dossier de VASSEUR Madeleine"_qs);
        row("merged_into",
            u"a fusionné le dossier de VASSEUR Madeleine dans le dossier de MERCIER Paul"_qs);
        row("unmerged",
            u"a séparé à nouveau le dossier de MERCIER Paul et le dossier de VASSEUR Madeleine"_qs);
        row("unmerged_from",
            u"a séparé à nouveau le dossier de MERCIER Paul et le dossier de VASSEUR Madeleine"_qs);
        row("distinct",
            u"a noté que le dossier de MERCIER Paul et le dossier de VASSEUR Madeleine sont de deux personnes"_qs);
    }
    void whatBecameOfTwoRecordsIsToldFromEither()
    {
        QFETCH(const QString, detail);
        QFETCH(const QString, words);
        QVERIFY_OK(m_journal->record({Action::Update, Subject::Patient, 77, PatientId{8}, detail},
                                     fontanel));
        const auto page = shown();
        QTRY_COMPARE(count(*page), 1);
        const QString spoken =
            list(*page)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(words), qPrintable(spoken));
    }
};
QTEST_MAIN(TestJournalTrouble)
#include "tst_journaltrouble.moc"
