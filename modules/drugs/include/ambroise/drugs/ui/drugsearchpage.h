// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/ui/drugservices.h>

#include <QWidget>

class QListView;

namespace ambroise::uikit {
class EmptyState;
class SearchField;
} // namespace ambroise::uikit

namespace ambroise::drugs::ui {

class DrugPage;

//! Drugs outside of any record: found by typing at the left, read in the centre.
class DrugSearchPage final : public QWidget {
    Q_OBJECT
public:
    explicit DrugSearchPage(DrugServices services, QWidget *parent = nullptr);

    void begin();                  //!< the caret in the search
    void open(const QString &cis); //!< that drug's sheet
    [[nodiscard]] DrugPage *sheet() const { return m_sheet; }

Q_SIGNALS:
    void backRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &typed);
    void step(int by);

    DrugServices m_services;
    uikit::SearchField *m_line;
    QListView *m_list;
    class DrugModel *m_found;
    uikit::EmptyState *m_empty;
    DrugPage *m_sheet;
};

} // namespace ambroise::drugs::ui
