// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/vaccines.h>

#include <ambroise/core/text.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// A resource of a static library is registered by who needs it.
static void registerVaccines()
{
    Q_INIT_RESOURCE(prevention);
}

namespace ambroise::prevention {
namespace {

Error wrong(const QString &what)
{
    return {ErrorCode::Invalid, u"prevention.vaccines"_qs, u"vaccines.json:"_qs + what};
}

} // namespace

Result<Vaccines> Vaccines::parse(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonObject file = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return wrong(
            u"%1: %2"_qs.arg(json.left(parsing.offset).count('\n') + 1).arg(parsing.errorString()));
    if (!QDate::fromString(file.value(u"version"_qs).toString(), Qt::ISODate).isValid() ||
        file.value(u"source"_qs).toString().isEmpty())
        return wrong(u"1: no \"version\" or \"source\""_qs);
    Vaccines vaccines;
    const QJsonObject labels = file.value(u"valences"_qs).toObject();
    for (const QString &valence : labels.keys()) {
        vaccines.m_labels.insert(valence, labels.value(valence).toString());
        vaccines.m_order << valence;
    }
    for (const QJsonValue &one : file.value(u"vaccines"_qs).toArray()) {
        Vaccine vaccine;
        for (const QJsonValue &valence : one.toObject().value(u"valences"_qs).toArray())
            vaccine.valences << valence.toString();
        for (const QString &valence : vaccine.valences)
            if (!vaccines.m_labels.contains(valence))
                return wrong(u"1: unknown valence \"%1\""_qs.arg(valence));
        for (const QJsonValue &name : one.toObject().value(u"names"_qs).toArray()) {
            vaccine.name = name.toString();
            vaccine.folded = text::folded(vaccine.name);
            if (vaccine.folded.isEmpty() || vaccine.valences.isEmpty())
                return wrong(u"1: a vaccine without a name or without valences"_qs);
            vaccines.m_vaccines << vaccine;
        }
    }
    // « PRIORIX TETRA » is not « PRIORIX ».
    std::stable_sort(
        vaccines.m_vaccines.begin(), vaccines.m_vaccines.end(),
        [](const Vaccine &a, const Vaccine &b) { return a.folded.size() > b.folded.size(); });
    return vaccines;
}

Result<Vaccines> Vaccines::shipped()
{
    registerVaccines();
    QFile file(u":/ambroise/prevention/vaccines.json"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(u"1: missing"_qs);
    return parse(file.readAll());
}

QStringList Vaccines::valencesOf(QStringView name) const
{
    const QString folded = text::folded(name);
    for (const Vaccine &vaccine : m_vaccines) {
        const QChar next =
            folded.size() > vaccine.folded.size() ? folded.at(vaccine.folded.size()) : QChar(u' ');
        // « VAXIGRIPTETRA », « GARDASIL 9 » and « ENGERIX B20 »; a number goes on a number only.
        const bool other = vaccine.folded.back().isDigit() && next.isDigit();
        if (folded.startsWith(vaccine.folded) && !other)
            return vaccine.valences;
    }
    return {};
}

QString Vaccines::label(const QString &valence) const
{
    return m_labels.value(valence, valence);
}

QString Vaccines::labels(const QStringList &valences) const
{
    QStringList words;
    for (const QString &valence : valences)
        words << label(valence);
    return words.join(u", "_qs);
}

QStringList Vaccines::names() const
{
    QStringList names;
    for (const Vaccine &vaccine : m_vaccines)
        names << vaccine.name;
    names.sort();
    return names;
}

} // namespace ambroise::prevention
