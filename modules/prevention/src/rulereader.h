// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/rulebook.h>

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace ambroise::prevention {

//! Reads the files into a book, and stops at the first thing that is wrong.
class RuleReader {
public:
    explicit RuleReader(RuleBook &book)
        : m_book(book)
    {
    }
    Status read(const RuleBook::File &file);
    //! Once every file is read: what names something names something that is there.
    Status checkNames() const;

private:
    Status readSources(const QJsonObject &sources);
    Status readSeasons(const QJsonObject &seasons);
    Status readConditions(const QJsonArray &conditions);
    Result<Rule> readRule(const QJsonObject &json);
    Result<Source> readSource(const QJsonObject &json);
    Result<Who> readWho(const QJsonObject &json);
    Result<Wait> readWait(const QJsonObject &json);
    Result<Schedule> readSchedule(const QJsonObject &json);
    Result<Series> readSeries(const QJsonArray &courses);
    Result<Dose> readDose(const QJsonObject &json);
    Result<Ages> readAges(const QJsonArray &steps);
    Result<Every> readEvery(const QJsonObject &json);
    Result<Seasonal> readSeasonal(const QJsonObject &json);
    Status only(const QJsonObject &json, const QStringList &keys) const;
    Result<Span> span(const QJsonObject &json, const QString &key) const;
    Result<std::optional<Span>> optionalSpan(const QJsonObject &json, const QString &key) const;
    [[nodiscard]] Error wrong(const QString &what) const;

    RuleBook &m_book;
    QString m_file;
    QByteArray m_json;
    QString m_rule; //!< being read
    QHash<QString, Source> m_sources;
    QHash<QString, QList<Season>> m_seasons;
    QHash<QString, QString> m_fileOf; //!< of a rule
};

} // namespace ambroise::prevention
