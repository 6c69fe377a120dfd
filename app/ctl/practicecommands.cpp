// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"

#include <practice/check.h>
#include <practice/demo.h>
#include <words/sentences.h>

#include <ambroise/drugs/referential.h>

#include <QDir>
#include <QJsonArray>

namespace ambroise::ctl {
namespace {

Result<app::CreationOptions> creationOptions(const Context &context)
{
    const Arguments &arguments = context.arguments;
    app::CreationOptions options;
    const QString name = arguments.value(u"name"_qs).value_or(QString());
    const QString engine = arguments.value(u"engine"_qs).value_or(u"sqlite"_qs);
    if (name.isEmpty() || (engine != u"sqlite" && engine != u"postgres"))
        return Error{ErrorCode::Invalid, u"cli.misuse"_qs,
                     name.isEmpty() ? u"--name"_qs : u"--engine"_qs};
    options.engine = engine == u"postgres" ? storage::Engine::Server : storage::Engine::Embedded;
    options.server = arguments.value(u"dsn"_qs).value_or(QString());
    if (options.engine == storage::Engine::Server && options.server.isEmpty())
        return Error{ErrorCode::Invalid, u"cli.misuse"_qs, u"--dsn"_qs};
    options.profile.name = name;
    AMBROISE_TRY(const QString secret, password(arguments));
    if (arguments.has(u"demo"_qs)) {
        options.profile = app::demonstrationProfile(name);
        options.people = app::demonstrationPeople(secret);
        options.demonstration = true;
    }
    const auto admin = arguments.value(u"admin"_qs);
    if (admin || !arguments.has(u"demo"_qs)) {
        AMBROISE_TRY(const auto login, access::Login::parse(admin.value_or(u"admin"_qs)));
        access::Person person;
        person.surname = login.value();
        person.givenName = Ctl::tr("Compte");
        person.rpps = arguments.value(u"rpps"_qs).value_or(QString());
        person.role = person.rpps.isEmpty() ? access::Role::Administrateur : access::Role::Medecin;
        for (qsizetype i = options.people.size() - 1; i >= 0; --i)
            if (options.people.at(i).login == login)
                options.people.removeAt(i);
        options.people.append({login, person, secret});
    }
    return options;
}

Result<Answer> create(const Context &context)
{
    const Arguments &arguments = context.arguments;
    AMBROISE_TRY(const app::CreationOptions options, creationOptions(context));
    AMBROISE_TRY(const qint64 patients, arguments.number(u"patients"_qs, 0, 0, 1'000'000));
    AMBROISE_TRY(const qint64 entries, arguments.number(u"entries-per-patient"_qs, 20, 0, 10'000));
    AMBROISE_TRY(const qint64 seed,
                 arguments.number(u"seed"_qs, 1, 0, std::numeric_limits<qint64>::max()));
    const app::PracticeFolder folder(arguments.word(0));
    AMBROISE_TRY(auto created, app::createPractice(folder, options, context.clock));
    rememberPractice(folder);
    // Where that fails the practice is whole all the same: its recovery key is told with the error.
    const Status generated =
        patients == 0
            ? done()
            : app::addGeneratedData(*created.practice, {patients, int(entries), quint64(seed)},
                                    context.progress);

    QJsonArray users;
    for (const app::FirstPerson &first : options.people)
        users.append(first.login.value());
    const QString recovery = created.recoveryKey.toString();
    QJsonObject json{
        {u"practice"_qs, folder.path()}, {u"recovery_key"_qs, recovery}, {u"users"_qs, users}};
    QString text = Ctl::tr("Cabinet créé : %1\nClé de secours, montrée cette seule fois :\n\n    "
                           "%2\n\nL’imprimer et la garder hors du cabinet.")
                       .arg(folder.path(), recovery);
    if (!generated.ok()) {
        const QString sentence = app::sentenceOf(generated.error());
        json.insert(u"error"_qs, QJsonObject{{u"code"_qs, generated.error().subject},
                                             {u"message"_qs, sentence}});
        text +=
            u"\n\n"_qs + Ctl::tr("Les patients inventés n’ont pas été ajoutés. %1").arg(sentence);
    }
    return Answer{json, text, generated.ok()};
}

QJsonArray referentialsOf(app::Practice &practice)
{
    QJsonArray array;
    if (const auto found = drugs::referentials(practice.connection()); found.ok())
        for (const drugs::Referential &one : *found)
            array.append(QJsonObject{{u"kind"_qs, one.kind},
                                     {u"version"_qs, one.version.toString(Qt::ISODate)}});
    return array;
}

Result<Answer> info(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    app::Practice &practice = *opened.practice;
    AMBROISE_TRY(const qint64 patients, practice.patients().count());
    AMBROISE_TRY(const qint64 entries, practice.records().count());
    AMBROISE_TRY(const auto accounts, practice.accounts().all());
    AMBROISE_TRY(const auto profile, practice.profile().get());
    const bool embedded = practice.database().engine() == storage::Engine::Embedded;
    return Answer{QJsonObject{{u"name"_qs, profile.name},
                              {u"engine"_qs, embedded ? u"sqlite"_qs : u"postgres"_qs},
                              {u"encrypted"_qs, embedded},
                              {u"schema"_qs, practice.schemaSteps()},
                              {u"patients"_qs, patients},
                              {u"entries"_qs, entries},
                              {u"users"_qs, accounts.size()},
                              {u"referentials"_qs, referentialsOf(practice)}},
                  Ctl::tr("%1\n%2 patients, %3 entrées, %4 comptes")
                      .arg(profile.name)
                      .arg(patients)
                      .arg(entries)
                      .arg(accounts.size())};
}

Result<Answer> join(const Context &context)
{
    const auto from = context.arguments.value(u"from"_qs);
    if (!from)
        return Error{ErrorCode::Invalid, u"cli.misuse"_qs, u"--from"_qs};
    const app::PracticeFolder folder(context.arguments.word(0));
    AMBROISE_CHECK(folder.joinFrom(app::PracticeFolder(*from)));
    // Somebody of the practice signs in once: the server answers, and the keys are the latest.
    const auto opened = openPractice(folder, context);
    if (!opened.ok()) {
        QDir(folder.path()).removeRecursively(); // made a moment ago: joinFrom wants it empty
        return opened.error();
    }
    AMBROISE_TRY(const auto profile, opened->practice->profile().get());
    return Answer{
        QJsonObject{{u"practice"_qs, folder.path()}, {u"name"_qs, profile.name}},
        Ctl::tr("Ce poste est ajouté au cabinet %1 : %2").arg(profile.name, folder.path())};
}

Result<Answer> check(const Context &context)
{
    QJsonArray findings;
    QString text;
    const auto add = [&](const QString &code, const QString &message) {
        findings.append(QJsonObject{{u"code"_qs, code}, {u"message"_qs, message}});
        text += code + u" : "_qs + message + u'\n';
    };
    auto opened = openPractice(context);
    if (!opened.ok()) {
        // Data that cannot be opened for being damaged are what this command is asked about.
        if (opened.error().code != ErrorCode::Corrupt)
            return opened.error();
        add(opened.error().subject, app::sentenceOf(opened.error()));
    } else {
        AMBROISE_TRY(const auto found, app::checkPractice(*opened->practice, context.progress));
        for (const app::Finding &finding : found)
            add(finding.code, finding.detail);
    }
    const bool good = findings.isEmpty();
    return Answer{QJsonObject{{u"ok"_qs, good}, {u"findings"_qs, findings}},
                  good ? Ctl::tr("Tout est en ordre.") : text, good};
}

} // namespace

QList<Command> practiceCommands()
{
    return {Command{u"practice"_qs,
                    u"create"_qs,
                    u"DOSSIER --name NOM [--engine sqlite|postgres --dsn URI] [--admin LOGIN "
                    u"--rpps N] [--demo] "
                    "[--patients N] [--entries-per-patient M] [--seed S]"_qs,
                    Ctl::tr("Crée un cabinet chiffré et montre sa clé de secours."),
                    1,
                    1,
                    {u"name"_qs, u"engine"_qs, u"dsn"_qs, u"admin"_qs, u"rpps"_qs, u"patients"_qs,
                     u"entries-per-patient"_qs, u"seed"_qs},
                    {u"demo"_qs},
                    false,
                    create},
            Command{u"practice"_qs,
                    u"join"_qs,
                    u"DOSSIER --from DOSSIER-D’UN-AUTRE-POSTE"_qs,
                    Ctl::tr("Ajoute ce poste à un cabinet dont les données sont sur un serveur."),
                    1,
                    1,
                    {u"from"_qs},
                    {},
                    true,
                    join},
            Command{u"practice"_qs,
                    u"info"_qs,
                    {},
                    Ctl::tr("Dit ce que contient le cabinet."),
                    0,
                    0,
                    {},
                    {},
                    true,
                    info},
            Command{u"practice"_qs,
                    u"check"_qs,
                    {},
                    Ctl::tr("Vérifie données, documents, ordonnances et journal."),
                    0,
                    0,
                    {},
                    {},
                    true,
                    check}};
}

} // namespace ambroise::ctl
