// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"

#include <practice/demo.h>

#include <ambroise/codes/qr.h>
#include <ambroise/codes/reader.h>
#include <ambroise/crypto/random.h>
#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/prescription/check.h>
#include <ambroise/prescription/print.h>
#include <ambroise/record/entrysearch.h>
#include <ambroise/storage/bare.h>
#include <ambroise/storage/migrator.h>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

namespace ambroise::ctl {
namespace {

//! What was measured, in milliseconds.
struct Samples {
    QList<double> ours{};
    QList<double> bare{}; //!< the same statements through the engine's own interface
};

double quantile(QList<double> samples, double q)
{
    if (samples.isEmpty())
        return 0;
    std::sort(samples.begin(), samples.end());
    return samples.at(std::min(samples.size() - 1, qsizetype(double(samples.size()) * q)));
}

template <class Work>
Result<double> timed(Work work)
{
    QElapsedTimer timer;
    timer.start();
    AMBROISE_CHECK(work());
    return double(timer.nsecsElapsed()) / 1e6;
}

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
            return prescriptionCheck();
        if (name == u"rx-pdf")
            return ordonnancePdf();
        if (name == u"code-decode")
            return codeDecode();
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

    //! The drugs of these substances, or the substances where the base has none.
    Result<QList<prescription::Line>> linesOf(const QStringList &names)
    {
        QList<prescription::Line> lines;
        for (const QString &name : names) {
            AMBROISE_TRY(const auto found, m_practice.drugs().search(name, 1));
            prescription::Line line;
            line.label = found.isEmpty() ? name : found.first().label;
            line.cis = found.isEmpty() ? QString() : found.first().cis.toString();
            line.posology = u"1 comprimé matin et soir"_qs;
            line.durationDays = 30;
            lines << line;
        }
        return lines;
    }

    //! As the ordonnance page does at each change: every line read, every check run.
    Status checkAll(const QList<prescription::Line> &lines)
    {
        const auto &knowledge = m_practice.drugKnowledge();
        prescription::Treatment treatment;
        treatment.person.today = QDate(2026, 11, 24);
        treatment.person.birth = QDate(1950, 2, 1);
        treatment.person.sex = u"F"_qs;
        treatment.patient = prescription::stateOf(treatment.person);
        for (const prescription::Line &line : lines) {
            AMBROISE_TRY(const auto checked,
                         prescription::checkedLine(line, line.label, false, knowledge));
            treatment.lines << checked;
        }
        AMBROISE_TRY(const auto report,
                     prescription::PrescriptionChecker(knowledge).run(treatment));
        return report.alerts.isEmpty() ? Status(Error{ErrorCode::Corrupt, u"ansm.empty"_qs, {}})
                                       : done();
    }

    //! Fifteen lines against one another, and against the patient.
    Result<Samples> prescriptionCheck()
    {
        AMBROISE_TRY(const auto base, m_practice.drugKnowledge().interactionBase());
        if (!base)
            return Error{ErrorCode::NotFound, u"ansm.missing_file"_qs, u"thésaurus"_qs};
        const QStringList names{u"acide acétylsalicylique"_qs,
                                u"apixaban"_qs,
                                u"ramipril"_qs,
                                u"spironolactone"_qs,
                                u"furosémide"_qs,
                                u"bisoprolol"_qs,
                                u"amiodarone"_qs,
                                u"simvastatine"_qs,
                                u"fluoxétine"_qs,
                                u"tramadol"_qs,
                                u"alprazolam"_qs,
                                u"lithium"_qs,
                                u"ibuprofène"_qs,
                                u"metformine"_qs,
                                u"lévothyroxine"_qs};
        AMBROISE_TRY(const auto lines, linesOf(names));
        Samples samples;
        for (int i = 0; i < 50; ++i) {
            AMBROISE_TRY(const double ms, timed([&]() -> Status { return checkAll(lines); }));
            samples.ours << ms;
        }
        return samples;
    }

    Result<Samples> ordonnancePdf()
    {
        AMBROISE_TRY(const auto content, sampleContent());
        AMBROISE_TRY(const auto own, m_practice.certificates().own());
        const QString code =
            prescription::OrdonnanceCode::sign(content, m_practice.id(), own.key).toText();
        Samples samples;
        for (int i = 0; i < 20; ++i) {
            AMBROISE_TRY(const double ms, timed([&]() -> Status {
                             AMBROISE_CHECK(prescription::printOrdonnance(content, code));
                             return done();
                         }));
            samples.ours << ms;
        }
        return samples;
    }

    Result<prescription::OrdonnanceContent> sampleContent() const
    {
        prescription::OrdonnanceContent::Parts parts;
        parts.patient.surname = u"SPECIMEN"_qs;
        parts.patient.givenNames = u"MARTHE"_qs;
        parts.patient.sex = u"F"_qs;
        parts.patient.birthDate = QDate(1958, 3, 14);
        parts.prescriber.title = u"Dr"_qs;
        parts.prescriber.surname = u"Specimen"_qs;
        parts.prescriber.givenName = u"Jean"_qs;
        parts.prescriber.rpps = u"99700218896"_qs;
        parts.prescriber.practice = u"Cabinet"_qs;
        parts.prescriber.address = u"1 rue du Banc, 63999 Essai"_qs;
        for (int i = 0; i < 5; ++i) {
            prescription::Line line;
            line.label = u"PARACETAMOL 1000 mg, comprimé"_qs;
            line.posology = u"1 comprimé matin, midi et soir"_qs;
            line.durationDays = 7;
            parts.lines << line;
        }
        return prescription::OrdonnanceContent::make(
            parts, prescription::OrdonnanceNumber::generate(), m_context.clock.now());
    }

    //! A code on a noisy picture of twelve megapixels, as a telephone takes it.
    static Result<QImage> photo(const QString &code)
    {
        AMBROISE_TRY(const QImage qr, codes::qrImage(code, codes::QrLevel::M, 12));
        QImage photo(4000, 3000, QImage::Format_RGB32);
        photo.fill(QColor(205, 200, 190));
        QPainter painter(&photo);
        painter.translate(1500, 1200);
        painter.rotate(7);
        painter.drawImage(0, 0, qr);
        painter.end();
        QRandomGenerator random(7);
        for (int y = 0; y < photo.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(photo.scanLine(y));
            for (int x = 0; x < photo.width(); ++x) {
                const int noise = int(random.generate() & 31) - 16;
                const int grey = std::clamp(qGray(line[x]) + noise, 0, 255);
                line[x] = qRgb(grey, grey, grey);
            }
        }
        return photo;
    }

    Result<Samples> codeDecode()
    {
        AMBROISE_TRY(const auto content, sampleContent());
        AMBROISE_TRY(const auto own, m_practice.certificates().own());
        AMBROISE_TRY(
            const QImage image,
            photo(prescription::OrdonnanceCode::sign(content, m_practice.id(), own.key).toText()));
        Samples samples;
        for (int i = 0; i < 10; ++i) {
            AMBROISE_TRY(const double ms, timed([&]() -> Status {
                             AMBROISE_CHECK(codes::readImage(image));
                             return done();
                         }));
            samples.ours << ms;
        }
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
