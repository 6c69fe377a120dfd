// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include <ambroise/net/xmlsignature.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace ambroise;
using namespace ambroise::net;
using namespace ambroise::test;

namespace {

const QByteArray element =
    "<a:Assertion xmlns:a=\"urn:a\" Version=\"2.0\" ID=\"_1\"><a:Issuer>É &amp; Cie"
    "</a:Issuer><a:Rest/></a:Assertion>";

struct Run {
    int code = -1;
    QByteArray said;
};

Run run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return {process.exitCode(), process.readAll()};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

//! Judged by other people's programs: xmlsec1 and openssl.
class TestXmlSignature : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_qs).isEmpty())
            QSKIP("openssl is not installed");
        write(path(u"key.pem"_qs), peer().client.keyPem);
        write(path(u"ca.pem"_qs), peer().authority.pem());
    }
    void theCanonicalFormIsThatOfTheStandard()
    {
        const auto canonical =
            canonicalXml("<?xml version='1.0'?>\n<b  z='1' a = '2' xmlns:u='urn:u' "
                         "xmlns='urn:b'><!-- x --><c/>&#xE9;</b>\n");
        QVERIFY_OK(canonical);
        QCOMPARE(*canonical, QByteArray("<b xmlns=\"urn:b\" a=\"2\" z=\"1\"><c></c>é</b>"));
    }
    void whatIsNotWellFormedOrHasADtdHasNoCanonicalForm()
    {
        QCOMPARE_SUBJECT(canonicalXml("<a>"), "xml.form");
        QCOMPARE_SUBJECT(canonicalXml(""), "xml.form");
        QCOMPARE_SUBJECT(canonicalXml("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"), "xml.form");
    }
    void anotherProgramAcceptsTheSignature()
    {
        if (QStandardPaths::findExecutable(u"xmlsec1"_qs).isEmpty())
            QSKIP("xmlsec1 is not installed (package xmlsec1)");
        const QByteArray whole = signedElement();
        QVERIFY(whole.contains("</a:Issuer><ds:Signature "));
        const Run checked = verify(whole);
        QVERIFY2(checked.code == 0, checked.said);
    }
    void aLetterChangedIsFound()
    {
        if (QStandardPaths::findExecutable(u"xmlsec1"_qs).isEmpty())
            QSKIP("xmlsec1 is not installed (package xmlsec1)");
        QVERIFY(verify(signedElement().replace("Cie", "cie")).code != 0);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray signedElement()
    {
        const auto signature = EnvelopedSignature::prepare(
            element, u"_1"_qs, element.indexOf("<a:Rest"), peer().client.certificate().toDer());
        if (!signature.ok())
            return {};
        const Run made =
            run(u"openssl"_qs, {u"dgst"_qs, u"-sha256"_qs, u"-sign"_qs, path(u"key.pem"_qs)},
                signature->toSign());
        return signature->complete(made.said);
    }
    Run verify(const QByteArray &whole)
    {
        write(path(u"signed.xml"_qs), whole);
        return run(u"xmlsec1"_qs,
                   {u"--verify"_qs, u"--id-attr:ID"_qs, u"urn:a:Assertion"_qs, u"--trusted-pem"_qs,
                    path(u"ca.pem"_qs), path(u"signed.xml"_qs)});
    }

    QTemporaryDir m_folder;
};
QTEST_GUILESS_MAIN(TestXmlSignature)
#include "tst_xmlsignature.moc"
