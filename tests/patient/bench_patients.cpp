// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast patients are loaded and found on both engines: patient_bench [patients] [engine:
// embedded|server].
#include "people.h"

#include <ambroise/patient/bulkloader.h>
#include <ambroise/patient/duplicates.h>
#include <ambroise/patient/generator.h>

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

#include <time.h>

using namespace ambroise;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

//! What this thread worked, whatever else the machine does; a server's work is not in it.
double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

//! Milliseconds of each run, for the median and the 95th percentile.
class Series {
public:
    explicit Series(QString name)
        : m_name(std::move(name))
    {
    }
    void time(const std::function<void()> &work)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = cpuMilliseconds();
        work();
        m_cpu.push_back(cpuMilliseconds() - before);
        m_ms.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    void report()
    {
        std::sort(m_ms.begin(), m_ms.end());
        std::sort(m_cpu.begin(), m_cpu.end());
        const auto at = [](const std::vector<double> &ms, double share) {
            return ms[size_t(share * double(ms.size() - 1))];
        };
        out() << QStringLiteral(
                     "%1  median %2  p95 %3  max %4 ms; of this thread: %5  %6  %7; n %8\n")
                     .arg(m_name, -34)
                     .arg(at(m_ms, 0.5), 7, 'f', 3)
                     .arg(at(m_ms, 0.95), 7, 'f', 3)
                     .arg(at(m_ms, 1.0), 8, 'f', 3)
                     .arg(at(m_cpu, 0.5), 7, 'f', 3)
                     .arg(at(m_cpu, 0.95), 7, 'f', 3)
                     .arg(at(m_cpu, 1.0), 8, 'f', 3)
                     .arg(m_ms.size());
        out().flush();
    }

private:
    QString m_name;
    std::vector<double> m_ms;
    std::vector<double> m_cpu;
};

//! Everything that is on the line while 200 people are typed: name then given name, name then birth
//! date, birth date, telephone.
QStringList typedPrefixes(const QList<patient::NewPatient> &people)
{
    patient::Chance chance(2026);
    QStringList out;
    for (int i = 0; i < 200; ++i) {
        const patient::NewPatient &person = people.at(chance.below(int(people.size())));
        const auto &traits = person.identity.traits();
        const QString surname = traits.surname().text().toLower();
        const QString given = traits.firstGivenName().text().toLower();
        const QString birth = traits.birthDate().date().toString(u"dd/MM/yyyy");
        QString typed;
        switch (i % 5) {
        case 0:
            typed = surname + u' ' + given;
            break;
        case 1:
            typed = given + u' ' + surname;
            break;
        case 2:
            typed = surname.left(3) + u' ' + given.left(3) + u' ' + birth.right(4);
            break;
        case 3:
            typed = surname + u' ' + birth;
            break;
        default:
            typed = person.contacts.phones.isEmpty() ? birth
                                                     : person.contacts.phones.first().toFrench();
        }
        for (qsizetype length = 1; length <= typed.size(); ++length)
            out << typed.left(length);
    }
    return out;
}

//! What stands in the three fields while 200 people are looked for before a creation: the date and
//! three letters, or the whole names without it.
QList<patient::SoughtPerson> soughtWhileTyping(const QList<patient::NewPatient> &people)
{
    patient::Chance chance(2027);
    QList<patient::SoughtPerson> out;
    for (int i = 0; i < 200; ++i) {
        const patient::NewPatient &person = people.at(chance.below(int(people.size())));
        const auto &traits = person.identity.traits();
        const QString birth =
            i % 2 == 0 ? traits.birthDate().date().toString(u"dd/MM/yyyy") : QString();
        const QString surname = traits.surname().text().toLower();
        for (qsizetype length = 1; length <= birth.size(); ++length)
            out << patient::SoughtPerson{birth.left(length), {}, {}};
        const qsizetype letters = birth.isEmpty() ? surname.size() : 3;
        for (qsizetype length = 1; length <= letters; ++length)
            out << patient::SoughtPerson{birth, surname.left(length), {}};
        out << patient::SoughtPerson{birth, surname.left(letters),
                                     traits.firstGivenName().text().toLower()};
    }
    return out;
}

//! The least that any program must ask: the first 50 owners of one prefix.
void bare(storage::Connection &db, const QString &prefix)
{
    (void)db.run(
        "SELECT owner FROM patient_term WHERE term >= ? AND term < ? ORDER BY term LIMIT 50",
        {prefix, prefix + QChar(0xFFFD)});
}

