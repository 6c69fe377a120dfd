// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <words/sentences.h>

#include <ambroise/identity/insmatricule.h>
#include <ambroise/identity/names.h>
#include <ambroise/identity/sex.h>

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
                    normalise}};
}

} // namespace ambroise::ctl
