// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheetline.h"

#include <ambroise/prescription/number.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/keys.h>
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
    , m_more(new uikit::MessageLine(uikit::Meaning::Caution, this))
    , m_reason(new uikit::AskLine(this))
    , m_code(new uikit::AskLine(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_more);
    layout->addWidget(m_reason);
    layout->addWidget(m_code);
    m_message->hide();
    m_more->hide();
    connect(m_code, &uikit::AskLine::answered, this, &SheetLine::signByCard);
    connect(m_code, &uikit::AskLine::givenUp, this, [this] {
        m_code->finish();
        Q_EMIT givenUp();
    });
    connect(m_reason, &uikit::AskLine::answered, this, &SheetLine::cancel);
    connect(m_reason, &uikit::AskLine::givenUp, this, [this] {
        m_reason->finish();
        Q_EMIT givenUp();
    });
}

void SheetLine::clear()
{
    m_message->hide();
    m_more->hide();
    m_reason->finish();
    m_code->finish();
    m_number.clear();
    m_cardSigned.clear();
    m_sheet = Sheet::None;
}

void SheetLine::tell(const Error &error)
{
    clear();
    fail(error);
}

void SheetLine::fail(const Error &error)
{
    m_more->hide();
    m_message->setGrade(uikit::Meaning::Stop);
    m_message->setText(m_services.explain(error));
    m_message->clearActs();
    m_message->show();
    m_message->announce();
}

void SheetLine::tellOf(const SignedRow &chosen)
{
    QString bases = chosen.bases.isEmpty() ? QString() : u" · "_qs + chosen.bases;
    if (!chosen.cardSigned.isEmpty())
        bases.prepend(u" · "_qs + chosen.cardSigned);
    m_cardSigned = chosen.cardSigned;
    if (chosen.cancelled)
        show(chosen.number, Sheet::Cancelled, uikit::Meaning::Stop,
             tr("annulée : %1").arg(chosen.cancelReason));
    else if (chosen.dispensed.isEmpty())
        show(chosen.number, Sheet::Chosen, uikit::Meaning::Info,
             tr("pas encore délivrée ici") + bases);
    else
        show(chosen.number, Sheet::Chosen, uikit::Meaning::Done, chosen.dispensed + bases);
}

void SheetLine::tellSigned(const QString &number)
{
    m_cardSigned.clear();
    show(number, Sheet::Signed, uikit::Meaning::Done, tr("signée"));
    printSheet();
}

void SheetLine::show(const QString &number, Sheet sheet, uikit::Meaning grade, const QString &what)
{
    m_reason->finish(); // a reason is for one ordonnance, and so is a code
    if (number != m_number)
        m_code->finish();
    m_number = number;
    m_sheet = sheet;
    say(grade, what);
}

