// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/ui/documentspage.h>

class QStackedLayout;

namespace ambroise::uikit {
class ComparisonView;
class Label;
class MessageLine;
class PickLine;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

class DocumentView;

//! Two files of a record, the older one first: what changed in their words, or their pages side by
//! side, where words of one of them were not read from the beginning.
class ComparePane final : public QWidget {
    Q_OBJECT
public:
    struct Pair {
        DocumentRow beforeRow;
        DocumentRow afterRow;
        std::optional<FileContent> before{};
        std::optional<FileContent> after{};
        QString beforeWords{};
        QString afterWords{};
    };

    explicit ComparePane(QWidget *parent = nullptr);

    //! Asks for the other one of these; those of the same kind first. `rows`: the newest first.
    void begin(const DocumentRow &chosen, const QList<DocumentRow> &rows);
    void show(const Pair &pair);
    using QWidget::show;
    void clear();
    void turn(); //!< both
    [[nodiscard]] const DocumentRow &chosen() const { return m_chosen; }

Q_SIGNALS:
    //! The older one first.
    void picked(const ambroise::documents::ui::DocumentRow &before,
                const ambroise::documents::ui::DocumentRow &after);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QStringList find(const QString &typed);
    void take(int row);
    void showPages(bool pages);

    DocumentRow m_chosen{};
    QList<DocumentRow> m_rows;
    QList<DocumentRow> m_found;
    uikit::Label *m_title;
    uikit::PickLine *m_other;
    uikit::Segmented *m_how;
    uikit::MessageLine *m_note;
    QWidget *m_body;
    QStackedLayout *m_kinds;
    uikit::ComparisonView *m_words;
    QWidget *m_pages;
    uikit::Label *m_beforeTitle;
    uikit::Label *m_afterTitle;
    DocumentView *m_before;
    DocumentView *m_after;
};

} // namespace ambroise::documents::ui
