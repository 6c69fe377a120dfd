// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstday.h"

#include <cabinet/cabinetshell.h>
#include <cabinet/firstrun/demonstration.h>
#include <practice/creation.h>
#include <practice/demo.h>
#include <words/sentences.h>

#include <ambroise/codes/reader.h>
#include <ambroise/core/crockford.h>

#include <support/result.h>

#include <QDirIterator>
#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>

using namespace ambroise;
using namespace ambroise::app;
using test::goodPassword;

namespace {

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(30'000) ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

//! The recovery key on its way to paper, and what else can be done while no practice is open.
class TestFirstDay : public QObject {
    Q_OBJECT
    std::unique_ptr<test::FirstDay> m_day;

    //! A practice made in the assistant; answers the groups of its key.
    QStringList create()
    {
        m_day->open();
        m_day->create(m_day->path(u"cabinet"_qs));
        return m_day->shownGroups();
    }
    void prove(const QStringList &groups)
    {
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        m_day->prove(groups);
        QTRY_VERIFY(m_day->window().signInPage() && m_day->window().signInPage()->isVisible());
    }
    //! Another practice, made without the window.
    void makePractice(const QString &folder)
    {
        const SystemClock clock;
        QVERIFY_OK(createPractice(PracticeFolder(folder), test::demoOptions(), clock));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }
    void init() { m_day = std::make_unique<test::FirstDay>(); }
    void cleanup() { m_day.reset(); }

    void theKeyInTheFileIsTheKeyOnTheScreen()
    {
        const QStringList groups = create();
        QCOMPARE(groups.size(), crypto::RecoveryKey::groups);
        const QString key = groups.join(u'-');
        const QString pdf = m_day->path(u"cle.pdf"_qs);
        m_day->saveAs(pdf);
        m_day->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(QFile::exists(pdf));
        QCOMPARE(QFile::permissions(pdf) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        m_day->picture(u"cle-enregistree"_qs);

        const auto symbols = codes::readFile(pdf);
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->first().text, key);
        const QString text =
            QString::fromUtf8(output(u"pdftotext"_qs, {u"-layout"_qs, pdf, u"-"_qs}));
        for (const QString &group : groups)
            QVERIFY2(text.contains(group), qPrintable(text));
        QVERIFY(text.contains(u"Cabinet médical des Tilleuls"_qs));
        output(u"pdftoppm"_qs, {u"-r"_qs, u"200"_qs, u"-png"_qs, pdf, m_day->path(u"page"_qs)});
        QCOMPARE(QString::fromUtf8(
                     output(u"zbarimg"_qs, {u"--raw"_qs, u"-q"_qs, m_day->path(u"page-1.png"_qs)}))
                     .trimmed(),
                 key);
    }

    void theKeyOnPaperIsTheKeyOnTheScreen()
    {
        const QStringList groups = create();
        const QString paper = m_day->path(u"paper.pdf"_qs);
        m_day->whenAsked<QPrintDialog>([paper](QPrintDialog &dialog) {
            dialog.printer()->setOutputFormat(QPrinter::PdfFormat);
            dialog.printer()->setOutputFileName(paper);
            dialog.done(QDialog::Accepted); // as a printer would be chosen
        });
        m_day->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(QFile::exists(paper));
        const auto symbols = codes::readFile(paper);
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->first().text, groups.join(u'-'));
    }

    void aFileThatCannotBeWrittenIsTold()
    {
        (void)create();
        m_day->saveAs(m_day->path(u"nowhere/cle.pdf"_qs));
        m_day->press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m_day->faults(),
                 QStringList{sentenceOf({ErrorCode::Unavailable, u"pdf.write"_qs, {}})});
        QVERIFY(!QFile::exists(m_day->path(u"nowhere"_qs)));
        QCOMPARE(m_day->shownGroups().size(), crypto::RecoveryKey::groups);
    }

