// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <words/sentences.h>

#include <ambroise/identity/comparison.h>
#include <ambroise/identity/insmatricule.h>
#include <ambroise/identity/names.h>
#include <ambroise/identity/sex.h>
#include <ambroise/identity/status.h>

#include <QJsonArray>

namespace ambroise::ctl {
namespace {

template <class T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

Result<Answer> check(const Context &context)
{
    const auto check = identity::InsCheck::of(context.arguments.words().join(u' '));
    QJsonObject json{{u"valid"_qs, check.valid},
                     {u"number"_qs, check.number},
                     {u"key"_qs, check.key},
                     {u"expected_key"_qs, check.expectedKey},
                     {u"sex"_qs, check.sex ? QJsonValue(code(*check.sex)) : QJsonValue()},
                     {u"year"_qs, orNull(check.year)},
                     {u"month"_qs, orNull(check.month)},
                     {u"place"_qs, check.place}};
    const QString why =
        check.valid ? QString() : app::sentenceOf({ErrorCode::Invalid, check.why, {}});
    if (!check.valid)
        json.insert(u"why"_qs, why);
    return Answer{json, check.valid ? Ctl::tr("Matricule juste.") : why, check.valid};
}

Result<Answer> normalise(const Context &context)
{
    const QString name = context.arguments.value(u"field"_qs).value_or(QString());
    if (name != u"nom" && name != u"prenom")
        return Error{ErrorCode::Invalid, u"cli.misuse"_qs, u"--field nom|prenom"_qs};
    const auto field =
        name == u"nom" ? identity::NameField::BirthSurname : identity::NameField::GivenNames;
    const QString text = context.arguments.word(0);
    const auto verdict = context.arguments.has(u"strict"_qs) ? identity::validateStrict(field, text)
                                                             : identity::normalise(field, text);
    QString why;
    if (verdict.fault)
        why = app::sentenceOf(
            {ErrorCode::Invalid, identity::subjectOf(*verdict.fault), verdict.offending});
    return Answer{QJsonObject{{u"value"_qs, verdict.value},
                              {u"valid"_qs, verdict.isValid()},
                              {u"why"_qs, why}},
                  verdict.isValid() ? verdict.value : why, verdict.isValid()};
}

std::optional<identity::ToldTraits> toldIn(const QJsonObject &file, const QString &source)
{
    if (!file.value(source).isObject())
        return std::nullopt;
    const QJsonObject told = file.value(source).toObject();
    const auto text = [&told](const QString &name) {
        return told.value(name).toString();
    };
    return identity::ToldTraits{text(u"surname"_qs),     text(u"given_names"_qs),
                                text(u"birth_date"_qs),  text(u"sex"_qs),
                                text(u"birth_place"_qs), text(u"birth_place_name"_qs),
                                source == u"document"};
}

QJsonObject jsonOf(const identity::Comparison &comparison)
{
    QJsonObject json;
    for (const identity::ComparedTrait &one : comparison.traits())
        json.insert(code(one.trait), code(one.agreement));
    return json;
}

//! What the identity may become: by INSi's answer, by the document, by both.
QJsonArray nextStatuses(identity::IdentityStatus now, bool byInsi, bool byDocument)
{
    using identity::IdentityStatus;
    const bool retrieved = now == IdentityStatus::Retrieved || now == IdentityStatus::Qualified;
    const bool checked = now == IdentityStatus::Validated || now == IdentityStatus::Qualified;
    QJsonArray next;
    const auto add = [&](bool wanted, const identity::IdentityFacts &facts) {
        const QString status = code(facts.status());
        if (wanted && facts.status() != now && !next.contains(status))
            next.append(status);
    };
    add(byInsi, {true, checked});
    add(byDocument, {retrieved, true});
    add(byInsi && byDocument, {true, true});
    return next;
}

Result<Answer> compare(const Context &context)
{
    AMBROISE_TRY(const QJsonObject file, readJsonObject(context.arguments.word(0)));
    const auto insi = toldIn(file, u"insi"_qs);
    const auto local = toldIn(file, u"local"_qs);
    const auto document = toldIn(file, u"document"_qs);
    const auto status = identity::statusOf(file.value(u"status").toString(u"PROV"_qs));
    if (!local || !status || (!insi && !document))
        return Error{ErrorCode::Invalid, u"cli.file"_qs, context.arguments.word(0)};
    QJsonObject json;
    bool byInsi = false;
    if (insi) {
        const auto compared = identity::Comparison::of(*insi, *local);
        json.insert(u"insi_local"_qs, jsonOf(compared));
        byInsi = compared.isCompatible();
    }
    bool byDocument = false;
    if (document) {
        const auto compared = identity::Comparison::of(insi.value_or(*local), *document);
        json.insert(insi ? u"insi_document"_qs : u"local_document"_qs, jsonOf(compared));
        byDocument = compared.isCompatible();
    }
    // Where INSi tells another person, the document proves nothing about this record.
    const QJsonArray next = nextStatuses(*status, byInsi, byDocument && (!insi || byInsi));
    json.insert(u"status"_qs, code(*status));
    json.insert(u"next"_qs, next);
    QStringList words;
    for (const QJsonValue &one : next)
        words << one.toString();
    return Answer{json,
                  words.isEmpty() ? Ctl::tr("Aucun autre statut n’est permis.") : words.join(u' ')};
}

} // namespace

QList<Command> identityCommands()
{
    return {Command{u"ins"_qs,
                    u"check"_qs,
                    u"MATRICULE"_qs,
                    Ctl::tr("Vérifie un matricule et sa clé."),
                    1,
                    20,
                    {},
                    {},
                    false,
                    check},
            Command{u"ins"_qs,
                    u"normalise"_qs,
                    u"--field nom|prenom [--strict] TEXTE"_qs,
                    Ctl::tr("Met un nom dans la forme d’un trait strict, ou dit pourquoi il ne "
                            "peut pas l’être."),
                    1,
                    1,
                    {u"field"_qs},
                    {u"strict"_qs},
                    false,
                    normalise},
            Command{u"ins"_qs,
                    u"compare"_qs,
                    u"FICHIER"_qs,
                    Ctl::tr("Compare les traits d’INSi, du dossier et d’une pièce."),
                    1,
                    1,
                    {},
                    {},
                    false,
                    compare}};
}

} // namespace ambroise::ctl
