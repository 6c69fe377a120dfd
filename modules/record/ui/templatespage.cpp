// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/templatespage.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>

namespace ambroise::record::ui {

TemplatesPage::TemplatesPage(TemplateServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_list(new QListView(this))
    , m_names(new QStringListModel(this))
    , m_name(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_shared(new QCheckBox(tr("Partagé avec tout le cabinet"), this))
    , m_save(new uikit::Button(tr("Enregistrer le modèle"), {}, this))
    , m_remove(new uikit::Button(tr("Supprimer"), {}, this))
    , m_told(new uikit::MessageLine(uikit::Meaning::Done, this))
{
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { read(index.row()); });
    connect(m_save, &QPushButton::clicked, this, &TemplatesPage::save);
    connect(m_remove, &QPushButton::clicked, this, &TemplatesPage::remove);
}

void TemplatesPage::build()
{
    m_list->setModel(m_names);
    m_list->setAccessibleName(tr("Modèles"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFixedWidth(uikit::scaled(200));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(uikit::scaled(280));
    m_told->hide();
    auto *title = new uikit::Label(tr("Modèles de note"), uikit::TextRole::Page, uikit::Token::Text,
                                   true, this);
    auto *how = new uikit::Label(
        tr("Dans une note, taper / et le nom du modèle. [PA] est un champ à remplir : Tab va de "
           "l’un "
           "à l’autre. Une ligne [S], [O], [A] ou [P] commence l’interrogatoire, l’examen, la "
           "conclusion ou la conduite."),
        uikit::TextRole::Small, uikit::Token::Text2, false, this);
    how->setWordWrap(true);
    auto *form = new uikit::FormGrid(1, this);
    m_nameField = form->add(tr("Nom, un mot"), m_name);
    form->add(tr("Texte"), m_text);
    form->add(m_shared);
    auto *fresh = new uikit::Button(tr("Nouveau modèle"), {}, this);
    connect(fresh, &QPushButton::clicked, this, &TemplatesPage::begin);
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(fresh);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_save);
    acts->addWidget(m_remove);
    acts->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(form);
    right->addLayout(acts);
    right->addStretch();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(uikit::scaled(16));
    columns->addLayout(left);
    columns->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(24), uikit::scaled(16), uikit::scaled(24),
                               uikit::scaled(16));
    layout->setSpacing(uikit::scaled(10));
    layout->addWidget(title);
    layout->addWidget(how);
    layout->addWidget(m_told);
    layout->addLayout(columns, 1);
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
        tell(all.error());
        return;
    }
    m_templates = *all;
    QStringList names;
    int row = m_templates.isEmpty() ? -1 : 0;
    for (int i = 0; i < m_templates.size(); ++i) {
        const NoteTemplate &one = m_templates.at(i);
        names << (one.owner == m_services.me ? one.name : tr("%1 (partagé)").arg(one.name));
        if (one.id == chosen)
            row = i;
    }
    m_names->setStringList(names);
    if (row < 0)
        begin();
    else
        m_list->setCurrentIndex(m_names->index(row));
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
    m_list->setCurrentIndex({});
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
    const auto id = m_services.save(one);
    if (!id.ok()) {
        tell(id.error());
        return;
    }
    m_told->setGrade(uikit::Meaning::Done);
    m_told->setText(tr("Modèle enregistré : /%1").arg(one.name.trimmed().toLower()));
    m_told->show();
    refresh(*id);
}

void TemplatesPage::remove()
{
    const Status removed = m_services.remove(m_shown.id);
    if (!removed.ok()) {
        tell(removed.error());
        return;
    }
    NoteTemplate before = m_shown;
    before.id = {};
    m_told->clearActs();
    m_told->setGrade(uikit::Meaning::Done);
    m_told->setText(tr("Modèle supprimé : /%1").arg(before.name));
    m_told->addAct(tr("Remettre"), {}, [this, before] {
        m_told->clearActs();
        const auto id = m_services.save(before);
        if (id.ok())
            refresh(*id);
        else
            tell(id.error());
    });
    m_told->show();
    m_shown = {};
    refresh();
}

void TemplatesPage::tell(const Error &error)
{
    m_nameField->setError({});
    m_told->hide();
    if (error.subject == u"template.name" || error.subject == u"template.known") {
        m_nameField->setError(m_services.explain(error));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_told->clearActs();
    m_told->setGrade(uikit::Meaning::Stop);
    m_told->setText(m_services.explain(error));
    m_told->show();
    m_told->announce();
}

} // namespace ambroise::record::ui
