// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <practice/insilink.h>

#include <ambroise/identity/insisearch.h>

#include <QEventLoop>
#include <QJsonArray>

namespace ambroise::ctl {
namespace {

using identity::InsiAnswer;
using identity::InsiSearch;

//! The traits of a JSON file, by the names of `patient show`.
Result<InsiSearch::Wanted> wantedOf(const QJsonObject &json)
{
    const QString list = json.value(u"given_names").toString();
    const QString first = json.value(u"first_given_name").toString(list.section(u' ', 0, 0));
    AMBROISE_TRY(auto surname, identity::BirthSurname::parse(json.value(u"surname").toString()));
    AMBROISE_TRY(auto givenNames, identity::GivenNames::parse(list));
    AMBROISE_TRY(auto firstName, identity::GivenNames::parse(first));
    const auto sex = identity::sexOf(json.value(u"sex").toString());
    const QDate birth = QDate::fromString(json.value(u"birth_date").toString(), Qt::ISODate);
    AMBROISE_TRY(const auto place,
                 identity::BirthPlace::make(json.value(u"birth_place").toString(), {}));
    if (!sex)
        return Error{ErrorCode::Invalid, u"insi.sex"_qs, {}};
    if (!birth.isValid())
        return Error{ErrorCode::Invalid, u"date.shape"_qs, {}};
    return InsiSearch::Wanted{
        std::move(surname), std::move(firstName), std::move(givenNames), *sex, birth, place.code()};
}

QJsonObject jsonOf(const identity::InsiPerson &person)
{
    QJsonArray history;
    for (const identity::InsRecord &record : person.history)
        history << QJsonObject{{u"matricule"_qs, record.matricule},
                               {u"oid"_qs, record.oid},
                               {u"from"_qs, record.from},
                               {u"until"_qs, record.until}};
    const auto &ins = person.ins;
    return {{u"matricule"_qs, ins.matricule.toString()},
            {u"key_valid"_qs, ins.matricule.hasRightKey()},
            {u"oid"_qs, identity::oid(ins.authority)},
            {u"nature"_qs, identity::nature(ins.authority)},
            {u"surname"_qs, person.surname},
            {u"first_given_name"_qs, person.firstGivenName},
            {u"given_names"_qs, person.givenNames},
            {u"sex"_qs, person.sex},
            {u"birth_date"_qs, person.birthDate},
            {u"birth_place"_qs, person.birthPlace},
            {u"history"_qs, history}};
}

QString codeOf(InsiAnswer::Verdict verdict)
{
    switch (verdict) {
    case InsiAnswer::Verdict::Found:
        return u"00"_qs;
    case InsiAnswer::Verdict::Nobody:
        return u"01"_qs;
    case InsiAnswer::Verdict::Several:
        return u"02"_qs;
    }
    return {};
}

QString wordsFor(const InsiAnswer &answer)
{
    switch (answer.verdict) {
    case InsiAnswer::Verdict::Found:
        return Ctl::tr("%1 %2, %3, matricule %4")
            .arg(answer.person->surname, answer.person->givenNames, answer.person->birthDate,
                 answer.person->ins.matricule.grouped());
    case InsiAnswer::Verdict::Nobody:
        return Ctl::tr("Aucune identité trouvée.");
    case InsiAnswer::Verdict::Several:
        return Ctl::tr("Plusieurs identités trouvées. Ajouter le code du lieu de naissance.");
    }
    return {};
}

//! The future's result, once the event loop has brought it.
Result<InsiAnswer> await(const QFuture<Result<InsiAnswer>> &future)
{
    QEventLoop loop;
    QFutureWatcher<Result<InsiAnswer>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    loop.exec();
    return future.result();
}

Result<Answer> search(const Context &context)
{
    const QString path =
        context.arguments.value(u"config"_qs).value_or(qEnvironmentVariable("AMBROISE_INSI"));
    AMBROISE_TRY(const QJsonObject json, readJsonObject(context.arguments.word(0)));
    AMBROISE_TRY(const auto wanted, wantedOf(json));
    if (path.isEmpty())
        return Error{ErrorCode::Invalid, u"insi.not_set_up"_qs, {}};
    AMBROISE_TRY(const auto setup, app::InsiSetup::fromFile(path));
    AMBROISE_TRY(const auto link, app::InsiLink::open(setup, context.clock, {}));
    InsiSearch strategy(link->service());
    int calls = 0;
    AMBROISE_TRY(const InsiAnswer answer,
                 await(strategy.run(wanted, [&](const InsiSearch::Call &) { ++calls; })));
    QJsonObject result{
        {u"cr"_qs, codeOf(answer.verdict)},
        {u"individual"_qs, answer.person ? QJsonValue(jsonOf(*answer.person)) : QJsonValue()},
        {u"calls"_qs, calls},
        {u"message_id"_qs, answer.messageId},
        {u"simulated"_qs, answer.simulated}};
    return Answer{result, wordsFor(answer), answer.verdict == InsiAnswer::Verdict::Found};
}

} // namespace

QList<Command> insiCommands()
{
    return {Command{u"insi"_qs,
                    u"search"_qs,
                    u"FICHIER [--config FICHIER]"_qs,
                    Ctl::tr("Cherche une personne dans INSi, un prénom à la fois. Configuration : "
                            "--config ou AMBROISE_INSI."),
                    1,
                    1,
                    {u"config"_qs},
                    {},
                    false,
                    search}};
}

} // namespace ambroise::ctl
