// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/notedraft.h>

#include <ambroise/record/measuretext.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ambroise::record {
namespace {

QJsonArray named(const QList<MeasureKind> &kinds)
{
    QJsonArray names;
    for (const MeasureKind kind : kinds)
        names.append(definitionOf(kind).name.toString());
    return names;
}

QList<MeasureKind> kindsIn(const QJsonValue &value)
{
    QList<MeasureKind> kinds;
    for (const auto &name : value.toArray())
        if (const auto kind = measureKindOf(name.toString()))
            kinds << *kind;
    return kinds;
}

std::optional<Measure> lastOf(MeasureKind kind, const QList<MeasureMention> &mentions)
{
    std::optional<Measure> last;
    for (const MeasureMention &mention : mentions)
        if (mention.measure.kind() == kind)
            last = mention.measure;
    return last;
}

} // namespace

QList<NoteMeasure> NoteDraft::measures() const
{
    QList<MeasureMention> examined = measuresIn(note.text(NoteSection::Objective));
    QList<MeasureMention> told;
    for (const NoteSection section : allNoteSections())
        if (section != NoteSection::Objective)
            told += measuresIn(note.text(section));
    QList<NoteMeasure> found;
    for (const MeasureKind kind : allMeasureKinds()) {
        if (const auto measured = lastOf(kind, examined))
            found.append(
                {*measured, struck.contains(kind) ? MeasureChoice::Struck : MeasureChoice::Kept});
        else if (const auto said = lastOf(kind, told))
            found.append(
                {*said, taken.contains(kind) ? MeasureChoice::Kept : MeasureChoice::Proposed});
    }
    return found;
}

QList<Measure> NoteDraft::keptMeasures() const
{
    QList<Measure> kept;
    for (const NoteMeasure &one : measures())
        if (one.choice == MeasureChoice::Kept)
            kept << one.measure;
    return kept;
}

void NoteDraft::toggle(MeasureKind kind)
{
    const QList<NoteMeasure> found = measures();
    const auto one = std::find_if(found.begin(), found.end(), [kind](const NoteMeasure &measure) {
        return measure.measure.kind() == kind;
    });
    if (one == found.end())
        return;
    taken.removeAll(kind);
    struck.removeAll(kind);
    const bool examined = lastOf(kind, measuresIn(note.text(NoteSection::Objective))).has_value();
    if (one->choice != MeasureChoice::Kept && !examined)
        taken << kind;
    if (one->choice == MeasureChoice::Kept && examined)
        struck << kind;
}

QString NoteDraft::toText() const
{
    QJsonObject object{{u"texts"_qs, QJsonArray::fromStringList(note.texts)},
                       {u"codes"_qs, stored(note.codes)},
                       {u"begun"_qs, begun.toString(Qt::ISODateWithMs)},
                       {u"taken"_qs, named(taken)},
                       {u"struck"_qs, named(struck)}};
    if (corrects.isStored()) {
        object[u"corrects"_qs] = corrects.toString();
        object[u"version"_qs] = correctedVersion;
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<NoteDraft> NoteDraft::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonArray texts = object[u"texts"_qs].toArray();
    NoteDraft draft;
    draft.begun = QDateTime::fromString(object[u"begun"_qs].toString(), Qt::ISODateWithMs);
    if (texts.size() != draft.note.texts.size() || !draft.begun.isValid())
        return Error{ErrorCode::Corrupt, u"note.draft"_qs, {}};
    for (const NoteSection section : allNoteSections())
        draft.note.setText(section, texts.at(int(section)).toString());
    draft.note.codes = conditionCodesIn(object[u"codes"_qs].toString());
    draft.taken = kindsIn(object[u"taken"_qs]);
    draft.struck = kindsIn(object[u"struck"_qs]);
    draft.corrects = EntryId{object[u"corrects"_qs].toString().toLongLong()};
    draft.correctedVersion = object[u"version"_qs].toInteger();
    return draft;
}

} // namespace ambroise::record
