// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/ui/labservices.h>

#include <QWidget>

class QAction;
class QListView;
class QStackedWidget;

namespace ambroise::uikit {
class ActionMap;
class EmptyState;
class Label;
class MessageLine;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::labs::ui {

//! *Résultats* of the practice: what nobody has read yet, the most urgent first, then the analyses
//! that were to be done again and did not come, then the reports whose patient a person has to
//! choose. L read and on to the next, X no longer awaited, ↵ the record, or the patient.
class InboxPage final : public QWidget {
    Q_OBJECT
public:
    explicit InboxPage(LabServices services, QWidget *parent = nullptr);
    ~InboxPage() override;

    //! The keyboard to the list.
    void begin();
    //! Reads again; what is chosen stays so.
    void follow();
    //! The first of those that wait for their patient.
    void bringWaiting();
    [[nodiscard]] LabReportId chosen() const;
    [[nodiscard]] QString reportText() const;
    void import(const QStringList &paths);

Q_SIGNALS:
    void openRequested(ambroise::PatientId patient, ambroise::labs::LabReportId report);
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    void bindKeys();
    void read();
    void showChosen();
    void showRecheck(const Recheck &recheck);
    void dropRecheck();
    void choose(LabReportId id, int otherwise);
    void openChosen();
    void markSeen();
    void openFile();
    void file(const KeptReport &report, PatientId patient, const QString &name);
    void tell(const Error &error);
    void tellImported(const Result<Imported> &imported);

    LabServices m_services;
    uikit::ActionMap *m_keys;
    QAction *m_seen = nullptr;
    QAction *m_open = nullptr;
    QAction *m_file = nullptr;
    QAction *m_import = nullptr;
    QAction *m_drop = nullptr;
    uikit::Label *m_title;
    uikit::Label *m_detail;
    uikit::MessageLine *m_problem;
    uikit::MessageLine *m_working;
    uikit::Toast *m_toast;
    uikit::EmptyState *m_empty;
    QStackedWidget *m_pages;
    QListView *m_list;
    class InboxModel *m_model;
    QStackedWidget *m_side;
    class ReportPanel *m_panel;
    class PatientChoice *m_choice;
    std::optional<LabReport> m_read{}; //!< the chosen one, from its file
    bool m_unread = false;             //!< the line tells that the list could not be read
};

} // namespace ambroise::labs::ui
