// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulereader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ambroise::prevention {
namespace {

QDate dateOf(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

int lineOf(const QByteArray &json, qsizetype offset)
{
    return int(json.left(offset).count('\n')) + 1;
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList found;
    for (const QJsonValue &one : value.toArray())
        found << one.toString();
    return found;
}

Need needOf(const QJsonValue &value)
{
    Need need;
    for (const QString &one : stringsOf(value))
        need << one.split(u'|');
    return need;
}

std::optional<RuleKind> kindOf(QStringView text)
{
    for (const RuleKind kind : {RuleKind::Vaccination, RuleKind::Examination, RuleKind::Screening})
        if (code(kind) == text)
            return kind;
    return std::nullopt;
}

} // namespace

Error RuleReader::wrong(const QString &what) const
{
    const qsizetype found = m_json.indexOf("\"id\": \"" + m_rule.toUtf8() + '"');
    const int line = m_rule.isEmpty() || found < 0 ? 1 : lineOf(m_json, found);
    return {ErrorCode::Invalid, u"prevention.rules"_qs,
            u"%1:%2: \"%3\": %4"_qs.arg(m_file).arg(line).arg(m_rule, what)};
}

Status RuleReader::only(const QJsonObject &json, const QStringList &keys) const
{
    for (const QString &key : json.keys())
        if (!keys.contains(key))
            return wrong(u"unknown \"%1\""_qs.arg(key));
    return done();
}

Result<std::optional<Span>> RuleReader::optionalSpan(const QJsonObject &json,
                                                     const QString &key) const
{
    if (!json.contains(key))
        return std::optional<Span>();
    const auto read = Span::parse(json.value(key).toString());
    if (!read.ok())
        return wrong(u"\"%1\" is no length of time"_qs.arg(key));
    return std::optional(*read);
}

Result<Span> RuleReader::span(const QJsonObject &json, const QString &key) const
{
    AMBROISE_TRY(const auto read, optionalSpan(json, key));
    return read.value_or(Span());
}

Status RuleReader::read(const RuleBook::File &file)
{
    m_file = file.name;
    m_json = file.json;
    m_rule.clear();
    m_sources.clear();
    m_seasons.clear();
    QJsonParseError parsing;
    const QJsonObject json = QJsonDocument::fromJson(file.json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return Error{ErrorCode::Invalid, u"prevention.rules"_qs,
                     u"%1:%2: %3"_qs.arg(m_file)
                         .arg(lineOf(m_json, parsing.offset))
                         .arg(parsing.errorString())};
    AMBROISE_CHECK(only(json, {u"title"_qs, u"version"_qs, u"sources"_qs, u"seasons"_qs,
                               u"conditions"_qs, u"rules"_qs}));
    const QDate version = dateOf(json.value(u"version"_qs));
    if (!version.isValid())
        return wrong(u"no \"version\" with a date"_qs);
    m_book.m_version = std::max(m_book.m_version, version);
    AMBROISE_CHECK(readSources(json.value(u"sources"_qs).toObject()));
    AMBROISE_CHECK(readSeasons(json.value(u"seasons"_qs).toObject()));
    AMBROISE_CHECK(readConditions(json.value(u"conditions"_qs).toArray()));
    for (const QJsonValue &one : json.value(u"rules"_qs).toArray()) {
        AMBROISE_TRY(const Rule rule, readRule(one.toObject()));
        if (m_book.rule(rule.id))
            return wrong(u"twice"_qs);
        m_fileOf.insert(rule.id, m_file);
        m_book.m_rules << rule;
    }
    return done();
}

Status RuleReader::readSources(const QJsonObject &sources)
{
    for (const QString &name : sources.keys()) {
        const QJsonObject json = sources.value(name).toObject();
        AMBROISE_CHECK(only(json, {u"document"_qs, u"date"_qs, u"url"_qs}));
        Source source;
        source.document = json.value(u"document"_qs).toString();
        source.date = dateOf(json.value(u"date"_qs));
        source.url = json.value(u"url"_qs).toString();
        if (source.document.isEmpty() || !source.date.isValid() || source.url.isEmpty())
            return wrong(u"the source \"%1\" has no document, date or address"_qs.arg(name));
        m_sources.insert(name, source);
    }
    return done();
}

Status RuleReader::readSeasons(const QJsonObject &seasons)
{
    for (const QString &name : seasons.keys()) {
        QList<Season> list;
        for (const QJsonValue &one : seasons.value(name).toArray()) {
            const Season season{dateOf(one.toObject().value(u"from"_qs)),
                                dateOf(one.toObject().value(u"until"_qs))};
            const bool follows = list.isEmpty() || list.last().until < season.from;
            if (!season.from.isValid() || season.until <= season.from || !follows)
                return wrong(u"a season of \"%1\" does not follow"_qs.arg(name));
            list << season;
        }
        m_seasons.insert(name, list);
    }
    return done();
}

Status RuleReader::readConditions(const QJsonArray &conditions)
{
    for (const QJsonValue &one : conditions) {
        const QJsonObject json = one.toObject();
        m_rule = json.value(u"id"_qs).toString();
        AMBROISE_CHECK(only(json, {u"id"_qs, u"label"_qs, u"codes"_qs}));
        const Condition condition{m_rule, json.value(u"label"_qs).toString(),
                                  stringsOf(json.value(u"codes"_qs))};
        if (m_rule.isEmpty() || condition.label.isEmpty() || condition.codes.isEmpty())
            return wrong(u"a condition has an id, a label and codes"_qs);
        for (const QString &code : condition.codes)
            if (!code.startsWith(u"CIM-10:") && !code.startsWith(u"CISP-2:"))
                return wrong(u"\"%1\" names no system of codes"_qs.arg(code));
        m_book.m_conditions << condition;
    }
    m_rule.clear();
    return done();
}

Result<Rule> RuleReader::readRule(const QJsonObject &json)
{
    Rule rule;
    rule.id = m_rule = json.value(u"id"_qs).toString();
    if (rule.id.isEmpty())
        return wrong(u"a rule without \"id\", the %1th"_qs.arg(m_book.m_rules.size() + 1));
    AMBROISE_CHECK(only(json, {u"id"_qs, u"kind"_qs, u"label"_qs, u"group"_qs, u"note"_qs,
                               u"who"_qs, u"valences"_qs, u"perCondition"_qs, u"waits"_qs,
                               u"series"_qs, u"ages"_qs, u"every"_qs, u"season"_qs, u"source"_qs}));
    const auto kind = kindOf(json.value(u"kind"_qs).toString());
    if (!kind)
        return wrong(u"no \"kind\", or an unknown one"_qs);
    rule.kind = *kind;
    rule.label = json.value(u"label"_qs).toString();
    if (rule.label.isEmpty())
        return wrong(u"no \"label\""_qs);
    rule.group = json.value(u"group"_qs).toString();
    rule.note = json.value(u"note"_qs).toString();
    rule.valences = needOf(json.value(u"valences"_qs));
    if (rule.valences.isEmpty() == (rule.kind == RuleKind::Vaccination))
        return wrong(u"a vaccination has \"valences\", nothing else has"_qs);
    rule.perCondition = json.value(u"perCondition"_qs).toBool();
    for (const QJsonValue &one : json.value(u"who"_qs).toArray()) {
        AMBROISE_TRY(const Who who, readWho(one.toObject()));
        rule.who << who;
    }
    if (rule.who.isEmpty())
        return wrong(u"no \"who\""_qs);
    for (const QJsonValue &one : json.value(u"waits"_qs).toArray()) {
        AMBROISE_TRY(const Wait wait, readWait(one.toObject()));
        rule.waits << wait;
    }
    AMBROISE_TRY(rule.schedule, readSchedule(json));
    AMBROISE_TRY(rule.source, readSource(json.value(u"source"_qs).toObject()));
    return rule;
}

Result<Source> RuleReader::readSource(const QJsonObject &json)
{
    AMBROISE_CHECK(only(json, {u"ref"_qs, u"where"_qs, u"toVerify"_qs}));
    const auto found = m_sources.constFind(json.value(u"ref"_qs).toString());
    if (found == m_sources.constEnd())
        return wrong(u"no \"source\", or one that the file does not name"_qs);
    Source source = *found;
    source.where = json.value(u"where"_qs).toString();
    source.toVerify = json.value(u"toVerify"_qs).toString();
    if (source.where.isEmpty())
        return wrong(u"the source does not say where"_qs);
    return source;
}

Result<Who> RuleReader::readWho(const QJsonObject &json)
{
    AMBROISE_CHECK(only(
        json, {u"sex"_qs, u"from"_qs, u"until"_qs, u"bornFrom"_qs, u"anyOf"_qs, u"noneOf"_qs}));
    Who who;
    if (json.contains(u"sex"_qs)) {
        who.sex = identity::sexOf(json.value(u"sex"_qs).toString());
        if (!who.sex)
            return wrong(u"unknown \"sex\""_qs);
    }
    AMBROISE_TRY(who.from, span(json, u"from"_qs));
    AMBROISE_TRY(who.until, optionalSpan(json, u"until"_qs));
    who.bornFrom = dateOf(json.value(u"bornFrom"_qs));
    if (json.contains(u"bornFrom"_qs) && !who.bornFrom.isValid())
        return wrong(u"\"bornFrom\" is no date"_qs);
    who.anyOf = stringsOf(json.value(u"anyOf"_qs));
    who.noneOf = stringsOf(json.value(u"noneOf"_qs));
    const QDate birth(2000, 1, 1);
    if (who.until && who.until->after(birth) <= who.from.after(birth))
        return wrong(u"\"until\" is not after \"from\""_qs);
    return who;
}

Result<Wait> RuleReader::readWait(const QJsonObject &json)
{
    AMBROISE_CHECK(only(json, {u"valences"_qs, u"rule"_qs, u"interval"_qs}));
    Wait wait;
    wait.valences = needOf(json.value(u"valences"_qs));
    wait.rule = json.value(u"rule"_qs).toString();
    AMBROISE_TRY(wait.interval, span(json, u"interval"_qs));
    if (wait.interval.isNull() || wait.valences.isEmpty() == wait.rule.isEmpty())
        return wrong(u"a wait has an interval, and valences or a rule"_qs);
    return wait;
}

Result<Schedule> RuleReader::readSchedule(const QJsonObject &json)
{
    int found = 0;
    for (const QString &key : {u"series"_qs, u"ages"_qs, u"every"_qs, u"season"_qs})
        found += json.contains(key) ? 1 : 0;
    if (found != 1)
        return wrong(u"one of \"series\", \"ages\", \"every\", \"season\" is needed"_qs);
    if (json.contains(u"series"_qs)) {
        AMBROISE_TRY(Schedule series, readSeries(json.value(u"series"_qs).toArray()));
        return series;
    }
    if (json.contains(u"ages"_qs)) {
        AMBROISE_TRY(Schedule ages, readAges(json.value(u"ages"_qs).toArray()));
        return ages;
    }
    if (json.contains(u"every"_qs)) {
        AMBROISE_TRY(Schedule every, readEvery(json.value(u"every"_qs).toObject()));
        return every;
    }
    AMBROISE_TRY(Schedule season, readSeasonal(json.value(u"season"_qs).toObject()));
    return season;
}

Result<Series> RuleReader::readSeries(const QJsonArray &courses)
{
    Series series;
    const QDate birth(2000, 1, 1);
    QDate covered = birth;
    for (const QJsonValue &one : courses) {
        const QJsonObject json = one.toObject();
        AMBROISE_CHECK(only(json, {u"startFrom"_qs, u"startUntil"_qs, u"doses"_qs}));
        Course course;
        AMBROISE_TRY(course.startFrom, span(json, u"startFrom"_qs));
        AMBROISE_TRY(course.startUntil, optionalSpan(json, u"startUntil"_qs));
        if (course.startFrom.after(birth) != covered)
            return wrong(u"a course does not begin where the one before ends"_qs);
        covered = course.startUntil ? course.startUntil->after(birth) : QDate();
        for (const QJsonValue &dose : json.value(u"doses"_qs).toArray()) {
            AMBROISE_TRY(const Dose read, readDose(dose.toObject()));
            course.doses << read;
        }
        if (course.doses.isEmpty())
            return wrong(u"a course without doses"_qs);
        series.courses << course;
    }
    if (series.courses.isEmpty())
        return wrong(u"no course"_qs);
    return series;
}

Result<Dose> RuleReader::readDose(const QJsonObject &json)
{
    AMBROISE_CHECK(only(json, {u"at"_qs, u"after"_qs, u"minAfter"_qs, u"minAge"_qs, u"late"_qs,
                               u"lateAfter"_qs, u"closes"_qs, u"onlyIf"_qs}));
    Dose dose;
    AMBROISE_TRY(dose.at, optionalSpan(json, u"at"_qs));
    AMBROISE_TRY(dose.after, span(json, u"after"_qs));
    AMBROISE_TRY(dose.minAfter, span(json, u"minAfter"_qs));
    AMBROISE_TRY(dose.minAge, span(json, u"minAge"_qs));
    AMBROISE_TRY(dose.late, optionalSpan(json, u"late"_qs));
    AMBROISE_TRY(dose.lateAfter, optionalSpan(json, u"lateAfter"_qs));
    AMBROISE_TRY(dose.closes, optionalSpan(json, u"closes"_qs));
    dose.onlyIf = json.value(u"onlyIf"_qs).toString();
    const QDate day(2000, 1, 1);
    if (!dose.minAfter.isNull() && dose.after.after(day) < dose.minAfter.after(day))
        return wrong(u"a dose is recommended sooner than it counts"_qs);
    if (dose.late && dose.at && dose.late->after(day) <= dose.at->after(day))
        return wrong(u"a dose is late before it is due"_qs);
    return dose;
}

Result<Ages> RuleReader::readAges(const QJsonArray &steps)
{
    Ages ages;
    const QDate birth(2000, 1, 1);
    QDate last;
    for (const QJsonValue &one : steps) {
        const QJsonObject json = one.toObject();
        AMBROISE_CHECK(
            only(json, {u"id"_qs, u"label"_qs, u"from"_qs, u"late"_qs, u"until"_qs, u"credit"_qs}));
        Step step;
        step.id = json.value(u"id"_qs).toString();
        step.label = json.value(u"label"_qs).toString();
        AMBROISE_TRY(step.from, span(json, u"from"_qs));
        AMBROISE_TRY(step.late, optionalSpan(json, u"late"_qs));
        AMBROISE_TRY(step.until, optionalSpan(json, u"until"_qs));
        AMBROISE_TRY(step.credit, span(json, u"credit"_qs));
        const QDate from = step.from.after(birth);
        if (step.id.isEmpty() || step.label.isEmpty() || (last.isValid() && from <= last))
            return wrong(u"the steps have an id, a label, and follow each other"_qs);
        last = from;
        ages.steps << step;
    }
    if (ages.steps.isEmpty())
        return wrong(u"no step"_qs);
    return ages;
}

Result<Every> RuleReader::readEvery(const QJsonObject &json)
{
    AMBROISE_CHECK(only(json, {u"periods"_qs, u"lateAfter"_qs}));
    Every every;
    for (const QString &one : stringsOf(json.value(u"periods"_qs))) {
        const auto period = Span::parse(one);
        if (!period.ok() || period->isNull())
            return wrong(u"a period is no length of time"_qs);
        every.periods << *period;
    }
    if (every.periods.isEmpty())
        return wrong(u"no period"_qs);
    AMBROISE_TRY(every.lateAfter, optionalSpan(json, u"lateAfter"_qs));
    return every;
}

Result<Seasonal> RuleReader::readSeasonal(const QJsonObject &json)
{
    AMBROISE_CHECK(only(json, {u"of"_qs, u"minAfter"_qs}));
    Seasonal seasonal;
    seasonal.seasons = m_seasons.value(json.value(u"of"_qs).toString());
    if (seasonal.seasons.isEmpty())
        return wrong(u"no such season in the file"_qs);
    AMBROISE_TRY(seasonal.minAfter, span(json, u"minAfter"_qs));
    return seasonal;
}

Status RuleReader::checkNames() const
{
    for (const Rule &rule : m_book.m_rules) {
        const auto unknown = [&](const QString &what) {
            return Error{ErrorCode::Invalid, u"prevention.rules"_qs,
                         u"%1: \"%2\": unknown %3"_qs.arg(m_fileOf.value(rule.id), rule.id, what)};
        };
        for (const Who &who : rule.who)
            for (const QString &condition : who.anyOf + who.noneOf)
                if (!m_book.condition(condition))
                    return unknown(condition);
        for (const Wait &wait : rule.waits)
            if (!wait.rule.isEmpty() && !m_book.rule(wait.rule))
                return unknown(wait.rule);
    }
    return done();
}

} // namespace ambroise::prevention
