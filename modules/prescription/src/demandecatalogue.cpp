// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/demandecatalogue.h>

#include <ambroise/core/text.h>

#include <QFile>
#include <QHash>

#include <algorithm>

// A resource of a static library is registered by who needs it.
static void registerDemandes()
{
    Q_INIT_RESOURCE(demandes);
}

namespace ambroise::prescription {
namespace {

Error refusal(const QString &line)
{
    return {ErrorCode::Corrupt, u"demande.catalogue"_qs, line.left(60)};
}

Result<QList<QStringList>> rowsOf(const QString &table, qsizetype columns)
{
    QList<QStringList> rows;
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList values = line.split(u'\t');
        if (values.size() != columns)
            return refusal(line);
        rows << values;
    }
    return rows;
}

Result<QString> table(const QString &name)
{
    QFile file(u":/ambroise/demandes/"_qs + name);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(name);
    return QString::fromUtf8(file.readAll());
}

QStringList wordsOf(const QString &label, const QString &more)
{
    return text::foldedWords(label) + text::foldedWords(more);
}

} // namespace

Result<DemandeCatalogue> DemandeCatalogue::load()
{
    registerDemandes();
    AMBROISE_TRY(const QString biology, table(u"biology.tsv"_qs));
    AMBROISE_TRY(const QString panels, table(u"panels.tsv"_qs));
    AMBROISE_TRY(const QString acts, table(u"acts.tsv"_qs));
    return read(biology, panels, acts);
}

Result<DemandeCatalogue> DemandeCatalogue::read(const QString &biology, const QString &panels,
                                                const QString &acts)
{
    DemandeCatalogue catalogue;
    AMBROISE_TRY(const auto analyses, rowsOf(biology, 3));
    AMBROISE_TRY(const auto groups, rowsOf(panels, 3));
    AMBROISE_TRY(const auto others, rowsOf(acts, 5));
    QHash<QString, DemandeItem> byCode;
    for (const QStringList &row : analyses)
        if (row.at(0) != u"-")
            byCode.insert(row.at(0), {row.at(0), row.at(1)});
    for (const QStringList &row : groups) {
        CatalogueEntry panel{row.at(0), {}};
        for (const QString &code : row.at(2).split(u' ')) {
            if (!byCode.contains(code))
                return refusal(row.join(u'|'));
            panel.items << byCode.value(code);
        }
        catalogue.m_rows.append({DemandeKind::Biology, wordsOf(row.at(0), row.at(1)), panel});
    }
    for (const QStringList &row : analyses) {
        const DemandeItem item{row.at(0) == u"-" ? QString() : row.at(0), row.at(1)};
        catalogue.m_rows.append(
            {DemandeKind::Biology, wordsOf(row.at(1), row.at(2)), {row.at(1), {item}}});
    }
    for (const QStringList &row : others) {
        const auto kind = demandeKindOf(row.at(0));
        if (!kind || !(row.at(4).isEmpty() || row.at(4) == u"contrast"))
            return refusal(row.join(u'|'));
        const DemandeItem item{{}, row.at(1), row.at(3), !row.at(4).isEmpty()};
        catalogue.m_rows.append({*kind, wordsOf(row.at(1), row.at(2)), {row.at(1), {item}}});
    }
    return catalogue;
}

QList<CatalogueEntry> DemandeCatalogue::find(DemandeKind kind, const QString &typed,
                                             int limit) const
{
    const QStringList wanted = text::foldedWords(typed);
    QList<CatalogueEntry> found;
    for (const Row &row : m_rows) {
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
            return std::any_of(row.words.begin(), row.words.end(),
                               [&](const QString &one) { return one.startsWith(word); });
        });
        if (row.kind == kind && fits)
            found << row.entry;
        if (found.size() == limit)
            break;
    }
    return found;
}

QList<CatalogueEntry> DemandeCatalogue::all(DemandeKind kind) const
{
    return find(kind, {}, int(m_rows.size()));
}

} // namespace ambroise::prescription
