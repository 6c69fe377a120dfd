// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/notedraft.h>

#include <ambroise/record/measuretext.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ambroise::record {
namespace {

QStringList stringsIn(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &one : value.toArray())
        strings << one.toString();
    return strings;
}

bool names(const QStringList &keys, const Measure &measure)
{
    return keys.contains(measure.key()) ||
           keys.contains(definitionOf(measure.kind()).name.toString());
}

QList<Measure> ofKind(MeasureKind kind, const QList<MeasureMention> &mentions)
{
    QList<Measure> found;
    for (const MeasureMention &mention : mentions)
        if (mention.measure.kind() == kind && !found.contains(mention.measure))
            found << mention.measure;
    return found;
}

} // namespace

QList<NoteMeasure> NoteDraft::measures() const
{
    const QList<MeasureMention> examined = measuresIn(note.text(NoteSection::Objective));
    QList<MeasureMention> told;
    for (const NoteSection section : allNoteSections())
        if (section != NoteSection::Objective)
            told += measuresIn(note.text(section));
    QList<NoteMeasure> found;
    for (const MeasureKind kind : allMeasureKinds()) {
        if (kind == MeasureKind::BirthTerm && !ofChild)
            continue;
        const QList<Measure> measured = ofKind(kind, examined);
        for (const Measure &one : measured)
            found.append({one, names(struck, one) ? MeasureChoice::Struck : MeasureChoice::Kept});
        const QList<Measure> said = measured.isEmpty() ? ofKind(kind, told) : QList<Measure>();
        if (!said.isEmpty())
            found.append({said.last(), names(taken, said.last()) ? MeasureChoice::Kept
                                                                 : MeasureChoice::Proposed});
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

void NoteDraft::toggle(const QString &key)
{
    const QList<NoteMeasure> found = measures();
    const auto one = std::find_if(found.begin(), found.end(), [&](const NoteMeasure &measure) {
        return measure.measure.key() == key;
    });
    if (one == found.end())
        return;
    const Measure &measure = one->measure;
    const bool examined =
        ofKind(measure.kind(), measuresIn(note.text(NoteSection::Objective))).contains(measure);
    const QString kind = definitionOf(measure.kind()).name.toString();
    if (struck.removeAll(kind) > 0) // of an older draft: now each by itself
        for (const NoteMeasure &other : found)
            if (other.measure.kind() == measure.kind())
                struck << other.measure.key();
    taken.removeAll(kind);
    taken.removeAll(key);
    struck.removeAll(key);
    if (one->choice != MeasureChoice::Kept && !examined)
        taken << key;
    if (one->choice == MeasureChoice::Kept && examined)
        struck << key;
}

QString NoteDraft::toText() const
{
    QJsonObject object{{u"texts"_qs, QJsonArray::fromStringList(note.texts)},
                       {u"codes"_qs, stored(note.codes)},
                       {u"begun"_qs, begun.toString(Qt::ISODateWithMs)},
                       {u"taken"_qs, QJsonArray::fromStringList(taken)},
                       {u"struck"_qs, QJsonArray::fromStringList(struck)}};
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
    draft.taken = stringsIn(object[u"taken"_qs]);
    draft.struck = stringsIn(object[u"struck"_qs]);
    draft.corrects = EntryId{object[u"corrects"_qs].toString().toLongLong()};
    draft.correctedVersion = object[u"version"_qs].toInteger();
    return draft;
}

} // namespace ambroise::record
