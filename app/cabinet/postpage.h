// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "post.h"

#include <QWidget>

class QLineEdit;

namespace ambroise::access::ui {
class Notice;
}
namespace ambroise::uikit {
class Button;
class FormField;
class PrimaryButton;
} // namespace ambroise::uikit

namespace ambroise::app {

class PostForm;

//! The settings' page *Poste*: its name, what it is used for, the library that reads cards, which
//! can be tried, and the reader of cartes Vitale. Ctrl+↵ saves.
class PostPage final : public QWidget {
    Q_OBJECT
public:
    explicit PostPage(const Post &post, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const ambroise::app::Post &post);

private:
    void build();
    void save();
    //! A field for a file, or a folder where there is no pattern, with a button that looks for one,
    //! and another button after it.
    uikit::FormField *fileField(QLineEdit &path, const QString &label, const QString &pattern,
                                QWidget *after = nullptr);
    void tryLibrary();

    Post m_post;
    PostForm *m_form;
    QLineEdit *m_library;
    uikit::FormField *m_libraryField = nullptr;
    QLineEdit *m_vitale;
    uikit::FormField *m_vitaleField = nullptr;
    QLineEdit *m_scans;
    uikit::FormField *m_scansField = nullptr;
    uikit::Button *m_try;
    uikit::PrimaryButton *m_save;
    access::ui::Notice *m_notice;
};

} // namespace ambroise::app
