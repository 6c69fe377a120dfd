// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/password.h>

#include "openssl.h"
#include "passwordcover.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ambroise::crypto {
namespace {

using Kind = PasswordCover::Kind;

//! Below that many characters that are not known beforehand, a long password is a short one.
constexpr int fewestFreeCharacters = 8;

QString advice()
{
    return QStringLiteral("password.more_words");
}

QString normalised(QStringView password)
{
    return password.toString().normalized(QString::NormalizationForm_KC);
}

//! As people count: an accent typed apart and the second half of a pair are no characters.
qsizetype characterCount(QStringView text)
{
    return std::count_if(text.begin(), text.end(),
                         [](QChar c) { return !c.isLowSurrogate() && !c.isMark(); });
}

//! Bits of one character drawn by lot among the classes that the password shows.
double bitsPerCharacter(QStringView text)
{
    bool lower = false, upper = false, digit = false, ascii = false, other = false;
    for (const QChar c : text) {
        lower = lower || (c >= u'a' && c <= u'z');
        upper = upper || (c >= u'A' && c <= u'Z');
        digit = digit || (c >= u'0' && c <= u'9');
        other = other || c.unicode() >= 0x80;
        ascii = ascii || (c.unicode() < 0x80 && !c.isLetterOrNumber());
    }
    const int pool = 26 * lower + 26 * upper + 10 * digit + 33 * ascii + 30 * other;
    return std::log2(std::max(pool, 2));
}

QStringList refusals(const PasswordCover &cover)
{
    QStringList hints;
    if (cover.containsName())
        hints += QStringLiteral("password.contains_name");
    if (cover.freeCharacters() >= fewestFreeCharacters)
        return hints;
    std::array<std::pair<Kind, QString>, 4> reasons = {{
        {Kind::Name, QStringLiteral("password.contains_name")},
        {Kind::Common, QStringLiteral("password.common")},
        {Kind::Repeat, QStringLiteral("password.repeats")},
        {Kind::Sequence, QStringLiteral("password.sequence")},
    }};
    std::stable_sort(reasons.begin(), reasons.end(), [&cover](const auto &a, const auto &b) {
        return cover.coveredBy(a.first) > cover.coveredBy(b.first);
    });
    for (const auto &[kind, subject] : reasons)
        if (cover.coveredBy(kind) > 0 && !hints.contains(subject))
            hints += subject;
    return hints;
}

int scoreOf(double bits)
{
    static constexpr double steps[] = {40, 55, 75};
    return 1 + int(std::count_if(std::begin(steps), std::end(steps),
                                 [bits](double step) { return bits >= step; }));
}

} // namespace

PasswordStrength PasswordRules::estimate(QStringView password, const QStringList &context)
{
    PasswordStrength strength;
    const QString text = normalised(password);
    if (text.size() > maximumLength) {
        strength.hints += QStringLiteral("password.long");
        return strength;
    }
    const PasswordCover cover(text, context);
    strength.bits = cover.bits(bitsPerCharacter(text));
    if (characterCount(text) < minimumLength)
        strength.hints += QStringLiteral("password.short");
    strength.hints += refusals(cover);
    if (!strength.hints.isEmpty())
        return strength;
    strength.score = scoreOf(strength.bits);
    if (strength.score < 3)
        strength.hints += advice();
    return strength;
}

Status PasswordRules::accept(QStringView password, const QStringList &context)
{
    const PasswordStrength strength = estimate(password, context);
    if (strength.score == 0)
        return Error{ErrorCode::Invalid, strength.hints.constFirst(), {}};
    return done();
}

SecretBytes passwordBytes(const QString &password)
{
    QByteArray utf8 = normalised(password).toUtf8();
    SecretBytes bytes = SecretBytes::fromBytes(utf8);
    OPENSSL_cleanse(utf8.data(), size_t(utf8.size()));
    return bytes;
}

} // namespace ambroise::crypto
