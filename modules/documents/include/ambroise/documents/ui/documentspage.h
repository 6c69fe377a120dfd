// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/documents/documentrepository.h>

#include <QFuture>
#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class Column;
class EmptyState;
class MessageLine;
class SearchField;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

class ComparePane;
class DocumentList;
class DocumentView;
class FilingForm;

//! A file that is in the record, as the list shows it.
struct DocumentRow {
    DocumentId id;
    QString title{};
    QDate day{};
    QString kind{};   //!< « Courrier »
    QString author{}; //!< who filed it
    bool hasText = false;
};

enum class FilingKind { Letter, Result, Document };

//! A file from outside that was looked at: what it may be filed as.
struct LookedAt {
    FileContent content;
    QString name{}; //!< of the file
    QString title{};
    QDate day{};
    QString path{};                       //!< where it came from; empty: from no file
    FilingKind kind = FilingKind::Letter; //!< proposed
};

//! A consultation that a file may belong to.
struct ConsultationRow {
    qint64 key = 0; //!< of the record's entry
    QString title{};
    QDate day{};
};

//! What a file is filed as.
struct Filing {
    FileContent content;
    QString name{};
    QString title{};
    QDate day{};
    FilingKind kind = FilingKind::Letter;
    qint64 consultation = 0; //!< ConsultationRow::key; 0: none
    QString path{};          //!< LookedAt::path
};

struct DocumentServices {
    std::function<Result<QList<DocumentRow>>()> rows; //!< the newest first
    std::function<Result<FileContent>(DocumentId id)> open;
    //! What was read of it; empty where nothing was, or not yet.
    std::function<Result<QString>(DocumentId id)> words;
    //! Reads and judges a file, on a thread.
    std::function<QFuture<Result<LookedAt>>(const QString &path)> look;
    std::function<Result<DocumentId>(const Filing &filing)> file;
    //! That a file may belong to, the newest first.
    std::function<QList<ConsultationRow>()> consultations;
    std::function<QString(const Error &error)> explain;
    bool mayFile = false;
};

//! The files of a record: the list, what is chosen, and at the right what comes in, to be filed one
//! after the other by the keyboard. Files are dropped on it, or chosen.
class DocumentsPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    DocumentsPage(DocumentServices services, const Clock &clock, QWidget *parent = nullptr);

    void refresh();
    void begin(); //!< the caret in the list
    //! Looks at the files and proposes them to be filed.
    void take(const QStringList &paths);
    //! The same of what was looked at already: a photograph.
    void take(const LookedAt &file);
    void choose(DocumentId id);
    [[nodiscard]] int count() const; //!< filed
    //! What is in front, filed or not; nothing: none is.
    [[nodiscard]] const std::optional<FileContent> &shown() const { return m_shown; }
    [[nodiscard]] bool isFiling() const { return !m_incoming.isEmpty(); }
    void fileCurrent();
    //! The file is left where it came from.
    void leaveCurrent();
    void turn();
    //! What is chosen in the list, with another one of the record that is picked.
    void compare();
    void leaveComparison();
    [[nodiscard]] bool isComparing() const;
    void tell(const Error &error, const QString &about = {});

Q_SIGNALS:
    void filed(ambroise::documents::DocumentId id);
    void changed(); //!< what may be done
    void importRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void show(const QModelIndex &index);
    void open(const FileContent &content);
    void showIncoming();
    void filter();
    void propose();
    void showPair(const DocumentRow &one, const DocumentRow &other);

    DocumentServices m_services;
    const Clock &m_clock;
    QList<DocumentRow> m_rows;
    QList<LookedAt> m_incoming;
    std::optional<FileContent> m_shown;
    uikit::SearchField *m_search;
    QListView *m_list;
    DocumentList *m_model;
    uikit::EmptyState *m_empty;
    uikit::MessageLine *m_problem;
    uikit::MessageLine *m_progress;
    DocumentView *m_view;
    FilingForm *m_form;
    uikit::Column *m_columns = nullptr;
    ComparePane *m_compare;
    int m_looking = 0; //!< files being looked at
};

} // namespace ambroise::documents::ui
