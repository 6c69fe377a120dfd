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

using Promise = std::shared_ptr<QPromise<Result<QString>>>;

void answer(const Promise &promise, const Result<QString> &result)
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

//! « HP et Brother (« Kyocera » introuvable) »
QString toldOf(const PrintPlan &plan, const QList<MachinePrinter> &machine)
{
    QStringList names;
    for (const PrintJob &job : plan.jobs)
        if (const QString name = titleOf(machine, job.printer); !names.contains(name))
            names << name;
    QStringList gone;
    for (const Missing &one : plan.missing) {
        const QString said = one.tray.isEmpty()
                                 ? PrintWords::tr("« %1 » introuvable").arg(one.printer)
                                 : PrintWords::tr("bac « %1 » introuvable").arg(one.tray);
        if (!gone.contains(said))
            gone << said;
    }
    const QString told = names.join(PrintWords::tr(" et "));
    return gone.isEmpty() ? told : told + u" ("_qs + gone.join(u", "_qs) + u')';
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

Result<QString> sendAll(const QByteArray &pdf, const QString &title, const PrintPlan &plan,
                        const QString &told, const PrintMachine &hooks)
{
    for (const PrintJob &job : plan.jobs)
        AMBROISE_CHECK(hooks.send(pdf, title, job));
    return told;
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

QFuture<Result<QString>> printParts(const QByteArray &pdf, const QString &title,
                                    const QList<PrintPart> &parts, const PrintMachine &machine)
{
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
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
            uikit::whenDone(
                qApp, QtConcurrent::run(sendAll, pdf, title, *plan, toldOf(*plan, *known), machine),
                [promise](const Result<QString> &told) { answer(promise, told); });
        });
    return promise->future();
}

QFuture<Result<QString>> printAs(PaperKind kind, const QByteArray &pdf, const QString &title)
{
    return printParts(pdf, title, {{kind, 1, 0}});
}

} // namespace ambroise::app
