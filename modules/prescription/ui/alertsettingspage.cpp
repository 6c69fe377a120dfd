// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkwords.h"

#include <ambroise/prescription/ui/alertsettingspage.h>

#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {
namespace {

constexpr int widest = 760;

QString titleOf(CheckKind kind)
{
    QString word = kindWord(kind);
    return word.replace(0, 1, word.left(1).toUpper());
}

} // namespace

AlertSettingsPage::AlertSettingsPage(AlertSettingsServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_lowered(new uikit::MessageLine(uikit::Meaning::Caution, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(uikit::scaled(24), uikit::scaled(16), uikit::scaled(24),
                               uikit::scaled(16));
    column->setSpacing(uikit::scaled(12));
    column->addWidget(
        new uikit::Label(tr("Signaux"), uikit::TextRole::Page, uikit::Token::Text, true, this));
    auto *how = new uikit::Label(
        tr("Ce qui est montré aussitôt sous l’ordonnance. Le reste est replié : F6 le montre, le "
           "journal le garde. Les contre-indications et les signaux graves restent montrés."),
        uikit::TextRole::Body, uikit::Token::Text2, false, this);
    how->setWordWrap(true);
    how->setMaximumWidth(uikit::scaled(widest));
    column->addWidget(how);
    m_problem->hide();
    m_lowered->hide();
    m_lowered->addAct(tr("Tout rétablir"), {}, [this] { choose({}); });
    column->addWidget(m_problem);
    column->addWidget(m_lowered);
    auto *form = new uikit::FormGrid(2, this);
    form->setMaximumWidth(uikit::scaled(widest));
    for (const CheckKind kind : allCheckKinds())
        addKind(kind, *form);
    column->addWidget(form);
    column->addWidget(new uikit::Label(tr("Ce que disent les marques"), uikit::TextRole::Body,
                                       uikit::Token::Text, true, this));
    auto *marks = new uikit::Label(markWords().join(u'\n'), uikit::TextRole::Small,
                                   uikit::Token::Text2, false, this);
    marks->setWordWrap(true);
    column->addWidget(marks);
    column->addStretch();
    setFocusProxy(m_levels.value(CheckKind::Interaction));
    read();
}

void AlertSettingsPage::addKind(CheckKind kind, uikit::FormGrid &form)
{
    const bool graded = kind == CheckKind::Interaction;
    const QStringList words =
        graded ? QStringList{tr("Toutes"), tr("Dès PE"), tr("Dès AD"), tr("CI seules")}
               : QStringList{tr("Tous"), tr("Dès avertissement"), tr("Graves seuls")};
    auto *levels = new uikit::Segmented(titleOf(kind), words);
    m_levels.insert(kind, levels);
    form.add(titleOf(kind), levels);
    connect(levels, &uikit::Segmented::currentChanged, this, [this, kind](int chosen) {
        AlertSettings settings = m_settings;
        settings.setFrom(kind, AlertSettings::levels(kind).value(chosen));
        choose(settings);
    });
}

void AlertSettingsPage::read()
{
    const auto settings = m_services.get();
    m_problem->setVisible(!settings.ok());
    if (settings.ok())
        m_settings = *settings;
    else
        m_problem->setText(m_services.explain(settings.error()));
    tell();
}

void AlertSettingsPage::choose(const AlertSettings &chosen)
{
    const Status kept = m_services.keep(chosen);
    m_problem->setVisible(!kept.ok());
    if (kept.ok())
        m_settings = chosen;
    else
        m_problem->setText(m_services.explain(kept.error()));
    tell();
}

//! Said as long as it holds (HAS référentiel LAP 2016, criterion 69).
void AlertSettingsPage::tell()
{
    for (auto it = m_levels.cbegin(); it != m_levels.cend(); ++it) {
        const QSignalBlocker quiet(it.value());
        it.value()->setCurrent(
            int(AlertSettings::levels(it.key()).indexOf(m_settings.from(it.key()))));
    }
    QStringList kinds;
    for (const CheckKind kind : m_settings.lowered())
        kinds << kindWord(kind);
    const QString text =
        tr("Sous le niveau de sécurité par défaut : des signaux sont repliés (%1).")
            .arg(kinds.join(u", "_qs));
    const bool changed = text != m_lowered->text();
    m_lowered->setVisible(!kinds.isEmpty());
    m_lowered->setText(text);
    if (changed && !kinds.isEmpty())
        m_lowered->announce();
}

} // namespace ambroise::prescription::ui
