// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"
#include "ordonnancebench.h"

#include <practice/demo.h>

#include <ambroise/crypto/random.h>
#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/record/entrysearch.h>
#include <ambroise/storage/bare.h>
#include <ambroise/storage/migrator.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

namespace ambroise::ctl {
namespace {

class Bench {
public:
    Bench(Opened &opened, const Context &context)
        : m_practice(*opened.practice)
        , m_session(opened.session)
        , m_context(context)
    {
    }

    Result<Samples> run(const QString &name)
    {
        if (name == u"patient-search")
            return patientSearch();
        if (name == u"record-open")
            return recordOpen();
        if (name == u"entry-search")
            return entrySearch();
        if (name == u"drug-search")
            return drugSearch();
        if (name == u"rx-check")
            return benchOrdonnanceCheck(m_practice);
        if (name == u"rx-pdf")
            return benchOrdonnancePdf(m_practice);
        if (name == u"code-decode")
            return benchCodeDecode(m_practice);
        if (name == u"bdpm-import")
            return bdpmImport();
        if (name == u"startup")
            return startup();
        return Error{ErrorCode::Invalid, u"cli.misuse"_qs, name};
    }

    Result<QJsonObject> scale()
    {
        AMBROISE_TRY(const qint64 patients, m_practice.patients().count());
        AMBROISE_TRY(const qint64 entries, m_practice.records().count());
        return QJsonObject{{u"patients"_qs, patients}, {u"entries"_qs, entries}};
    }

private:
    //! Times `work` once, then the statements that it ran once more, bare.
    template <class Work>
    Status sample(Samples &samples, Work work)
    {
        QList<std::pair<QByteArray, storage::Values>> statements;
        m_practice.connection().setObserver(
            [&](const QByteArray &sql, const storage::Values &values) {
                statements.append({sql, values});
            });
        const auto ours = timed(work);
        m_practice.connection().setObserver({});
        AMBROISE_CHECK(ours);
        samples.ours << *ours;
        if (m_practice.database().engine() != storage::Engine::Embedded)
            return done();
        if (!m_bare) {
            AMBROISE_TRY(m_bare,
                         storage::BareEngine::open(m_practice.folder().database(),
                                                   app::DerivedKeys::database(m_practice.key())));
        }
        AMBROISE_TRY(const double bare, timed([&]() -> Status {
                         for (const auto &[sql, values] : statements)
                             if (sql.startsWith("SELECT"))
                                 AMBROISE_CHECK(m_bare->run(sql, values));
                         return done();
                     }));
        samples.bare << bare;
        return done();
    }

    //! Some patients, the same at each run.
    Result<QList<patient::Patient>> somePatients(int count)
    {
        AMBROISE_TRY(const qint64 total, m_practice.patients().count());
        QRandomGenerator random(42);
        QList<patient::Patient> patients;
        for (int tries = 0; patients.size() < count && tries < 20 * count; ++tries) {
            const PatientId id{1 +
                               qint64(random.generate64() % quint64(std::max<qint64>(1, total)))};
            if (const auto patient = m_practice.patients().reload(id); patient.ok())
                patients << *patient;
        }
        return patients;
    }

    Result<Samples> patientSearch()
    {
        AMBROISE_TRY(const auto patients, somePatients(60));
        Samples samples;
        for (const patient::Patient &patient : patients) {
            const QString name = patient.details.identity.traits().surname().text().left(8);
            for (qsizetype length = 1; length <= name.size(); ++length)
                AMBROISE_CHECK(sample(samples, [&]() -> Status {
                    AMBROISE_CHECK(m_practice.patients().search(name.left(length), 50));
                    return done();
                }));
        }
        return samples;
    }

    //! The longest records: of twenty years in a generated practice.
    Result<Samples> recordOpen()
    {
        AMBROISE_TRY(const auto patients, m_practice.records().longest(50));
        Samples samples;
        for (const PatientId patient : patients)
            AMBROISE_CHECK(sample(samples, [&]() -> Status {
                AMBROISE_TRY(const auto opened, m_practice.patients().reload(patient));
                AMBROISE_CHECK(m_practice.records().overview(opened.recordIds()));
                AMBROISE_CHECK(m_practice.ordonnances().ofPatient(opened.recordIds()));
                AMBROISE_CHECK(m_practice.documents().of(opened.recordIds()));
                return done();
            }));
        return samples;
    }

    //! Words of the records, rare and frequent ones, as they are typed.
    Result<Samples> entrySearch()
    {
        const record::EntrySearch search(m_practice.connection());
        Samples samples;
        for (const QString &typed : {u"diabète"_qs, u"fond d’œil"_qs, u"ottawa négatif"_qs,
                                     u"hba1c pieds"_qs, u"renouvellement"_qs, u"introuvable"_qs})
            for (qsizetype length = 2; length <= typed.size(); ++length)
                AMBROISE_CHECK(sample(samples, [&]() -> Status {
                    AMBROISE_CHECK(search.find(typed.left(length)));
                    return done();
                }));
        return samples;
    }

