// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"

#include <ambroise/crypto/envelope.h>
#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/referential.h>

#include <support/sampleordonnance.h>

#include "../drugs/bdpmfixture.h"

#include <QRegularExpression>

namespace ambroise::test {
namespace {

const QString doctorLogin = u"medecin"_qs;
const QString drugCode = u"62345678"_qs;

audit::Actor actorOf(const access::Account &account)
{
    return {account.id, account.person.displayName(), code(account.person.role), u"Cabinet 1"_qs};
}

patient::NewPatient somebody(const QString &surname)
{
    const auto given = *identity::GivenNames::parse(u"MADELEINE");
    patient::NewPatient who{
        .identity = identity::Identity::provisional(
            *identity::StrictTraits::make({*identity::BirthSurname::parse(surname),
                                           given,
                                           given,
                                           *identity::BirthDate::of(QDate(1958, 3, 14)),
                                           identity::Sex::Female,
                                           {}}))};
    who.usedSurname = u"d’Œuvre"_qs;
    who.contacts.phones << *patient::PhoneNumber::parse(u"06 39 98 01 23");
    return who;
}

record::NewEntry entryOf(record::EntryKind kind, const QString &title)
{
    record::NewEntry entry;
    entry.kind = kind;
    entry.happened = sampleInstant();
    entry.title = title;
    entry.body = u"L’été, « tout va »."_qs;
    return entry;
}

Status addPeople(app::Practice &practice)
{
    const auto program = audit::Actor::program(u"Cabinet 1"_qs);
    access::Person doctor;
    doctor.title = u"Dr"_qs;
    doctor.surname = u"Fontanel"_qs;
    doctor.givenName = u"Claire"_qs;
    doctor.role = access::Role::Medecin;
    doctor.rpps = u"89970021848"_qs;
    AMBROISE_TRY(const UserId id,
                 practice.accounts().add(*access::Login::parse(doctorLogin), doctor, program));
    access::PracticeProfile profile;
    profile.name = u"Cabinet médical des Tilleuls"_qs;
    AMBROISE_CHECK(practice.profile().put(profile, program));
    access::Preferences preferences;
    preferences.textPercent = 120;
    AMBROISE_CHECK(practice.preferences().put(id, preferences));
    return practice.drafts().save(id, u"ordonnance"_qs, 1, u"{\"typed\":\"dolip\"}"_qs);
}

Status addRecord(app::Practice &practice, const audit::Actor &doctor)
{
    AMBROISE_TRY(const PatientId id, practice.patients().add(somebody(u"VASSEUR"_qs), doctor));
    AMBROISE_TRY(patient::Patient vasseur, practice.patients().open(id, doctor));
    vasseur.details.notes = u"Sonne deux fois"_qs;
    AMBROISE_CHECK(practice.patients().update(id, vasseur.version, vasseur.details, doctor));
    AMBROISE_TRY(const PatientId gone, practice.patients().add(somebody(u"PARTI"_qs), doctor));
    AMBROISE_CHECK(practice.patients().archive(gone, 1, doctor));

    AMBROISE_CHECK(
        practice.records().add(id, entryOf(record::EntryKind::Consultation, u"Toux"_qs), doctor));
    AMBROISE_CHECK(practice.records().add(
        id, entryOf(record::EntryKind::Problem, u"Hypertension"_qs), doctor));
    AMBROISE_TRY(const auto overview, practice.records().overview(patient::RecordIds(id)));
    record::Entry revised = overview.history.first();
    revised.content.title = u"Toux sèche"_qs;
    AMBROISE_CHECK(practice.records().revise(revised, doctor));
    return practice.records().sayNone(record::Topic::Allergies, patient::RecordIds(id), doctor);
}

Status addOrdonnance(app::Practice &practice, const audit::Actor &doctor)
{
    AMBROISE_CHECK(practice.certificates().createOwn(u"Cabinet médical des Tilleuls"_qs, doctor));
    auto parts = sampleParts();
    parts.lines.first().cis = drugCode;
    parts.lines.first().renewals = 2;
    const auto print = [](const prescription::OrdonnanceContent &,
                          const QString &) -> Result<prescription::PrintedOrdonnance> {
        return prescription::PrintedOrdonnance{goldenPaper(), 1};
    };
    AMBROISE_TRY(const auto made, practice.ordonnances().sign(PatientId{1}, parts, print, doctor));
    dispensing::LineOutcome line;
    line.boxes = 2;
    line.label = u"DOLIPRANE 1000 mg"_qs;
    return practice.dispensations()
                   .record(u"golden"_qs, made, {line}, 0, u"Officine"_qs, doctor)
                   .ok()
               ? done()
               : Status(Error{ErrorCode::Corrupt, u"golden.lost"_qs, u"dispensation"_qs});
}

Status lost(const QString &what)
{
    return Error{ErrorCode::Corrupt, u"golden.lost"_qs, what};
}

Status readPeople(app::Practice &practice, const access::Account &doctor)
{
    AMBROISE_TRY(const auto profile, practice.profile().get());
    AMBROISE_TRY(const auto preferences, practice.preferences().get(doctor.id));
    AMBROISE_TRY(const auto draft, practice.drafts().find(doctor.id, u"ordonnance"_qs, 1));
    if (doctor.person.displayName() != u"Dr Claire Fontanel" ||
        profile.name != u"Cabinet médical des Tilleuls" || preferences.textPercent != 120)
        return lost(u"people"_qs);
    if (!draft || draft->body != u"{\"typed\":\"dolip\"}")
        return lost(u"draft"_qs);
    return done();
}

Status readRecord(app::Practice &practice)
{
    AMBROISE_TRY(const auto found, practice.patients().search(u"vass 14/03/1958"));
    if (found.size() != 1 || *practice.patients().count() != 1)
        return lost(u"search"_qs);
    const PatientId id = found.first().id;
    AMBROISE_TRY(const auto vasseur, practice.patients().reload(id));
    AMBROISE_TRY(const auto before, practice.patients().revisions(id));
    if (vasseur.details.notes != u"Sonne deux fois" || vasseur.version != 2 || before.size() != 1 ||
        vasseur.details.usedSurname != u"d’Œuvre" ||
        vasseur.details.contacts.phones.first().international() != u"+33639980123")
        return lost(u"patient"_qs);
    AMBROISE_TRY(const auto overview, practice.records().overview(patient::RecordIds(id)));
    if (overview.history.size() != 1 || overview.history.first().content.title != u"Toux sèche" ||
        overview.history.first().content.body != u"L’été, « tout va »." ||
        overview.problems.size() != 1 ||
        overview.stateOf(record::Topic::Allergies) != record::TopicState::NoneKnown)
        return lost(u"record"_qs);
    AMBROISE_TRY(const auto revisions, practice.records().revisions(overview.history.first().id));
    return revisions.size() == 1 ? done() : lost(u"revisions"_qs);
}

Status readOrdonnance(app::Practice &practice, const audit::Actor &reader)
{
    AMBROISE_TRY(const auto all,
                 practice.ordonnances().ofPatient(patient::RecordIds(PatientId{1})));
    if (all.size() != 1)
        return lost(u"ordonnance"_qs);
    AMBROISE_TRY(const auto code, prescription::OrdonnanceCode::parse(all.first().code));
    AMBROISE_TRY(const auto trusted, practice.certificates().trusted());
    AMBROISE_CHECK(code.verify(trusted));
    AMBROISE_TRY(const QByteArray paper, practice.ordonnances().pdf(all.first(), reader));
    AMBROISE_TRY(const auto given, practice.dispensations().of(all.first().content.number()));
    const bool whole =
        paper == goldenPaper() && given.size() == 1 && given.first().lines.first().boxes == 2;
    return whole ? done() : lost(u"dispensation"_qs);
}

Status readDrugs(app::Practice &practice)
{
    AMBROISE_TRY(const auto found, practice.drugs().search(u"doliprane 1000", 10));
    AMBROISE_TRY(const auto kinds, drugs::referentials(practice.connection()));
    if (found.size() != 1 || kinds.size() != 1)
        return lost(u"drugs"_qs);
    AMBROISE_TRY(const auto detail, practice.drugs().detail(found.first().cis));
    return detail.presentations.value.isEmpty() ? lost(u"presentations"_qs) : done();
}

} // namespace

crypto::SecretBytes goldenKey()
{
    return crypto::SecretBytes::fromBytes(QByteArray(32, '\x2A'));
}

QByteArray goldenPaper()
{
    return "%PDF-1.4 golden";
}

storage::Database databaseOf(const app::PracticeFolder &folder, const QString &server)
{
    if (!server.isEmpty())
        return storage::Database::server(server);
    return storage::Database::embedded(folder.database(), app::DerivedKeys::database(goldenKey()),
                                       true);
}

Status makeFolder(const app::PracticeFolder &folder, const QString &server)
{
    const auto key = goldenKey();
    AMBROISE_CHECK(folder.create());
    AMBROISE_TRY(const auto keyring, crypto::Keyring::createFor(key, QByteArray(16, '\x07')));
    AMBROISE_CHECK(access::KeyringFile(folder.keyring()).save(keyring));
    const QByteArray sealedServer =
        server.isEmpty() ? QByteArray()
                         : crypto::seal(app::DerivedKeys::sealing(key), server.toUtf8(), "server");
    return folder.write(app::PracticeFolder::Description{
        u"Golden"_qs, server.isEmpty() ? storage::Engine::Embedded : storage::Engine::Server,
        sealedServer, true});
}

Status restore(storage::Connection &db, const QString &golden)
{
    static const QRegularExpression bytes(u"\\{\\{x:([0-9a-f]*)\\}\\}"_qs);
    const bool embedded = db.engine() == storage::Engine::Embedded;
    QString script = golden;
    script.replace(bytes, embedded ? u"x'\\1'"_qs : u"'\\x\\1'::bytea"_qs);
    script.replace(u"{{n}}"_qs, embedded ? u"' || char(10) || '"_qs : u"' || chr(10) || '"_qs);
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(db));
    AMBROISE_CHECK(db.runScript(script));
    if (!embedded) {
        // Rows that came with their id: the next ones are counted from there.
        QStringList tables;
        AMBROISE_CHECK(db.run("SELECT table_name FROM information_schema.columns WHERE "
                              "table_schema = current_schema() AND is_identity = 'YES'",
                              {}, [&](const storage::Row &row) { tables << row.text(0); }));
        for (const QString &table : tables)
            AMBROISE_CHECK(db.run(QString(u"SELECT setval(pg_get_serial_sequence('%1', 'id'), "
                                          "1 + (SELECT coalesce(max(id), 0) FROM %1))"_qs)
                                      .arg(table)
                                      .toUtf8()));
    }
    return transaction.commit();
}