    void theKeyOpensThePracticeAfterwards()
    {
        const QStringList groups = create();
        prove(groups);
        m_day->pressButton(u"Accès perdu ?"_qs);
        QCOMPARE(m_day->caret(), u"Clé de secours"_qs);
        m_day->type(groups.join(QString()).toLower());
        m_day->press(Qt::Key_Return);
        m_day->type(u"Autre-Phrase-8-Lampadaire"_qs);
        m_day->press(Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_day->window().shell()));
    }

    void nothingOfTheKeyStaysOnThePost()
    {
        const QStringList groups = create();
        prove(groups);
        QVERIFY(m_day->shownGroups().isEmpty());
        for (const auto *label : m_day->window().findChildren<QLabel *>(u"recoveryGroup"_qs))
            QVERIFY(label->text().isEmpty());
        m_day->signIn(goodPassword);
        QTRY_VERIFY(m_day->window().shell());
        const QString key = groups.join(u'-');
        const QByteArray bits = *crockford::decode(key.left(39));
        QList<QByteArray> traces{key.toUtf8(), groups.join(QString()).toUtf8(), bits, bits.toHex(),
                                 bits.toBase64().left(24)};
        for (int i = 0; i + 1 < groups.size(); ++i)
            traces << QString(groups.at(i) + u'-' + groups.at(i + 1)).toUtf8();
        QDirIterator files(m_day->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            for (const QByteArray &trace : std::as_const(traces)) {
                QVERIFY2(!content.contains(trace), qPrintable(file.fileName()));
                QVERIFY2(!content.contains(trace.toLower()), qPrintable(file.fileName()));
            }
            ++looked;
        }
        QVERIFY(looked > 4);
    }

    void closingWithAKeyThatIsNotKeptAsksOnceMore()
    {
        const QStringList groups = create();
        QVERIFY(!m_day->window().close());
        QCOMPARE(m_day->faults().size(), 1);
        QCOMPARE(m_day->shownGroups(), groups);
        m_day->picture(u"cle-fermer"_qs);
        QVERIFY(m_day->window().close());
    }

    void whatIsLostIsToldAgainWhenItIsSomethingElse()
    {
        m_day->open();
        m_day->press(Qt::Key_Return);
        m_day->typePractice();
        m_day->press(Qt::Key_Return);
        m_day->retype(m_day->path(u"cabinet"_qs));
        m_day->press(Qt::Key_Return);
        QTRY_COMPARE(m_day->title(), u"Le médecin"_qs);
        m_day->typeDoctor();
        m_day->press(Qt::Key_Return);
        {
            const test::NothingBegins held;
            m_day->press(Qt::Key_P, Qt::AltModifier); // no secretary: the practice is being made
            QVERIFY(!m_day->window().close());
            QCOMPARE(m_day->faults().size(), 1);
        }
        QTRY_COMPARE(m_day->title(), u"Clé de secours du cabinet"_qs);
        QVERIFY(!m_day->window().close());
        QCOMPARE(m_day->shownGroups().size(), crypto::RecoveryKey::groups);
        QVERIFY(m_day->window().close());
    }

    void aFolderThatCannotBeOpenedIsToldAtItsPlace_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("begins");
        QTest::newRow("missing") << u"missing"_qs << u"Pas de cabinet"_qs;
        QTest::newRow("damaged") << u"damaged"_qs << u"La description du cabinet"_qs;
        QTest::newRow("newer") << u"newer"_qs << u"Ce cabinet vient d’une version"_qs;
        QTest::newRow("in use") << u"in use"_qs << u"Ce cabinet est déjà ouvert"_qs;
        QTest::newRow("unfinished") << u"unfinished"_qs << u"La création de ce cabinet"_qs;
        QTest::newRow("not whole") << u"relative"_qs << u"Dossier à écrire en entier"_qs;
    }
    void aFolderThatCannotBeOpenedIsToldAtItsPlace()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, begins);
        QString folder = m_day->path(u"port"_qs);
        std::unique_ptr<QLockFile> other;
        if (fault != u"missing" && fault != u"relative") {
            makePractice(folder);
            QFile file(folder + u"/practice.json"_qs);
            if (fault == u"unfinished")
                file.setFileName(folder + u"/creation.unfinished"_qs);
            QVERIFY(fault == u"in use" || file.open(QIODevice::WriteOnly));
            file.write(fault == u"newer" ? "{\"format\": 99}" : "{\"format\"");
        }
        if (fault == u"in use")
            other = std::move(PracticeFolder(folder).lock()).value();
        if (fault == u"relative")
            folder = u"port"_qs;
        m_day->open();
        m_day->press(Qt::Key_O, Qt::AltModifier);
        m_day->retype(folder);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->faults().size(), 1);
        QVERIFY2(m_day->faults().first().startsWith(begins), qPrintable(m_day->faults().first()));
        QCOMPARE(m_day->typed(), folder);
        m_day->picture(u"ouvrir-"_qs + fault);
        if (fault == u"relative")
            return;
        m_day->open(folder); // as the last practice of this post
        QCOMPARE(m_day->faults().size(), 1);
        QCOMPARE(m_day->typed(), folder);
        if (fault != u"in use")
            return;
        other.reset();
        m_day->press(Qt::Key_Return);
        QVERIFY(m_day->window().signInPage()->isVisible());
    }

    void theDemonstrationIsMadeOnceAndOpenedAgain()
    {
        m_day->open();
        m_day->press(Qt::Key_D, Qt::AltModifier);
        m_day->type(u"trop-court"_qs);
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->faults().size(), 1);
        m_day->retype(goodPassword);
        m_day->picture(u"demonstration"_qs);
        m_day->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_day->window().signInPage(), 30'000);
        QCOMPARE(m_day->window().signInPage()->login(), u"medecin"_qs);
        m_day->signIn(goodPassword);
        QTRY_VERIFY(qobject_cast<CabinetShell *>(m_day->window().shell()));
        QVERIFY(*m_day->window().gate()->practice()->patients().count() > 20);
        m_day->open();
        m_day->press(Qt::Key_D, Qt::AltModifier);
        m_day->picture(u"demonstration-prete"_qs);
        m_day->press(Qt::Key_Return);
        QVERIFY(m_day->window().signInPage());
        QCOMPARE(m_day->window().signInPage()->login(), u"medecin"_qs);
    }

    void aDemonstrationThatWasInterruptedIsMadeAnew()
    {
        const PracticeFolder demo(firstrun::Demonstration::folder());
        makePractice(demo.path());
        QFile mark(demo.path() + u"/creation.unfinished"_qs);
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.close();
        m_day->open();
        m_day->press(Qt::Key_D, Qt::AltModifier);
        m_day->type(goodPassword);
        m_day->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_day->window().signInPage(), 30'000);
        QVERIFY(!demo.isUnfinished());
    }

    void aDemonstrationGivenUpLeavesNothing()
    {
        m_day->open();
        m_day->press(Qt::Key_D, Qt::AltModifier);
        m_day->type(goodPassword);
        {
            const test::NothingBegins held;
            m_day->press(Qt::Key_Return);
            m_day->press(Qt::Key_Escape);
        }
        QTRY_VERIFY(m_day->focused()->isEnabled() && !m_day->typed().isEmpty());
        QVERIFY(!QFile::exists(m_day->path(u"data/"_qs) + QCoreApplication::applicationName() +
                               u"/demo"_qs));
        QVERIFY(!m_day->window().signInPage());
    }

    void fromTheSignInOneGoesToAnotherPracticeAndBack()
    {
        makePractice(m_day->path(u"port"_qs));
        makePractice(m_day->path(u"gare"_qs));
        m_day->open(m_day->path(u"port"_qs));
        m_day->picture(u"autre-cabinet"_qs);
        m_day->press(Qt::Key_F4);
        QCOMPARE(m_day->title(), u"Créer un cabinet"_qs);
        m_day->picture(u"choix-revenir"_qs);
        m_day->press(Qt::Key_Escape);
        QVERIFY(m_day->window().signInPage()->isVisible());
        m_day->press(Qt::Key_F4);
        m_day->press(Qt::Key_O, Qt::AltModifier);
        m_day->retype(m_day->path(u"gare"_qs));
        m_day->press(Qt::Key_Return);
        QCOMPARE(m_day->window().gate()->folder().path(), m_day->path(u"gare"_qs));
        QVERIFY(PracticeFolder(m_day->path(u"port"_qs)).lock().ok()); // given back
        m_day->signIn(goodPassword);
        QTRY_VERIFY(m_day->window().shell());
        m_day->window().lock();
        m_day->press(Qt::Key_F4); // work waits behind: not now
        QVERIFY(m_day->window().signInPage()->isVisible());
    }
};
QTEST_MAIN(TestFirstDay)
#include "tst_firstday.moc"
