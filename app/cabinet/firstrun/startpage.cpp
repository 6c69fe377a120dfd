// SPDX-License-Identifier: GPL-3.0-or-later
#include "startpage.h"

#include "demonstration.h"
#include "openfolder.h"
#include "twosides.h"

#include <ambroise/access/ui/signinparts.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/type.h>

#include <QApplication>
#include <QButtonGroup>
#include <QShortcut>
#include <QVBoxLayout>

namespace ambroise::app::firstrun {

using access::ui::ChoiceRow;

StartPage::StartPage(const Post &post, crypto::Argon2Params params, const Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_sides(new TwoSides(this))
    , m_rows{new ChoiceRow(u"plus-lg"_qs, tr("Créer un cabinet"), u"Alt C"_qs),
             new ChoiceRow(u"door-open"_qs, tr("Ouvrir un cabinet"), u"Alt O"_qs),
             new ChoiceRow(u"people"_qs, tr("Découvrir une démonstration"), u"Alt D"_qs)}
    , m_open(new OpenFolder(post))
    , m_demonstration(new Demonstration(params, clock))
    , m_go(new uikit::PrimaryButton({}, u"↵"_qs))
    , m_back(new uikit::Button({}, tr("Échap")))
{
    build();
    bindKeys();
    connect(m_open, &OpenFolder::chosen, this, &StartPage::folderChosen);
    connect(m_demonstration, &Demonstration::ready, this, &StartPage::demonstrationReady);
    connect(m_demonstration, &Demonstration::changed, this, &StartPage::showWords);
    connect(m_go, &QPushButton::clicked, this, &StartPage::go);
    connect(m_back, &QPushButton::clicked, this, &StartPage::leave);
    choose(Way::Create);
}

void StartPage::build()
{
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < m_rows.size(); ++i) {
        group->addButton(m_rows.at(i), i);
        m_sides->left()->addWidget(m_rows.at(i));
    }
    m_sides->left()->addStretch();
    connect(group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            choose(Way(id));
    });
    QVBoxLayout *column = m_sides->page();
    column->addWidget(m_open);
    column->addWidget(m_demonstration);
    column->addSpacing(uikit::scaled(8));
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_go);
    acts->addWidget(m_back);
    acts->addStretch();
    column->addLayout(acts);
    column->addStretch();
    m_go->setTall(true);
    m_back->setTall(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_sides);
}

void StartPage::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    const auto bindWay = [&](Qt::Key key, Way way, QWidget *focus) {
        bind(Qt::ALT | key, [this, way, focus] {
            m_rows.at(int(way))->setChecked(true);
            focus->setFocus();
        });
    };
    bindWay(Qt::Key_C, Way::Create, m_go);
    bindWay(Qt::Key_O, Way::Open, m_open);
    bindWay(Qt::Key_D, Way::Demonstration, m_demonstration);
    bind(Qt::Key_Return, [this] {
        auto *button = qobject_cast<uikit::Button *>(QApplication::focusWidget());
        if (button)
            button->click();
        else
            go();
    });
    bind(Qt::Key_Enter, &StartPage::go);
    bind(Qt::CTRL | Qt::Key_Return, &StartPage::go);
    bind(Qt::Key_Escape, &StartPage::leave);
}

void StartPage::begin()
{
    m_demonstration->refresh();
    m_rows.at(int(m_way))->setFocus();
}

bool StartPage::isBusy() const
{
    return m_demonstration->isBusy();
}

void StartPage::setMayLeave(bool may)
{
    m_mayLeave = may;
    showWords();
}

void StartPage::setProblem(const QString &path, const QString &sentence)
{
    m_rows.at(int(Way::Open))->setChecked(true);
    m_open->setProblem(path, sentence);
}

void StartPage::choose(Way way)
{
    m_way = way;
    m_rows.at(int(way))->setChecked(true);
    m_open->setVisible(way == Way::Open);
    m_demonstration->setVisible(way == Way::Demonstration);
    showWords();
}

void StartPage::showWords()
{
    const bool busy = m_demonstration->isBusy();
    m_sides->setSubtitle(m_mayLeave ? tr("Un autre cabinet")
                                    : tr("Aucun cabinet n’est ouvert sur ce poste."));
    switch (m_way) {
    case Way::Create:
        m_sides->setHeading(tr("Créer un cabinet"),
                            tr("En deux minutes : le cabinet, l’emplacement des données, vous, le "
                               "secrétariat. À la fin, une clé de secours à imprimer."));
        m_go->setText(tr("Commencer"));
        break;
    case Way::Open:
        m_sides->setHeading(tr("Ouvrir un cabinet"),
                            tr("Un cabinet qui existe déjà, sur ce disque ou copié d’un autre "
                               "poste."));
        m_go->setText(tr("Ouvrir"));
        break;
    case Way::Demonstration:
        m_sides->setHeading(tr("Cabinet de démonstration"),
                            tr("Pour essayer Ambroise sans risque, avec des données inventées."));
        m_go->setText(busy                         ? tr("Création en cours…")
                      : m_demonstration->isThere() ? tr("Ouvrir la démonstration")
                                                   : tr("Créer la démonstration"));
        break;
    }
    for (ChoiceRow *row : std::as_const(m_rows))
        row->setEnabled(!busy);
    m_go->setEnabled(!busy);
    m_back->setText(busy ? tr("Annuler") : tr("Revenir"));
    m_back->setVisible(busy || m_mayLeave);
}

void StartPage::go()
{
    if (isBusy())
        return;
    switch (m_way) {
    case Way::Create:
        Q_EMIT createAsked();
        return;
    case Way::Open:
        m_open->submit();
        return;
    case Way::Demonstration:
        m_demonstration->submit();
        if (isBusy())
            setFocus(); // Échap gives it up, and ↵ pressed twice does not
        return;
    }
}

void StartPage::leave()
{
    if (isBusy())
        m_demonstration->giveUp();
    else if (m_mayLeave)
        Q_EMIT left();
}

} // namespace ambroise::app::firstrun
