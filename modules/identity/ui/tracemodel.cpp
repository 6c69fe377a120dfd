// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracemodel.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

#include <algorithm>

namespace ambroise::identity::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TraceModel)
};

QString whenText(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    return text::frenchDate(local.date()) + u' ' + local.time().toString(u"HH:mm");
}

//! Who acted, and for whom.
QStringList whoActed(const QString &author, const Mandate &mandate)
{
    return mandate.isOwn() ? QStringList{author}
                           : QStringList{author, Words::tr("pour %1").arg(mandate.mandatorName)};
}

QString whoText(const TraceEntry &entry)
{
    QStringList parts = whoActed(entry.authorName, entry.mandate);
    if (entry.evidence) {
        parts << entry.evidence->kind.label;
        if (entry.evidence->presentation == Presentation::Copy)
            parts << Words::tr("copie");
    }
    if (!entry.reason.isEmpty())
        parts << entry.reason;
    return parts.join(u" · "_qs);
}

QString verifiedText(const KeptCall &call)
{
    if (call.call.verdict == u"found")
        return Words::tr("INSi : INS reconnu");
    if (call.call.verdict == u"nobody")
        return Words::tr("INSi : INS non reconnu");
    return Words::tr("INSi : INS non vérifié");
}

QString askedText(const KeptCall &call)
{
    if (call.call.kind == InsiCall::Kind::Verification)
        return verifiedText(call);
    if (call.call.verdict == u"found")
        return Words::tr("INSi : une réponse");
    if (call.call.verdict == u"nobody")
        return Words::tr("INSi : personne");
    if (call.call.verdict == u"several")
        return Words::tr("INSi : plusieurs personnes");
    return Words::tr("INSi : pas de réponse");
}

struct Dated {
    QDateTime at;
    uikit::Row row;
};

QList<Dated> rowsOf(const QList<TraceEntry> &entries, const QList<KeptCall> &calls)
{
    QList<Dated> all;
    for (const TraceEntry &entry : entries) {
        uikit::Row row;
        row.title = causeText(entry.cause);
        row.right = whenText(entry.at);
        row.secondary = whoText(entry);
        row.strong = entry.before != entry.after;
        all.append({entry.at, row});
    }
    for (const KeptCall &call : calls) {
        uikit::Row row;
        row.title = askedText(call);
        row.right = whenText(call.at);
        row.secondary =
            (whoActed(call.authorName, call.call.mandate) << call.call.asked).join(u" · "_qs);
        row.strong = false;
        all.append({call.at, row});
    }
    return all;
}

} // namespace

QString causeText(Cause cause)
{
    switch (cause) {
    case Cause::Created:
        return Words::tr("Dossier créé");
    case Cause::Retrieved:
        return Words::tr("Récupérée auprès d’INSi");
    case Cause::Checked:
        return Words::tr("Pièce contrôlée");
    case Cause::Recorded:
        return Words::tr("Pièce vue, sans effet");
    case Cause::ApcvRead:
        return Words::tr("Appli carte Vitale lue");
    case Cause::Corrected:
        return Words::tr("Trait corrigé");
    case Cause::Attributes:
        return Words::tr("Attributs changés");
    case Cause::InsLost:
        return Words::tr("INS plus reconnu par INSi");
    case Cause::CheckWithdrawn:
        return Words::tr("Contrôle annulé");
    case Cause::Merged:
        return Words::tr("Dossiers réunis");
    case Cause::Unmerged:
        return Words::tr("Dossiers séparés");
    }
    return {};
}

void TraceModel::set(const QList<TraceEntry> &entries, const QList<KeptCall> &calls,
                     const QList<MergedTrace> &merged)
{
    QList<Dated> all = rowsOf(entries, calls);
    for (const MergedTrace &part : merged)
        for (Dated &one : rowsOf(part.entries, part.calls)) {
            one.row.secondary.prepend(Words::tr("dossier nº %1").arg(part.record) + u" · "_qs);
            one.row.strong = false;
            all.append(one);
        }
    std::stable_sort(all.begin(), all.end(),
                     [](const Dated &a, const Dated &b) { return a.at > b.at; });
    beginResetModel();
    m_rows.clear();
    for (const Dated &one : all)
        m_rows << one.row;
    endResetModel();
}

int TraceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TraceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return uikit::rowData(m_rows.at(index.row()), role);
}

} // namespace ambroise::identity::ui
