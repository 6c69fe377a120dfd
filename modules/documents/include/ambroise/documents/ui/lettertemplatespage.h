// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/ui/letterservices.h>
#include <ambroise/uikit/listeditor.h>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ambroise::uikit {
class FormField;
class Label;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

//! The letter templates of the practice: written, hidden and shown again; those that came with the
//! program may be put back as they came.
class LetterTemplatesPage final : public uikit::ListEditor {
    Q_OBJECT
public:
    explicit LetterTemplatesPage(LetterTemplateServices services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; //!< one may have been made in a letter

private:
    void build();
    void refresh(const QString &chosen);
    void read(int row);
    void begin();
    void save();
    void hideOrShow();
    void restore();
    void tellError(const Error &error);

    LetterTemplateServices m_services;
    QList<KeptTemplate> m_templates;
    std::optional<KeptTemplate> m_shown; //!< nothing: a new one
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLineEdit *m_subject;
    QPlainTextEdit *m_text;
    uikit::FormField *m_nameField = nullptr;
    uikit::FormField *m_subjectField = nullptr;
    uikit::FormField *m_textField = nullptr;
    uikit::Label *m_source;
    uikit::Button *m_save;
    uikit::Button *m_hide;
    uikit::Button *m_restore;
};

} // namespace ambroise::documents::ui
