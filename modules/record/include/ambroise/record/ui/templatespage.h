// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/notetemplate.h>
#include <ambroise/uikit/listeditor.h>

#include <functional>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace ambroise::uikit {
class FormField;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

struct TemplateServices {
    std::function<Result<QList<NoteTemplate>>()> all;
    std::function<Result<NoteTemplateId>(const NoteTemplate &one)> save;
    std::function<Status(NoteTemplateId id)> remove;
    std::function<QString(const Error &error)> explain;
    UserId me{}; //!< others' are read only
};

//! The templates of notes of a doctor, and those that others share: written, shared, removed.
class TemplatesPage final : public uikit::ListEditor {
    Q_OBJECT
public:
    explicit TemplatesPage(TemplateServices services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; //!< one may have been made in a note

private:
    void build();
    void refresh(NoteTemplateId chosen = {});
    void read(int row);
    void begin();
    void save();
    //! What is said of it; empty: nothing is.
    void keep(const NoteTemplate &one, const QString &said);
    void remove();
    void tellError(const Error &error);

    TemplateServices m_services;
    QList<NoteTemplate> m_templates;
    NoteTemplate m_shown;
    QLineEdit *m_name;
    QPlainTextEdit *m_text;
    QCheckBox *m_shared;
    uikit::FormField *m_nameField = nullptr;
    uikit::Button *m_save;
    uikit::Button *m_remove;
};

} // namespace ambroise::record::ui
