// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheetline.h"

#include <ambroise/prescription/number.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/whendone.h>

#include <QVBoxLayout>

namespace ambroise::prescription::ui {
namespace {

QString grouped(const QString &number)
{
    const auto parsed = OrdonnanceNumber::parse(number);
    return parsed.ok() ? parsed->grouped() : number;
}

} // namespace

SheetLine::SheetLine(const OrdonnanceServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_message(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_reason(new uikit::AskLine(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_reason);
    m_message->hide();
    connect(m_reason, &uikit::AskLine::answered, this, &SheetLine::cancel);
    connect(m_reason, &uikit::AskLine::givenUp, this, [this] {
        m_reason->finish();
        Q_EMIT givenUp();
    });
}

void SheetLine::clear()
{
    m_message->hide();
    m_reason->finish();
    m_mayCancel = false;
}

void SheetLine::tell(const Error &error)
{
    m_message->setGrade(uikit::Meaning::Stop);
    m_message->setText(m_services.explain(error));
    m_message->clearActs();
    m_message->show();
    m_message->announce();
}

void SheetLine::tellOf(const SignedRow &chosen)
{
    m_reason->finish(); // a reason is for one ordonnance
    m_number = chosen.number;
    m_mayCancel = m_mayPrescribe && !chosen.cancelled;
    if (chosen.cancelled)
        say(uikit::Meaning::Stop, tr("annulée : %1").arg(chosen.cancelReason));
    else if (chosen.dispensed.isEmpty())
        say(uikit::Meaning::Info, tr("pas encore délivrée ici"));
    else
        say(uikit::Meaning::Done, chosen.dispensed);
}

void SheetLine::tellSigned(const QString &number)
{
    m_reason->finish();
    m_number = number;
    m_mayCancel = false; // chosen first, so that none is cancelled by a key that meant a line
    say(uikit::Meaning::Done, tr("signée"));
    printSheet();
}

void SheetLine::say(uikit::Meaning grade, const QString &what)
{
    m_message->setGrade(grade);
    m_message->setText(grouped(m_number), what);
    m_message->clearActs();
    m_message->addAct(tr("Voir la feuille"), u"V"_qs, [this] { openSheet(); });
    if (m_mayCancel)
        m_message->addAct(tr("Annuler"), tr("Suppr"), [this] { askReason(); });
    m_message->show();
    m_message->announce();
}

void SheetLine::openSheet()
{
    if (m_number.isEmpty())
        return;
    if (const Status opened = m_services.openPdf(m_number); !opened.ok())
        tell(opened.error());
}

void SheetLine::printSheet()
{
    if (m_number.isEmpty())
        return;
    uikit::whenDone(this, m_services.print(m_number),
                    [this, number = m_number](const Result<QString> &printer) {
                        tellPrinted(number, printer);
                    });
}

void SheetLine::tellPrinted(const QString &number, const Result<QString> &printer)
{
    if (number != m_number)
        return; // somebody looks at another one by now
    if (printer.ok())
        say(uikit::Meaning::Done, tr("signée, envoyée à %1").arg(*printer));
    else
        say(uikit::Meaning::Caution, tr("signée. %1").arg(m_services.explain(printer.error())));
}

void SheetLine::askReason()
{
    if (m_mayCancel)
        m_reason->ask(tr("Motif de l’annulation"), tr("Annuler l’ordonnance"));
}

void SheetLine::cancel(const QString &reason)
{
    const Status done = m_services.cancel(m_number, reason);
    if (!done.ok()) {
        tell(done.error());
        return;
    }
    m_reason->finish();
    m_mayCancel = false;
    say(uikit::Meaning::Done, tr("annulée"));
    Q_EMIT cancelled();
}

} // namespace ambroise::prescription::ui
