// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/linejson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace ambroise::prescription {
namespace {

//! Reads fields of one object and remembers whether each had the right type.
class Reader {
public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {
    }
    QString text(QStringView name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            m_bad = true;
        return value.toString();
    }
    double number(QStringView name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isNull() && !value.isDouble())
            m_bad = true;
        return value.toDouble();
    }
    int whole(QStringView name)
    {
        const double value = number(name);
        if (value != double(int(value)))
            m_bad = true;
        return int(value);
    }
    bool flag(QStringView name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isNull() && !value.isBool())
            m_bad = true;
        return value.toBool();
    }
    [[nodiscard]] bool good() const { return !m_bad; }

private:
    QJsonValue take(QStringView name) const { return m_json.value(name); }
    const QJsonObject &m_json;
    bool m_bad = false;
};

//! Those that format 1 did not have.
struct Flag {
    QStringView name;
    bool Line::*field;
};
constexpr std::array laterFlags = {
    Flag{u"off_label", &Line::offLabel}, Flag{u"work_injury", &Line::workInjury},
    Flag{u"prevention", &Line::prevention}, Flag{u"single_delivery", &Line::singleDelivery},
    Flag{u"overlap_allowed", &Line::overlapAllowed}};

bool isOfFormat2(const Line &line)
{
    return line.startDate.isValid() || !line.dispenser.isEmpty() || line.fractionDays > 0 ||
           line.support != Support::Ordinary ||
           std::any_of(laterFlags.begin(), laterFlags.end(),
                       [&](const Flag &flag) { return line.*flag.field; });
}

Error wrongType(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

} // namespace

QJsonObject toJson(const Line &line)
{
    QJsonObject json{{u"label"_qs, line.label}, {u"posology"_qs, line.posology}};
    if (!line.cis.isEmpty())
        json.insert(u"cis"_qs, line.cis);
    if (line.durationDays > 0)
        json.insert(u"duration_days"_qs, line.durationDays);
    if (line.boxes > 0)
        json.insert(u"boxes"_qs, line.boxes);
    if (line.renewals > 0)
        json.insert(u"renewals"_qs, line.renewals);
    if (line.ald)
        json.insert(u"ald"_qs, true);
    if (line.notReimbursed)
        json.insert(u"not_reimbursed"_qs, true);
    if (line.nonSubstitutable != NonSubstitutable::No)
        json.insert(u"non_substitutable"_qs, code(line.nonSubstitutable));
    if (!line.comment.isEmpty())
        json.insert(u"comment"_qs, line.comment);
    for (const Flag &flag : laterFlags)
        if (line.*flag.field)
            json.insert(flag.name.toString(), true);
    if (line.support != Support::Ordinary)
        json.insert(u"support"_qs, code(line.support));
    if (line.fractionDays > 0)
        json.insert(u"fraction_days"_qs, line.fractionDays);
    if (!line.dispenser.isEmpty())
        json.insert(u"dispenser"_qs, line.dispenser);
    if (line.startDate.isValid())
        json.insert(u"start_date"_qs, line.startDate.toString(Qt::ISODate));
    return json;
}

Result<Line> lineFromJson(const QJsonObject &json)
{
    Reader read(json);
    Line line;
    line.cis = read.text(u"cis");
    line.label = read.text(u"label");
    line.posology = read.text(u"posology");
    line.durationDays = read.whole(u"duration_days");
    line.boxes = read.whole(u"boxes");
    line.renewals = read.whole(u"renewals");
    line.ald = read.flag(u"ald");
    line.notReimbursed = read.flag(u"not_reimbursed");
    line.comment = read.text(u"comment");
    for (const Flag &flag : laterFlags)
        line.*flag.field = read.flag(flag.name);
    const QString start = read.text(u"start_date");
    line.startDate = QDate::fromString(start, Qt::ISODate);
    const auto reason = nonSubstitutableOf(read.text(u"non_substitutable"));
    line.dispenser = read.text(u"dispenser");
    line.fractionDays = read.whole(u"fraction_days");
    const auto support = supportOf(read.text(u"support"));
    if (!read.good() || !reason || !support || line.startDate.isValid() == start.isEmpty())
        return wrongType(u"line.json"_qs);
    line.nonSubstitutable = *reason;
    line.support = *support;
    return line;
}

