// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/base45.h>
#include <ambroise/prescription/ordonnancecode.h>

#include <fuzz/edited.h>
#include <support/sampleordonnance.h>

using namespace ambroise;
using prescription::OrdonnanceCode;

namespace {

struct Signed {
    crypto::SigningKey key = crypto::SigningKey::generate();
    crypto::TrustStore trust;
    prescription::OrdonnanceContent content = test::sampleContent();
    QString text = OrdonnanceCode::sign(content, QByteArray(16, 'p'), key).toText();
    QByteArray payload = *codes::base45::decode(text.mid(5).toLatin1());

    Signed()
    {
        const auto certificate = crypto::Certificate::selfSigned(
            key, QStringLiteral("Cabinet"), QStringLiteral("Cabinet"),
            test::sampleInstant().addDays(-1), test::sampleInstant().addYears(1));
        if (!certificate.ok() || !trust.add(*certificate).ok())
            qFatal("no certificate");
    }
};

void examine(const Signed &good, const QString &text)
{
    const auto code = OrdonnanceCode::parse(text);
    if (!code.ok())
        return;
    const auto again = OrdonnanceCode::parse(code->toText());
    if (!again.ok() || again->toText() != code->toText())
        qFatal("a code that is not read back");
    if (code->verify(good.trust).ok() && code->toText() != good.text)
        qFatal("a forged code is believed");
    (void)code->matches(good.content);
}

} // namespace

//! No code but the one that was signed is believed, whatever is scanned.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Signed good;
    examine(good, QString::fromUtf8(fuzz::edited(good.text.toLatin1(), data, size)));
    // The same behind the text form, which a blind change rarely passes.
    const QByteArray payload = fuzz::edited(good.payload, data, size);
    examine(good, QStringLiteral("AMB1:") + QString::fromLatin1(codes::base45::encode(payload)));
    return 0;
}
