// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/demande.h>

#include <ambroise/core/text.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace ambroise::prescription {
namespace {

using F = DemandeField;

constexpr qsizetype maxItems = 60;
constexpr qsizetype maxText = 2000;
constexpr qint64 maxLeave = 366;

constexpr std::array<QStringView, 10> kindCodes = {
    u"biology",    u"imaging",  u"nursing", u"physiotherapy", u"speech",
    u"orthoptics", u"podiatry", u"device",  u"transport",     u"sick_leave"};

struct Field {
    QStringView code;
    FieldType type;
};
//! In the order of DemandeField.
constexpr std::array fields = {
    Field{u"indication", FieldType::Text}, Field{u"urgent", FieldType::Flag},
    Field{u"at_home", FieldType::Flag},    Field{u"fasting", FieldType::Flag},
    Field{u"sundays", FieldType::Flag},    Field{u"days", FieldType::Number},
    Field{u"sessions", FieldType::Number}, Field{u"renewals", FieldType::Number},
    Field{u"date", FieldType::Date},       Field{u"mode", FieldType::Choice},
    Field{u"from", FieldType::Text},       Field{u"to", FieldType::Text},
    Field{u"round_trip", FieldType::Flag}, Field{u"shared", FieldType::Flag},
    Field{u"companion", FieldType::Flag},  Field{u"cause", FieldType::Choice},
    Field{u"prolongs", FieldType::Flag},   Field{u"first_day", FieldType::Date},
    Field{u"last_day", FieldType::Date},   Field{u"outings", FieldType::Choice},
    Field{u"part_time", FieldType::Flag}};

bool isGood(DemandeKind kind, DemandeField field, const QString &value)
{
    bool isNumber = false;
    switch (typeOf(field)) {
    case FieldType::Text:
        return value.size() <= maxText;
    case FieldType::Flag:
        return value == u"1";
    case FieldType::Number: {
        const int number = value.toInt(&isNumber);
        return isNumber && number >= 0 && number <= 999;
    }
    case FieldType::Date:
        return QDate::fromString(value, Qt::ISODate).isValid();
    case FieldType::Choice:
        return choicesOf(kind, field).contains(value);
    }
    return false;
}

QStringList missingOfTransport(const DemandeDraft &draft)
{
    QStringList missing;
    if (draft.value(F::From).trimmed().isEmpty())
        missing << u"demande.from"_qs;
    if (draft.value(F::To).trimmed().isEmpty())
        missing << u"demande.to"_qs;
    if (draft.value(F::Mode).isEmpty())
        missing << u"demande.mode"_qs;
    if (draft.value(F::Cause).isEmpty())
        missing << u"demande.cause"_qs;
    return missing;
}

QStringList missingOfLeave(const DemandeDraft &draft)
{
    const QDate first = draft.day(F::FirstDay);
    const QDate last = draft.day(F::LastDay);
    if (!first.isValid() || !last.isValid() || last < first)
        return {u"demande.days"_qs};
    return first.daysTo(last) >= maxLeave ? QStringList{u"demande.long_leave"_qs} : QStringList();
}

QStringList missingOfDraft(const DemandeDraft &draft)
{
    QStringList missing;
    if (hasItems(draft.kind) && draft.items.isEmpty())
        missing << u"demande.items"_qs;
    const bool longText =
        std::any_of(draft.items.begin(), draft.items.end(), [](const DemandeItem &item) {
            return item.label.size() > maxText || item.detail.size() > maxText;
        });
    if (draft.items.size() > maxItems || longText)
        missing << u"demande.too_long"_qs;
    if (draft.kind == DemandeKind::Imaging && draft.value(F::Indication).trimmed().isEmpty())
        missing << u"demande.indication"_qs;
    if (draft.kind == DemandeKind::Transport)
        missing << missingOfTransport(draft);
    if (draft.kind == DemandeKind::SickLeave)
        missing << missingOfLeave(draft);
    for (auto it = draft.values.begin(); it != draft.values.end(); ++it)
        if (!isGood(draft.kind, it.key(), it.value()))
            missing << (it.value().size() > maxText ? u"demande.too_long"_qs
                                                    : u"demande.number"_qs);
    return missing;
}

std::optional<DemandeField> fieldOf(QStringView code)
{
    const auto *found = std::find_if(fields.begin(), fields.end(),
                                     [&](const Field &field) { return field.code == code; });
    return found == fields.end() ? std::nullopt
                                 : std::optional(DemandeField(found - fields.begin()));
}

QJsonObject toJson(const DemandeItem &item)
{
    QJsonObject json{{u"label"_qs, item.label}};
    if (!item.code.isEmpty())
        json.insert(u"code"_qs, item.code);
    if (!item.detail.isEmpty())
        json.insert(u"detail"_qs, item.detail);
    if (item.contrast)
        json.insert(u"contrast"_qs, true);
    if (item.ald)
        json.insert(u"ald"_qs, true);
    return json;
}

} // namespace

QList<DemandeKind> allDemandeKinds()
{
    QList<DemandeKind> kinds;
    for (size_t i = 0; i < kindCodes.size(); ++i)
        kinds << DemandeKind(i);
    return kinds;
}

QString code(DemandeKind kind)
{
    return kindCodes.at(size_t(kind)).toString();
}

std::optional<DemandeKind> demandeKindOf(QStringView text)
{
    const auto *found = std::find(kindCodes.begin(), kindCodes.end(), text);
    return found == kindCodes.end() ? std::nullopt
                                    : std::optional(DemandeKind(found - kindCodes.begin()));
}

