// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/protocolspage.h>

#include <ambroise/prescription/print.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QLineEdit>

namespace ambroise::prescription::ui {

ProtocolsPage::ProtocolsPage(ProtocolServices services, QWidget *parent)
    : ListEditor(tr("Modèles d’ordonnance"),
                 tr("Un modèle se fait dans une ordonnance, de ses lignes : Maj+F4. F4 l’insère. "
                    "Ses lignes sont contrôlées comme les autres."),
                 {}, 240, parent)
    , m_services(std::move(services))
    , m_name(new QLineEdit(this))
    , m_lines(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, false, this))
    , m_save(new uikit::Button(tr("Renommer"), {}, this))
    , m_remove(new uikit::Button(tr("Supprimer"), {}, this))
{
    m_lines->setWordWrap(true);
    auto *form = new uikit::FormGrid(1, this);
    m_nameField = form->add(tr("Nom"), m_name);
    form->add(tr("Lignes"), m_lines);
    addForm(form);
    addAct(m_save);
    addAct(m_remove);
    connect(this, &ListEditor::chosen, this, &ProtocolsPage::read);
    connect(m_save, &QPushButton::clicked, this, &ProtocolsPage::rename);
    connect(m_name, &QLineEdit::returnPressed, this, &ProtocolsPage::rename);
    connect(m_remove, &QPushButton::clicked, this, &ProtocolsPage::remove);
}

void ProtocolsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(m_shown.id);
}

void ProtocolsPage::refresh(ProtocolId chosen)
{
    const auto all = m_services.all();
    if (!all.ok()) {
        tellError(all.error());
        return;
    }
    m_protocols = *all;
    QList<uikit::Row> rows;
    for (const Protocol &one : std::as_const(m_protocols))
        rows << uikit::Row{.title = one.name,
                           .right = tr("%n ligne(s)", nullptr, int(one.lines.size())),
                           .strong = false};
    const int row =
        uikit::rowToChoose(m_protocols, [chosen](const Protocol &one) { return one.id == chosen; });
    showRows(rows, row);
    if (row < 0) {
        m_shown = {};
        m_name->clear();
        m_lines->setText(tr("Aucun modèle pour l’instant."));
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_name, m_save, m_remove})
        widget->setEnabled(row >= 0);
}

void ProtocolsPage::read(int row)
{
    if (row < 0 || row >= m_protocols.size())
        return;
    m_shown = m_protocols.at(row);
    m_nameField->setError({});
    m_name->setText(m_shown.name);
    QStringList lines;
    for (const Line &line : m_shown.lines)
        lines << line.label + u" : "_qs + printedPosology(line);
    m_lines->setText(lines.join(u'\n'));
}

void ProtocolsPage::rename()
{
    Protocol one = m_shown;
    one.name = m_name->text();
    keep(one, tr("Modèle enregistré : %1").arg(one.name.simplified()));
}

void ProtocolsPage::keep(const Protocol &one, const QString &said)
{
    const auto id = m_services.save(one);
    if (!id.ok()) {
        tellError(id.error());
        return;
    }
    m_nameField->setError({});
    if (said.isEmpty())
        silence();
    else
        say(said);
    refresh(*id);
}

void ProtocolsPage::remove()
{
    const Status removed = m_services.remove(m_shown.id);
    if (!removed.ok()) {
        tellError(removed.error());
        return;
    }
    Protocol before = std::exchange(m_shown, {});
    before.id = {};
    say(tr("Modèle supprimé : %1").arg(before.name), tr("Remettre"),
        [this, before] { keep(before, {}); });
    refresh();
}

void ProtocolsPage::tellError(const Error &error)
{
    const bool ofName = error.subject == u"protocol.name" || error.subject == u"protocol.known";
    tellAt(ofName ? m_nameField : nullptr, m_services.explain(error));
}

} // namespace ambroise::prescription::ui