Status fill(app::Practice &practice)
{
    AMBROISE_CHECK(addPeople(practice));
    AMBROISE_TRY(const auto account,
                 practice.accounts().byLogin(*access::Login::parse(doctorLogin)));
    const audit::Actor doctor = actorOf(account);
    AMBROISE_CHECK(addRecord(practice, doctor));
    AMBROISE_CHECK(addOrdonnance(practice, doctor));
    BdpmFixture bdpm;
    bdpm.addDrug(drugCode, u"DOLIPRANE 1000 mg, comprimé"_qs, u"PARACÉTAMOL"_qs, u"1000 mg"_qs);
    return drugs::importBdpm(practice.connection(), bdpm.write(), practice.clock()).ok()
               ? done()
               : lost(u"drugs"_qs);
}

Status readBack(app::Practice &practice)
{
    AMBROISE_TRY(const auto before, practice.journal().verify());
    if (!before.ok || before.events < 10)
        return lost(u"journal"_qs);
    AMBROISE_TRY(const auto account,
                 practice.accounts().byLogin(*access::Login::parse(doctorLogin)));
    const audit::Actor doctor = actorOf(account);
    AMBROISE_CHECK(readPeople(practice, account));
    AMBROISE_CHECK(readRecord(practice));
    AMBROISE_CHECK(readOrdonnance(practice, doctor));
    AMBROISE_CHECK(readDrugs(practice));

    AMBROISE_TRY(const PatientId id, practice.patients().add(somebody(u"NOUVEAU"_qs), doctor));
    AMBROISE_CHECK(practice.records().add(
        id, entryOf(record::EntryKind::Consultation, u"Première fois"_qs), doctor));
    AMBROISE_TRY(const auto after, practice.journal().verify());
    return after.ok && after.events > before.events ? done() : lost(u"journal after"_qs);
}

} // namespace ambroise::test
