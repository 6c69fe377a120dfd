// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancedrugs.h"

#include "ordonnancewiring.h"

#include <words/sentences.h>

#include <ambroise/drugs/ui/druginspector.h>
#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/uikit/shortcuts.h>

#include <QAction>
#include <QApplication>
#include <QStackedWidget>

namespace ambroise::app {
namespace {
constexpr int searchResults = 100;
}

drugs::ui::DrugServices drugServices(Practice &practice)
{
    drugs::ui::DrugServices services;
    services.search = [&practice](const QString &typed) {
        return practice.drugs().search(typed, searchResults);
    };
    services.detail = [&practice](const QString &code) -> Result<drugs::DrugDetail> {
        AMBROISE_TRY(const auto cis, drugs::Cis::parse(code));
        return practice.drugs().detail(cis);
    };
    services.explain = sentenceOf;
    services.today = [&practice] {
        return practice.clock().today();
    };
    return services;
}

OrdonnanceDrugs::OrdonnanceDrugs(Practice &practice, QStackedWidget &pages,
                                 uikit::ActionMap &actions, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_pages(pages)
    , m_actions(actions)
    , m_inspector(new drugs::ui::DrugInspector(drugServices(practice)))
    , m_sheet(new drugs::ui::DrugPage(drugServices(practice), &pages))
{
    using uikit::Act;
    const QString group = tr("Ordonnance");
    m_openSheet = actions.key(Act{u"ordonnance.drug"_qs, tr("Fiche du médicament"), group},
                              Qt::Key_F2, [this] { openSheet(); });
    m_openGroup = actions.key(Act{u"ordonnance.group"_qs, tr("Autres du groupe générique"), group},
                              Qt::Key_F3, [this] { openGroup(); });
    m_toggleSide = actions.key(Act{u"ordonnance.side"_qs, tr("Volet de la ligne"), group},
                               Qt::SHIFT | Qt::Key_F2, [this] {
                                   if (m_page)
                                       m_page->toggleSide();
                               });
    m_pages.addWidget(m_sheet);
    m_sheet->setBack(tr("Ordonnance"));
    connect(m_sheet, &drugs::ui::DrugPage::backRequested, this, &OrdonnanceDrugs::closeSheet);
    connect(m_inspector, &drugs::ui::DrugInspector::sheetRequested, this,
            &OrdonnanceDrugs::openSheet);
    connect(m_inspector, &drugs::ui::DrugInspector::groupRequested, this,
            &OrdonnanceDrugs::openGroup);
    connect(m_inspector, &drugs::ui::DrugInspector::replacementChosen, this,
            &OrdonnanceDrugs::replace);
    connect(&m_pages, &QStackedWidget::currentChanged, this, &OrdonnanceDrugs::updateActs);
}

void OrdonnanceDrugs::follow(prescription::ui::OrdonnancePage &page, bool mayPrescribe)
{
    m_page = &page;
    m_inspector->setMayReplace(mayPrescribe);
    connect(&page, &prescription::ui::OrdonnancePage::drugShown, this,
            [this](const QString &cis, const QString &label) {
                m_inspector->show(cis, label);
                updateActs();
            });
    // Once the record has bound its own acts too.
    QMetaObject::invokeMethod(this, &OrdonnanceDrugs::updateActs, Qt::QueuedConnection);
}

bool OrdonnanceDrugs::isSheetShown() const
{
    return m_pages.currentWidget() == m_sheet;
}

void OrdonnanceDrugs::updateActs()
{
    const bool writing = m_page && m_pages.currentWidget() == m_page;
    m_openSheet->setEnabled(writing && !m_inspector->cis().isEmpty());
    m_openGroup->setEnabled(writing && m_inspector->hasGroup());
    m_toggleSide->setEnabled(writing);
    for (const QString &id :
         {u"ordonnance.sheet"_qs, u"ordonnance.print"_qs, u"ordonnance.name"_qs})
        if (QAction *act = m_actions.action(id))
            act->setEnabled(writing);
}

void OrdonnanceDrugs::openSheet()
{
    m_focusBefore = QApplication::focusWidget();
    m_sheet->show(m_inspector->cis());
    m_pages.setCurrentWidget(m_sheet);
    m_sheet->setFocus(Qt::ShortcutFocusReason);
}

void OrdonnanceDrugs::closeSheet()
{
    m_pages.setCurrentWidget(m_page);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void OrdonnanceDrugs::openGroup()
{
    m_page->showSide();
    m_inspector->openGroup();
}

void OrdonnanceDrugs::replace(const QString &cis)
{
    const auto code = drugs::Cis::parse(cis);
    const auto drug =
        code.ok() ? m_practice.drugs().byCis(*code) : Result<drugs::Drug>(code.error());
    if (!drug.ok()) {
        Q_EMIT failed(drug.error());
        return;
    }
    m_page->replaceDrug(drugChoice(*drug));
}

} // namespace ambroise::app
