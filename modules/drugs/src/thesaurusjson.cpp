// SPDX-License-Identifier: GPL-3.0-or-later
#include "thesaurusbuilder.h"

#include <ambroise/core/text.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

namespace ambroise::drugs {
namespace {

//! The date at the end of "ANSM, Thésaurus des interactions médicamenteuses, 15 septembre 2023".
QDate dateIn(const QString &source)
{
    static const QStringList months = {u"JANVIER"_qs, u"FEVRIER"_qs,  u"MARS"_qs,
                                       u"AVRIL"_qs,   u"MAI"_qs,      u"JUIN"_qs,
                                       u"JUILLET"_qs, u"AOUT"_qs,     u"SEPTEMBRE"_qs,
                                       u"OCTOBRE"_qs, u"NOVEMBRE"_qs, u"DECEMBRE"_qs};
    QString last = source.section(u',', -1).trimmed();
    if (const QDate iso = QDate::fromString(last, Qt::ISODate); iso.isValid())
        return iso;
    const QStringList words = text::foldedWords(last);
    if (words.size() != 3)
        return {};
    const QString day = words.at(0) == u"1ER" ? u"1"_qs : words.at(0);
    return {words.at(2).toInt(), int(months.indexOf(words.at(1)) + 1), day.toInt()};
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &one : value.toArray())
        list << one.toString();
    return list;
}

Status addHeadings(ThesaurusBuilder &builder, const QJsonArray &headings)
{
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const QJsonObject heading = headings.at(i).toObject();
        AMBROISE_CHECK(builder.addHeading(heading.value(u"name").toString(),
                                          strings(heading.value(u"substances")),
                                          heading.value(u"note").toString(), i + 1));
    }
    return done();
}

Status addRows(ThesaurusBuilder &builder, const QJsonArray &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        AMBROISE_CHECK(builder.addRow(row.value(u"a").toString(), row.value(u"b").toString(),
                                      strings(row.value(u"levels")), row.value(u"risk").toString(),
                                      row.value(u"advice").toString(), i + 1));
    }
    return done();
}

Result<QJsonObject> documentOf(const QString &name, QByteArrayView json)
{
    if (json.size() > largestThesaurus)
        return thesaurusRefusal(u"ansm.too_large"_qs, name);
    if (json.toByteArray().trimmed().isEmpty())
        return thesaurusRefusal(u"ansm.empty"_qs, name);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(json);
    if (decoder.hasError())
        return thesaurusRefusal(u"ansm.encoding"_qs, name);
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        const bool cut = text.trimmed().startsWith(u'{') && error.offset + 1 >= json.size();
        return thesaurusRefusal(
            cut || !text.trimmed().endsWith(u'}') ? u"ansm.truncated"_qs : u"ansm.syntax"_qs, name);
    }
    if (!document.object().value(u"interactions").isArray() ||
        !document.object().value(u"headings").isArray())
        return thesaurusRefusal(u"ansm.syntax"_qs, name);
    return document.object();
}

} // namespace

Result<Thesaurus> readThesaurus(const QString &name, QByteArrayView json)
{
    AMBROISE_TRY(const QJsonObject document, documentOf(name, json));
    ThesaurusBuilder builder(name);
    AMBROISE_CHECK(addHeadings(builder, document.value(u"headings").toArray()));
    AMBROISE_CHECK(addRows(builder, document.value(u"interactions").toArray()));
    return builder.finish(dateIn(document.value(u"source").toString()));
}

} // namespace ambroise::drugs
