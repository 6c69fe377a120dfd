// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

#include <QMetaType>
#include <QPalette>
#include <QStyledItemDelegate>

#include <optional>

namespace ambroise::uikit {

struct RowChip {
    Meaning meaning = Meaning::Info;
    QString text;
    QString icon = {};
};

//! What a row of a list shows. A model gives it for RowRole, and `sentence` of it (or a better
//! sentence) for Qt::AccessibleTextRole.
struct Row {
    QString lead = {}; //!< before all: a time, a day; equal digits
    QString icon = {}; //!< after it, 13
    QString title;
    QString rest = {};      //!< after the title, lighter
    QString secondary = {}; //!< the second line
    QString right = {};     //!< a date, a count, a state
    std::optional<RowChip> chip = {};
    bool chipFirst = false; //!< chip on the first line and `right` under it; else the contrary
    bool strong = true;     //!< the title in 600: unread, the datum that matters
    bool section = false; //!< the title of a group, `right` its count; not selectable by the model
};

inline constexpr int RowRole = Qt::UserRole + 100;

//! No frame, hover, smooth scrolling, on that ground: Base in the work area, AlternateBase in a
//! side column.
void prepareList(QAbstractItemView &view, QPalette::ColorRole ground = QPalette::Base);

//! The row in one breath, for a screen reader.
[[nodiscard]] QString sentence(const Row &row);

//! What a model of such rows answers: the row itself, its sentence as text and for a screen reader.
//! No tooltip: the delegate shows the sentence where it was cut.
[[nodiscard]] QVariant rowData(const Row &row, int role);

//! Selection as `soft` and a bar, hover, dotted frame of the focus: what both delegates share.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    //! `height` at 96 dpi and text size 1.
    RowDelegate(int height, QObject *parent);

    void setSeparators(bool separators) { m_separators = separators; }
    void setInset(int pixels) { m_inset = pixels; } //!< 12 in columns, 16 in the work area

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

protected:
    //! From RowRole unless a delegate knows better.
    [[nodiscard]] virtual Row row(const QModelIndex &index) const;
    //! In `rect`, insets taken off.
    virtual void paintRow(QPainter &painter, const QRect &rect, const Theme &theme,
                          const Row &row) const = 0;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    int m_height;
    int m_inset = 12;
    bool m_separators = false;
};

//! Two lines: 42 in the history, 46 in the waiting list, 50 in the mail.
class TwoLineDelegate : public RowDelegate {
    Q_OBJECT
public:
    explicit TwoLineDelegate(int height = 46, QObject *parent = nullptr);

protected:
    void paintRow(QPainter &painter, const QRect &rect, const Theme &theme,
                  const Row &row) const override;
};

//! One line: 20 in the summary, 26 to 30 in lists; `secondary` is not shown.
class DenseDelegate : public RowDelegate {
    Q_OBJECT
public:
    explicit DenseDelegate(int height = 20, QObject *parent = nullptr);

protected:
    void paintRow(QPainter &painter, const QRect &rect, const Theme &theme,
                  const Row &row) const override;
};

} // namespace ambroise::uikit

Q_DECLARE_METATYPE(ambroise::uikit::Row)
