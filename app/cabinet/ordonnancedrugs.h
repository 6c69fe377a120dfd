// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/drugs/ui/drugservices.h>

#include <QObject>
#include <QPointer>

class QAction;
class QStackedWidget;

namespace ambroise::drugs::ui {
class DrugInspector;
class DrugPage;
} // namespace ambroise::drugs::ui
namespace ambroise::prescription::ui {
class OrdonnancePage;
}
namespace ambroise::uikit {
class ActionMap;
}

namespace ambroise::app {

//! What the drug widgets need, from an open practice, which must outlive them.
[[nodiscard]] drugs::ui::DrugServices drugServices(Practice &practice);

//! The drugs beside the ordonnance being written: the inspector follows the page, F2 opens the
//! whole sheet in its place, F3 the others of the group, one of which may replace it. The acts of
//! the ordonnance, these and the record's own, can be done only while the page is the one in front.
class OrdonnanceDrugs final : public QObject {
    Q_OBJECT
public:
    OrdonnanceDrugs(Practice &practice, QStackedWidget &pages, uikit::ActionMap &actions,
                    QObject *parent);

    //! To be given to the page.
    [[nodiscard]] drugs::ui::DrugInspector *inspector() const { return m_inspector; }
    void follow(prescription::ui::OrdonnancePage &page, bool mayPrescribe);
    //! Whether the whole sheet stands in the place of the ordonnance.
    [[nodiscard]] bool isSheetShown() const;

Q_SIGNALS:
    //! A drug that was chosen could not be read: the ordonnance is as it was.
    void failed(const ambroise::Error &error);

private:
    void openSheet();
    void closeSheet();
    void openGroup();
    void replace(const QString &cis);
    void updateActs();

    Practice &m_practice;
    QStackedWidget &m_pages;
    uikit::ActionMap &m_actions;
    drugs::ui::DrugInspector *m_inspector;
    drugs::ui::DrugPage *m_sheet;
    prescription::ui::OrdonnancePage *m_page = nullptr;
    QPointer<QWidget> m_focusBefore;
    QAction *m_openSheet;
    QAction *m_openGroup;
    QAction *m_toggleSide;
};

} // namespace ambroise::app
