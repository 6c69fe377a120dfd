// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/entrysearch.h>

#include <QFuture>
#include <QTimer>
#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class EmptyState;
class Label;
class MessageLine;
class SearchField;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

//! An entry, and whose it is.
struct FoundLine {
    FoundEntry found{};
    QString patient{};
};

struct PracticeSearchServices {
    //! Off the window's thread.
    std::function<QFuture<Result<QList<FoundLine>>>(const QString &typed,
                                                    std::optional<EntryKind> kind)>
        find;
    //! How many entries of an older program are not in the index yet.
    std::function<Result<qint64>()> left;
    //! What was found stood there long enough to be read: to be journaled. Where it cannot be,
    //! nothing is shown any longer.
    std::function<Status(qsizetype count)> shown;
    std::function<QString(const Error &error)> explain;
};

class FoundModel;

//! Search in the records of the whole practice, as one types. ↑ ↓ choose while the caret stays in
//! the line, ↵ opens the record at the entry.
class PracticeSearchPage final : public QWidget {
    Q_OBJECT
public:
    explicit PracticeSearchPage(PracticeSearchServices services, QWidget *parent = nullptr);

    //! The caret in the line, what was typed before chosen.
    void begin();

Q_SIGNALS:
    void openRequested(ambroise::PatientId patient, ambroise::record::EntryId entry);

private:
    void build();
    void look();
    void show(const QString &typed, const Result<QList<FoundLine>> &found);
    void tell(const Error &error);
    void openChosen();
    [[nodiscard]] std::optional<EntryKind> kind() const;

    PracticeSearchServices m_services;
    uikit::SearchField *m_search;
    uikit::Segmented *m_kinds;
    uikit::Label *m_count;
    uikit::MessageLine *m_told;
    uikit::EmptyState *m_empty;
    QListView *m_list;
    FoundModel *m_model;
    QTimer m_read;      //!< until what is shown counts as read
    int m_question = 0; //!< an answer to a former one is not shown
};

} // namespace ambroise::record::ui
