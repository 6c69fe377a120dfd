// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/dispensing/scan.h>

#include <QFuture>
#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class AskLine;
class MessageLine;
class Toast;
class EmptyState;
} // namespace ambroise::uikit

namespace ambroise::dispensing::ui {

//! A box, found by its code.
struct Box {
    QString cip13{};
    QString label{};
    QString lot{};
    bool substitutes = false; //!< another drug of the same generic group than the one prescribed
};

//! What the page asks of the practice, on the GUI thread, but for what answers a future.
struct DispensingServices {
    std::function<Result<ScannedOrdonnance>(const QString &codeText)> scan;
    //! The text of the ordonnance's code on an image or a PDF; read on another thread.
    std::function<QFuture<Result<QString>>(const QString &path)> readFile;
    //! Errors: those of drugs; Conflict "dispensation.other_drug" where the box is neither the drug
    //! nor of its group.
    std::function<Result<Box>(const QString &scanned, const prescription::Line &line)> box;
    std::function<Status(const QString &token, const prescription::Ordonnance &,
                         const QList<LineOutcome> &, int seen)>
        record;
    std::function<QString(const Error &error)> explain;
    std::function<QDate()> today; //!< the patient's age is told on that day
    //! Opens a camera over the page; null: there is none to open.
    std::function<void()> openCamera;
};

//! The counter of a pharmacy: scan, see that it is authentic, dispense line by line, record
//! once.
class DispensingPage final : public QWidget {
    Q_OBJECT
public:
    explicit DispensingPage(DispensingServices services, QWidget *parent = nullptr);
    ~DispensingPage() override;

    [[nodiscard]] const std::optional<ScannedOrdonnance> &scanned() const { return m_scanned; }
    //! Something was treated that is not recorded yet.
    [[nodiscard]] bool mayRecord() const;

public Q_SLOTS:
    //! From the scanner, at any time: an ordonnance's code, or the box for the selected line.
    void takeCode(const QString &text);
    void openFile(const QString &path);
    void chooseFile();
    void chooseCamera();
    void dispense(); //!< the selected line, what is prescribed
    void quantity();
    void refuse(); //!< with a reason
    void later();
    void recordAll();
    //! Gives up what is asked; else the next ordonnance. What is treated and not recorded is left
    //! only when asked twice.
    void next();

Q_SIGNALS:
    void recorded();
    void stateChanged();

private:
    void clear();
    void stopAsking();
    [[nodiscard]] bool mayLeave();
    void buildHead();
    void buildLines();
    void showScan(const Result<ScannedOrdonnance> &scanned);
    void showPatient();
    void showIssue(const Error &error);
    void takeBox(const QString &text);
    void set(LineOutcome outcome);
    void refreshLines();
    [[nodiscard]] int selectedLine() const;
    [[nodiscard]] int dueOf(int line) const;
    [[nodiscard]] bool mayTreat(int line);

    DispensingServices m_services;
    std::optional<ScannedOrdonnance> m_scanned;
    QString m_token;
    QList<LineOutcome> m_outcomes;
    uikit::MessageLine *m_proof;
    uikit::MessageLine *m_problem;
    class PaperHead *m_patient;
    QListView *m_view;
    class DispensingModel *m_model;
    uikit::EmptyState *m_empty;
    uikit::Toast *m_toast;
    uikit::AskLine *m_ask;
    std::function<void(const QString &)> m_answer; //!< what is done with what was asked
    bool m_warned = false;                         //!< that leaving loses what is not recorded
    int m_reading = 0;                             //!< which file is being read
};

} // namespace ambroise::dispensing::ui
