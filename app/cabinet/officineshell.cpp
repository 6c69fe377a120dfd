// SPDX-License-Identifier: GPL-3.0-or-later
#include "officineshell.h"

#include "cameradialog.h"
#include "dispensingwiring.h"
#include "settingsview.h"
#include "statuswords.h"

#include <ambroise/codes/classify.h>
#include <ambroise/codes/ui/wedgefilter.h>

#include <QVBoxLayout>

namespace ambroise::app {

OfficineShell::OfficineShell(Practice &practice, access::Session session, const Post &post,
                             Door door, QWidget *parent)
    : Shell(practice, std::move(session), post, parent)
    , m_actions(this)
    , m_top(new uikit::TopBar(this))
    , m_pages(new QStackedWidget(this))
    , m_counter(new QWidget)
    , m_counterActions(m_counter)
    , m_page(new dispensing::ui::DispensingPage(
          dispensingServices(m_practice, m_session, [this] { openCamera(); }), m_counter))
    , m_bar(new uikit::ActionBar(m_counter))
    , m_status(new uikit::StatusBar(this))
{
    m_pages->addWidget(buildCounter());
    m_pages->addWidget(buildSettings(door));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_status);
    buildBars();
    bindKeys();
    auto *wedge = new codes::ui::WedgeFilter(*window());
    connect(this, &QObject::destroyed, wedge, &QObject::deleteLater);
    connect(wedge, &codes::ui::WedgeFilter::scanned, this, [this](const QString &text) {
        if (isVisible() && m_counter->isVisible())
            m_page->takeCode(text);
    });
}

QWidget *OfficineShell::buildCounter()
{
    auto *layout = new QVBoxLayout(m_counter);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_page, 1);
    layout->addWidget(m_bar);
    return m_counter;
}

QWidget *OfficineShell::buildSettings(Door door)
{
    auto *page = new QWidget;
    auto *settings = new SettingsView(m_practice, m_session, m_post, door, page);
    connect(settings, &SettingsView::backRequested, this, [this] { showSettings(false); });
    connect(settings, &SettingsView::preferencesChanged, this, &Shell::preferencesChanged);
    connect(settings, &SettingsView::practiceRenamed, this, &Shell::practiceRenamed);
    connect(settings, &SettingsView::postChanged, this, &Shell::postChanged);
    connect(settings, &SettingsView::referentialsChanged, this,
            [this] { fillStatus(*m_status, m_practice, m_post); });
    page->setFocusProxy(settings);
    m_settingsBar = new uikit::ActionBar(page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(settings, 1);
    layout->addWidget(m_settingsBar);
    return page;
}

void OfficineShell::showSettings(bool shown)
{
    const auto profile = m_practice.profile().get();
    m_top->setTitle(profile.ok() ? profile->name : QString(),
                    shown ? tr("Réglages") : tr("Ordonnances"));
    if (QAction *settings = m_actions.action(u"go.settings"_qs))
        settings->setText(shown ? tr("Revenir aux ordonnances") : tr("Réglages"));
    m_pages->setCurrentIndex(shown ? 1 : 0);
    if (shown)
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    else
        m_page->setFocus();
}

OfficineShell::~OfficineShell() = default;

void OfficineShell::buildBars()
{
    showSettings(false);
    m_top->setUser(m_session.account().person.displayName());
    connect(m_top, &uikit::TopBar::lockRequested, this, &Shell::lockRequested);
    fillStatus(*m_status, m_practice, m_post);
}

void OfficineShell::bindKeys()
{
    using uikit::Act;
    const QString group = tr("Officine");
    auto *page = m_page;
    m_bar->addAct(m_counterActions.letter(Act{u"officine.dispense"_qs, tr("Délivrer"), group}, 'D',
                                          [page] { page->dispense(); }));
    m_bar->addAct(m_counterActions.letter(Act{u"officine.quantity"_qs, tr("Quantité"), group}, 'Q',
                                          [page] { page->quantity(); }));
    m_bar->addAct(m_counterActions.letter(Act{u"officine.refuse"_qs, tr("Ne pas délivrer"), group},
                                          'X', [page] { page->refuse(); }));
    m_bar->addAct(m_counterActions.letter(Act{u"officine.later"_qs, tr("Plus tard"), group}, 'P',
                                          [page] { page->later(); }));
    QAction *record =
        m_counterActions.key(Act{u"officine.record"_qs, tr("Enregistrer"), group},
                             Qt::CTRL | Qt::Key_Return, [page] { page->recordAll(); });
    m_bar->setPrimary(record);
    const auto follow = [page, record] {
        record->setEnabled(page->mayRecord());
    };
    connect(page, &dispensing::ui::DispensingPage::stateChanged, record, follow);
    follow();
    m_counterActions.key(Act{u"officine.camera"_qs, tr("Caméra"), group}, Qt::Key_F2,
                         [page] { page->chooseCamera(); });
    m_counterActions.key(Act{u"officine.file"_qs, tr("Fichier"), group}, Qt::Key_F3,
                         [page] { page->chooseFile(); });
    m_counterActions.key(Act{u"officine.clear"_qs, tr("Ordonnance suivante"), group},
                         Qt::Key_Escape, [page] { page->next(); });
    m_actions.key(Act{u"session.lock"_qs, tr("Verrouiller"), tr("Session")}, Qt::CTRL | Qt::Key_L,
                  [this] { Q_EMIT lockRequested(); });
    QAction *settings =
        m_actions.key(Act{u"go.settings"_qs, tr("Réglages"), tr("Session")}, Qt::ALT | Qt::Key_7,
                      [this] { showSettings(m_counter->isVisible()); });
    m_bar->addSecondary(settings);
    m_settingsBar->addSecondary(settings);
}

void OfficineShell::openCamera()
{
    const auto found = scanWithCamera(*this, [this](const codes::DecodedSymbol &symbol) {
        return codes::kindOf(symbol) == codes::CodeKind::Ordonnance || m_page->scanned();
    });
    if (found)
        m_page->takeCode(QString::fromLatin1(*found));
}

void OfficineShell::resume()
{
    if (!focusWidget())
        m_page->setFocus();
}

} // namespace ambroise::app
