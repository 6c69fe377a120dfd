// SPDX-License-Identifier: GPL-3.0-or-later
#include "printout.h"

#include "pdfout.h"
#include "securedpaperdialog.h"

#include <ambroise/uikit/whendone.h>

#include <QApplication>
#include <QPointer>
#include <QPrintEngine>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPromise>
#include <QtConcurrent>

#include <algorithm>
#include <memory>

namespace ambroise::app {
namespace {

class PrintWords {
    Q_DECLARE_TR_FUNCTIONS(PrintWords)
};

using Promise = std::shared_ptr<QPromise<Result<SentPaper>>>;

void answer(const Promise &promise, const Result<SentPaper> &result)
{
    promise->addResult(result);
    promise->finish();
}

QString titleOf(const QList<MachinePrinter> &machine, const QString &name)
{
    const auto found = std::find_if(machine.begin(), machine.end(),
                                    [&](const MachinePrinter &one) { return one.name == name; });
    return found == machine.end() ? name : found->title;
}

//! « page 2, sécurisée »
QString sheetsOf(const PrintPart &part)
{
    const QString first = QString::number(part.first);
    QString sheets = part.count == 1
                         ? PrintWords::tr("page %1").arg(first)
                         : PrintWords::tr("pages %1 à %2")
                               .arg(first, QString::number(part.first + part.count - 1));
    if (part.count == 0)
        sheets = PrintWords::tr("document");
    if (part.kind == PaperKind::Secured)
        return PrintWords::tr("%1, sécurisée").arg(sheets);
    return part.kind == PaperKind::Exception ? PrintWords::tr("%1, exception").arg(sheets) : sheets;
}

//! « HP et Brother (« Kyocera » introuvable) »
QString toldOf(const QList<PrintJob> &jobs, const QList<Missing> &missing,
               const QList<MachinePrinter> &machine)
{
    QStringList names;
    for (const PrintJob &job : jobs)
        if (const QString name = titleOf(machine, job.printer); !names.contains(name))
            names << name;
    QStringList gone;
    for (const Missing &one : missing) {
        const QString said = one.tray.isEmpty()
                                 ? PrintWords::tr("« %1 » introuvable").arg(one.printer)
                                 : PrintWords::tr("bac « %1 » introuvable").arg(one.tray);
        if (!gone.contains(said))
            gone << said;
    }
    const QString told = names.join(PrintWords::tr(" et "));
    return gone.isEmpty() ? told : told + u" ("_qs + gone.join(u", "_qs) + u')';
}

//! « Non imprimé : page 2, sécurisée (Brother). Sorti : page 1 (HP). »
QString leftToldOf(const QList<PrintJob> &out, const QList<PrintJob> &failed,
                   const QList<MachinePrinter> &machine)
{
    const auto listed = [&machine](const QList<PrintJob> &jobs) {
        QStringList all;
        for (const PrintJob &job : jobs)
            all << PrintWords::tr("%1 (%2)").arg(sheetsOf(job.part), titleOf(machine, job.printer));
        return all.join(u", "_qs);
    };
    return PrintWords::tr("Non imprimé : %1. Sorti : %2.").arg(listed(failed), listed(out));
}

//! With what was answered, where something had to be asked.
Result<PrintPlan> settled(const QList<PrintPart> &parts, const QList<MachinePrinter> &machine,
                          const PrintMachine &hooks)
{
    if (machine.isEmpty())
        return Error{ErrorCode::NotFound, u"print.none"_qs, {}};
    PostPrinters chosen = PostPrinters::load();
    PrintPlan plan = planOf(parts, chosen, machine);
    if (!plan.nowhere.isEmpty())
        return Error{ErrorCode::NotFound, u"print.no_default"_qs, {}};
    if (plan.toAsk.isEmpty())
        return plan;
    PaperChoice &secured = chosen.of(PaperKind::Secured);
    QList<Missing> why = plan.missing;
    why.removeIf([](const Missing &one) { return one.kind != PaperKind::Secured; });
    const auto said = hooks.ask({why, machine, secured});
    if (!said)
        return Error{ErrorCode::Cancelled, u"print.given_up"_qs, {}};
    secured = *said;
    plan = planOf(parts, chosen, machine);
    return plan.toAsk.isEmpty() ? Result<PrintPlan>(plan)
                                : Error{ErrorCode::Cancelled, u"print.given_up"_qs, {}};
}

//! Each job whatever became of the ones before: their papers are others.
Result<SentPaper> sendAll(const QByteArray &pdf, const QString &title, const PrintPlan &plan,
                          const QList<MachinePrinter> &machine, const PrintMachine &hooks)
{
    QList<PrintJob> out;
    QList<PrintJob> failed;
    std::optional<Error> why;
    for (const PrintJob &job : plan.jobs) {
        const Status sent = hooks.send(pdf, title, job);
        (sent.ok() ? out : failed) << job;
        if (!sent.ok() && !why)
            why = sent.error();
    }
    if (why && out.isEmpty())
        return *why;
    SentPaper paper;
    paper.told = toldOf(out, plan.missing, machine);
    for (const PrintJob &job : std::as_const(failed))
        paper.left << job.part;
    if (!failed.isEmpty())
        paper.leftTold = leftToldOf(out, failed, machine);
    return paper;
}

//! What Qt's own dialog sets where a tray is chosen in it: its key of QPrintEngine is not in a
//! public header. An engine that is not of CUPS passes over it.
void takeFrom(QPrinter &printer, const QString &tray)
{
    constexpr int cupsOptions = 0xfe00;
    if (!tray.isEmpty())
        printer.printEngine()->setProperty(QPrintEngine::PrintEnginePropertyKey(cupsOptions),
                                           QStringList{u"InputSlot"_qs, tray});
}

} // namespace

PrintMachine PrintMachine::real()
{
    return {machinePrinters,
            [](const PaperQuestion &question) {
                const QPointer<SecuredPaperDialog> dialog( // which may go first
                    new SecuredPaperDialog(question, QApplication::activeWindow()));
                std::optional<PaperChoice> choice;
                if (dialog->exec() == QDialog::Accepted && dialog)
                    choice = dialog->choice();
                delete dialog;
                return choice;
            },
            printJob};
}

Status printJob(const QByteArray &pdf, const QString &title, const PrintJob &job)
{
    QPrinter printer(QPrinterInfo::printerInfo(job.printer), QPrinter::HighResolution);
    printer.setDocName(title);
    printer.setCopyCount(job.copies);
    takeFrom(printer, job.tray);
    return paintPages(pdf, printer, {job.part.first, job.part.count});
}

QFuture<Result<SentPaper>> printParts(const QByteArray &pdf, const QString &title,
                                      const QList<PrintPart> &parts, const PrintMachine &machine)
{
    const auto promise = std::make_shared<QPromise<Result<SentPaper>>>();
    promise->start();
    const auto search = QtConcurrent::run(
        [machine]() -> Result<QList<MachinePrinter>> { return machine.printers(); });
    uikit::whenDone(
        qApp, search,
        [promise, pdf, title, parts, machine](const Result<QList<MachinePrinter>> &known) {
            const auto plan =
                known.ok() ? settled(parts, *known, machine) : Result<PrintPlan>(known.error());
            if (!plan.ok()) {
                answer(promise, plan.error());
                return;
            }
            uikit::whenDone(qApp, QtConcurrent::run(sendAll, pdf, title, *plan, *known, machine),
                            [promise](const Result<SentPaper> &sent) { answer(promise, sent); });
        });
    return promise->future();
}

QFuture<Result<QString>> printAs(PaperKind kind, const QByteArray &pdf, const QString &title)
{
    return printParts(pdf, title, {{kind, 1, 0}}).then([](const Result<SentPaper> &sent) {
        return sent.ok() ? Result<QString>(sent->told) : Result<QString>(sent.error());
    });
}

} // namespace ambroise::app
