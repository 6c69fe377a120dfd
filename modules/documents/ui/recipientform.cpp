// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipientform.h"

#include <ambroise/uikit/form.h>
#include <ambroise/uikit/type.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::documents::ui {
namespace {

constexpr int longestLine = 200;

QString lastCopy(const QString &typed)
{
    return typed.mid(typed.lastIndexOf(u';') + 1).trimmed();
}

} // namespace

RecipientForm::RecipientForm(Find find, QWidget *parent)
    : QWidget(parent)
    , m_find(std::move(find))
    , m_completer(new QCompleter(this))
    , m_names(new QStandardItemModel(this))
    , m_to(new QWidget(this))
    , m_name(new QLineEdit)
    , m_profession(new QLineEdit)
    , m_address(new QPlainTextEdit)
    , m_copies(new QLineEdit)
{
    m_completer->setModel(m_names);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(m_found.value(index.row())); });
    for (QLineEdit *line : {m_name, m_profession, m_copies})
        line->setMaxLength(longestLine);
    m_address->setTabChangesFocus(true);
    m_address->setFixedHeight(uikit::scaled(62));
    m_copies->setPlaceholderText(tr("Noms séparés par ;"));
    auto *to = new QVBoxLayout(m_to);
    to->setContentsMargins(0, 0, 0, 0);
    auto *form = new uikit::FormGrid(1, m_to);
    form->add(tr("Destinataire"), m_name);
    form->add(tr("Profession"), m_profession);
    form->add(tr("Adresse"), m_address);
    to->addWidget(form);
    auto *copies = new uikit::FormGrid(1, this);
    copies->add(tr("Copies à"), m_copies);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(12), uikit::scaled(8), uikit::scaled(12),
                               uikit::scaled(8));
    layout->setSpacing(uikit::scaled(8));
    layout->addWidget(m_to);
    layout->addWidget(copies);
    for (QLineEdit *line : {m_name, m_copies})
        connect(line, &QLineEdit::textEdited, this,
                [this, line](const QString &typed) { propose(line, typed); });
    const auto tell = [this] {
        if (m_told)
            Q_EMIT edited();
    };
    for (QLineEdit *line : {m_name, m_profession, m_copies})
        connect(line, &QLineEdit::textChanged, this, tell);
    connect(m_address, &QPlainTextEdit::textChanged, this, tell);
}

void RecipientForm::propose(QLineEdit *line, const QString &typed)
{
    constexpr qsizetype shortest = 2;
    const QString wanted = line == m_copies ? lastCopy(typed) : typed.trimmed();
    m_found = wanted.size() < shortest ? QList<Recipient>() : m_find(wanted);
    m_names->clear();
    for (const Recipient &one : std::as_const(m_found)) {
        QStringList shown{one.name, one.profession, one.address.value(one.address.size() - 1)};
        shown.removeAll(QString());
        m_names->appendRow(new QStandardItem(shown.join(u" · "_qs)));
    }
    if (m_found.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_asking = line;
    m_completer->setWidget(line);
    m_completer->complete();
}

void RecipientForm::take(const Recipient &chosen)
{
    if (chosen.isEmpty())
        return;
    if (m_asking == m_copies) {
        const QString typed = m_copies->text();
        const QString before = typed.left(typed.lastIndexOf(u';') + 1);
        m_known << chosen;
        m_copies->setText((before.isEmpty() ? QString() : before + u' ') + chosen.name + u" ; "_qs);
        return;
    }
    m_name->setText(chosen.name);
    m_profession->setText(chosen.profession);
    m_address->setPlainText(chosen.address.join(u'\n'));
}

void RecipientForm::set(const Recipient &recipient, const QList<Recipient> &copies)
{
    m_told = false;
    m_name->setText(recipient.name);
    m_profession->setText(recipient.profession);
    m_address->setPlainText(recipient.address.join(u'\n'));
    m_known = copies;
    QStringList names;
    for (const Recipient &one : copies)
        names << one.name;
    m_copies->setText(names.join(u" ; "_qs));
    for (QLineEdit *line : {m_name, m_profession, m_copies})
        line->setCursorPosition(0); // a long name is read from its beginning
    m_told = true;
}

Recipient RecipientForm::recipient() const
{
    return {m_name->text(), m_profession->text(),
            m_address->toPlainText().split(u'\n', Qt::SkipEmptyParts)};
}

QList<Recipient> RecipientForm::copies() const
{
    QList<Recipient> copies;
    for (const QString &part : m_copies->text().split(u';', Qt::SkipEmptyParts)) {
        const QString name = part.simplified();
        if (name.isEmpty())
            continue;
        const auto known = std::find_if(m_known.begin(), m_known.end(),
                                        [&](const Recipient &one) { return one.name == name; });
        copies << (known == m_known.end() ? Recipient{name, {}, {}} : *known);
    }
    return copies;
}

void RecipientForm::setAddressed(bool addressed)
{
    m_to->setVisible(addressed);
}

void RecipientForm::begin()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

} // namespace ambroise::documents::ui
