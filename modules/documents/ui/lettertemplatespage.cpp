// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/ui/lettertemplatespage.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QStandardItemModel>

namespace ambroise::documents::ui {

LetterTemplatesPage::LetterTemplatesPage(LetterTemplateServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_list(new QListView(this))
    , m_rows(new QStandardItemModel(this))
    , m_name(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_subject(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_source(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_save(new uikit::Button(tr("Enregistrer"), {}, this))
    , m_hide(new uikit::Button(tr("Retirer"), {}, this))
    , m_restore(new uikit::Button(tr("Rétablir l’original"), {}, this))
    , m_told(new uikit::MessageLine(uikit::Meaning::Done, this))
{
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { read(index.row()); });
    connect(m_save, &QPushButton::clicked, this, &LetterTemplatesPage::save);
    connect(m_hide, &QPushButton::clicked, this, &LetterTemplatesPage::hideOrShow);
    connect(m_restore, &QPushButton::clicked, this, &LetterTemplatesPage::restore);
}

void LetterTemplatesPage::build()
{
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new uikit::DenseDelegate(26, m_list));
    uikit::prepareList(*m_list);
    m_list->setAccessibleName(tr("Modèles de courrier"));
    m_list->setFixedWidth(uikit::scaled(250));
    m_kind->addItems({tr("Courrier"), tr("Certificat"), tr("Formulaire")}); // as LetterKind
    m_name->setMaxLength(int(LetterTemplate::longestLine));
    m_subject->setMaxLength(int(LetterTemplate::longestLine));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(uikit::scaled(250));
    m_source->setWordWrap(true);
    m_told->hide();
    QStringList names;
    for (const LetterField &field : letterFields())
        names << u'{' + field.name.toString() + u'}';
    auto *title = new uikit::Label(tr("Modèles de courrier"), uikit::TextRole::Page,
                                   uikit::Token::Text, true, this);
    auto *how = new uikit::Label(
        tr("Pour tout le cabinet. [durée] est un champ à remplir : Tab va de l’un à l’autre. Le "
           "logiciel remplit : %1.")
            .arg(names.join(u", "_qs)),
        uikit::TextRole::Small, uikit::Token::Text2, false, this);
    how->setWordWrap(true);
    auto *form = new uikit::FormGrid(3, this);
    m_nameField = form->add(tr("Nom"), m_name, 2);
    form->add(tr("Genre"), m_kind);
    m_subjectField = form->add(tr("Objet, ou titre du certificat"), m_subject, 3);
    m_textField = form->add(tr("Texte"), m_text, 3);
    auto *fresh = new uikit::Button(tr("Nouveau modèle"), {}, this);
    connect(fresh, &QPushButton::clicked, this, &LetterTemplatesPage::begin);
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(fresh);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_save);
    acts->addWidget(m_hide);
    acts->addWidget(m_restore);
    acts->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(form, 1);
    right->addWidget(m_source);
    right->addLayout(acts);
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

void LetterTemplatesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(m_shown ? m_shown->key : QString());
}

void LetterTemplatesPage::refresh(const QString &chosen)
{
    const auto all = m_services.all();
    if (!all.ok()) {
        tell(all.error());
        return;
    }
    m_templates = *all;
    m_rows->clear();
    int row = m_templates.isEmpty() ? -1 : 0;
    for (int i = 0; i < m_templates.size(); ++i) {
        const KeptTemplate &one = m_templates.at(i);
        uikit::Row shown;
        shown.title = one.text.name();
        shown.strong = false;
        shown.right = one.hidden    ? tr("retiré")
                      : one.isOwn() ? tr("du cabinet")
                      : one.changed ? tr("modifié")
                                    : QString();
        auto *item = new QStandardItem;
        item->setData(QVariant::fromValue(shown), uikit::RowRole);
        item->setData(uikit::sentence(shown), Qt::AccessibleTextRole);
        item->setEditable(false);
        m_rows->appendRow(item);
        if (one.key == chosen)
            row = i;
    }
    if (row < 0)
        begin();
    else
        m_list->setCurrentIndex(m_rows->index(row, 0));
}

void LetterTemplatesPage::read(int row)
{
    if (row < 0 || row >= m_templates.size())
        return;
    m_shown = m_templates.at(row);
    for (uikit::FormField *field : {m_nameField, m_subjectField, m_textField})
        field->setError({});
    m_name->setText(m_shown->text.name());
    m_kind->setCurrentIndex(int(m_shown->text.kind()));
    m_subject->setText(m_shown->text.subject());
    m_subject->setCursorPosition(0);
    m_text->setPlainText(m_shown->text.body());
    m_source->setText(m_shown->text.source());
    m_hide->setEnabled(true);
    m_hide->setText(m_shown->hidden ? tr("Remettre") : tr("Retirer"));
    m_restore->setEnabled(m_shown->changed);
}

void LetterTemplatesPage::begin()
{
    m_list->setCurrentIndex({});
    m_shown.reset();
    for (uikit::FormField *field : {m_nameField, m_subjectField, m_textField})
        field->setError({});
    m_name->clear();
    m_subject->clear();
    m_text->clear();
    m_source->setText({});
    m_hide->setEnabled(false);
    m_restore->setEnabled(false);
    m_name->setFocus(Qt::OtherFocusReason);
}

void LetterTemplatesPage::save()
{
    const auto text =
        LetterTemplate::make({m_name->text(), LetterKind(m_kind->currentIndex()), m_subject->text(),
                              m_text->toPlainText(), m_shown ? m_shown->text.source() : QString()});
    if (!text.ok()) {
        tell(text.error());
        return;
    }
    QString key = m_shown ? m_shown->key : QString();
    if (m_shown) {
        if (const Status changed = m_services.change(*m_shown, *text); !changed.ok()) {
            tell(changed.error());
            return;
        }
    } else {
        const auto added = m_services.add(*text);
        if (!added.ok()) {
            tell(added.error());
            return;
        }
        key = *added;
    }
    refresh(key);
    say(tr("Modèle enregistré : %1").arg(text->name()));
}

void LetterTemplatesPage::hideOrShow()
{
    const KeptTemplate before = *m_shown;
    if (const Status kept = m_services.setHidden(before, !before.hidden); !kept.ok()) {
        tell(kept.error());
        return;
    }
    refresh(before.key);
    say(before.hidden ? tr("De nouveau proposé : %1").arg(before.text.name())
                      : tr("Retiré, n’est plus proposé : %1").arg(before.text.name()));
}

void LetterTemplatesPage::restore()
{
    const QString key = m_shown->key;
    if (const Status kept = m_services.restore(*m_shown); !kept.ok()) {
        tell(kept.error());
        return;
    }
    refresh(key);
    say(tr("Texte d’origine rétabli : %1").arg(m_name->text()));
}

void LetterTemplatesPage::say(const QString &what)
{
    m_told->clearActs();
    m_told->setGrade(uikit::Meaning::Done);
    m_told->setText(what);
    m_told->show();
    m_told->announce();
}

void LetterTemplatesPage::tell(const Error &error)
{
    for (uikit::FormField *field : {m_nameField, m_subjectField, m_textField})
        field->setError({});
    m_told->hide();
    uikit::FormField *at = nullptr;
    if (error.subject == u"letter_template.name" || error.subject == u"letter_template.known")
        at = m_nameField;
    else if (error.subject == u"letter_template.subject")
        at = m_subjectField;
    else if (error.subject == u"letter_template.empty" ||
             error.subject == u"letter_template.long" || error.subject == u"letter_template.field")
        at = m_textField;
    if (at) {
        at->setError(m_services.explain(error));
        at->field()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_told->clearActs();
    m_told->setGrade(uikit::Meaning::Stop);
    m_told->setText(m_services.explain(error));
    m_told->show();
    m_told->announce();
}

} // namespace ambroise::documents::ui
