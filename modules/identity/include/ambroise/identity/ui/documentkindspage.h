// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/documentkinds.h>

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;
class QListView;
class QModelIndex;

namespace ambroise::uikit {
class Button;
class FormField;
class Label;
class MessageLine;
class PrimaryButton;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::identity::ui {

//! The documents by which people prove who they are here, and how far each is trusted. What the
//! RNIV settles cannot be chosen; a trust that it does not know has to be answered for. Ctrl+↵
//! saves, Alt+N begins another, Suppr no longer offers the chosen one, Échap gives up what is
//! typed.
class DocumentKindsPage final : public QWidget {
    Q_OBJECT
public:
    struct Calls {
        std::function<Result<QList<ListedKind>>()> all;
        std::function<Status(const DocumentKind &kind)> add;
        std::function<Status(const ListedKind &before, const ListedKind &after)> change;
        std::function<QString(const Error &error)> explain;
    };
    explicit DocumentKindsPage(Calls calls, QWidget *parent = nullptr);

    //! What is kept now, unless something is being typed.
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildForm();
    void bindKeys();
    [[nodiscard]] DocumentKind typed() const;
    [[nodiscard]] bool isDirty() const;
    //! High trust that is the practice's own word.
    [[nodiscard]] bool isOwnTrust() const;
    void choose(const QModelIndex &now, const QModelIndex &before);
    void select(const QString &code);
    void beginNew();
    void giveUp();
    void showChosen();
    void update();
    void save();
    void toggleOffered();
    //! The list again, with that kind chosen.
    void kept(const Status &written, const QString &code, const QString &sentence);

    Calls m_calls;
    std::optional<ListedKind> m_chosen; //!< none: another one is being added
    class KindModel *m_model;
    QListView *m_list;
    uikit::MessageLine *m_message;
    QLineEdit *m_label;
    QLineEdit *m_code;
    uikit::Segmented *m_trust;
    uikit::Segmented *m_forWhom;
    uikit::FormField *m_labelField;
    uikit::FormField *m_trustField;
    uikit::FormField *m_forWhomField;
    uikit::Label *m_warning;
    QCheckBox *m_answered;
    uikit::PrimaryButton *m_save;
    uikit::Button *m_new;
    uikit::Button *m_retire;
};

} // namespace ambroise::identity::ui