void SheetLine::say(uikit::Meaning grade, const QString &what)
{
    m_message->setGrade(grade);
    m_message->setText(grouped(m_number), what);
    m_message->clearActs();
    m_message->addAct(tr("Voir la feuille"), u"V"_qs, [this] { openSheet(); });
    showLeft();
    if (maySignByCard())
        m_message->addAct(tr("Signer par carte"), u"K"_qs, [this] { askCardCode(); });
    if (mayExportSignature())
        m_message->addAct(tr("Exporter"), uikit::keyText(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                          [this] { exportSignature(); });
    if (m_sheet == Sheet::Chosen && m_mayPrescribe)
        m_message->addAct(tr("Annuler"), tr("Suppr"), [this] { askReason(); });
    m_message->show();
    m_message->announce();
}

void SheetLine::openSheet()
{
    if (m_sheet == Sheet::None)
        return;
    if (const Status opened = m_services.openPdf(m_number); !opened.ok())
        fail(opened.error());
}

void SheetLine::printSheet()
{
    if (m_sheet == Sheet::None)
        return;
    if (m_sheet == Sheet::Cancelled) {
        say(uikit::Meaning::Stop, tr("annulée, ne s’imprime plus"));
        return;
    }
    uikit::whenDone(this, m_services.print(m_number),
                    [this, number = m_number, sheet = m_sheet](const Result<QString> &printer) {
                        tellPrinted(number, sheet, printer);
                    });
}

QString SheetLine::leftToPrint(const QString &number) const
{
    return m_services.leftToPrint ? m_services.leftToPrint(number) : QString();
}

void SheetLine::showMore(uikit::Meaning grade, const QString &what)
{
    m_more->setGrade(grade);
    m_more->setText({}, what);
    m_more->setVisible(!what.isEmpty());
}

void SheetLine::showLeft()
{
    const QString left = m_sheet == Sheet::Cancelled ? QString() : leftToPrint(m_number);
    showMore(uikit::Meaning::Caution, left);
    if (!left.isEmpty())
        m_message->addAct(tr("Imprimer ce qui manque"), u"Ctrl P"_qs, [this] { printSheet(); });
}

void SheetLine::tellPrinted(const QString &number, Sheet sheet, const Result<QString> &printer)
{
    const bool isSigned = sheet == Sheet::Signed;
    const Status noted = printer.ok() ? m_services.printed(number) : done();
    if (!noted.ok()) { // the next sheet would say again that it is the first
        show(number, sheet, uikit::Meaning::Caution,
             tr("imprimée. %1").arg(m_services.explain(noted.error())));
    } else if (printer.ok() && !leftToPrint(number).isEmpty()) { // whatever is looked at by now
        show(number, sheet, uikit::Meaning::Caution, tr("imprimée en partie"));
    } else if (!printer.ok()) { // the same
        const QString why = m_services.explain(printer.error());
        show(number, sheet, uikit::Meaning::Caution, isSigned ? tr("signée. %1").arg(why) : why);
    } else if (number == m_number) {
        say(uikit::Meaning::Done,
            isSigned ? tr("signée, envoyée à %1").arg(*printer) : tr("envoyée à %1").arg(*printer));
    }
}

void SheetLine::askReason()
{
    // One that was just signed is chosen first, so that no key that meant a line cancels it.
    if (m_sheet == Sheet::Chosen && m_mayPrescribe)
        m_reason->ask(tr("Motif de l’annulation"), tr("Annuler l’ordonnance"));
}

bool SheetLine::maySignByCard() const
{
    return m_services.signByCard && m_mayPrescribe && m_cardSigned.isEmpty() &&
           (m_sheet == Sheet::Chosen || m_sheet == Sheet::Signed);
}

void SheetLine::askCardCode()
{
    if (maySignByCard())
        m_code->askSecret(tr("Code de la carte"), tr("Signer par carte"));
}

bool SheetLine::mayExportSignature() const
{
    return m_services.exportSignature && m_sheet != Sheet::None && !m_cardSigned.isEmpty();
}

void SheetLine::exportSignature()
{
    if (!mayExportSignature())
        return;
    const auto saved = m_services.exportSignature(m_number);
    if (!saved.ok()) {
        fail(saved.error());
    } else if (!saved->isEmpty()) {
        say(uikit::Meaning::Done, tr("signature exportée"));
        showMore(uikit::Meaning::Done, *saved);
    }
}

void SheetLine::signByCard(const QString &code)
{
    m_code->finish();
    uikit::whenDone(this, m_services.signByCard(m_number, code),
                    [this, number = m_number](const Result<QString> &holder) {
                        if (number != m_number && holder.ok())
                            Q_EMIT cardSigned();
                        else if (!holder.ok())
                            fail(holder.error());
                        else
                            tellCardSigned(*holder);
                    });
    say(uikit::Meaning::Info, tr("la carte signe…"));
}

void SheetLine::tellCardSigned(const QString &holder)
{
    m_cardSigned = holder;
    say(uikit::Meaning::Done,
        tr("signée par la carte de %1, autorité de la carte non vérifiée").arg(holder));
    Q_EMIT cardSigned();
}

void SheetLine::cancel(const QString &reason)
{
    const Status done = m_services.cancel(m_number, reason);
    if (!done.ok()) {
        fail(done.error());
        return;
    }
    show(m_number, Sheet::Cancelled, uikit::Meaning::Done, tr("annulée"));
    Q_EMIT cancelled();
}

} // namespace ambroise::prescription::ui
