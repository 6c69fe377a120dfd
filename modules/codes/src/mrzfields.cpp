// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzlayout.h"

#include <algorithm>

namespace ambroise::codes::mrz {
namespace {

constexpr QChar filler = u'<';
constexpr int yearsAheadOfExpiry = 50; //!< no document is valid for longer

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

QString trimmed(QStringView field)
{
    while (field.endsWith(filler))
        field.chop(1);
    return field.toString();
}

//! One name: what stands between letters is a space.
QString nameOf(QStringView field)
{
    return field.toString().replace(filler, u' ').simplified();
}

//! 0 where it is unknown: << by ICAO, 00 on some documents; -1 where it is no number.
int numberOf(QStringView pair)
{
    if (pair == u"<<")
        return 0;
    return isDigit(pair[0]) && isDigit(pair[1]) ? pair.toInt() : -1;
}

class Reader {
public:
    Reader(const Layout &layout, const QString &text, QDate today)
        : m_layout(layout)
        , m_text(text)
        , m_today(today)
    {
        m_mrz.format = layout.format;
        for (int line = 0; line < layout.lines; ++line)
            m_mrz.lines << text.mid(qsizetype(line) * layout.width, layout.width);
    }

    Mrz take()
    {
        m_mrz.documentCode = trimmed(field({0, 2}));
        m_mrz.issuer = trimmed(field({2, 3}));
        m_mrz.nationality =
            m_layout.nationality.length ? trimmed(field(m_layout.nationality)) : m_mrz.issuer;
        m_mrz.issuingOffice = trimmed(field(m_layout.office));
        readNumber();
        readBirth();
        readExpiry();
        readSex();
        readNames();
        checkRest();
        checkZones();
        return std::move(m_mrz);
    }

private:
    [[nodiscard]] QStringView field(Span span) const
    {
        return QStringView(m_text).mid(span.from, span.length);
    }
    [[nodiscard]] bool agrees(QStringView characters, QChar digit) const
    {
        return isDigit(digit) && digit.digitValue() == checkDigit(characters);
    }
    bool checked(bool right, const QString &fault)
    {
        if (!right)
            m_mrz.faults << fault;
        return right;
    }

    void readNumber()
    {
        QString number = trimmed(field(m_layout.number));
        QStringView over = field(m_layout.number);
        QChar digit = m_text[m_layout.numberCheck];
        const QString rest = field(m_layout.longNumber).toString().section(filler, 0, 0);
        // ICAO Doc 9303-5 §4.2.2: the number goes on in the optional data, its check digit last.
        if (digit == filler && !rest.isEmpty()) {
            number += rest.chopped(1);
            over = number;
            digit = rest.back();
        }
        m_mrz.number = number;
        m_mrz.checks.number =
            checked(!number.isEmpty() && agrees(over, digit), QStringLiteral("mrz.check.number"));
    }

    //! None for a date that is unknown altogether.
    std::optional<PartialDate> dateIn(QStringView digits, int century, bool &good) const
    {
        const int year = numberOf(digits.left(2));
        const int month = numberOf(digits.mid(2, 2));
        const int day = numberOf(digits.right(2));
        const bool knowsYear = digits.left(2) != u"<<";
        good = year >= 0 && month >= 0 && day >= 0;
        if (!good || (!knowsYear && month == 0 && day == 0))
            return {};
        const auto date = PartialDate::of(knowsYear ? century + year : 0, month, day);
        good = date.ok();
        return good ? std::optional(*date) : std::nullopt;
    }

    void readBirth()
    {
        const QStringView digits = field(m_layout.birth);
        bool good = false;
        m_mrz.birth = dateIn(digits, 2000, good);
        const auto todayParts = PartialDate::of(m_today.year(), m_today.month(), m_today.day());
        // Nobody is born after today; 29/02/00 is no day of 1900, and then stays in 2000.
        if (!m_mrz.birth || !todayParts.ok() || *m_mrz.birth > *todayParts) {
            bool older = false;
            if (const auto birth = dateIn(digits, 1900, older); older)
                m_mrz.birth = birth;
            good = good || older;
        }
        checked(good, QStringLiteral("mrz.date.birth"));
        m_mrz.checks.birth =
            checked(agrees(digits, m_text[m_layout.birthCheck]), QStringLiteral("mrz.check.birth"));
    }

