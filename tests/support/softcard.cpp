// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/softcard.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <dlfcn.h>

namespace ambroise::test {

namespace {

const QString securityOfficerPin = QStringLiteral("12345678");

Result<QString> run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished();
    const QString said = QString::fromUtf8(process.readAll());
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return said;
    return Error{ErrorCode::Unavailable, u"softcard"_qs, program + u": "_qs + said};
}

Status writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return Error{ErrorCode::Unavailable, u"softcard"_qs, path};
    return done();
}

//! As softhsm2-util lists it; a token's serial number stands before its label.
Result<QString> serialOf(const QString &label)
{
    AMBROISE_TRY(const QString listing, run(u"softhsm2-util"_qs, {u"--show-slots"_qs}));
    static const QRegularExpression entry(
        u"Serial number:\\s*(\\S*)\\s*\\n\\s*Initialized:[^\\n]*\\n[^\\n]*\\n\\s*Label:\\s*([^\\n]*)"_qs);
    for (auto entries = entry.globalMatch(listing); entries.hasNext();) {
        const auto match = entries.next();
        if (match.captured(2).trimmed() == label)
            return match.captured(1);
    }
    return Error{ErrorCode::Unavailable, u"softcard"_qs, listing};
}

} // namespace

QString SoftCardBox::modulePath()
{
    for (const auto &path : {u"/usr/lib/softhsm/libsofthsm2.so"_qs,
                             u"/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"_qs}) {
        if (QFile::exists(path))
            return path;
    }
    return {};
}

QString SoftCardBox::missing()
{
    if (modulePath().isEmpty())
        return u"SoftHSM is not installed (package softhsm2)"_qs;
    if (QStandardPaths::findExecutable(u"softhsm2-util"_qs).isEmpty())
        return u"softhsm2-util is not installed (package softhsm2)"_qs;
    if (QStandardPaths::findExecutable(u"pkcs11-tool"_qs).isEmpty())
        return u"pkcs11-tool is not installed (package opensc)"_qs;
    return {};
}

SoftCardBox::SoftCardBox()
{
    const QString tokens = m_folder.filePath(u"tokens"_qs);
    QDir().mkpath(tokens);
    const QString configuration = m_folder.filePath(u"softhsm2.conf"_qs);
    (void)writeFile(configuration, "directories.tokendir = " + QFile::encodeName(tokens) +
                                       "\nobjectstore.backend = file\nlog.level = ERROR\n"
                                       "slots.removable = true\n");
    qputenv("SOFTHSM2_CONF", QFile::encodeName(configuration));
}

Result<SoftCard> SoftCardBox::make(const SoftCardSpec &spec)
{
    AMBROISE_CHECK(
        run(u"softhsm2-util"_qs, {u"--init-token"_qs, u"--free"_qs, u"--label"_qs, spec.label,
                                  u"--so-pin"_qs, securityOfficerPin, u"--pin"_qs, spec.pin}));
    AMBROISE_TRY(const QString serial, serialOf(spec.label));
    const SoftCertificate made = makeCertificate(spec);
    SoftCard card{serial, spec.label, spec.pin, {}, made.keyPem};
    AMBROISE_CHECK(write(card, spec, made));
    if (spec.withCertificate)
        card.certificateDer = made.der;
    return card;
}

Status SoftCardBox::addKey(const SoftCard &card, const SoftCardSpec &spec)
{
    return write(card, spec, makeCertificate(spec));
}

Status SoftCardBox::write(const SoftCard &card, const SoftCardSpec &spec,
                          const SoftCertificate &made)
{
    const QString key = m_folder.filePath(u"key.pem"_qs);
    const QString certificate = m_folder.filePath(u"certificate.der"_qs);
    const QString id = QString::fromLatin1(spec.keyId.toHex());
    AMBROISE_CHECK(writeFile(key, made.keyPem));
    const auto imported =
        run(u"softhsm2-util"_qs, {u"--import"_qs, key, u"--token"_qs, card.label, u"--pin"_qs,
                                  card.pin, u"--id"_qs, id, u"--label"_qs, u"CPS_PRIV"_qs});
    QFile::remove(key);
    if (!imported.ok())
        return imported.error();
    if (!spec.withCertificate)
        return done();
    AMBROISE_CHECK(writeFile(certificate, made.der));
    AMBROISE_CHECK(run(u"pkcs11-tool"_qs,
                       {u"--module"_qs, modulePath(), u"--token-label"_qs, card.label,
                        u"--login"_qs, u"--pin"_qs, card.pin, u"--write-object"_qs, certificate,
                        u"--type"_qs, u"cert"_qs, u"--id"_qs, id, u"--label"_qs, u"CPS_CERT"_qs}));
    return done();
}

QString CardShim::modulePath()
{
    return QStringLiteral(AMBROISE_PKCS11_SHIM);
}

CardShim::CardShim()
    : m_library(dlopen(AMBROISE_PKCS11_SHIM, RTLD_NOW | RTLD_LOCAL))
    , m_state(nullptr)
{
    if (!m_library)
        qFatal("%s", dlerror());
    const auto state =
        reinterpret_cast<decltype(&ambroise_shim_state)>(dlsym(m_library, "ambroise_shim_state"));
    m_state = state();
    change([](ShimState &shim) {
        shim.forward = SoftCardBox::modulePath().toStdString();
        shim.failing = shim.unplugged = shim.removedOnSession = shim.onlyHashing = false;
        shim.removed.clear();
        shim.wrong.clear();
        shim.keypad.clear();
        shim.pinTries = 3;
        shim.longestPin = 0;
        shim.pinFlags = true;
        shim.signing = ShimState::Signing::AsItIs;
        shim.gateClosed = false;
        shim.logins = 0;
    });
}

CardShim::~CardShim()
{
    openGate();
    dlclose(m_library);
}

void CardShim::take(const SoftCard &card)
{
    change([&](ShimState &shim) { shim.removed.insert(card.serial.toStdString()); });
}

void CardShim::put(const SoftCard &card)
{
    change([&](ShimState &shim) { shim.removed.erase(card.serial.toStdString()); });
}

void CardShim::unplugReaders()
{
    change([](ShimState &shim) { shim.unplugged = true; });
}

void CardShim::plugReaders()
{
    change([](ShimState &shim) { shim.unplugged = false; });
}

void CardShim::breakLibrary()
{
    change([](ShimState &shim) { shim.failing = true; });
}

void CardShim::mendLibrary()
{
    change([](ShimState &shim) { shim.failing = false; });
}

bool CardShim::logInElsewhere(const SoftCard &card)
{
    const auto logIn =
        reinterpret_cast<decltype(&ambroise_shim_log_in)>(dlsym(m_library, "ambroise_shim_log_in"));
    return logIn(card.serial.toLatin1().constData(), card.pin.toLatin1().constData());
}

void CardShim::closeGate()
{
    change([](ShimState &shim) { shim.gateClosed = true; });
}

void CardShim::openGate()
{
    change([](ShimState &shim) { shim.gateClosed = false; });
}

int CardShim::waiting() const
{
    const std::unique_lock lock(m_state->mutex);
    return m_state->waiting;
}

int CardShim::logins() const
{
    const std::unique_lock lock(m_state->mutex);
    return m_state->logins;
}

int CardShim::initialised() const
{
    const std::unique_lock lock(m_state->mutex);
    return m_state->initialised;
}

} // namespace ambroise::test
