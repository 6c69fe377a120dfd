// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/history.h>
#include <ambroise/labs/ui/labservices.h>

#include <QWidget>

class QAction;
class QStackedWidget;
class QTableView;

namespace ambroise::uikit {
class ActionMap;
class Chip;
class EmptyState;
class Label;
class MessageLine;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::labs::ui {

//! *Résultats* of a record: the days beside each other, what is abnormal first, the curve of the
//! chosen analysis, the report's own text. ← → the day, ↑ ↓ the analysis, L read, D to be done
//! again.
class ResultsPage final : public QWidget {
    Q_OBJECT
public:
    explicit ResultsPage(LabServices services, QWidget *parent = nullptr);
    ~ResultsPage() override;

    //! Reads again; what is chosen stays chosen.
    void refresh();
    //! On the day of that report.
    void bring(LabReportId report);
    [[nodiscard]] int count() const { return int(m_reports.size()); }
    [[nodiscard]] QDate day() const;
    [[nodiscard]] QTableView *table() const { return m_table; }
    //! What the panel shows of the report.
    [[nodiscard]] QString reportText() const;
    //! Files that were dropped or chosen.
    void import(const QStringList &paths);

Q_SIGNALS:
    void changed();        //!< seen, imported, taken out
    void inboxRequested(); //!< where patients are chosen

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildCurve();
    void bindKeys();
    void fit();
    void step(int days);
    void showDay();
    void showAnalysis();
    void chooseRow(const QString &key);
    void readReports();
    void markSeen();
    void takeOut();
    void openFile();
    void saveImage();
    void chooseFiles();
    void tellImported(const Result<Imported> &imported);
    void tell(const Error &error);
    //! Of the day that is read, current ones; the first not seen before the others.
    [[nodiscard]] QList<KeptReport> ofDay() const;

    LabServices m_services;
    QList<KeptReport> m_reports;
    QList<LabReport> m_read; //!< the reports of the day, from their files
    uikit::ActionMap *m_keys;
    QAction *m_seen = nullptr;
    QAction *m_file = nullptr;
    QAction *m_import = nullptr;
    QAction *m_again = nullptr;
    uikit::Label *m_title;
    uikit::Label *m_detail;
    uikit::Chip *m_abnormal;
    uikit::Chip *m_state;
    uikit::MessageLine *m_problem;
    uikit::MessageLine *m_doubts;
    uikit::Toast *m_toast;
    uikit::EmptyState *m_empty;
    QStackedWidget *m_pages;
    QTableView *m_table;
    class ResultsModel *m_model;
    class CurveView *m_curve;
    class ReportPanel *m_panel;
    class RecheckLine *m_recheck;
    bool m_unread = false; //!< the line tells that the results could not be read
};

} // namespace ambroise::labs::ui
