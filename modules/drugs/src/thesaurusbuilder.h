// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/thesaurus.h>

#include <QHash>

namespace ambroise::drugs {

//! Bytes. That of 2023 has 1.2 million.
constexpr qint64 largestThesaurus = 64LL * 1024 * 1024;

Error thesaurusRefusal(const QString &subject, const QString &where, qsizetype number = 0);

//! "AUTRES …", "… (AUTRES)" and what is named by a route: a side that has no heading of its own.
[[nodiscard]] bool saysWhatItMeans(QStringView name);

//! Puts a thesaurus together by the names of its sides, and judges the whole.
class ThesaurusBuilder {
public:
    explicit ThesaurusBuilder(QString source)
        : m_source(std::move(source))
    {
    }

    //! The group of that label, made where there is none.
    int group(const QString &label);
    //! Errors: "ansm.duplicate".
    Status addHeading(const QString &name, const QStringList &members, const QString &note,
                      qsizetype number);
    //! Errors: "ansm.unknown_name", "ansm.duplicate", "ansm.level".
    Status addRow(const QString &a, const QString &b, const QStringList &levels,
                  const QString &risk, const QString &advice, qsizetype number);

    //! Errors: "ansm.empty", "ansm.version", "ansm.asymmetric".
    Result<Thesaurus> finish(QDate version);

private:
    Result<ThesaurusSide> side(const QString &name, qsizetype number);
    [[nodiscard]] Status checkSymmetry() const;

    QString m_source;
    Thesaurus m_thesaurus;
    QHash<QString, int> m_groups;
    QHash<QString, ThesaurusSide> m_sides;
    QHash<std::pair<QString, QString>, qsizetype> m_rows;
};

} // namespace ambroise::drugs
