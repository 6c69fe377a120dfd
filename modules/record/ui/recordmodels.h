// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/record/childgrowth.h>
#include <ambroise/record/ui/recordservices.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

#include <functional>

namespace ambroise::record::ui {

inline constexpr int SeriesRole =
    uikit::RowRole + 1; //!< QList<double>, oldest first: what a sparkline draws

//! What holds now, in sections. Each measure is one row: its last value and the curve of the ones
//! before. A section of which nothing is known says so.
class SummaryModel final : public QAbstractListModel {
    Q_OBJECT
public:
    //! The clock outlives it.
    explicit SummaryModel(const Clock &clock, QObject *parent = nullptr)
        : QAbstractListModel(parent)
        , m_clock(clock)
    {
    }

    //! `writable`: empty sections are shown too, to be filled in. The measures of a child whose
    //! birth date is known have their Z-score by that reference, the WHO's unless told.
    void set(const Overview &overview, const QList<DueLine> &due, bool writable,
             const std::optional<Examined> &examined = {}, const GrowthReference &reference = {});
    //! Says in words how a treatment is taken: there is room for what was typed alone.
    void setPosologyWords(std::function<QString(const NewEntry &treatment)> words);
    [[nodiscard]] static bool hasScores(const std::optional<Examined> &examined);
    [[nodiscard]] const Entry *lineAt(const QModelIndex &index) const; //!< null: nothing to change
    [[nodiscard]] std::optional<EntryKind> kindAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex firstLine() const;
    [[nodiscard]] TopicState stateOf(Topic topic) const { return m_topics.value(topic); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Item {
        uikit::Row row;
        QList<double> series{};
        std::optional<EntryKind> kind{}; //!< of its section, where it may be written in
        std::optional<Entry> line{};
    };
    void addSection(EntryKind kind, const QList<Entry> &entries, bool writable);
    void addTreatmentEnd(const Entry &treatment);
    void addMeasures(const QList<Entry> &measures);
    void addScores(const QList<Entry> &measures, const GrowthChild &child,
                   const GrowthReference &chosen);
    void addDue(const QList<DueLine> &due);

    [[nodiscard]] QString saidOf(const Item &item) const; //!< empty: what is shown tells all

    const Clock &m_clock;
    std::function<QString(const NewEntry &treatment)> m_posologyWords;
    QList<Item> m_items;
    qsizetype m_measuresAt = 0; //!< the title of the measures, where there are some
    QHash<Topic, TopicState> m_topics;
};

//! Consultations, letters, results, newest first, under their years.
class HistoryModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<Entry> &entries);
    [[nodiscard]] const Entry *entryAt(const QModelIndex &index) const; //!< null: a year
    [[nodiscard]] QModelIndex firstEntry() const;
    //! Newest first, each with how many entries it has.
    [[nodiscard]] const QList<std::pair<int, int>> &years() const { return m_years; }
    [[nodiscard]] int yearAt(const QModelIndex &index) const; //!< 0: no such row
    [[nodiscard]] QModelIndex rowOfYear(int year) const;      //!< its title
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Entry> m_entries;
    QList<int> m_rows; //!< an entry's index, or minus its year
    QList<std::pair<int, int>> m_years;
};

//! Its rows are measured without reading the text of each: a record has thousands.
class HistoryDelegate final : public uikit::TwoLineDelegate {
    Q_OBJECT
public:
    using uikit::TwoLineDelegate::TwoLineDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

//! A dense row with a small curve before its value.
class MeasureDelegate final : public uikit::DenseDelegate {
    Q_OBJECT
public:
    using uikit::DenseDelegate::DenseDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace ambroise::record::ui
