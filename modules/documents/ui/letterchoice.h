// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/letterrepository.h>
#include <ambroise/documents/lettertemplates.h>

#include <QStandardItemModel>
#include <QWidget>

class QListView;

namespace ambroise::uikit {
class SearchField;
class SectionTitle;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

//! What a letter begins with: the templates, searched as one types, and under them the letters that
//! were signed.
class LetterChoice final : public QWidget {
    Q_OBJECT
public:
    explicit LetterChoice(QWidget *parent = nullptr);

    void setTemplates(const QList<KeptTemplate> &templates);
    void setSigned(const QList<SignedLetter> &letters);
    void focusSearch();
    //! The caret in the list, on that template; where it is not shown, on the first of that kind.
    void focusTemplate(const QString &key, LetterKind kind);
    //! No signed letter is chosen any more.
    void forgetSigned();

Q_SIGNALS:
    void templateChosen(const ambroise::documents::KeptTemplate &one);
    void signedChosen(const ambroise::documents::SignedLetter &letter);
    void left(); //!< Échap

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void filter();
    void choose();
    [[nodiscard]] const KeptTemplate *templateAt(const QModelIndex &index) const;

    QList<KeptTemplate> m_templates;
    QList<SignedLetter> m_signed;
    uikit::SearchField *m_search;
    QListView *m_list;
    QStandardItemModel *m_rows;
    uikit::SectionTitle *m_signedTitle;
    QListView *m_signedList;
    QStandardItemModel *m_signedRows;
};

} // namespace ambroise::documents::ui