QString code(DemandeField field)
{
    return fields.at(size_t(field)).code.toString();
}

FieldType typeOf(DemandeField field)
{
    return fields.at(size_t(field)).type;
}

QList<DemandeField> fieldsOf(DemandeKind kind)
{
    switch (kind) {
    case DemandeKind::Biology:
        return {F::Indication, F::Date, F::Fasting, F::AtHome, F::Urgent};
    case DemandeKind::Imaging:
        return {F::Indication, F::Date, F::Urgent};
    case DemandeKind::Nursing:
        return {F::Indication, F::Days, F::Date, F::AtHome, F::Sundays, F::Urgent};
    case DemandeKind::Physiotherapy:
        return {F::Indication, F::Sessions, F::AtHome, F::Urgent};
    case DemandeKind::SpeechTherapy:
    case DemandeKind::Orthoptics:
        return {F::Indication, F::Urgent};
    case DemandeKind::Podiatry:
        return {F::Indication, F::Sessions, F::AtHome};
    case DemandeKind::Device:
        return {F::Indication, F::Days, F::Renewals};
    case DemandeKind::Transport:
        return {F::Mode,   F::Cause,     F::From, F::To,         F::Date,  F::RoundTrip,
                F::Shared, F::Companion, F::Days, F::Indication, F::Urgent};
    case DemandeKind::SickLeave:
        return {F::FirstDay, F::LastDay, F::Prolongs, F::Cause, F::Outings, F::PartTime};
    }
    return {};
}

QStringList choicesOf(DemandeKind kind, DemandeField field)
{
    if (field == F::Mode)
        return {u"seated"_qs, u"ambulance"_qs, u"own_car"_qs, u"public"_qs};
    if (field == F::Outings)
        return {u"allowed"_qs, u"free"_qs, u"forbidden"_qs};
    if (field == F::Cause && kind == DemandeKind::Transport)
        return {u"ald"_qs,    u"hospital"_qs, u"series"_qs, u"far"_qs,
                u"injury"_qs, u"summons"_qs,  u"other"_qs};
    if (field == F::Cause)
        return {u"illness"_qs, u"ald"_qs, u"injury"_qs, u"pregnancy"_qs};
    return {};
}

bool hasItems(DemandeKind kind)
{
    return kind != DemandeKind::Transport && kind != DemandeKind::SickLeave;
}

QDate DemandeDraft::day(DemandeField field) const
{
    return QDate::fromString(value(field), Qt::ISODate);
}

QString DemandeDraft::toText() const
{
    QJsonArray array;
    for (const DemandeItem &item : items)
        array.append(toJson(item));
    QJsonObject said;
    for (auto it = values.begin(); it != values.end(); ++it)
        said.insert(prescription::code(it.key()), it.value());
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"kind"_qs, prescription::code(kind)},
                                                       {u"items"_qs, array},
                                                       {u"values"_qs, said}})
                                 .toJson(QJsonDocument::Compact));
}

Result<DemandeDraft> DemandeDraft::fromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const Error damaged{ErrorCode::Corrupt, u"demande.draft"_qs, {}};
    const auto kind = demandeKindOf(json.value(u"kind").toString());
    if (!kind)
        return damaged;
    DemandeDraft draft{*kind};
    for (const QJsonValue &value : json.value(u"items").toArray()) {
        const QJsonObject one = value.toObject();
        DemandeItem item{one.value(u"code").toString(), one.value(u"label").toString(),
                         one.value(u"detail").toString(), one.value(u"contrast").toBool(),
                         one.value(u"ald").toBool()};
        if (item.label.isEmpty())
            return damaged;
        draft.items << std::move(item);
    }
    const QJsonObject said = json.value(u"values").toObject();
    for (auto it = said.begin(); it != said.end(); ++it) {
        const auto field = fieldOf(it.key());
        if (!field || !it->isString())
            return damaged;
        draft.values.insert(*field, it->toString());
    }
    return draft;
}

QStringList Demande::missing(const DemandeDraft &draft, const PatientOnPaper &patient,
                             const PrescriberOnPaper &prescriber)
{
    QStringList missing = missingOfDraft(draft);
    for (const Remark &remark : OrdonnanceContent::remarks({patient, prescriber, {}}))
        if (remark.blocking && !remark.subject.startsWith(u"ordonnance."))
            missing << remark.subject;
    return missing;
}

Result<Demande> Demande::make(DemandeDraft draft, PatientOnPaper patient,
                              PrescriberOnPaper prescriber, const QDateTime &signedAt)
{
    const QStringList wanted = missing(draft, patient, prescriber);
    if (!wanted.isEmpty())
        return Error{ErrorCode::Invalid, wanted.first(), {}};
    if (!signedAt.isValid())
        return Error{ErrorCode::Invalid, u"ordonnance.date"_qs, {}};
    return Demande(std::move(draft), std::move(patient), std::move(prescriber), signedAt.toUTC());
}

QString summaryOf(const DemandeDraft &draft)
{
    if (draft.kind == DemandeKind::SickLeave)
        return u"Du %1 au %2"_qs.arg(text::frenchDate(draft.day(F::FirstDay)),
                                     text::frenchDate(draft.day(F::LastDay)));
    if (draft.kind == DemandeKind::Transport)
        return u"%1 → %2"_qs.arg(draft.value(F::From), draft.value(F::To));
    QStringList labels;
    for (const DemandeItem &item : draft.items)
        labels << item.label;
    return labels.join(u", "_qs);
}

} // namespace ambroise::prescription