void bareRows(storage::Connection &db, const QString &prefix)
{
    (void)db.run("SELECT p.id, p.birth_surname, p.given_names, p.birth_date, p.sex FROM patient p"
                 " JOIN (SELECT owner FROM patient_term WHERE term >= ? AND term < ? ORDER BY term"
                 " LIMIT 50) AS t ON t.owner = p.id",
                 {prefix, prefix + QChar(0xFFFD)},
                 [](const storage::Row &row) { (void)row.text(1); });
}

void measure(storage::Connection &db, patient::PatientRepository &patients,
             const QList<patient::NewPatient> &people)
{
    Series query(u"search, query alone"_qs);
    Series whole(u"search, 50 summaries loaded"_qs);
    Series least(u"bare SQL, 50 ids of one prefix"_qs);
    Series leastRows(u"bare SQL, 50 rows of one prefix"_qs);
    const QStringList prefixes = typedPrefixes(people);
    for (const QString &typed : prefixes) // warms the cache
        (void)patients.search(typed, 50);
    double slowest = 0;
    QString slowestTyped;
    for (const QString &typed : prefixes) {
        const double before = cpuMilliseconds();
        query.time([&] { (void)patients.find(typed, 50); });
        if (cpuMilliseconds() - before > slowest) {
            slowest = cpuMilliseconds() - before;
            slowestTyped = typed;
        }
        whole.time([&] { (void)patients.search(typed, 50); });
        const QString first = typed.section(u' ', 0, 0).toUpper();
        least.time([&] { bare(db, first); });
        leastRows.time([&] { bareRows(db, first); });
    }
    query.report();
    whole.report();
    least.report();
    leastRows.report();
    out() << "slowest: \"" << slowestTyped << "\"\n";
}

int benchmark(test::Engines &engines, storage::Engine engine, int count)
{
    const auto database = engines.practice(engine, test::patientSchemas());
    if (!database)
        return 1;
    const auto db = database->connect();
    if (!db.ok())
        return 1;
    audit::Journal journal(**db, engines.key(), engines.clock());
    patient::PatientRepository patients(**db, journal, engines.clock());
    patient::Generator generator(42);
    QList<patient::NewPatient> people;
    QElapsedTimer timer;
    timer.start();
    while (people.size() < count)
        people << generator.next();
    const double generated = cpuMilliseconds();
    out() << "generated " << count << " patients in " << timer.restart() << " ms\n";
    patient::BulkLoader loader(**db, journal, engines.clock());
    qsizetype next = 0;
    const auto ids = loader.load(
        count, [&] { return people.at(next++); }, test::fontanel);
    out() << "loaded in " << timer.restart() << " ms, this thread "
          << qRound(cpuMilliseconds() - generated)
          << " ms: " << (ids.ok() ? u"ok"_qs : ids.error().subject) << '\n';
    if (!ids.ok())
        return 1;
    Series close(u"close records before a creation"_qs);
    for (int i = 0; i < 200; ++i)
        close.time([&] { (void)patients.near(people.at(i * (count / 200)).identity.traits()); });
    measure(**db, patients, people);
    close.report();
    Series duplicates(u"duplicates of the whole practice"_qs);
    qsizetype pairs = 0;
    for (int i = 0; i < 3; ++i)
        duplicates.time([&] {
            const auto found = patient::DuplicateFinder(**db, engines.clock()).find(10'000);
            pairs = found.ok() ? found->size() : -1;
        });
    duplicates.report();
    out() << pairs << " pairs proposed\n";
    Series before(u"search before a creation"_qs);
    double slowest = 0;
    QString slowestTyped;
    for (const patient::SoughtPerson &sought : soughtWhileTyping(people)) {
        QElapsedTimer one;
        one.start();
        before.time([&] { (void)patients.lookFor(sought); });
        if (const double ms = double(one.nsecsElapsed()) / 1e6; ms > slowest) {
            slowest = ms;
            slowestTyped = sought.birthDate + u'|' + sought.surname + u'|' + sought.givenName;
        }
    }
    before.report();
    out() << "slowest: \"" << slowestTyped << "\"\n";
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = std::max(1000, arguments.value(1, u"100000"_qs).toInt());
    test::Engines engines;
    int failures = 0;
    for (const auto &[name, engine] : {std::pair(u"embedded"_qs, storage::Engine::Embedded),
                                       std::pair(u"server"_qs, storage::Engine::Server)}) {
        if (arguments.size() > 2 && arguments.at(2) != name)
            continue;
        out() << name << ", " << count << " patients\n";
        failures += benchmark(engines, engine, count);
    }
    return failures;
}
