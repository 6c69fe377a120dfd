// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/history.h>

#include <QWidget>

class QPlainTextEdit;

namespace ambroise::uikit {
class Label;
}

namespace ambroise::labs::ui {

//! What the laboratory says besides the table: of the chosen analysis, then the whole text of the
//! report, as it was written.
class ReportPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ReportPanel(QWidget *parent = nullptr);

    //! Null: nothing is chosen.
    void showResult(const LabResult *result);
    //! Of the report, or why there is none.
    void showText(const QString &text);
    //! In place of both, where there is no report.
    void showSentence(const QString &sentence);
    [[nodiscard]] QString text() const; //!< of the report, or the sentence

private:
    uikit::Label *m_title;
    uikit::Label *m_result;
    QPlainTextEdit *m_text;
};

//! The report as lines: results first where `withResults`, then every comment and every line of the
//! text.
[[nodiscard]] QString textOf(const LabReport &report, bool withResults);

} // namespace ambroise::labs::ui