    void readExpiry()
    {
        if (m_layout.expiry.length == 0)
            return;
        const QStringView digits = field(m_layout.expiry);
        const bool inThePast =
            numberOf(digits.left(2)) + 2000 > m_today.year() + yearsAheadOfExpiry;
        bool good = false;
        m_mrz.expiry = dateIn(digits, inThePast ? 1900 : 2000, good);
        checked(good, QStringLiteral("mrz.date.expiry"));
        m_mrz.checks.expiry = checked(agrees(digits, m_text[m_layout.expiryCheck]),
                                      QStringLiteral("mrz.check.expiry"));
        if (m_mrz.expiry && m_mrz.expiry->whole() && *m_mrz.expiry->whole() < m_today)
            m_mrz.remarks << QStringLiteral("mrz.expired");
    }

    void readSex()
    {
        const QChar sex = m_text[m_layout.sex];
        if (sex == u'M' || sex == u'F')
            m_mrz.sex = sex;
        // X is not in Doc 9303, which wants <, but in use.
        checked(!m_mrz.sex.isEmpty() || sex == filler || sex == u'X', QStringLiteral("mrz.sex"));
    }

    void readNames()
    {
        QStringView surname = field(m_layout.surname);
        const bool full = !surname.endsWith(filler);
        QStringView given = field(m_layout.givenNames);
        const bool apart = m_layout.givenNames.length > 0;
        m_mrz.surnameMayBeCut = full;
        m_mrz.givenNamesMayBeCut = apart ? !given.endsWith(filler) : full;
        if (const qsizetype end = surname.indexOf(u"<<"); !apart && end >= 0) {
            given = surname.mid(end + 2);
            surname.truncate(end);
        }
        m_mrz.surname = nameOf(surname);
        // On the old French card < may stand in one name, and << stands between two.
        const QString between = apart ? QStringLiteral("<<") : QString(filler);
        for (const QString &name : given.toString().split(between, Qt::SkipEmptyParts))
            if (const QString one = nameOf(name); !one.isEmpty())
                m_mrz.givenNames << one;
        checked(!m_mrz.surname.isEmpty(), QStringLiteral("mrz.name"));
        if (m_mrz.surnameMayBeCut || m_mrz.givenNamesMayBeCut)
            m_mrz.remarks << QStringLiteral("mrz.cut");
    }

    void checkRest()
    {
        if (m_layout.optional.length > 0) {
            const QStringView data = field(m_layout.optional);
            const QChar digit = m_text[m_layout.optionalCheck];
            const bool nothing = digit == filler && trimmed(data).isEmpty();
            m_mrz.checks.optional =
                checked(nothing || agrees(data, digit), QStringLiteral("mrz.check.optional"));
        }
        QString all;
        for (const Span &span : m_layout.composite)
            all += field(span);
        m_mrz.checks.composite = checked(agrees(all, m_text[m_layout.compositeCheck]),
                                         QStringLiteral("mrz.check.composite"));
    }

    void checkZones()
    {
        bool fits = m_layout.format != MrzFormat::IdFra || m_text.startsWith(u"IDFRA");
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            const char kind = m_layout.zones[size_t(i)];
            if (c == filler)
                fits = fits && kind != zone::check;
            else if (kind == zone::letter)
                fits = fits && !isDigit(c);
            else if (kind != zone::either && kind != zone::sex)
                fits = fits && isDigit(c);
        }
        checked(fits, QStringLiteral("mrz.zone"));
    }

    const Layout &m_layout;
    const QString &m_text;
    QDate m_today;
    Mrz m_mrz;
};

} // namespace

Mrz read(const Layout &layout, const QString &text, QDate today)
{
    return Reader(layout, text, today).take();
}

} // namespace ambroise::codes::mrz
