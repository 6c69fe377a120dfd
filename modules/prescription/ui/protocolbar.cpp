// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocolbar.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/pickline.h>
#include <ambroise/uikit/shortcuts.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {

ProtocolBar::ProtocolBar(const OrdonnanceServices &services, std::function<QList<Line>()> lines,
                         QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_lines(std::move(lines))
    , m_pick(new uikit::PickLine(
          [this](const QString &typed) {
              QStringList names;
              m_found.clear();
              for (const Protocol &one : m_protocols)
                  if (text::folded(one.name).contains(text::folded(typed))) {
                      m_found << one;
                      names << tr("%1 (%n ligne(s))", nullptr, int(one.lines.size())).arg(one.name);
                  }
              return names;
          },
          tr("Modèles d’ordonnance"), this))
    , m_name(new uikit::AskLine(this))
{
    m_pick->line()->setPlaceholderText(tr("Modèle d’ordonnance"));
    m_pick->line()->setAccessibleName(tr("Modèle d’ordonnance"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pick);
    layout->addWidget(m_name);
    m_pick->hide();
    hide();
    connect(m_pick, &uikit::PickLine::taken, this, &ProtocolBar::take);
    connect(m_name, &uikit::AskLine::answered, this, &ProtocolBar::keep);
    connect(m_name, &uikit::AskLine::givenUp, this, &ProtocolBar::close);
    auto *keys = new uikit::ActionMap(parent); // of what is there while this is hidden
    const QString group = tr("Ordonnance");
    keys->key({u"ordonnance.protocol"_qs, tr("Modèle"), group}, Qt::Key_F4, [this] { open(); });
    keys->key({u"ordonnance.make_protocol"_qs, tr("Faire un modèle"), group},
              Qt::SHIFT | Qt::Key_F4, [this] { askName(); });
}

void ProtocolBar::open()
{
    if (!m_mayPrescribe || !m_services.protocols.all)
        return;
    const auto all = m_services.protocols.all();
    if (!all.ok()) {
        Q_EMIT failed(all.error());
        return;
    }
    m_protocols = *all;
    if (m_protocols.isEmpty()) {
        Q_EMIT said(tr("Aucun modèle. Maj+F4 en fait un des lignes de l’ordonnance."));
        return;
    }
    m_name->finish();
    m_pick->setText({});
    show();
    m_pick->show();
    m_pick->open();
    m_pick->line()->setFocus(Qt::ShortcutFocusReason);
}

void ProtocolBar::take(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    const Protocol chosen = m_found.at(row);
    close();
    Q_EMIT picked(chosen.lines);
    Q_EMIT said(tr("Modèle inséré : %1").arg(chosen.name));
}

void ProtocolBar::askName()
{
    if (!m_mayPrescribe || !m_services.protocols.save)
        return;
    if (m_lines().isEmpty()) {
        Q_EMIT failed({ErrorCode::Invalid, u"protocol.empty"_qs, {}});
        return;
    }
    m_pick->hide();
    show();
    m_name->ask(tr("Nom du modèle"), tr("Garder ces lignes"));
}

void ProtocolBar::keep(const QString &name)
{
    const auto id = m_services.protocols.save({{}, name, m_lines()});
    if (!id.ok()) { // the name stands there, to be mended
        Q_EMIT failed(id.error());
        return;
    }
    close();
    Q_EMIT said(tr("Modèle gardé : %1. F4 l’insère.").arg(name.simplified()));
}

void ProtocolBar::close()
{
    m_pick->close();
    m_pick->hide();
    m_name->finish();
    hide();
    Q_EMIT closed();
}

void ProtocolBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::prescription::ui
