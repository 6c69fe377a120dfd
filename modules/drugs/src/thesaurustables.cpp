// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmtext.h"
#include "thesaurusbuilder.h"

#include <ambroise/core/csv.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ambroise::drugs {
namespace {

using Fields = QHash<QString, QString>;

//! A table, whatever form it was published in.
class Table {
public:
    static Result<Table> read(const QString &name, const QByteArray &content)
    {
        if (content.size() > largestThesaurus)
            return thesaurusRefusal(u"ansm.too_large"_qs, name);
        if (content.trimmed().isEmpty())
            return thesaurusRefusal(u"ansm.empty"_qs, name);
        Table table;
        table.m_name = name;
        const Status read =
            content.trimmed().startsWith('[') ? table.readJson(content) : table.readLines(content);
        AMBROISE_CHECK(read);
        return table;
    }

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QList<Fields> &rows() const { return m_rows; }

    Status needs(const QStringList &columns) const
    {
        for (const QString &column : columns)
            if (!m_rows.isEmpty() && !m_rows.first().contains(column))
                return thesaurusRefusal(u"ansm.columns"_qs, m_name);
        return done();
    }

private:
    Status readJson(const QByteArray &content)
    {
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(content, &error);
        if (error.error != QJsonParseError::NoError)
            return thesaurusRefusal(
                content.trimmed().endsWith(']') ? u"ansm.syntax"_qs : u"ansm.truncated"_qs, m_name);
        for (const QJsonValue &value : document.array()) {
            Fields fields;
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                fields.insert(it.key(), it.value().toVariant().toString().trimmed());
            m_rows << fields;
        }
        return done();
    }

    Status readLines(const QByteArray &content)
    {
        const auto text = decoded(content);
        if (!text.ok())
            return thesaurusRefusal(u"ansm.encoding"_qs, m_name);
        if (!text->endsWith(u'\n'))
            return thesaurusRefusal(u"ansm.truncated"_qs, m_name);
        QStringList header;
        QChar separator;
        qsizetype number = 0;
        QString pending; // a value in quotes may hold a line feed
        for (const QString &line : text->chopped(1).split(u'\n')) {
            ++number;
            pending += line;
            if (pending.count(u'"') % 2 != 0) {
                pending += u'\n';
                continue;
            }
            const QString whole = pending.trimmed();
            if (header.isEmpty()) {
                separator = whole.contains(u'\t') ? u'\t' : whole.contains(u';') ? u';' : u',';
                header = csv::values(whole, separator);
            } else if (!whole.isEmpty()) {
                const QStringList values = csv::values(pending, separator);
                if (values.size() != header.size())
                    return thesaurusRefusal(u"ansm.columns"_qs, m_name, number);
                Fields fields;
                for (qsizetype i = 0; i < values.size(); ++i)
                    fields.insert(header.at(i).trimmed(), values.at(i).trimmed());
                m_rows << fields;
            }
            pending.clear();
        }
        return pending.isEmpty() ? done()
                                 : Status(thesaurusRefusal(u"ansm.truncated"_qs, m_name, number));
    }

    QString m_name;
    QList<Fields> m_rows;
};

//! Puts the tables together by their codes.
class Joiner {
public:
    Joiner(const QHash<QString, QByteArray> &tables, QList<LineRemark> &rejected)
        : m_tables(tables)
        , m_rejected(rejected)
        , m_builder(u"ansm_interaction"_qs)
    {
    }

    Result<Thesaurus> join()
    {
        AMBROISE_CHECK(readGroups());
        AMBROISE_CHECK(readClasses());
        AMBROISE_CHECK(readInteractions());
        AMBROISE_TRY(Thesaurus whole, m_builder.finish(m_newest));
        AMBROISE_CHECK(addSubstances(whole));
        return whole;
    }

private:
    Result<Table> table(const QString &name, const QStringList &columns)
    {
        if (!m_tables.contains(name))
            return Error{ErrorCode::NotFound, u"ansm.missing_file"_qs, name};
        AMBROISE_TRY(const Table table, Table::read(name, m_tables.value(name)));
        AMBROISE_CHECK(table.needs(columns));
        return table;
    }

    Status readGroups()
    {
        AMBROISE_TRY(const Table groups,
                     table(u"ansm_groupe_substance"_qs, {u"code"_qs, u"libelle"_qs}));
        for (qsizetype i = 0; i < groups.rows().size(); ++i) {
            const Fields &row = groups.rows().at(i);
            const QString code = row.value(u"code"_qs);
            if (code.isEmpty() || m_groups.contains(code))
                return thesaurusRefusal(u"ansm.duplicate"_qs, groups.name(), i + 1);
            m_groups.insert(code, row.value(u"libelle"_qs));
            AMBROISE_CHECK(m_builder.addHeading(row.value(u"libelle"_qs), {},
                                                row.value(u"commentaire"_qs), i + 1));
        }
        return done();
    }

