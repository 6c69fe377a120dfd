// SPDX-License-Identifier: GPL-3.0-or-later
#include "labwiring.h"

#include "pdfviewer.h"

#include <words/sentences.h>

#include <ambroise/labs/reader.h>
#include <ambroise/patient/ui/statuschip.h>
#include <ambroise/uikit/whendone.h>

#include <QDialog>
#include <QFileInfo>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

using labs::KeptReport;
using labs::LabReport;
using labs::ui::Imported;

patient::PatientMatcher matcherOf(Practice &practice)
{
    return {practice.connection(), practice.patients(), {practice.isDemonstration(), {}}};
}

//! A file that was read, on another thread.
struct ReadFile {
    QString name{};
    QByteArray bytes{};
    Result<QList<LabReport>> reports;
};

ReadFile readFile(const QString &path, QDate today)
{
    ReadFile read{QFileInfo(path).fileName(), {}, QList<LabReport>()};
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        read.reports = Error{ErrorCode::Unavailable, u"lab.file"_qs, {}};
        return read;
    }
    if (file.size() > labs::LabLimits::bytes) {
        read.reports = Error{ErrorCode::Invalid, u"lab.too_large"_qs, {}};
        return read;
    }
    read.bytes = file.readAll();
    read.reports = labs::readLabFile(read.bytes, today);
    return read;
}

Result<QList<ReadFile>> readFiles(const QStringList &paths, QDate today)
{
    QList<ReadFile> read;
    for (const QString &path : paths)
        read << readFile(path, today);
    return read;
}

//! One after the other: what is wrong with one does not keep the others out.
Imported keep(Practice &practice, const access::Session &session, const QList<ReadFile> &files)
{
    Imported imported;
    const patient::PatientMatcher matcher = matcherOf(practice);
    for (const ReadFile &file : files) {
        if (!file.reports.ok()) {
            imported.refused.append({file.name, file.reports.error()});
            continue;
        }
        const auto received =
            practice.labs().receive(file.bytes, *file.reports, matcher, session.actor());
        if (!received.ok()) {
            imported.refused.append({file.name, received.error()});
            continue;
        }
        imported.filed << received->filed;
        imported.waiting << received->waiting;
        imported.known += received->known;
    }
    return imported;
}

QFuture<Result<Imported>> importFiles(Practice &practice, const access::Session &session,
                                      QWidget &window, const QStringList &paths)
{
    auto promise = std::make_shared<QPromise<Result<Imported>>>();
    promise->start();
    if (const Status may = require(session, access::Right::WriteClinical); !may.ok()) {
        promise->addResult(Result<Imported>(may.error()));
        promise->finish();
        return promise->future();
    }
    uikit::whenDone(&window, QtConcurrent::run(readFiles, paths, practice.clock().today()),
                    [&practice, &session, promise](const Result<QList<ReadFile>> &files) {
                        if (files.ok())
                            promise->addResult(Result<Imported>(keep(practice, session, *files)));
                        else
                            promise->addResult(Result<Imported>(files.error()));
                        promise->finish();
                    });
    return promise->future();
}

Status showPicture(const QByteArray &bytes, const QString &title, QWidget &window)
{
    QPixmap picture;
    if (!picture.loadFromData(bytes))
        return Error{ErrorCode::Corrupt, u"lab.picture"_qs, {}};
    auto *dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *label = new QLabel(dialog);
    label->setPixmap(picture);
    label->setAccessibleName(title);
    auto *scroll = new QScrollArea(dialog);
    scroll->setWidget(label);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(scroll);
    dialog->resize(picture.size().boundedTo(window.size()) + QSize(48, 48));
    dialog->show();
    return done();
}

Status showFile(const labs::LabFile &file, QWidget &window)
{
    if (file.mediaType.startsWith(u"image/"))
        return showPicture(file.bytes, file.title, window);
    auto *viewer = new PdfViewer(file.bytes, file.title, &window);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    if (const Status state = viewer->state(); !state.ok()) {
        delete viewer;
        return state;
    }
    viewer->show();
    return done();
}

void addWriting(labs::ui::LabServices &services, Practice &practice, const access::Session &session)
{
    services.file = [&](const KeptReport &report, PatientId patient) -> Status {
        AMBROISE_CHECK(require(session, access::Right::WriteClinical));
        return practice.labs().file(report.id, report.version, patient, session.actor());
    };
    // « Lu » is the doctor's word.
    services.markSeen = [&](const KeptReport &report) -> Status {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        return practice.labs().markSeen(report.id, report.version, session.actor());
    };
    services.markUnseen = [&](const KeptReport &report) -> Status {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        return practice.labs().markUnseen(report.id, report.version, session.actor());
    };
    services.takeOut = [&](const KeptReport &report) -> Status {
        AMBROISE_CHECK(require(session, access::Right::WriteClinical));
        return practice.labs().takeOut(report.id, report.version, session.actor());
    };
    services.dropRecheck = [&](const labs::Recheck &recheck) -> Status {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        return practice.rechecks().drop(recheck.id, recheck.version, session.actor());
    };
    services.takeBackRecheck = [&](labs::RecheckId id) -> Status {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        return practice.rechecks().takeBack(id, session.actor());
    };
    services.mayMarkSeen = session.may(access::Right::Prescribe);
    services.mayAskRecheck = services.mayMarkSeen;
    services.mayFile = session.may(access::Right::WriteClinical);
}

} // namespace

labs::ui::LabServices labServices(Practice &practice, const access::Session &session,
                                  QWidget &window)
{
    labs::ui::LabServices services;
    services.unseen = [&] {
        return practice.labs().unseen();
    };
    services.waiting = [&] {
        return practice.labs().waiting();
    };
    services.today = [&] {
        return practice.clock().today();
    };
    services.overdue = [&] {
        return practice.rechecks().overdue(practice.clock().today());
    };
    services.resultsOf = [&](labs::LabReportId report) {
        return practice.labs().results(report);
    };
    services.patients = [&](const QList<PatientId> &ids) {
        return practice.patients().summaries(ids);
    };
    services.match = [&](const LabReport &report) {
        return matcherOf(practice).match(report.patient);
    };
    services.search = [&](const QString &typed) {
        return practice.patients().search(typed, 20);
    };
    services.statusChip = [](const patient::PatientSummary &patient) {
        return patient::ui::shortStatusChip(patient.status, patient.attributes);
    };
    services.read = [&](const KeptReport &report) {
        return practice.labs().read(report);
    };
    services.openFile = [&](const labs::LabFile &file) {
        return showFile(file, window);
    };
    services.import = [&](const QStringList &paths) {
        return importFiles(practice, session, window, paths);
    };
    services.explain = sentenceOf;
    addWriting(services, practice, session);
    return services;
}

labs::ui::LabServices labServices(Practice &practice, const access::Session &session,
                                  QWidget &window, const patient::RecordIds &patient)
{
    labs::ui::LabServices services = labServices(practice, session, window);
    services.reports = [&practice, patient] {
        return practice.labs().of(patient);
    };
    services.results = [&practice, patient] {
        return practice.labs().resultsOf(patient);
    };
    services.rechecks = [&practice, patient] {
        return practice.rechecks().of(patient);
    };
    services.askRecheck = [&, patient](const labs::NewRecheck &recheck) -> Status {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        AMBROISE_CHECK(practice.rechecks().ask(patient, recheck, session.actor()));
        return done();
    };
    return services;
}

} // namespace ambroise::app
