// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo.h"

#include <ambroise/patient/bulkloader.h>
#include <ambroise/patient/generator.h>
#include <ambroise/record/entrysearch.h>

#include <array>

namespace ambroise::app {
namespace {

using record::EntryKind;
using record::NewEntry;

constexpr int indexedAtATime = 50'000; // nobody waits for this practice yet

//! Sebastiano Vigna's splitmix64: the same numbers on every machine.
class Numbers {
public:
    explicit Numbers(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    int below(int limit) { return int(next() % quint64(limit)); }
    template <class Table>
    const auto &oneOf(const Table &table)
    {
        return table.at(size_t(below(int(table.size()))));
    }

private:
    quint64 m_state;
};

struct Story {
    QStringView title;
    QStringView body;
};

constexpr std::array consultations = {
    Story{u"Renouvellement",
          u"Va bien. Traitement bien toléré, bien pris. Tension correcte. Renouvellement 3 mois."},
    Story{u"Rhinopharyngite", u"Rhinorrhée claire depuis 3 jours, pas de fièvre. Tympans normaux. "
                              u"Traitement symptomatique."},
    Story{u"Lombalgie commune", u"Douleur lombaire basse depuis 2 jours après effort, sans "
                                u"irradiation. Mobilisation conseillée."},
    Story{u"Suivi de l’hypertension",
          u"Automesures correctes. Pas de céphalées. Conseils de diététique repris."},
    Story{u"Angine", u"Odynophagie, fièvre 38,4. TDR négatif. Paracétamol, revoir si persistance."},
    Story{u"Certificat de sport",
          u"Examen cardio-pulmonaire normal. Pas de contre-indication décelée ce jour."},
    Story{u"Suivi du diabète", u"Pieds : grade 0. Fond d’œil à prévoir. HbA1c dans 3 mois."},
    Story{u"Fatigue", u"Asthénie depuis un mois. Examen normal. Biologie demandée."},
    Story{
        u"Anxiété",
        u"Sommeil difficile, tension au travail. Écoute, règles de sommeil, revoir dans 15 jours."},
    Story{u"Entorse de cheville",
          u"Ottawa négatif. Œdème sous-malléolaire. Attelle 10 jours, rééducation."}};
constexpr std::array problems = {Story{u"Hypertension artérielle", u"CIM-10:I10"},
                                 Story{u"Asthme", u"CIM-10:J45"},
                                 Story{u"Diabète de type 2", u"CIM-10:E11"},
                                 Story{u"Dyslipidémie", u"CIM-10:E78.5"},
                                 Story{u"Hypothyroïdie", u"CIM-10:E03"},
                                 Story{u"Gonarthrose", u"CIM-10:M17"},
                                 Story{u"Reflux gastro-œsophagien", u"CIM-10:K21"},
                                 Story{u"Migraine", u"CIM-10:G43"}};
constexpr std::array allergies = {Story{u"Pénicillines", u"Urticaire"}, Story{u"Iode", u"Prurit"},
                                  Story{u"Latex", u"Eczéma de contact"},
                                  Story{u"Arachide", u"Œdème de Quincke"},
                                  Story{u"Aspirine", u"Bronchospasme"}};
constexpr std::array treatments = {
    Story{u"Amlodipine 5 mg", u"1-0-0"},     Story{u"Metformine 500 mg", u"1-0-1"},
    Story{u"Atorvastatine 10 mg", u"0-0-1"}, Story{u"Lévothyroxine 75 µg", u"1-0-0"},
    Story{u"Oméprazole 20 mg", u"0-0-1"},    Story{u"Salbutamol 100 µg", u"si gêne"}};

NewEntry entryOf(EntryKind kind, const QDateTime &when, const Story &story)
{
    NewEntry entry;
    entry.kind = kind;
    entry.happened = when;
    entry.title = story.title.toString();
    if (kind == EntryKind::Problem)
        entry.code = story.body.toString();
    else
        entry.body = story.body.toString();
    return entry;
}

NewEntry weightOf(Numbers &numbers, const QDateTime &when)
{
    NewEntry entry;
    entry.kind = EntryKind::Measure;
    entry.happened = when;
    entry.title = u"Poids"_qs;
    entry.value = QString::number(45 + numbers.below(500) / 10.0, 'f', 1);
    entry.unit = u"kg"_qs;
    return entry;
}

NewEntry pressureOf(Numbers &numbers, const QDateTime &when)
{
    NewEntry entry;
    entry.kind = EntryKind::Measure;
    entry.happened = when;
    entry.title = u"Tension"_qs;
    const int systolic = 105 + numbers.below(50);
    entry.value = u"%1/%2"_qs.arg(systolic).arg(systolic - 45 - numbers.below(15));
    entry.unit = u"mmHg"_qs;
    return entry;
}

NewEntry someEntry(Numbers &numbers, const QDateTime &when)
{
    const int lot = numbers.below(100);
    if (lot < 46)
        return entryOf(EntryKind::Consultation, when, numbers.oneOf(consultations));
    if (lot < 62)
        return pressureOf(numbers, when);
    if (lot < 76)
        return weightOf(numbers, when);
    if (lot < 84)
        return entryOf(EntryKind::Treatment, when, numbers.oneOf(treatments));
    if (lot < 89)
        return entryOf(EntryKind::Problem, when, numbers.oneOf(problems));
    if (lot < 91)
        return entryOf(EntryKind::Allergy, when, numbers.oneOf(allergies));
    return entryOf(EntryKind::Letter, when,
                   {u"Courrier du spécialiste", u"Conclusion favorable. Contrôle dans un an."});
}

//! The last twenty years, or what there is of a life.
QList<NewEntry> recordOf(Numbers &numbers, const QDateTime &now, int count)
{
    QList<NewEntry> entries;
    entries.reserve(count);
    for (int i = 0; i < count; ++i) {
        const qint64 secondsAgo = qint64(numbers.next() % quint64(20LL * 365 * 86400));
        entries << someEntry(numbers, now.addSecs(-secondsAgo));
    }
    return entries;
}

//! How many entries the patient at `index` gets. Of each thousand patients one has a hundred times
//! the mean, a record of twenty years; the others share the rest, so that the mean is kept exactly.
int entriesOf(qint64 index, qint64 patients, int mean)
{
    constexpr qint64 block = 1000;
    constexpr qint64 times = 100;
    if (patients - index / block * block < block)
        return mean; // what is left over at the end
    const qint64 place = index % block;
    if (place == 0)
        return int(times * mean);
    const qint64 shared = (block - times) * mean;
    return int(shared * place / (block - 1) - shared * (place - 1) / (block - 1));
}

} // namespace

Status addGeneratedData(Practice &practice, const GeneratedSize &size, const Progress &progress)
{
    const auto actor = audit::Actor::program(QSysInfo::machineHostName());
    const qint64 total = size.patients * (1 + size.entriesPerPatient);
    // Anchored to a fixed day, so that the same seed gives the same practice at any time.
    const QDateTime now(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(practice.connection()));
    patient::Generator people(size.seed);
    patient::BulkLoader loader(practice.connection(), practice.journal(), practice.clock());
    const auto loading = [&](qint64 done, qint64) {
        return !progress || progress(done, total);
    };
    AMBROISE_TRY(const auto ids, loader.load(
                                     size.patients, [&] { return people.next(); }, actor, loading));

    Numbers numbers(size.seed ^ 0xA3B1U);
    qint64 written = 0;
    for (qint64 i = 0; i < ids.size(); ++i) {
        const int count = entriesOf(i, size.patients, size.entriesPerPatient);
        AMBROISE_CHECK(
            practice.records().addGenerated(ids.at(i), recordOf(numbers, now, count), actor));
        written += count;
        if (progress && !progress(size.patients + written, total))
            return Error{ErrorCode::Cancelled, u"practice.cancelled"_qs, {}};
    }
    record::EntryIndex index(practice.connection());
    AMBROISE_CHECK(index.owe());
    AMBROISE_CHECK(index.complete(
        [&](qint64, qint64) { return !progress || progress(total, total); }, indexedAtATime));
    AMBROISE_CHECK(practice.journal().record({audit::Action::Import,
                                              audit::Subject::Practice,
                                              1,
                                              {},
                                              u"generated entries "_qs + QString::number(written)},
                                             actor));
    return transaction.commit();
}

} // namespace ambroise::app