    Status readClasses()
    {
        AMBROISE_TRY(const Table classes,
                     table(u"ansm_classe_interaction"_qs, {u"code"_qs, u"libelle"_qs}));
        AMBROISE_TRY(const Table members, table(u"ansm_classe_groupe_substance"_qs,
                                                {u"code_classe"_qs, u"code_groupe"_qs}));
        for (const Fields &row : classes.rows())
            m_classes.insert(row.value(u"code"_qs), row.value(u"libelle"_qs));
        QHash<QString, QStringList> membersOf;
        for (qsizetype i = 0; i < members.rows().size(); ++i) {
            const QString cls = members.rows().at(i).value(u"code_classe"_qs);
            const QString group = members.rows().at(i).value(u"code_groupe"_qs);
            if (!m_classes.contains(cls) || !m_groups.contains(group))
                return thesaurusRefusal(u"ansm.unknown_name"_qs, members.name(), i + 1);
            membersOf[cls] << m_groups.value(group);
        }
        for (qsizetype i = 0; i < classes.rows().size(); ++i) {
            const Fields &row = classes.rows().at(i);
            const QStringList labels = membersOf.value(row.value(u"code"_qs));
            if (labels.isEmpty() && saysWhatItMeans(row.value(u"libelle"_qs)))
                continue;
            if (labels.isEmpty())
                return thesaurusRefusal(u"ansm.unknown_name"_qs, classes.name(), i + 1);
            AMBROISE_CHECK(m_builder.addHeading(row.value(u"libelle"_qs), labels,
                                                row.value(u"commentaire"_qs), i + 1));
        }
        return done();
    }

    [[nodiscard]] QString sideOf(const Fields &row, const QString &which) const
    {
        const QString group = row.value(u"code_groupe_"_qs + which);
        return group.isEmpty() ? m_classes.value(row.value(u"code_classe_"_qs + which))
                               : m_groups.value(group);
    }

    Status readInteractions()
    {
        AMBROISE_TRY(const Table rows,
                     table(u"ansm_interaction"_qs,
                           {u"code_groupe_1"_qs, u"code_classe_1"_qs, u"code_groupe_2"_qs,
                            u"code_classe_2"_qs, u"niveau"_qs, u"risque"_qs, u"conduite"_qs}));
        for (qsizetype i = 0; i < rows.rows().size(); ++i) {
            const Fields &row = rows.rows().at(i);
            const QString level = row.value(u"niveau"_qs).toUpper();
            if (level == u"NEG" || level == u"TEXTE") {
                m_rejected.append({rows.name(), int(i + 1), u"ansm.row.no_constraint"_qs});
                continue;
            }
            AMBROISE_CHECK(m_builder.addRow(sideOf(row, u"1"_qs), sideOf(row, u"2"_qs),
                                            level.split(u'/'), row.value(u"risque"_qs),
                                            row.value(u"conduite"_qs), i + 1));
            const QDate day =
                QDate::fromString(row.value(u"date_modification"_qs).left(10), Qt::ISODate);
            if (day.isValid() && (!m_newest.isValid() || day > m_newest))
                m_newest = day;
        }
        return done();
    }

    Status addSubstances(Thesaurus &whole)
    {
        const QString name = u"ansm_substance_groupe_substance"_qs;
        if (!m_tables.contains(name))
            return done();
        AMBROISE_TRY(const Table rows, table(name, {u"code_substance"_qs, u"code_groupe"_qs}));
        for (qsizetype i = 0; i < rows.rows().size(); ++i) {
            const Fields &row = rows.rows().at(i);
            const QString group = row.value(u"code_groupe"_qs);
            if (!m_groups.contains(group))
                return thesaurusRefusal(u"ansm.unknown_name"_qs, name, i + 1);
            whole.groups[m_builder.group(m_groups.value(group))].substances
                << row.value(u"code_substance"_qs);
        }
        return done();
    }

    const QHash<QString, QByteArray> &m_tables;
    QList<LineRemark> &m_rejected;
    ThesaurusBuilder m_builder;
    QHash<QString, QString> m_groups;  //!< labels by code
    QHash<QString, QString> m_classes; //!< labels by code
    QDate m_newest;
};

} // namespace

Result<Thesaurus> readThesaurusTables(const QHash<QString, QByteArray> &tables,
                                      QList<LineRemark> &rejected)
{
    return Joiner(tables, rejected).join();
}

} // namespace ambroise::drugs
