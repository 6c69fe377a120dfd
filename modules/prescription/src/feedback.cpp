// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/feedback.h>

#include <ambroise/core/text.h>
#include <ambroise/drugs/drugrepository.h>

#include <QHash>

#include <algorithm>

namespace ambroise::prescription {
namespace {

constexpr qsizetype shownCounts = 20;
constexpr qsizetype shownExamples = 2;

//! Whole days of here, as instants of there.
struct Period {
    QString from;
    QString end;
};

Period periodOf(QDate from, QDate to)
{
    return {storage::toText(from.startOfDay().toUTC()),
            storage::toText(to.addDays(1).startOfDay().toUTC())};
}

class Counter {
public:
    Counter(storage::Connection &db, PrescribingFeedback &feedback)
        : m_drugs(db)
        , m_feedback(feedback)
    {
    }

    Status add(const OrdonnanceContent &content)
    {
        ++m_feedback.ordonnances;
        if (auto *month = monthOf(content.signedAt().toLocalTime().date())) {
            ++month->ordonnances;
            month->lines += int(content.lines().size());
        }
        for (const Line &line : content.lines())
            AMBROISE_CHECK(add(line));
        return done();
    }

    void finish()
    {
        m_feedback.classes = ranked(m_classes);
        for (PrescribingFeedback::Count &one : m_feedback.classes)
            for (const auto &substance : ranked(m_ofClass.value(one.name)).mid(0, shownExamples))
                one.examples << substance.name;
        m_feedback.substances = ranked(m_substances);
    }

private:
    Status add(const Line &line)
    {
        ++m_feedback.lines;
        m_feedback.ald += line.ald ? 1 : 0;
        m_feedback.nonSubstitutable += line.nonSubstitutable != NonSubstitutable::No ? 1 : 0;
        AMBROISE_TRY(const std::optional<drugs::Drug> drug, drugOf(line));
        if (!drug) {
            ++m_feedback.unclassed;
            return done();
        }
        m_feedback.inGenericGroup += drug->groups.isEmpty() ? 0 : 1;
        if (drug->atc.size() >= 3)
            addClass(*drug);
        else
            ++m_feedback.unclassed;
        const QString label = text::folded(line.label);
        const bool named = std::any_of(drug->inn.begin(), drug->inn.end(), [&](const QString &inn) {
            return label.startsWith(text::folded(drugs::substanceBase(inn)));
        });
        // A generic bears the substance's name and its maker's: it is a brand all the same.
        const bool isBrand = label == text::folded(drug->label);
        m_feedback.byDenomination += named && !isBrand ? 1 : 0;
        for (const QString &inn : drug->inn)
            ++m_substances[inn];
        return done();
    }

    void addClass(const drugs::Drug &drug)
    {
        const QString name = drug.atc.left(3);
        ++m_classes[name];
        for (const QString &inn : drug.inn)
            ++m_ofClass[name][inn];
    }

    Result<std::optional<drugs::Drug>> drugOf(const Line &line)
    {
        if (line.cis.isEmpty())
            return std::optional<drugs::Drug>();
        if (const auto known = m_known.constFind(line.cis); known != m_known.cend())
            return *known;
        const auto cis = drugs::Cis::parse(line.cis);
        std::optional<drugs::Drug> found;
        if (cis.ok()) {
            const auto drug = m_drugs.byCis(*cis);
            if (!drug.ok() && drug.error().code != ErrorCode::NotFound)
                return drug.error();
            if (drug.ok())
                found = *drug;
        }
        m_known.insert(line.cis, found);
        return found;
    }

    PrescribingFeedback::Month *monthOf(QDate day)
    {
        const QDate first(day.year(), day.month(), 1);
        for (PrescribingFeedback::Month &month : m_feedback.months)
            if (month.first == first)
                return &month;
        return nullptr;
    }

    static QList<PrescribingFeedback::Count> ranked(const QHash<QString, int> &counts)
    {
        QList<PrescribingFeedback::Count> list;
        for (auto it = counts.begin(); it != counts.end(); ++it)
            list.append({it.key(), it.value(), {}});
        std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
            return a.lines != b.lines ? a.lines > b.lines : a.name < b.name;
        });
        return list.mid(0, shownCounts);
    }

    drugs::DrugRepository m_drugs;
    PrescribingFeedback &m_feedback;
    QHash<QString, std::optional<drugs::Drug>> m_known;
    QHash<QString, int> m_classes;
    QHash<QString, int> m_substances;
    QHash<QString, QHash<QString, int>> m_ofClass;
};

Status countOrdonnances(storage::Connection &db, std::optional<UserId> prescriber,
                        const Period &period, PrescribingFeedback &feedback)
{
    Counter counter(db, feedback);
    QStringList contents;
    storage::Values values{period.from, period.end};
    QByteArray sql = "SELECT content, cancelled_at FROM ordonnance WHERE signed_at >= ?"
                     " AND signed_at < ?";
    if (prescriber) {
        sql += " AND prescriber_id = ?";
        values << prescriber->value;
    }
    AMBROISE_CHECK(db.run(sql, values, [&](const storage::Row &row) {
        if (row.text(1).isEmpty())
            contents << row.text(0);
        else
            ++feedback.cancelled;
    }));
    for (const QString &text : std::as_const(contents)) {
        AMBROISE_TRY(const auto content, OrdonnanceContent::fromCanonical(text.toUtf8()));
        AMBROISE_CHECK(counter.add(content));
    }
    counter.finish();
    return done();
}

Status countAlerts(storage::Connection &db, std::optional<UserId> prescriber, const Period &period,
                   PrescribingFeedback &feedback)
{
    storage::Values values{period.from, period.end};
    QByteArray sql = "SELECT kind, count(*), sum(CASE WHEN reason <> '' THEN 1 ELSE 0 END) FROM"
                     " ordonnance_alert WHERE at >= ? AND at < ? AND folded = 0";
    if (prescriber) {
        sql += " AND author_id = ?";
        values << prescriber->value;
    }
    AMBROISE_CHECK(db.run(sql + " GROUP BY kind", values, [&](const storage::Row &row) {
        for (const CheckKind kind : allCheckKinds())
            if (code(kind) == row.text(0))
                feedback.alerts.append({kind, int(row.integer(1)), int(row.integer(2))});
    }));
    return done();
}

} // namespace

Result<PrescribingFeedback> feedbackOf(storage::Connection &db, std::optional<UserId> prescriber,
                                       QDate from, QDate to)
{
    PrescribingFeedback feedback;
    for (QDate month(from.year(), from.month(), 1); month <= to; month = month.addMonths(1))
        feedback.months.append({month, 0, 0});
    const Period period = periodOf(from, to);
    AMBROISE_CHECK(countOrdonnances(db, prescriber, period, feedback));
    AMBROISE_CHECK(countAlerts(db, prescriber, period, feedback));
    std::sort(feedback.alerts.begin(), feedback.alerts.end(),
              [](const auto &a, const auto &b) { return a.kind < b.kind; });
    return feedback;
}

} // namespace ambroise::prescription
