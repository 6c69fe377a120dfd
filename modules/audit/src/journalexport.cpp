// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/journal.h>

#include "eventslices.h"

#include <QIODevice>

namespace ambroise::audit {
namespace {

constexpr int writtenAtOnce = 1000;

QString quotedCsv(QString text)
{
    text.remove(QChar(0)); // which no reader takes
    // A spreadsheet takes a field that begins with one of these for a formula (OWASP, CSV
    // injection).
    if (!text.isEmpty() && QStringView(u"=+-@\t\r\n＝＋－＠").contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', u"\"\""_qs) + u'"';
}

//! RFC 5424 §6.3.3: these three are escaped in a parameter's value.
QString syslogParameter(QStringView name, QString value)
{
    value.replace(u'\\', u"\\\\"_qs).replace(u'"', u"\\\""_qs).replace(u']', u"\\]"_qs);
    for (QChar &c : value)
        if (c < u' ' || c == u'\x7f')
            c = u' ';
    return u' ' + name.toString() + u"=\""_qs + value + u'"';
}

//! RFC 5424 §6: PRINTUSASCII without blanks.
QString syslogToken(const QString &text, qsizetype maxLength)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (c > u' ' && c < u'\x7f')
            out += c;
    return out.isEmpty() ? u"-"_qs : out.left(maxLength);
}

QStringList cells(const Event &event)
{
    const Deed &deed = event.deed;
    return {QString::number(event.seq),
            storage::toText(event.at),
            QString::number(event.actor.user().value),
            event.actor.name(),
            event.actor.role(),
            event.actor.post(),
            code(deed.action),
            code(deed.subject),
            deed.subjectId > 0 ? QString::number(deed.subjectId) : QString(),
            deed.patient.isStored() ? deed.patient.toString() : QString(),
            deed.detail,
            deed.reason};
}

const QStringList &header()
{
    static const QStringList names = {u"seq"_qs,        u"at"_qs,      u"user_id"_qs,
                                      u"user"_qs,       u"role"_qs,    u"post"_qs,
                                      u"action"_qs,     u"subject"_qs, u"subject_id"_qs,
                                      u"patient_id"_qs, u"detail"_qs,  u"reason"_qs};
    return names;
}

QString syslogLine(const Event &event)
{
    const QStringList values = cells(event);
    const bool refused = event.deed.action == Action::SignInRefused;
    // Facility 13 "log audit"; severity 6 informational, 4 warning for a refusal.
    QString line =
        QStringLiteral("<%1>1 %2 %3 ambroise - %4 [audit@32473")
            .arg(13 * 8 + (refused ? 4 : 6))
            .arg(values.at(1), syslogToken(event.actor.post(), 255), syslogToken(values.at(6), 32));
    for (qsizetype i = 0; i < values.size(); ++i)
        if (i != 1 && !values.at(i).isEmpty())
            line += syslogParameter(header().at(i), values.at(i));
    return line + u"]\n"_qs;
}

QString csvLine(const Event &event)
{
    QStringList fields = cells(event);
    for (QString &field : fields)
        field = quotedCsv(field);
    return fields.join(u',') + u"\r\n"_qs;
}

Status writeText(QIODevice &out, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return out.write(bytes) == bytes.size()
               ? done()
               : Status(Error{ErrorCode::Unavailable, u"journal.write"_qs, {}});
}

} // namespace

Result<qint64> Journal::write(QIODevice &out, const Filter &filter, const Progress &progress,
                              QString (*line)(const Event &)) const
{
    AMBROISE_TRY(auto slices, EventSlices::of(m_db, filter, EventSlices::Order::OldestFirst));
    AMBROISE_TRY(const qint64 total, slices.count());
    qint64 written = 0;
    while (true) {
        AMBROISE_TRY(const QList<Event> events, slices.next(writtenAtOnce));
        if (events.isEmpty())
            return written;
        for (const Event &event : events)
            AMBROISE_CHECK(writeText(out, line(event)));
        written += events.size();
        if (progress && !progress(written, total))
            return Error{ErrorCode::Cancelled, u"journal.export"_qs, {}};
    }
}

Result<qint64> Journal::exportCsv(QIODevice &out, const Filter &filter,
                                  const Progress &progress) const
{
    AMBROISE_CHECK(writeText(out, QChar(0xFEFF) + header().join(u',') + u"\r\n"_qs));
    return write(out, filter, progress, csvLine);
}

Result<qint64> Journal::exportSyslog(QIODevice &out, const Filter &filter,
                                     const Progress &progress) const
{
    return write(out, filter, progress, syslogLine);
}

} // namespace ambroise::audit