    Result<Samples> drugSearch()
    {
        Samples samples;
        for (const QString &typed :
             {u"doliprane 1000"_qs, u"amoxicilline 500"_qs, u"levothyrox"_qs, u"metformine"_qs,
              u"ramipril 5"_qs, u"kardegic"_qs, u"atorvastatine 20"_qs, u"ventoline"_qs})
            for (qsizetype length = 2; length <= typed.size(); ++length)
                AMBROISE_CHECK(sample(samples, [&]() -> Status {
                    AMBROISE_CHECK(m_practice.drugs().search(typed.left(length), 20));
                    return done();
                }));
        return samples;
    }

    //! Into a scratch database: the practice's own référentiels are left alone.
    Result<Samples> bdpmImport()
    {
        const auto folder = m_context.arguments.value(u"bdpm"_qs);
        if (!folder)
            return Error{ErrorCode::Invalid, u"cli.misuse"_qs, u"--bdpm DOSSIER"_qs};
        Samples samples;
        for (int i = 0; i < 3; ++i) {
            const QTemporaryDir scratch;
            const auto database = storage::Database::embedded(
                scratch.filePath(u"bench.db"_qs), crypto::SecretBytes::random(32), true);
            AMBROISE_CHECK(
                storage::Migrator(database, app::allSchemas(), m_context.clock).migrate());
            AMBROISE_TRY(const auto db, database.connect());
            AMBROISE_TRY(const double ms, timed([&]() -> Status {
                             AMBROISE_CHECK(drugs::importBdpm(*db, *folder, m_context.clock));
                             return done();
                         }));
            samples.ours << ms;
        }
        return samples;
    }

    //! From the launch of the desktop to its sign-in window, shown and ready.
    Result<Samples> startup() const
    {
        const QString program = QCoreApplication::applicationDirPath() + u"/ambroise"_qs;
        if (!QFileInfo::exists(program))
            return Error{ErrorCode::NotFound, u"cli.file"_qs, program};
        Samples samples;
        for (int i = 0; i < 7; ++i) {
            AMBROISE_TRY(
                const double ms, timed([&]() -> Status {
                    QProcess desktop;
                    desktop.start(program, {u"--practice"_qs, m_practice.folder().path(),
                                            u"--startup-probe"_qs});
                    const bool ended = desktop.waitForFinished(20'000) && desktop.exitCode() == 0;
                    return ended ? done()
                                 : Status(Error{ErrorCode::Unavailable, u"cli.file"_qs, program});
                }));
            if (i > 0) // the first one is cold
                samples.ours << ms;
        }
        return samples;
    }

    app::Practice &m_practice;
    access::Session &m_session;
    const Context &m_context;
    std::unique_ptr<storage::BareEngine> m_bare;
};

Result<Answer> bench(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    QStringList names{u"patient-search"_qs, u"record-open"_qs, u"entry-search"_qs,
                      u"drug-search"_qs,    u"rx-pdf"_qs,      u"code-decode"_qs};
    // The thesaurus is imported by who has it: without it there is nothing to measure.
    AMBROISE_TRY(const auto thesaurus, opened.practice->drugKnowledge().interactionBase());
    if (thesaurus)
        names << u"rx-check"_qs;
    if (context.arguments.value(u"bdpm"_qs))
        names << u"bdpm-import"_qs;
    names << u"startup"_qs;
    if (const auto only = context.arguments.value(u"only"_qs))
        names = only->split(u',');
    Bench bench(opened, context);
    AMBROISE_TRY(const QJsonObject scale, bench.scale());
    QJsonArray array;
    QString text;
    for (const QString &name : names) {
        AMBROISE_TRY(const Samples samples, bench.run(name));
        QJsonObject row{{u"name"_qs, name},
                        {u"unit"_qs, u"ms"_qs},
                        {u"median"_qs, quantile(samples.ours, 0.5)},
                        {u"p95"_qs, quantile(samples.ours, 0.95)},
                        {u"n"_qs, samples.ours.size()},
                        {u"scale"_qs, scale}};
        if (!samples.bare.isEmpty()) {
            row.insert(u"bare_median"_qs, quantile(samples.bare, 0.5));
            row.insert(u"bare_p95"_qs, quantile(samples.bare, 0.95));
        }
        array.append(row);
        text += u"%1  %2 ms (p95 %3, n %4)\n"_qs.arg(name, -15)
                    .arg(quantile(samples.ours, 0.5), 0, 'f', 2)
                    .arg(quantile(samples.ours, 0.95), 0, 'f', 2)
                    .arg(samples.ours.size());
    }
    return Answer{array, text};
}

} // namespace

QList<Command> benchCommands()
{
    return {Command{u"bench"_qs,
                    {},
                    u"[--only NOM,…] [--bdpm DOSSIER]"_qs,
                    Ctl::tr("Mesure ce que l’utilisateur attend, sur le cabinet ouvert."),
                    0,
                    0,
                    {u"only"_qs, u"bdpm"_qs},
                    {},
                    true,
                    bench}};
}

} // namespace ambroise::ctl
