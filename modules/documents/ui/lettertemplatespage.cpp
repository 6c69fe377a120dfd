// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/ui/lettertemplatespage.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ambroise::documents::ui {
namespace {

using uikit::Row; // lupdate loses the class of tr() after a qualified type

QString howItIsFilled()
{
    QStringList names;
    for (const LetterField &field : letterFields())
        names << u'{' + field.name.toString() + u'}';
    return LetterTemplatesPage::tr(
               "Pour tout le cabinet. [durée] est un champ à remplir : Tab va de l’un à l’autre. "
               "Le logiciel remplit : %1.")
        .arg(names.join(u", "_qs));
}

Row rowOf(const KeptTemplate &one)
{
    return {.title = one.text.name(),
            .right = one.hidden    ? LetterTemplatesPage::tr("retiré")
                     : one.isOwn() ? LetterTemplatesPage::tr("du cabinet")
                     : one.changed ? LetterTemplatesPage::tr("modifié")
                                   : QString(),
            .strong = false};
}

} // namespace

LetterTemplatesPage::LetterTemplatesPage(LetterTemplateServices services, QWidget *parent)
    : ListEditor(tr("Modèles de courrier"), howItIsFilled(), tr("Nouveau modèle"), 250, parent)
    , m_services(std::move(services))
    , m_name(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_subject(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_source(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_save(new uikit::Button(tr("Enregistrer"), {}, this))
    , m_hide(new uikit::Button(tr("Retirer"), {}, this))
    , m_restore(new uikit::Button(tr("Rétablir l’original"), {}, this))
{
    build();
    connect(this, &ListEditor::chosen, this, &LetterTemplatesPage::read);
    connect(this, &ListEditor::freshRequested, this, &LetterTemplatesPage::begin);
    connect(m_save, &QPushButton::clicked, this, &LetterTemplatesPage::save);
    connect(m_hide, &QPushButton::clicked, this, &LetterTemplatesPage::hideOrShow);
    connect(m_restore, &QPushButton::clicked, this, &LetterTemplatesPage::restore);
}

void LetterTemplatesPage::build()
{
    m_kind->addItems({tr("Courrier"), tr("Certificat"), tr("Formulaire")}); // as LetterKind
    m_name->setMaxLength(int(LetterTemplate::longestLine));
    m_subject->setMaxLength(int(LetterTemplate::longestLine));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(uikit::scaled(250));
    m_source->setWordWrap(true);
    auto *form = new uikit::FormGrid(3, this);
    m_nameField = form->add(tr("Nom"), m_name, 2);
    form->add(tr("Genre"), m_kind);
    m_subjectField = form->add(tr("Objet, ou titre du certificat"), m_subject, 3);
    m_textField = form->add(tr("Texte"), m_text, 3);
    addForm(form, 1);
    addForm(m_source);
    for (uikit::Button *act : {m_save, m_hide, m_restore})
        addAct(act);
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
        tellError(all.error());
        return;
    }
    m_templates = *all;
    QList<uikit::Row> rows;
    for (const KeptTemplate &one : std::as_const(m_templates))
        rows << rowOf(one);
    showRows(rows, uikit::rowToChoose(m_templates, [&chosen](const KeptTemplate &one) {
                 return one.key == chosen;
             }));
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
    chooseNone();
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
        tellError(text.error());
        return;
    }
    QString key = m_shown ? m_shown->key : QString();
    if (m_shown) {
        if (const Status changed = m_services.change(*m_shown, *text); !changed.ok()) {
            tellError(changed.error());
            return;
        }
    } else {
        const auto added = m_services.add(*text);
        if (!added.ok()) {
            tellError(added.error());
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
        tellError(kept.error());
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
        tellError(kept.error());
        return;
    }
    refresh(key);
    say(tr("Texte d’origine rétabli : %1").arg(m_name->text()));
}

void LetterTemplatesPage::tellError(const Error &error)
{
    for (uikit::FormField *field : {m_nameField, m_subjectField, m_textField})
        field->setError({});
    uikit::FormField *at = nullptr;
    if (error.subject == u"letter_template.name" || error.subject == u"letter_template.known")
        at = m_nameField;
    else if (error.subject == u"letter_template.subject")
        at = m_subjectField;
    else if (error.subject == u"letter_template.empty" ||
             error.subject == u"letter_template.long" || error.subject == u"letter_template.field")
        at = m_textField;
    tellAt(at, m_services.explain(error));
}

} // namespace ambroise::documents::ui
