// SPDX-License-Identifier: GPL-3.0-or-later
#include "securedpaperdialog.h"

#include "paperrow.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ambroise::app {
namespace {

constexpr int dialogWidth = 520;

QString whyAsked(const QList<Missing> &missing)
{
    if (missing.isEmpty())
        return SecuredPaperDialog::tr(
            "Mettre le formulaire sécurisé dans une imprimante, puis la choisir.");
    const Missing &one = missing.first();
    return one.tray.isEmpty()
               ? SecuredPaperDialog::tr("L’imprimante du papier sécurisé, « %1 », est "
                                        "introuvable. Mettre le formulaire dans une autre, puis "
                                        "la choisir.")
                     .arg(one.printer)
               : SecuredPaperDialog::tr("Le bac du papier sécurisé, « %1 », est introuvable. "
                                        "Mettre le formulaire dans un autre, puis le choisir.")
                     .arg(one.tray);
}

} // namespace

SecuredPaperDialog::SecuredPaperDialog(const PaperQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_row(new PaperRow(PaperKind::Secured, false, this))
{
    setWindowTitle(tr("Ordonnance sécurisée"));
    setFixedWidth(uikit::scaled(dialogWidth));
    build(question);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this,
            &QDialog::accept);
}

void SecuredPaperDialog::build(const PaperQuestion &question)
{
    PaperChoice before = question.before;
    before.tray.clear();
    before.printer = question.machine.first().name;
    for (const MachinePrinter &one : question.machine)
        if (one.name == question.before.printer)
            before.printer = one.name;
    m_row->show(before, question.machine);
    auto *why = new uikit::Label(whyAsked(question.missing), uikit::TextRole::Body,
                                 uikit::Token::Text, true, this);
    why->setWordWrap(true);
    auto *worth = new uikit::Label(
        tr("Sur papier ordinaire, l’ordonnance serait refusée à la pharmacie. Rien n’est "
           "imprimé tant que le papier n’est pas choisi."),
        uikit::TextRole::Body, uikit::Token::Text2, false, this);
    worth->setWordWrap(true);
    auto *grid = new uikit::FormGrid(2, this);
    grid->add(tr("Imprimante"), m_row->printer(), 2);
    grid->add(tr("Bac"), m_row->tray());
    grid->add(tr("Exemplaires"), m_row->copies());
    auto *print = new uikit::PrimaryButton(tr("Imprimer"), u"Ctrl ↵"_qs, this);
    auto *leave = new uikit::Button(tr("Ne pas imprimer"), tr("Échap"), this);
    print->setDefault(true);
    leave->setAutoDefault(false);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(leave);
    foot->addWidget(print);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(16), uikit::scaled(16),
                               uikit::scaled(16));
    layout->setSpacing(uikit::scaled(12));
    layout->addWidget(why);
    layout->addWidget(worth);
    layout->addWidget(grid);
    layout->addLayout(foot);
    m_row->printer()->setFocus();
    connect(print, &QPushButton::clicked, this, &QDialog::accept);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
}

PaperChoice SecuredPaperDialog::choice() const
{
    return m_row->choice();
}

} // namespace ambroise::app
