// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/post.h>
#include <cabinet/scandialog.h>
#include <cabinet/scanfolder.h>

#include <ambroise/documents/ui/documentspage.h>
#include <ambroise/documents/ui/documentview.h>
#include <ambroise/uikit/comparisonview.h>

#include <support/videoframe.h>

#include <QComboBox>
#include <QDialog>
#include <QListView>
#include <QPainter>
#include <QPdfWriter>
#include <QStandardPaths>
#include <QTextBrowser>
#include <QTimer>
#include <QVideoSink>

using namespace ambroise;
using app::Post;
using documents::ui::DocumentsPage;
using documents::ui::DocumentView;

namespace {

constexpr PatientId diallo{2}; // of the demonstration, in its order

} // namespace

//! Files that come in, filed and read on the real windows.
class TestDocuments : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] DocumentsPage *page() const
    {
        return m_desk->record()->findChild<DocumentsPage *>();
    }
    [[nodiscard]] QString letter(const QString &name, const QString &text) const
    {
        const QString path = m_desk->path(name);
        QPdfWriter writer(path);
        QPainter painter(&writer);
        QFont font(u"Inter"_qs, 12);
        painter.setFont(font);
        painter.drawText(QRect(800, 800, 8000, 6000), Qt::TextWordWrap, text);
        return path;
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_desk->path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
                   ? file.fileName()
                   : QString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    [[nodiscard]] record::Overview overview() const
    {
        return *m_desk->inside().records().overview(patient::RecordIds(diallo));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_desk->clock.set(QDateTime(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC));
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
        m_desk->cabinet()->openRecord(diallo);
        m_desk->record()->showPage(u"documents"_qs);
    }
    void cleanup() { m_desk.reset(); }

    void aRecordWithoutDocumentsSaysHowToFileOne()
    {
        QVERIFY(page()->isVisible());
        QVERIFY(test::shown(*page()).contains(u"Aucun document"_qs));
        test::keepScreenshot(*m_desk->window, u"documents-vide"_qs);
    }

    void twoLettersAreFiledOneAfterTheOther()
    {
        page()->take({letter(u"Dr_Amar_cardiologie.pdf"_qs,
                             u"Clermont, le 02/10/2026. Cher confrère, ETT normale, FEVG 62 %."_qs),
                      letter(u"radio.pdf"_qs, u"Radiographie du 12/11/2026, sans anomalie."_qs)});
        QTRY_VERIFY(page()->isFiling());
        QTest::qWait(500);
        test::keepScreenshot(*m_desk->window, u"documents-ranger"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY(page()->isFiling());
        press(Qt::Key_Return);
        QVERIFY(!page()->isFiling());
        QCOMPARE(page()->count(), 2);
        QTRY_VERIFY(overview().history.size() == 2 && // read in the background
                    !overview().history.first().content.body.isEmpty() &&
                    !overview().history.last().content.body.isEmpty());
        const record::Entry cardiology = overview().history.last();
        QCOMPARE(cardiology.content.title, u"Dr Amar cardiologie"_qs);
        QCOMPARE(cardiology.content.happened.date(), QDate(2026, 10, 2));
        QVERIFY(cardiology.content.body.contains(u"FEVG 62"_qs));
        QTest::qWait(500);
        m_desk->keepPictures(u"documents"_qs);
    }

    void aFiledLetterIsFoundByItsWordsAndShown()
    {
        page()->take({letter(u"ett.pdf"_qs, u"Le 02/10/2026. Fraction d’éjection 62 %."_qs)});
        QTRY_VERIFY(page()->isFiling());
        press(Qt::Key_Return);
        QTRY_VERIFY(!overview().history.value(0).content.body.isEmpty());
        press(Qt::Key_Slash);
        test::type(*QApplication::focusWidget(), u"ejection"_qs);
        auto *history = test::named<QListView>(*m_desk->record(), u"Historique"_qs);
        QTRY_COMPARE(history->model()->rowCount(), 2); // its year, and it
        press(Qt::Key_Down);
        auto *see = test::button(*m_desk->record(), u"Voir le document"_qs);
        test::keepScreenshot(*m_desk->window, u"documents-trouve"_qs);
        QVERIFY(see);
        see->click();
        QVERIFY(page()->isVisible());
        QTRY_COMPARE(page()->findChild<DocumentView *>()->pages(), 1);
        auto *field = page()->findChild<DocumentView *>()->findChild<uikit::SearchField *>();
        field->setText(u"fraction"_qs);
        QTRY_COMPARE(page()->findChild<DocumentView *>()->hits(), 1);
    }

    void whatTheScannerReadIsFiledAndLeavesItsFolder()
    {
        QVERIFY(QDir().mkpath(m_desk->path(u"scans"_qs)));
        press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(test::said(*page()).contains(u"Aucun dossier de scanner"_qs));
        Post post = Post::load();
        post.scanFolder = m_desk->path(u"scans"_qs);
        QVERIFY_OK(post.save());
        press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(test::said(*page()).contains(u"Rien de nouveau"_qs));
        const QString path = letter(u"scans/0001.pdf"_qs, u"Le 02/10/2026. Compte rendu."_qs);
        QFile scan(path);
        QVERIFY(scan.open(QIODevice::ReadWrite)); // the scanner finished some time ago
        QVERIFY(scan.setFileTime(QDateTime::currentDateTime().addSecs(-60),
                                 QFileDevice::FileModificationTime));
        scan.close();
        press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(page()->isFiling());
        QVERIFY(QFile::exists(path));
        test::keepScreenshot(*m_desk->window, u"documents-scanner"_qs);
        press(Qt::Key_Return);
        QCOMPARE(page()->count(), 1);
        QVERIFY(!QFile::exists(path)); // nothing of the patient stays there in clear
        QFile other(path);             // as long as the first, and never filed
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("abcd") == 4);
        other.close();
        QVERIFY(!app::removeScan(m_desk->path(u"scans"_qs), path, "efgh").ok());
        QVERIFY(QFile::exists(path));
    }

    void aFileIsFiledWithItsConsultationAndOpenedFromIt()
    {
        record::NewEntry note;
        note.title = u"Douleur thoracique"_qs;
        note.happened = QDateTime(QDate(2026, 10, 2), QTime(9, 0), Qt::UTC);
        const auto consultation = m_desk->inside().records().add(
            diallo, note, audit::Actor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, {}));
        QVERIFY_OK(consultation);
        page()->take({letter(u"ecg.pdf"_qs, u"ECG du 02/10/2026 : rythme sinusal."_qs)});
        QTRY_VERIFY(page()->isFiling());
        test::keepScreenshot(*m_desk->window, u"documents-avec-consultation"_qs);
        press(Qt::Key_Return); // the consultation of that day is proposed
        const auto linked = m_desk->inside().records().linkedWith(*consultation);
        QVERIFY_OK(linked);
        QCOMPARE(linked->size(), 1);
        QCOMPARE(linked->first().content.title, u"ecg"_qs);
        m_desk->record()->showEntry(*consultation);
        test::keepScreenshot(*m_desk->window, u"consultation-piece"_qs);
        auto *piece = test::button(*m_desk->record(), u"Pièce : ecg"_qs);
        QVERIFY(piece);
        piece->click();
        QTRY_VERIFY(page()->isVisible());
        QVERIFY(page()->shown());
    }

    void aPhotographIsFiledAsADocument()
    {
        QImage picture(640, 480, QImage::Format_RGB32);
        picture.fill(QColor(200, 120, 110));
        QTimer::singleShot(200, m_desk->window.get(), [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            if (auto *sink = dialog->findChild<QVideoSink *>())
                sink->setVideoFrame(test::videoFrame(picture));
            test::keepScreenshot(*dialog, u"photographie"_qs);
            QTest::keyClick(dialog, Qt::Key_Return);
            dialog->reject(); // where nothing was taken
        });
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(page()->isFiling());
        m_desk->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
        press(Qt::Key_Return);
        QCOMPARE(page()->count(), 1);
        QCOMPARE(overview().history.first().content.kind, record::EntryKind::Document);
        QVERIFY(page()->shown() && page()->shown()->kind() == documents::FileKind::Image);
    }

    void pagesOfTheScannerAreFiledAsOnePdf()
    {
        const QString folder = m_desk->path(u"sane"_qs); // SANE's own device for tests
        QVERIFY(QDir().mkpath(folder) && !write(u"sane/dll.conf"_qs, "test\n").isEmpty());
        qputenv("SANE_CONFIG_DIR", folder.toUtf8());
        if (QStandardPaths::findExecutable(u"scanimage"_qs).isEmpty())
            QSKIP("sane-utils is not installed");
        QTimer::singleShot(0, m_desk->window.get(), [&] {
            auto *dialog = qobject_cast<app::ScanDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto *devices = dialog->findChild<QComboBox *>();
            QTRY_VERIFY_WITH_TIMEOUT(devices->count() == 2, 60'000);
            test::button(*dialog, u"Lire une page"_qs)->click();
            QTRY_COMPARE_WITH_TIMEOUT(dialog->pages().size(), 1, 60'000);
            auto *feeder = test::button(*dialog, u"Lire le chargeur"_qs);
            QTRY_VERIFY_WITH_TIMEOUT(feeder->isEnabled(), 60'000);
            feeder->click();
            QTRY_COMPARE_WITH_TIMEOUT(dialog->pages().size(), 11, 60'000);
            auto *keep = test::button(*dialog, u"Ranger"_qs);
            QTRY_VERIFY_WITH_TIMEOUT(keep->isEnabled(), 60'000);
            test::button(*dialog, u"Tourner"_qs)->click();
            test::keepScreenshot(*dialog, u"scanner"_qs);
            keep->click();
            if (dialog->isVisible())
                dialog->done(QDialog::Rejected); // where something failed
        });
        press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(page()->isFiling());
        QCOMPARE(page()->shown()->kind(), documents::FileKind::Pdf);
        QCOMPARE(page()->shown()->pages(), 11);
        qunsetenv("SANE_CONFIG_DIR");
    }

    void aFaultOfTheScannerIsToldAndKeepsItsPages()
    {
        app::Scanner scanner;
        QVERIFY(app::feederIn(u"    --source Flatbed|ADF Duplex [Flatbed]\n"_qs) ==
                u"ADF Duplex"_qs);
        QVERIFY(app::feederIn(u"    --source Flatbed [inactive]\n"_qs).isEmpty());
        QString told;
        connect(&scanner, &app::Scanner::finished, this, [&](const Status &status) {
            told = status.ok() ? u"-"_qs : status.error().subject;
        });
        if (QStandardPaths::findExecutable(u"scanimage"_qs).isEmpty())
            QSKIP("sane-utils is not installed");
        scanner.scan({u"nothing:0"_qs, 300, false, false});
        QTRY_COMPARE_WITH_TIMEOUT(told, u"scanner.gone"_qs, 60'000);
    }

    void whoRefusesPhotographsIsNotPhotographed()
    {
        patient::Consent refusal;
        refusal.topic = patient::ConsentTopic::Images;
        refusal.agreed = false;
        refusal.on = QDate(2026, 11, 20);
        QVERIFY_OK(m_desk->inside().administrative().add(
            diallo, refusal, audit::Actor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, {})));
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(test::said(*page()).contains(u"refuse les photographies"_qs));
    }

    void whatCannotBeFiledIsToldAndLosesNothing()
    {
        page()->take({write(u"vide.pdf"_qs, {}), write(u"abime.pdf"_qs, "%PDF-1.4 rien"),
                      letter(u"bon.pdf"_qs, u"Bon"_qs)});
        QTRY_VERIFY(page()->isFiling());
        QTRY_VERIFY(test::said(*page()).contains(u"abime.pdf"_qs) ||
                    test::said(*page()).contains(u"vide.pdf"_qs));
        test::keepScreenshot(*m_desk->window, u"documents-abime"_qs);
        press(Qt::Key_Return);
        QCOMPARE(page()->count(), 1);
        page()->take({m_desk->path(u"bon.pdf"_qs)}); // once more
        QTRY_VERIFY(page()->isFiling());
        press(Qt::Key_Return);
        QVERIFY(test::said(*page()).contains(u"déjà dans le dossier"_qs));
        press(Qt::Key_Escape);
        QVERIFY(!page()->isFiling());
        QCOMPARE(page()->count(), 1);
    }

    void twoVersionsOfALetterAreCompared()
    {
        page()->take({letter(u"Sortie cardiologie.pdf"_qs,
                             u"Le 02/10/2026. Traitement de sortie : bisoprolol 2,5 mg le matin, "
                             "ramipril 5 mg le soir. Revoir dans un mois."_qs),
                      letter(u"Sortie cardiologie corrigée.pdf"_qs,
                             u"Le 05/10/2026. Traitement de sortie : bisoprolol 5 mg le matin, "
                             "ramipril 5 mg le soir, apixaban 5 mg. Revoir dans un mois."_qs)});
        for (int filed = 0; filed < 2; ++filed) {
            QTRY_VERIFY(page()->isFiling());
            press(Qt::Key_Return);
        }
        QTRY_VERIFY(overview().history.size() == 2 &&
                    !overview().history.first().content.body.isEmpty() &&
                    !overview().history.last().content.body.isEmpty());
        page()->refresh();
        auto *list = test::named<QListView>(*page(), u"Documents du dossier"_qs);
        list->setFocus();
        press(Qt::Key_A);
        QVERIFY(page()->isComparing());
        test::keepScreenshot(*m_desk->window, u"documents-comparer-choix"_qs);
        press(Qt::Key_Return); // the other one is proposed
        auto *words = page()->findChild<uikit::ComparisonView *>();
        QTRY_VERIFY(words->changes() > 1);
        QVERIFY2(words->shown().contains(u"bisoprolol 2,5 5 mg"_qs), qPrintable(words->shown()));
        QVERIFY(words->told().contains(u"« 02/10/2026 » devient « 05/10/2026 »"_qs));
        press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY2(words->told().contains(u"« 2,5 » devient « 5 »"_qs), qPrintable(words->told()));
        m_desk->keepPictures(u"documents-comparer"_qs);
        press(Qt::Key_Escape);
        QVERIFY(!page()->isComparing());
        QVERIFY(list->isVisible());
    }

    void imagesAreComparedByTheirPages()
    {
        QImage picture(400, 300, QImage::Format_RGB32);
        for (const QColor colour : {QColor(200, 120, 110), QColor(120, 200, 110)}) {
            picture.fill(colour);
            const QString path = m_desk->path(colour.name().mid(1) + u".png"_qs);
            QVERIFY(picture.save(path));
            page()->take({path});
            QTRY_VERIFY(page()->isFiling());
            press(Qt::Key_Return);
        }
        test::named<QListView>(*page(), u"Documents du dossier"_qs)->setFocus();
        press(Qt::Key_A);
        press(Qt::Key_Return);
        QTRY_VERIFY(test::said(*page()).contains(u"côte à côte"_qs));
        QTest::qWait(400);
        test::keepScreenshot(*m_desk->window, u"documents-comparer-pages"_qs);
    }

    void oneDocumentAloneIsNotCompared()
    {
        press(Qt::Key_A);
        QVERIFY(test::said(*page()).contains(u"Il faut deux documents"_qs));
    }

    void aDocumentIsTurnedAndEnlarged()
    {
        page()->take({letter(u"ett.pdf"_qs, u"ETT"_qs)});
        QTRY_VERIFY(page()->isFiling());
        press(Qt::Key_Return);
        auto *view = page()->findChild<DocumentView *>();
        QTRY_COMPARE(view->pages(), 1);
        view->turn();
        view->zoom(2);
        QTest::qWait(600);
        test::keepScreenshot(*m_desk->window, u"documents-tourne"_qs);
    }
};
QTEST_MAIN(TestDocuments)
#include "tst_documents.moc"
