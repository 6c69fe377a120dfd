// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/textcomparison.h>

#include <QPlainTextEdit>

namespace ambroise::uikit {

//! The text of a comparison, with a sign in the margin of the lines that changed.
class ComparedText final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ComparedText(QWidget *parent = nullptr);

    //! `whole`: every line; else those around the changes, with what was left out counted.
    void write(const text::Comparison &comparison, bool whole);
    void choose(const text::Comparison::Change &change);

Q_SIGNALS:
    void dressed(); //!< in another theme: to be written again

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintMargin(const QRect &dirty);

    class Margin;
    Margin *m_margin;
    QList<int> m_blocks; //!< of the text, by line; -1: left out
    QStringList m_signs; //!< by block
};

} // namespace ambroise::uikit
