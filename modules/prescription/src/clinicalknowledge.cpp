// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/clinicalknowledge.h>

#include <ambroise/core/text.h>
#include <ambroise/drugs/substancemap.h>

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

// A resource of a static library is registered by who needs it.
static void registerKnowledge()
{
    Q_INIT_RESOURCE(knowledge);
}

namespace ambroise::prescription {
namespace {

Error refusal(const QStringList &row)
{
    return {ErrorCode::Corrupt, u"knowledge.table"_qs, row.join(u'|').left(80)};
}

//! The rows that are no remark, cut at the tabs.
Result<QList<QStringList>> rowsOf(const QString &table, qsizetype columns)
{
    QList<QStringList> rows;
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList values = line.split(u'\t');
        if (values.size() != columns)
            return refusal(values);
        rows << values;
    }
    return rows;
}

//! The last three columns of each rule: what it was taken from, its date, who has read it.
Result<KnowledgeSource> sourceOf(const QStringList &row)
{
    static const QRegularExpression day(u"^\\d{4}(-\\d{2}(-\\d{2})?)?$"_qs);
    const QString &name = row.at(row.size() - 3);
    const QString &date = row.at(row.size() - 2);
    const QString &review = row.last();
    const bool read = review == u"lu" && day.match(date).hasMatch();
    if (name.isEmpty() || !(read || (review == u"à relire" && date == u"-")))
        return refusal(row);
    const QString tables = ClinicalKnowledge::tables().version;
    return KnowledgeSource{name, read ? date : tables};
}

bool isLevel(const QString &level)
{
    return level == u"stop" || level == u"warn" || level == u"info";
}

QString textOf(const QString &column)
{
    return column == u"-" ? QString() : column;
}

//! "1000", or "15/kg"; "-" none.
Result<std::optional<DoseLimit>> limitOf(const QString &column, const QStringList &row)
{
    if (column == u"-")
        return std::optional<DoseLimit>();
    const bool perKilogram = column.endsWith(u"/kg");
    bool good = false;
    const double value = column.section(u'/', 0, 0).replace(u',', u'.').toDouble(&good);
    if (!good || value <= 0)
        return refusal(row);
    return std::optional(DoseLimit{value, perKilogram});
}

QString resource(const QString &name)
{
    QFile file(u":/ambroise/knowledge/"_qs + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a table of the checks is not in the program");
    return QString::fromUtf8(file.readAll());
}

} // namespace

ClinicalTables ClinicalTables::builtIn()
{
    registerKnowledge();
    return {resource(u"classes.tsv"_qs), resource(u"allergens.tsv"_qs),
            resource(u"allergies.tsv"_qs), resource(u"doses.tsv"_qs), resource(u"states.tsv"_qs)};
}

void SubstanceSet::add(const QString &name)
{
    const QString base = drugs::substanceBase(drugs::substanceKey(name));
    if (!base.isEmpty())
        m_names.insert(base);
}

SubstanceNames::SubstanceNames(const drugs::Substance &substance)
    : code(substance.code)
    , key(drugs::substanceKey(substance.name))
    , base(drugs::substanceBase(key))
{
}

bool SubstanceNames::isSameAs(const SubstanceNames &other) const
{
    return (!code.isEmpty() && code == other.code) || (!base.isEmpty() && base == other.base);
}

bool SubstanceSet::holds(const SubstanceNames &names) const
{
    return m_names.contains(names.key) || m_names.contains(names.base);
}

bool SubstanceSet::meets(const SubstanceSet &other) const
{
    return m_names.intersects(other.m_names);
}

bool isLocal(const QStringList &routes)
{
    static const QSet<QString> local{
        u"cutanée"_qs,        u"ophtalmique"_qs,      u"auriculaire"_qs,
        u"nasale"_qs,         u"vaginale"_qs,         u"dentaire"_qs,
        u"gingivale"_qs,      u"endosinusale"_qs,     u"épilésionnelle"_qs,
        u"intravitréenne"_qs, u"intracamérulaire"_qs, u"sous-conjonctivale"_qs,
        u"péribulbaire"_qs,   u"intraoculaire"_qs,    u"inhalée"_qs,
        u"intra-utérine"_qs};
    return !routes.isEmpty() && std::all_of(routes.begin(), routes.end(),
                                            [](const QString &one) { return local.contains(one); });
}

Result<RouteFilter> RouteFilter::parse(const QString &text)
{
    RouteFilter filter;
    if (text.isEmpty())
        return refusal({text});
    filter.m_all = text == u"*";
    if (!filter.m_all && text != u"générale")
        filter.m_routes = text.split(u';');
    return filter;
}

bool RouteFilter::reaches(const QStringList &routes) const
{
    if (m_all || routes.isEmpty())
        return true;
    if (m_routes.isEmpty())
        return !isLocal(routes);
    return std::any_of(routes.begin(), routes.end(),
                       [this](const QString &one) { return m_routes.contains(one); });
}

KnowledgeSource ClinicalKnowledge::tables()
{
    return {u"Tables Ambroise (RCP, ANSM)"_qs, u"2026-11, à relire par un pharmacien"_qs};
}

Result<ClinicalKnowledge> ClinicalKnowledge::make(const ClinicalTables &tables)
{
    ClinicalKnowledge knowledge;
    AMBROISE_CHECK(knowledge.readClasses(tables.classes));
    AMBROISE_CHECK(knowledge.readAllergens(tables.allergens));
    AMBROISE_CHECK(knowledge.readCross(tables.allergies));
    AMBROISE_CHECK(knowledge.readDoses(tables.doses));
    AMBROISE_CHECK(knowledge.readStates(tables.states));
    return knowledge;
}

const ClinicalKnowledge &ClinicalKnowledge::builtIn()
{
    static const ClinicalKnowledge knowledge = [] {
        const auto made = make(ClinicalTables::builtIn());
        if (!made.ok())
            qFatal("a table of the checks cannot be read: %s", qPrintable(made.error().detail));
        return *made;
    }();
    return knowledge;
}

std::optional<Allergen> ClinicalKnowledge::allergen(const QString &folded) const
{
    const auto found = m_allergens.constFind(folded);
    return found == m_allergens.cend() ? std::nullopt : std::optional(*found);
}

//! A substance that some row names is one that an allergy may name.
void ClinicalKnowledge::know(const SubstanceSet &set)
{
    for (const QString &name : set.names()) {
        Allergen allergen;
        allergen.substances.add(name);
        if (!m_allergens.contains(name))
            m_allergens.insert(name, allergen);
    }
}

//! "PARACETAMOL;@ains": names, and the members of classes.
Result<SubstanceSet> ClinicalKnowledge::setOf(const QString &text) const
{
    SubstanceSet set;
    for (const QString &name : text.split(u';', Qt::SkipEmptyParts)) {
        if (!name.startsWith(u'@')) {
            set.add(name.trimmed());
            continue;
        }
        const auto found = m_classByCode.constFind(name.mid(1).trimmed());
        if (found == m_classByCode.cend())
            return refusal({name});
        set.unite(m_classes.at(*found).members);
    }
    if (set.isEmpty())
        return refusal({text});
    return set;
}

Status ClinicalKnowledge::readClasses(const QString &table)
{
    AMBROISE_TRY(const auto rows, rowsOf(table, 8));
    for (const QStringList &row : rows) {
        SubstanceClass one{row.at(0), row.at(1), {}, textOf(row.at(3)), textOf(row.at(4)), {}};
        if (one.code.isEmpty() || one.label.isEmpty() || m_classByCode.contains(one.code) ||
            !(one.duplicateLevel.isEmpty() || isLevel(one.duplicateLevel)))
            return refusal(row);
        AMBROISE_TRY(one.members, setOf(row.at(2)));
        AMBROISE_TRY(one.source, sourceOf(row));
        m_classByCode.insert(one.code, m_classes.size());
        know(one.members);
        m_allergens.insert(text::folded(one.label), {Allergen::Kind::Substances, one.members});
        m_classes << one;
    }
    return done();
}

Status ClinicalKnowledge::readAllergens(const QString &table)
{
    static const QHash<QString, Allergen::Kind> kinds{{u"substance"_qs, Allergen::Kind::Substances},
                                                      {u"excipient"_qs, Allergen::Kind::Excipient},
                                                      {u"autre"_qs, Allergen::Kind::NoDrug}};
    AMBROISE_TRY(const auto rows, rowsOf(table, 3));
    for (const QStringList &row : rows) {
        if (!kinds.contains(row.at(1)))
            return refusal(row);
        Allergen allergen{kinds.value(row.at(1)), {}};
        if (allergen.kind == Allergen::Kind::Substances) {
            AMBROISE_TRY(allergen.substances, setOf(row.at(2)));
        }
        for (const QString &word : row.at(0).split(u';'))
            m_allergens.insert(text::folded(word).trimmed(), allergen);
    }
    return done();
}

Status ClinicalKnowledge::readCross(const QString &table)
{
    AMBROISE_TRY(const auto rows, rowsOf(table, 8));
    for (const QStringList &row : rows) {
        CrossReaction one{{}, {}, row.at(2), row.at(3), row.at(4), {}};
        if (!isLevel(one.level) || one.risk.isEmpty() || one.advice.isEmpty())
            return refusal(row);
        AMBROISE_TRY(one.source, sourceOf(row));
        if (row.at(0) == u"=") {
            m_direct = one;
            continue;
        }
        AMBROISE_TRY(one.from, setOf(row.at(0)));
        AMBROISE_TRY(one.to, setOf(row.at(1)));
        m_cross << one;
    }
    return done();
}

Status ClinicalKnowledge::readDoses(const QString &table)
{
    AMBROISE_TRY(const auto rows, rowsOf(table, 14));
    for (const QStringList &row : rows) {
        DoseRule one;
        one.names = row.at(0).split(u';');
        AMBROISE_TRY(one.substances, setOf(row.at(0)));
        AMBROISE_TRY(one.routes, RouteFilter::parse(row.at(1)));
        AMBROISE_TRY(one.who, PatientCondition::parse(textOf(row.at(2))));
        AMBROISE_TRY(one.perIntake, limitOf(row.at(3), row));
        AMBROISE_TRY(one.perDay, limitOf(row.at(4), row));
        AMBROISE_TRY(one.perWeek, limitOf(row.at(5), row));
        AMBROISE_TRY(const auto interval, limitOf(row.at(6), row));
        AMBROISE_TRY(const auto salt, limitOf(row.at(7), row));
        if (interval)
            one.intervalHours = interval->value;
        one.saltFactor = salt ? salt->value : 1;
        one.level = row.at(8);
        one.risk = row.at(9);
        one.advice = row.at(10);
        if (!isLevel(one.level) || one.risk.isEmpty() || one.advice.isEmpty() ||
            !(one.perIntake || one.perDay || one.perWeek || one.intervalHours))
            return refusal(row);
        AMBROISE_TRY(one.source, sourceOf(row));
        know(one.substances);
        m_doses << one;
    }
    return done();
}

Status ClinicalKnowledge::readStates(const QString &table)
{
    AMBROISE_TRY(const auto rows, rowsOf(table, 10));
    for (const QStringList &row : rows) {
        StateRule one;
        AMBROISE_TRY(one.substances, setOf(row.at(0)));
        AMBROISE_TRY(one.routes, RouteFilter::parse(row.at(1)));
        AMBROISE_TRY(one.when, PatientCondition::parse(row.at(2)));
        one.level = row.at(3);
        one.levelUnknown = textOf(row.at(4));
        one.risk = row.at(5);
        one.advice = row.at(6);
        if (row.at(2).isEmpty() || !isLevel(one.level) || one.risk.isEmpty() ||
            one.advice.isEmpty() || !(one.levelUnknown.isEmpty() || isLevel(one.levelUnknown)))
            return refusal(row);
        AMBROISE_TRY(one.source, sourceOf(row));
        know(one.substances);
        m_states << one;
    }
    return done();
}

} // namespace ambroise::prescription
