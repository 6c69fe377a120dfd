// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

//! A small thesaurus, made up: the same as one document and as the ANSM's tables.
namespace ambroise::test {

inline QJsonObject thesaurusRow(const QString &a, const QString &b, const QString &levels,
                                const QString &risk = QStringLiteral("Risque."))
{
    return {{QStringLiteral("a"), a},
            {QStringLiteral("b"), b},
            {QStringLiteral("levels"), QJsonArray::fromStringList(levels.split(QLatin1Char('/')))},
            {QStringLiteral("risk"), risk},
            {QStringLiteral("advice"), QStringLiteral("Conduite.")}};
}

struct ThesaurusFixture {
    QString source = QStringLiteral("ANSM, Thésaurus des interactions, 15 septembre 2023");
    QJsonArray headings{heading(QStringLiteral("ALPHAMINE")), heading(QStringLiteral("LITHIUM")),
                        heading(QStringLiteral("BETAMINES"),
                                {QStringLiteral("betamine a"), QStringLiteral("betamine b"),
                                 QStringLiteral("gammamine")}),
                        heading(QStringLiteral("CALMANTS"),
                                {QStringLiteral("gammamine"), QStringLiteral("betamine b")})};
    QJsonArray rows{
        thesaurusRow(QStringLiteral("ALPHAMINE"), QStringLiteral("BETAMINES"),
                     QStringLiteral("CI/AD")),
        thesaurusRow(QStringLiteral("BETAMINES"), QStringLiteral("ALPHAMINE"),
                     QStringLiteral("AD/CI")),
        thesaurusRow(QStringLiteral("LITHIUM"), QStringLiteral("ALPHAMINE"), QStringLiteral("PE")),
        thesaurusRow(QStringLiteral("ALPHAMINE"), QStringLiteral("LITHIUM"), QStringLiteral("PE")),
        thesaurusRow(QStringLiteral("CALMANTS"), QStringLiteral("AUTRES CALMANTS"),
                     QStringLiteral("APC"))};

    static QJsonObject heading(const QString &name, const QStringList &members = {})
    {
        return {{QStringLiteral("name"), name},
                {QStringLiteral("substances"), QJsonArray::fromStringList(members)},
                {QStringLiteral("note"), QStringLiteral("Chapeau de ") + name}};
    }

    [[nodiscard]] QByteArray json() const
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("source"), source},
                                         {QStringLiteral("headings"), headings},
                                         {QStringLiteral("interactions"), rows}})
            .toJson();
    }

    //! The same as the ANSM's tables, as CSV.
    [[nodiscard]] static QHash<QString, QByteArray> tables()
    {
        return {{QStringLiteral("ansm_groupe_substance"),
                 "code;libelle;commentaire\n10;ALPHAMINE;\"Chapeau de ALPHAMINE\"\n"
                 "11;LITHIUM;Chapeau de LITHIUM\n12;betamine a;\n13;betamine b;\n14;gammamine;\n"},
                {QStringLiteral("ansm_classe_interaction"),
                 "code;libelle;commentaire\n1;BETAMINES;Chapeau de BETAMINES\n"
                 "2;CALMANTS;Chapeau de CALMANTS\n3;AUTRES CALMANTS;\n"},
                {QStringLiteral("ansm_classe_groupe_substance"),
                 "code_classe;code_groupe\n1;12\n1;13\n1;14\n2;14\n2;13\n"},
                {QStringLiteral("ansm_interaction"),
                 "code_groupe_1;code_classe_1;code_groupe_2;code_classe_2;niveau;risque;conduite;"
                 "date_modification\n"
                 "10;;;1;CI/ASDEC;Risque.;Conduite.;2023-09-15\n"
                 ";1;10;;CI/ASDEC;Risque.;Conduite.;2023-09-15\n"
                 "11;;10;;PE;Risque.;Conduite.;2023-09-01\n"
                 "10;;11;;PE;Risque.;Conduite.;2023-09-01\n"
                 ";2;;3;APEC;Risque.;Conduite.;2023-09-01\n"}};
    }
};

} // namespace ambroise::test
