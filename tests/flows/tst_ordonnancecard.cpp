// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctorcards.h"

#include <cabinet/signatureexport.h>

#include <ambroise/uikit/askline.h>

#include <QFileDialog>
#include <QLineEdit>
#include <QProcess>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTimer>

using namespace ambroise;
using namespace ambroise::app;
using prescription::ui::OrdonnancePage;

//! An ordonnance signed by the doctor's own card: SoftHSM is the card.
class TestOrdonnanceCard : public QObject {
    Q_OBJECT
    test::DoctorCards m_cards;
    std::unique_ptr<test::CardShim> m_shim;
    std::unique_ptr<test::Desk> m_desk;

    //! One ordonnance, signed by the practice, with that card in the reader.
    void begin(const test::SoftCard &card)
    {
        m_cards.enter(*m_desk, *m_shim, card);
        if (QTest::currentTestFailed())
            return;
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        auto *line = test::named<QLineEdit>(*page(), u"Ligne à prescrire"_qs);
        page()->beginLine();
        test::type(*line, u"doliprane 1000"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        test::type(*line, u"1-0-1 7j"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(page()->lines().size(), 1);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        m_number = signedAs.first().first().toString();
    }
    [[nodiscard]] OrdonnancePage *page() const { return m_desk->record()->ordonnancePage(); }
    void answer(const QString &code) const
    {
        page()->signByCard();
        auto *field = test::named<QLineEdit>(*page(), u"Code de la carte"_qs);
        QVERIFY(field && field->isVisible());
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        test::type(*field, code);
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] QByteArray kept() const
    {
        return *m_desk->inside().cardSignatures().cadesOf(
            *prescription::OrdonnanceNumber::parse(m_number));
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    bool run(const QString &command, const QString &folder)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(command.section(u' ', 0, 0), command.section(u' ', 1).split(u' '));
        process.waitForFinished();
        m_output = process.readAll();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QString m_number;
    QByteArray m_output;

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = test::SoftCardBox::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY_OK(m_cards.make());
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void init() { m_shim = std::make_unique<test::CardShim>(); }
    void cleanup()
    {
        if (m_desk)
            m_desk->window.reset();
        m_shim.reset();
    }

    void theDoctorsCardSignsWhatThePracticeSigned()
    {
        begin(m_cards.hers());
        m_desk->keepPictures(u"ordonnance-a-signer-par-carte"_qs);
        answer(u"1234"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"signée par la carte de"_qs),
                     qPrintable(test::said(*page())));
        m_desk->keepPictures(u"ordonnance-signee-par-carte"_qs);
        QVERIFY(test::said(*page()).contains(u"FONTANEL"_qs));
        QVERIFY(!kept().isEmpty());
        const auto ordonnance = m_desk->inside().ordonnances().byNumber(
            *prescription::OrdonnanceNumber::parse(m_number));
        QVERIFY_OK(ordonnance);
        const auto signer = m_desk->inside().cardSignatures().of(ordonnance->content);
        QVERIFY_OK(signer);
        QVERIFY(signer->has_value());
        QVERIFY(!test::button(*page(), u"Signer par carte"_qs)); // once
    }

    void whatTheCardSignedIsExportedAndVerifiedElsewhere()
    {
        if (QStandardPaths::findExecutable(u"openssl"_qs).isEmpty())
            QSKIP("The openssl command is not installed.");
        begin(m_cards.hers());
        QVERIFY(!test::button(*page(), u"Exporter"_qs));
        answer(u"1234"_qs);
        QTRY_VERIFY(test::said(*page()).contains(u"signée par la carte de"_qs));
        QTRY_VERIFY(test::button(*page(), u"Exporter"_qs));
        const QDir folder(m_desk->path(u"remis"_qs));
        QVERIFY(folder.mkpath(u"."_qs));
        QTimer::singleShot(0, m_desk->window.get(), [&folder] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->selectFile(folder.path());
            static_cast<QDialog *>(dialog)->accept();
        });
        QTest::keyClick(m_desk->window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        const QString said = test::said(*page());
        QVERIFY2(said.contains(u"Le contenu, sa signature .p7s"_qs), qPrintable(said));
        m_desk->keepPictures(u"ordonnance-signature-exportee"_qs);
        QVERIFY(m_desk->lastDeed().action == audit::Action::Export);
        QCOMPARE(m_desk->lastDeed().detail, m_number);

        const QString content = u"ordonnance-%1.json"_qs.arg(m_number);
        QCOMPARE(folder.entryList(QDir::Files),
                 (QStringList{content, content + u".p7s"_qs, content + u".txt"_qs}));
        QCOMPARE(QFile::permissions(folder.filePath(content)) &
                     (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const auto ordonnance = m_desk->inside().ordonnances().byNumber(
            *prescription::OrdonnanceNumber::parse(m_number));
        const auto signer = m_desk->inside().cardSignatures().of(ordonnance->content);
        write(folder.filePath(u"autorite.pem"_qs),
              QSslCertificate((*signer)->certificate.toDer(), QSsl::Der).toPem());
        QFile howTo(folder.filePath(content + u".txt"_qs));
        QVERIFY(howTo.open(QIODevice::ReadOnly));
        const QString sentence = QString::fromUtf8(howTo.readAll());
        const QString command = sentence.mid(sentence.indexOf(u"openssl cms"_qs)).trimmed();
        QVERIFY2(run(command, folder.path()), m_output.constData());
        write(folder.filePath(content), ordonnance->content.canonical() + ' ');
        QVERIFY(!run(command, folder.path()));
    }

    void whatNoCardSignedIsNotExported()
    {
        begin(m_cards.hers());
        page()->exportSignature(); // asks nothing
        const access::Session doctor(m_desk->account(u"medecin"), u"Cabinet 1"_qs,
                                     m_desk->clock.now());
        QCOMPARE_SUBJECT(
            exportCardSignature(m_desk->inside(), doctor, m_number, m_desk->path(u"."_qs)),
            "ordonnance.no_card_signature");
    }

    void whereNothingCanBeWrittenItIsSaid()
    {
        begin(m_cards.hers());
        answer(u"1234"_qs);
        QTRY_VERIFY(test::said(*page()).contains(u"signée par la carte de"_qs));
        const access::Session doctor(m_desk->account(u"medecin"), u"Cabinet 1"_qs,
                                     m_desk->clock.now());
        QCOMPARE_SUBJECT(
            exportCardSignature(m_desk->inside(), doctor, m_number, m_desk->path(u"nowhere"_qs)),
            "signature.write");
    }

    void aWrongCodeIsToldAndAskedAgain()
    {
        begin(m_cards.hers());
        answer(u"9999"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"Code faux"_qs),
                     qPrintable(test::said(*page())));
        QVERIFY(kept().isEmpty());
        answer(u"12"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"Le code a 4 chiffres"_qs),
                     qPrintable(test::said(*page())));
        answer(u"1234"_qs);
        QTRY_VERIFY(test::said(*page()).contains(u"signée par la carte de"_qs));
        QVERIFY(!kept().isEmpty());
    }

    void theCardOfAnotherDoesNotSign()
    {
        begin(m_cards.others());
        answer(u"1234"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"pas celle de la personne connectée"_qs),
                     qPrintable(test::said(*page())));
        QVERIFY(kept().isEmpty());
    }
};
QTEST_MAIN(TestOrdonnanceCard)
#include "tst_ordonnancecard.moc"
