// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/templatespage.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/type.h>

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ambroise::record::ui {

TemplatesPage::TemplatesPage(TemplateServices services, QWidget *parent)
    : ListEditor(
          tr("Modèles de note"),
          tr("Dans une note, taper / et le nom du modèle. [PA] est un champ à remplir : Tab va de "
             "l’un "
             "à l’autre. Une ligne [S], [O], [A] ou [P] commence l’interrogatoire, l’examen, la "
             "conclusion ou la conduite."),
          tr("Nouveau modèle"), 200, parent)
    , m_services(std::move(services))
    , m_name(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_shared(new QCheckBox(tr("Partagé avec tout le cabinet"), this))
    , m_save(new uikit::Button(tr("Enregistrer le modèle"), {}, this))
    , m_remove(new uikit::Button(tr("Supprimer"), {}, this))
{
    build();
    connect(this, &ListEditor::chosen, this, &TemplatesPage::read);
    connect(this, &ListEditor::freshRequested, this, &TemplatesPage::begin);
    connect(m_save, &QPushButton::clicked, this, &TemplatesPage::save);
    connect(m_remove, &QPushButton::clicked, this, &TemplatesPage::remove);
}

void TemplatesPage::build()
{
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(uikit::scaled(280));
    auto *form = new uikit::FormGrid(1, this);
    m_nameField = form->add(tr("Nom, un mot"), m_name);
    form->add(tr("Texte"), m_text);
    form->add(m_shared);
    addForm(form);
    addAct(m_save);
    addAct(m_remove);
}

void TemplatesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(m_shown.id);
}

void TemplatesPage::refresh(NoteTemplateId chosen)
{
    const auto all = m_services.all();
    if (!all.ok()) {
        tellError(all.error());
        return;
    }
    m_templates = *all;
    QList<uikit::Row> rows;
    for (const NoteTemplate &one : std::as_const(m_templates))
        rows << uikit::Row{.title = one.name,
                           .right = one.owner == m_services.me ? QString() : tr("partagé"),
                           .strong = false};
    showRows(rows, uikit::rowToChoose(m_templates, [chosen](const NoteTemplate &one) {
                 return one.id == chosen;
             }));
}

void TemplatesPage::read(int row)
{
    if (row < 0 || row >= m_templates.size())
        return;
    m_shown = m_templates.at(row);
    m_nameField->setError({});
    m_name->setText(m_shown.name);
    m_text->setPlainText(m_shown.text);
    m_shared->setChecked(m_shown.shared);
    const bool mine = m_shown.owner == m_services.me;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_name, m_text, m_shared, m_save, m_remove})
        widget->setEnabled(mine);
}

void TemplatesPage::begin()
{
    chooseNone();
    m_shown = {};
    m_shown.owner = m_services.me;
    m_nameField->setError({});
    m_name->clear();
    m_text->clear();
    m_shared->setChecked(false);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_name, m_text, m_shared, m_save})
        widget->setEnabled(true);
    m_remove->setEnabled(false);
    m_name->setFocus(Qt::OtherFocusReason);
}

void TemplatesPage::save()
{
    NoteTemplate one = m_shown;
    one.name = m_name->text();
    one.text = m_text->toPlainText();
    one.shared = m_shared->isChecked();
    keep(one, tr("Modèle enregistré : /%1").arg(one.name.trimmed().toLower()));
}

void TemplatesPage::keep(const NoteTemplate &one, const QString &said)
{
    const auto id = m_services.save(one);
    if (!id.ok()) {
        tellError(id.error());
        return;
    }
    if (said.isEmpty())
        silence();
    else
        say(said);
    refresh(*id);
}

void TemplatesPage::remove()
{
    const Status removed = m_services.remove(m_shown.id);
    if (!removed.ok()) {
        tellError(removed.error());
        return;
    }
    NoteTemplate before = std::exchange(m_shown, {});
    before.id = {};
    say(tr("Modèle supprimé : /%1").arg(before.name), tr("Remettre"),
        [this, before] { keep(before, {}); });
    refresh();
}

void TemplatesPage::tellError(const Error &error)
{
    m_nameField->setError({});
    const bool ofName = error.subject == u"template.name" || error.subject == u"template.known";
    tellAt(ofName ? m_nameField : nullptr, m_services.explain(error));
}

} // namespace ambroise::record::ui
