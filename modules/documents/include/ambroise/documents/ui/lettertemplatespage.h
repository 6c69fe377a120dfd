// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/ui/letterservices.h>

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QStandardItemModel;

namespace ambroise::uikit {
class Button;
class FormField;
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

//! The letter templates of the practice: written, hidden and shown again; those that came with the
//! program may be put back as they came.
class LetterTemplatesPage final : public QWidget {
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
    void tell(const Error &error);
    void say(const QString &what);

    LetterTemplateServices m_services;
    QList<KeptTemplate> m_templates;
    std::optional<KeptTemplate> m_shown; //!< nothing: a new one
    QListView *m_list;
    QStandardItemModel *m_rows;
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
    uikit::MessageLine *m_told;
};

} // namespace ambroise::documents::ui
