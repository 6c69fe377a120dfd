// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/base45.h>
#include <ambroise/codes/qr.h>
#include <ambroise/prescription/ordonnancecode.h>

#include <support/result.h>
#include <support/sampleordonnance.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

class TestOrdonnanceCode : public QObject {
    Q_OBJECT
    const crypto::SigningKey m_key = crypto::SigningKey::generate();
    const QByteArray m_practice = QByteArray(16, '\x42');
    const OrdonnanceContent m_content = test::sampleContent();

    [[nodiscard]] OrdonnanceCode code() const
    {
        return OrdonnanceCode::sign(m_content, m_practice, m_key);
    }
    [[nodiscard]] crypto::TrustStore trust(bool revoked = false, int fromYear = 2026) const
    {
        const QDateTime from(QDate(fromYear, 1, 1), QTime(0, 0), Qt::UTC);
        crypto::TrustStore store;
        (void)store.add(*crypto::Certificate::selfSigned(m_key, u"Cabinet des Tilleuls"_qs,
                                                         u"Ambroise"_qs, from, from.addYears(5)),
                        revoked);
        return store;
    }

private Q_SLOTS:
    void aGenuineCodeIsProvedWithoutANetwork()
    {
        const auto read = OrdonnanceCode::parse(code().toText());
        QVERIFY_OK(read);
        QCOMPARE(read->number(), m_content.number());
        QCOMPARE(read->signedAt(), m_content.signedAt());
        const auto proof = read->verify(trust());
        QVERIFY_OK(proof);
        QCOMPARE(proof->subjectName(), u"Cabinet des Tilleuls"_qs);
        QVERIFY_OK(read->matches(m_content));
    }

    void itFitsASmallSymbol()
    {
        const auto grid = codes::qrGrid(code().toText(), codes::QrLevel::M);
        QVERIFY_OK(grid);
        QVERIFY2(codes::qrVersion(*grid) <= 9,
                 qPrintable(QString::number(codes::qrVersion(*grid))));
    }

    void oneChangedByteIsFound()
    {
        const QByteArray bytes = *codes::base45::decode(code().toText().mid(5).toLatin1());
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = char(changed[i] ^ 1);
            const auto read = OrdonnanceCode::parse(
                u"AMB1:"_qs + QString::fromLatin1(codes::base45::encode(changed)));
            const bool believed = read.ok() && read->verify(trust()).ok();
            QVERIFY2(!believed, qPrintable(QString::number(i)));
        }
    }

    void whoIsNotTrustedIsNotBelieved()
    {
        QCOMPARE_SUBJECT(code().verify({}), "code.unknown_issuer");
        QCOMPARE_SUBJECT(code().verify(trust(true)), "code.revoked_issuer");
        QCOMPARE_SUBJECT(code().verify(trust(false, 2010)), "code.expired_issuer");
        const auto forged =
            OrdonnanceCode::sign(m_content, m_practice, crypto::SigningKey::generate());
        QCOMPARE_SUBJECT(forged.verify(trust()), "code.unknown_issuer");
    }

    void anotherContentDoesNotMatch()
    {
        auto parts = test::sampleParts();
        parts.lines.first().posology = u"10 comprimés matin et soir"_qs;
        const auto other = OrdonnanceContent::make(parts, m_content.number(), m_content.signedAt());
        QCOMPARE_SUBJECT(code().matches(*other), "code.other_content");
    }

    void whatIsNotOursIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("subject");
        const QString good = code().toText();
        QTest::newRow("nothing") << QString() << u"code.foreign"_qs;
        QTest::newRow("a web address") << u"https://example.org"_qs << u"code.foreign"_qs;
        QTest::newRow("a 2D-Doc") << u"DC04FR00TST1"_qs << u"code.foreign"_qs;
        QTest::newRow("the prefix alone") << u"AMB1:"_qs << u"code.damaged"_qs;
        QTest::newRow("cut") << good.left(good.size() - 3) << u"code.damaged"_qs;
        QTest::newRow("too long") << good + u"000"_qs << u"code.damaged"_qs;
        QTest::newRow("characters that it never has") << u"AMB1:abc"_qs << u"code.damaged"_qs;
        QTest::newRow("a later format")
            << u"AMB1:"_qs + QString::fromLatin1(codes::base45::encode(QByteArray(200, '\x07')))
            << u"code.newer"_qs;
    }
    void whatIsNotOursIsTold()
    {
        QFETCH(QString, text);
        const auto read = OrdonnanceCode::parse(text);
        QVERIFY(!read.ok());
        QTEST(read.error().subject, "subject");
    }
};
QTEST_APPLESS_MAIN(TestOrdonnanceCode)
#include "tst_ordonnancecode.moc"
