// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"

#include <practice/journalfile.h>

#include <QJsonArray>

namespace ambroise::ctl {
namespace {

QJsonObject toJson(const audit::Event &event)
{
    return {{u"seq"_qs, event.seq},
            {u"at"_qs, storage::toText(event.at)},
            {u"user"_qs, event.actor.name()},
            {u"user_id"_qs, event.actor.user().toString()},
            {u"role"_qs, event.actor.role()},
            {u"post"_qs, event.actor.post()},
            {u"action"_qs, code(event.deed.action)},
            {u"subject"_qs, code(event.deed.subject)},
            {u"subject_id"_qs, QString::number(event.deed.subjectId)},
            {u"patient_id"_qs, event.deed.patient.isStored()
                                   ? QJsonValue(event.deed.patient.toString())
                                   : QJsonValue()},
            {u"detail"_qs, event.deed.detail},
            {u"reason"_qs, event.deed.reason}};
}

Result<audit::Filter> filterOf(const Arguments &arguments, app::Practice &practice)
{
    audit::Filter filter;
    AMBROISE_TRY(const qint64 limit, arguments.number(u"limit"_qs, 500, 1, 1'000'000));
    filter.limit = int(limit);
    if (const auto typed = arguments.value(u"patient"_qs)) {
        const auto id = PatientId::fromString(*typed);
        if (!id)
            return Error{ErrorCode::Invalid, u"cli.misuse"_qs, u"--patient"_qs};
        filter.patient = *id;
    }
    if (const auto typed = arguments.value(u"since"_qs)) {
        filter.since = QDate::fromString(*typed, Qt::ISODate).startOfDay().toUTC();
        if (typed->contains(u'T'))
            filter.since = QDateTime::fromString(*typed, Qt::ISODate).toUTC();
        if (!filter.since.isValid())
            return Error{ErrorCode::Invalid, u"cli.misuse"_qs, u"--since"_qs};
    }
    if (const auto typed = arguments.value(u"by"_qs)) {
        AMBROISE_TRY(const auto login, access::Login::parse(*typed));
        AMBROISE_TRY(const auto account, practice.accounts().byLogin(login));
        filter.user = account.id;
    }
    return app::withMerged(practice, filter);
}

Result<Answer> list(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_CHECK(require(opened.session, access::Right::ReadJournal));
    AMBROISE_TRY(const auto filter, filterOf(context.arguments, *opened.practice));
    AMBROISE_TRY(const auto events, opened.practice->journal().find(filter));
    QJsonArray array;
    QString text;
    for (const audit::Event &event : events) {
        array.append(toJson(event));
        text += u"%1  %2  %3  %4 %5\n"_qs.arg(storage::toText(event.at), event.actor.name(),
                                              code(event.deed.action), code(event.deed.subject),
                                              QString::number(event.deed.subjectId));
    }
    return Answer{array, text};
}

Result<Answer> verify(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_TRY(const auto verdict, opened.practice->journal().verify(context.progress));
    return Answer{QJsonObject{{u"ok"_qs, verdict.ok},
                              {u"events"_qs, verdict.events},
                              {u"first_bad"_qs,
                               verdict.firstBad ? QJsonValue(*verdict.firstBad) : QJsonValue()}},
                  verdict.ok ? Ctl::tr("Journal intact : %1 événements.").arg(verdict.events)
                             : Ctl::tr("Journal modifié à partir de l’événement %1.")
                                   .arg(verdict.firstBad.value_or(0)),
                  verdict.ok};
}

Result<Answer> exportTo(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_CHECK(require(opened.session, access::Right::ReadJournal));
    AMBROISE_TRY(const auto filter, filterOf(context.arguments, *opened.practice));
    const QString path = context.arguments.word(0);
    const bool csv = context.arguments.value(u"format"_qs).value_or(u"csv"_qs) == u"csv";
    AMBROISE_TRY(const qint64 events,
                 app::exportJournal(opened.practice->journal(), path,
                                    csv ? audit::ExportFormat::Csv : audit::ExportFormat::Syslog,
                                    filter, opened.session.actor(), context.progress));
    return Answer{QJsonObject{{u"file"_qs, path}, {u"events"_qs, events}},
                  Ctl::tr("Journal écrit dans %1.").arg(path)};
}

} // namespace

QList<Command> auditCommands()
{
    const QStringList criteria{u"patient"_qs, u"by"_qs, u"since"_qs, u"limit"_qs};
    return {Command{u"audit"_qs,
                    u"list"_qs,
                    u"[--patient ID] [--by LOGIN] [--since DATE] [--limit N]"_qs,
                    Ctl::tr("Dit qui a vu ou modifié quoi, le plus récent d’abord."),
                    0,
                    0,
                    criteria,
                    {},
                    true,
                    list},
            Command{u"audit"_qs,
                    u"verify"_qs,
                    {},
                    Ctl::tr("Vérifie que rien du journal n’a été modifié."),
                    0,
                    0,
                    {},
                    {},
                    true,
                    verify},
            Command{u"audit"_qs,
                    u"export"_qs,
                    u"FICHIER [--format csv|syslog] [--patient ID] [--since DATE]"_qs,
                    Ctl::tr("Écrit le journal en CSV ou en Syslog (RFC 5424)."),
                    1,
                    1,
                    criteria + QStringList{u"format"_qs},
                    {},
                    true,
                    exportTo}};
}

} // namespace ambroise::ctl