QJsonObject toJson(const PatientOnPaper &patient)
{
    QJsonObject json{{u"surname"_qs, patient.surname},
                     {u"given_names"_qs, patient.givenNames},
                     {u"birth_date"_qs, patient.birthDate.toString(Qt::ISODate)},
                     {u"sex"_qs, patient.sex}};
    const auto put = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            json.insert(name, value);
    };
    put(u"used_surname"_qs, patient.usedSurname);
    put(u"used_given_name"_qs, patient.usedGivenName);
    put(u"matricule"_qs, patient.insMatricule);
    put(u"oid"_qs, patient.insOid);
    put(u"birth_place"_qs, patient.birthPlaceCode);
    if (patient.weightKg > 0)
        json.insert(u"weight_kg"_qs, patient.weightKg);
    if (patient.heightCm > 0)
        json.insert(u"height_cm"_qs, patient.heightCm);
    return json;
}

Result<PatientOnPaper> patientFromJson(const QJsonObject &json)
{
    Reader read(json);
    PatientOnPaper patient{
        read.text(u"surname"),      read.text(u"given_names"),
        read.text(u"used_surname"), read.text(u"used_given_name"),
        read.text(u"sex"),          QDate::fromString(read.text(u"birth_date"), Qt::ISODate),
        read.number(u"weight_kg"),  read.whole(u"height_cm"),
        read.text(u"matricule"),    read.text(u"oid"),
        read.text(u"birth_place")};
    if (!read.good())
        return wrongType(u"patient.json"_qs);
    return patient;
}

QJsonObject toJson(const PrescriberOnPaper &prescriber)
{
    return {{u"title"_qs, prescriber.title},
            {u"surname"_qs, prescriber.surname},
            {u"given_name"_qs, prescriber.givenName},
            {u"specialty"_qs, prescriber.specialty},
            {u"rpps"_qs, prescriber.rpps},
            {u"am_number"_qs, prescriber.amNumber},
            {u"practice"_qs, prescriber.practice},
            {u"address"_qs, prescriber.address},
            {u"city"_qs, prescriber.city},
            {u"phone"_qs, prescriber.phone},
            {u"email"_qs, prescriber.email}};
}

Result<PrescriberOnPaper> prescriberFromJson(const QJsonObject &json)
{
    Reader read(json);
    PrescriberOnPaper prescriber{
        read.text(u"title"),     read.text(u"surname"), read.text(u"given_name"),
        read.text(u"specialty"), read.text(u"rpps"),    read.text(u"am_number"),
        read.text(u"practice"),  read.text(u"address"), read.text(u"city"),
        read.text(u"phone"),     read.text(u"email")};
    if (!read.good())
        return wrongType(u"prescriber.json"_qs);
    return prescriber;
}

// QJsonObject keeps its keys in order, so the compact form is canonical.

QByteArray OrdonnanceContent::canonical() const
{
    QJsonArray array;
    for (const Line &line : lines())
        array.append(toJson(line));
    const bool later = std::any_of(lines().begin(), lines().end(), isOfFormat2);
    QJsonObject json{{u"format"_qs, later ? 2 : 1},
                     {u"number"_qs, m_number.value()},
                     {u"signed_at"_qs, m_signedAt.toString(Qt::ISODate)},
                     {u"patient"_qs, toJson(patient())},
                     {u"prescriber"_qs, toJson(prescriber())},
                     {u"lines"_qs, array}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<OrdonnanceContent> OrdonnanceContent::fromCanonical(QByteArrayView json)
{
    const Error damaged{ErrorCode::Corrupt, u"ordonnance.format"_qs, {}};
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray());
    if (!document.isObject())
        return damaged;
    const QJsonObject object = document.object();
    const int format = object.value(u"format").toInt();
    if (format > 2)
        return Error{ErrorCode::Invalid, u"ordonnance.newer"_qs, {}};
    const auto number = OrdonnanceNumber::parse(object.value(u"number").toString());
    const QDateTime signedAt =
        QDateTime::fromString(object.value(u"signed_at").toString(), Qt::ISODate);
    const auto patient = patientFromJson(object.value(u"patient").toObject());
    const auto prescriber = prescriberFromJson(object.value(u"prescriber").toObject());
    if (format < 1 || !number.ok() || !patient.ok() || !prescriber.ok())
        return damaged;
    QList<Line> lines;
    for (const QJsonValue &value : object.value(u"lines").toArray()) {
        const auto line = lineFromJson(value.toObject());
        if (!line.ok())
            return damaged;
        lines << *line;
    }
    auto content = make({*patient, *prescriber, lines}, *number, signedAt);
    if (!content.ok())
        return damaged;
    return content;
}

} // namespace ambroise::prescription
