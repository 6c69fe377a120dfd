// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/insmatricule.h>

#include <QRegularExpression>

namespace ambroise::identity {
namespace {

constexpr qsizetype fullLength = 15;

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

//! The characters that count, or why they cannot be a matricule.
Result<QString> shaped(QStringView text)
{
    static const QRegularExpression shape(
        u"^[1-478][0-9]{4}([0-9]{2}|2A|2B)[0-9]{6}[0-9]{2}\\z"_qs);
    QString digits;
    for (const QChar c : text) {
        if (!c.isSpace() && c != u'.' && c != u'-')
            digits += c.toUpper();
        if (digits.size() > fullLength)
            break;
    }
    if (digits.size() != fullLength)
        return invalid(u"ins.length"_qs);
    if (!shape.match(digits).hasMatch())
        return invalid(u"ins.format"_qs);
    return digits;
}

} // namespace

QString keyOf(QStringView number)
{
    QString digits = number.toString();
    if (digits.size() != 13)
        return {};
    if (digits.at(6) == u'A')
        digits.replace(5, 2, u"19"_qs);
    else if (digits.at(6) == u'B')
        digits.replace(5, 2, u"18"_qs);
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    return ok ? u"%1"_qs.arg(97 - value % 97, 2, 10, QLatin1Char('0')) : QString();
}

Result<InsMatricule> InsMatricule::parse(QStringView text)
{
    AMBROISE_TRY(InsMatricule matricule, fromInsi(text));
    if (!matricule.hasRightKey())
        return invalid(u"ins.checksum"_qs);
    return matricule;
}

Result<InsMatricule> InsMatricule::fromInsi(QStringView text)
{
    AMBROISE_TRY(QString digits, shaped(text));
    return InsMatricule(std::move(digits));
}

QString InsMatricule::grouped() const
{
    QString out;
    qsizetype from = 0;
    for (const qsizetype size : {1, 2, 2, 2, 3, 3, 2}) {
        if (from > 0)
            out += u' ';
        out += QStringView(m_digits).mid(from, size);
        from += size;
    }
    return out;
}

QString InsMatricule::masked() const
{
    return QString(13, u'\u2022') + key();
}

bool InsMatricule::hasRightKey() const
{
    return keyOf(number()) == key();
}

InsCheck InsCheck::of(QStringView text)
{
    const Result<InsMatricule> matricule = InsMatricule::fromInsi(text);
    if (!matricule.ok())
        return {.why = matricule.error().subject};
    InsCheck check{.valid = matricule->hasRightKey(),
                   .number = matricule->number(),
                   .key = matricule->key(),
                   .expectedKey = keyOf(matricule->number())};
    if (!check.valid)
        check.why = u"ins.checksum"_qs;
    // 3, 7 and 4, 8 are the provisional numbers of men and of women.
    const int first = check.number.at(0).digitValue();
    check.sex = first == 1 || first == 3 || first == 7 ? Sex::Male : Sex::Female;
    check.year = QStringView(check.number).mid(1, 2).toInt();
    const int month = QStringView(check.number).mid(3, 2).toInt();
    if (month >= 1 && month <= 12)
        check.month = month;
    check.place = check.number.mid(5, 5);
    return check;
}

} // namespace ambroise::identity
