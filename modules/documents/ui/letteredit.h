// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/blanksedit.h>

namespace ambroise::documents::ui {

//! Shows what is left to be filled in, bold text and headings, the fields that are filled in late.
class LetterHighlighter final : public uikit::BlanksHighlighter {
    Q_OBJECT
public:
    using uikit::BlanksHighlighter::BlanksHighlighter;

protected:
    void highlightBlock(const QString &text) override;
};

//! The text of a letter, plain, as letterbody.h reads it.
class LetterEdit final : public uikit::BlanksEdit {
    Q_OBJECT
public:
    explicit LetterEdit(QWidget *parent = nullptr);
};

} // namespace ambroise::documents::ui
