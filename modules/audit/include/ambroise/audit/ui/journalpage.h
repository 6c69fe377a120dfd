// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>

#include <QFuture>
#include <QWidget>

#include <atomic>
#include <functional>
#include <memory>

class QListView;

namespace ambroise::uikit {
class Button;
class EmptyState;
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::audit::ui {

//! The words for what the journal holds as numbers and codes. An empty text: unknown, or not for
//! this reader.
struct JournalNames {
    std::function<QString(PatientId)> patient;    //!< "VASSEUR Madeleine"
    std::function<QString(UserId)> user;          //!< "Dr Claire Fontanel"
    std::function<QString(const QString &)> role; //!< "Médecin" of "medecin"
};

struct PatientChoice {
    PatientId id{};
    QString name{};
    QString detail{}; //!< sex, birth date
};

//! Set where a work is not wanted any more.
using Stop = std::shared_ptr<const std::atomic<bool>>;

//! What the page asks of the practice. `find`, `verify` and `save` work elsewhere than on the GUI
//! thread, the two latter with their progress in percent as text; the others answer within a frame.
//! `verify` stops where its future is cancelled. `save` is asked to stop, and then tells what came
//! of it all the same: the file may have been written by then.
struct JournalServices {
    JournalNames names{};
    //! Journals that the journal is being read; nothing is shown where it cannot.
    std::function<Status(PatientId narrowedTo)> opened;
    std::function<QFuture<Result<QList<Event>>>(const Filter &filter)> find;
    std::function<Result<QStringList>()> people;
    //! None where the reader may not search patients: a record is then named by its number.
    std::function<Result<QList<PatientChoice>>(const QString &typed)> searchPatients;
    std::function<QFuture<Result<Verdict>>()> verify;
    std::function<QFuture<Result<qint64>>(const QString &path, ExportFormat format,
                                          const Filter &filter, const Stop &stop)>
        save;
    std::function<QString(const Error &error)> explain;
};

//! *Journal des accès*: who saw or changed what, newest first, narrowed by person, patient, action
//! and dates, as far back as one scrolls; verified and exported while one reads on. Each time it
//! comes to the front is one reading, and journaled.
class JournalPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives the page.
    JournalPage(JournalServices services, const Clock &clock, QWidget *parent = nullptr);
    ~JournalPage() override;

    //! "Qui a vu ce dossier": nothing but this patient's events, whatever was asked before.
    void narrowTo(PatientId patient, const QString &name);

public Q_SLOTS:
    void verify();
    void chooseExport();
    void exportTo(const QString &path, ambroise::audit::ExportFormat format);

Q_SIGNALS:
    void backRequested(); //!< Échap

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void open();
    void ask();
    void showEmptiness();
    void told(const Result<Verdict> &verdict);
    void sayProblem(const Error &error);

    JournalServices m_services;
    class JournalFilters *m_filters;
    class EventModel *m_model;
    QListView *m_list;
    class WorkLine *m_work;
    uikit::MessageLine *m_problem;
    uikit::EmptyState *m_empty;
    uikit::Button *m_verify;
    uikit::Button *m_export;
};

} // namespace ambroise::audit::ui
