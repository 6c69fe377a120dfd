// SPDX-License-Identifier: GPL-3.0-or-later
#include "drugjson.h"
#include "openpractice.h"

#include <QJsonArray>

namespace ambroise::ctl {
namespace {

Result<Answer> search(const Context &context)
{
    AMBROISE_TRY(const qint64 limit, context.arguments.number(u"limit"_qs, 20, 1, 1000));
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_TRY(const auto found,
                 opened.practice->drugs().search(context.arguments.words().join(u' '), int(limit)));
    QJsonArray array;
    QString text;
    for (const drugs::Drug &drug : found) {
        array.append(toJson(drug));
        text += drug.cis.toString() + u"  "_qs + drug.label + u'\n';
    }
    return Answer{array, text};
}

Result<Answer> show(const Context &context)
{
    AMBROISE_TRY(const auto cis, drugs::Cis::parse(context.arguments.word(0)));
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_TRY(const auto detail, opened.practice->drugs().detail(cis));
    const QJsonObject json = toJson(detail);
    return Answer{json, QString::fromUtf8(QJsonDocument(json).toJson())};
}

} // namespace

QList<Command> drugCommands()
{
    return {Command{u"drug"_qs,
                    u"search"_qs,
                    u"TEXTE [--limit N]"_qs,
                    Ctl::tr("Cherche un médicament, le plus probable d’abord."),
                    1,
                    50,
                    {u"limit"_qs},
                    {},
                    true,
                    search},
            Command{u"drug"_qs,
                    u"show"_qs,
                    u"CIS"_qs,
                    Ctl::tr("Dit tout ce que la base sait d’un médicament."),
                    1,
                    1,
                    {},
                    {},
                    true,
                    show}};
}

} // namespace ambroise::ctl
