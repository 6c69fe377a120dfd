// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"

#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/drugchanges.h>
#include <ambroise/drugs/referential.h>
#include <ambroise/drugs/sources.h>
#include <ambroise/drugs/thesaurus.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

namespace ambroise::ctl {
namespace {

constexpr int downloadSeconds = 120;

Answer answerOf(const drugs::ImportReport &report)
{
    QJsonObject rows;
    for (const drugs::FileReport &file : report.files)
        rows.insert(file.file, file.rows);
    const auto remarks = [](const QList<drugs::LineRemark> &list) {
        QJsonArray array;
        for (const drugs::LineRemark &remark : list)
            array.append(QJsonObject{
                {u"file"_qs, remark.file}, {u"line"_qs, remark.line}, {u"why"_qs, remark.why}});
        return array;
    };
    return {QJsonObject{{u"kind"_qs, report.kind},
                        {u"version"_qs, report.version.toString(Qt::ISODate)},
                        {u"rows"_qs, rows},
                        {u"rejected"_qs, remarks(report.rejected)},
                        {u"doubtful"_qs, remarks(report.doubtful)},
                        {u"absent"_qs, QJsonArray::fromStringList(report.absent)},
                        {u"seconds"_qs, report.seconds}},
            Ctl::tr("%1 lignes importées, %2 écartées, en %3 s.")
                .arg(report.rows())
                .arg(report.rejected.size())
                .arg(report.seconds, 0, 'f', 1)};
}

Result<Answer> importCog(Opened &opened, const QString &path, const Context &context)
{
    AMBROISE_TRY(const auto report, opened.practice->birthplaces().import(path, context.progress));
    AMBROISE_CHECK(opened.practice->journal().record({audit::Action::Import,
                                                      audit::Subject::Referential,
                                                      0,
                                                      {},
                                                      u"cog "_qs + report.release.version},
                                                     opened.session.actor()));
    QJsonObject rows;
    for (const auto &[file, count] : report.files)
        rows.insert(file, count);
    QJsonArray rejected;
    for (const identity::CogRejected &one : report.rejected)
        rejected.append(
            QJsonObject{{u"file"_qs, one.file}, {u"line"_qs, one.line}, {u"why"_qs, one.why}});
    return Answer{QJsonObject{{u"kind"_qs, u"cog"_qs},
                              {u"version"_qs, report.release.version},
                              {u"rows"_qs, rows},
                              {u"rejected"_qs, rejected},
                              {u"seconds"_qs, report.seconds}},
                  Ctl::tr("%1 lignes importées, %2 écartées, en %3 s.")
                      .arg(report.release.rows)
                      .arg(report.rejected.size())
                      .arg(report.seconds, 0, 'f', 1)};
}

Result<Answer> importCim10(Opened &opened, const QString &path, const Context &context)
{
    AMBROISE_TRY(const auto report, opened.practice->cim10().import(path, context.progress));
    AMBROISE_CHECK(opened.practice->journal().record({audit::Action::Import,
                                                      audit::Subject::Referential,
                                                      0,
                                                      {},
                                                      u"cim10 "_qs + report.release.source},
                                                     opened.session.actor()));
    QJsonArray rejected;
    for (const record::Cim10Rejected &one : report.rejected)
        rejected.append(
            QJsonObject{{u"file"_qs, one.file}, {u"line"_qs, one.line}, {u"why"_qs, one.why}});
    return Answer{
        QJsonObject{{u"kind"_qs, u"cim10"_qs},
                    {u"rows"_qs, QJsonObject{{report.release.source, report.release.rows}}},
                    {u"rejected"_qs, rejected},
                    {u"seconds"_qs, report.seconds}},
        Ctl::tr("%1 lignes importées, %2 écartées, en %3 s.")
            .arg(report.release.rows)
            .arg(report.rejected.size())
            .arg(report.seconds, 0, 'f', 1)};
}

Status tellGrowth(Opened &opened, audit::Action action, const QString &name)
{
    return opened.practice->journal().record(
        {action, audit::Subject::Referential, 0, {}, u"growth "_qs + name}, opened.session.actor());
}

Result<Answer> importGrowth(Opened &opened, const QString &path, const Context &context)
{
    QElapsedTimer timer;
    timer.start();
    record::GrowthReferences references(opened.practice->connection(), context.clock);
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(opened.practice->connection()));
    AMBROISE_TRY(const auto release, references.import(path, opened.session.actor()));
    AMBROISE_CHECK(tellGrowth(opened, audit::Action::Import, release.name));
    AMBROISE_CHECK(transaction.commit());
    const double seconds = double(timer.elapsed()) / 1000;
    return Answer{QJsonObject{{u"kind"_qs, u"growth"_qs},
                              {u"name"_qs, release.name},
                              {u"source"_qs, release.source},
                              {u"rows"_qs, QJsonObject{{release.file, release.rows}}},
                              {u"rejected"_qs, QJsonArray()},
                              {u"seconds"_qs, seconds}},
                  Ctl::tr("%1 lignes importées, %2 écartées, en %3 s.")
                      .arg(release.rows)
                      .arg(0)
                      .arg(seconds, 0, 'f', 1)};
}

Result<Answer> importFrom(Opened &opened, const QString &kind, const QString &path,
                          const Context &context)
{
    AMBROISE_CHECK(require(opened.session, access::Right::ManagePractice));
    if (kind == u"cog")
        return importCog(opened, path, context);
    if (kind == u"cim10")
        return importCim10(opened, path, context);
    if (kind == u"growth")
        return importGrowth(opened, path, context);
    const bool thesaurus = kind == u"ansm";
    if (kind != u"bdpm" && !thesaurus)
        return Error{ErrorCode::Invalid, u"cli.kind"_qs, kind};
    auto &db = opened.practice->connection();
    AMBROISE_TRY(const auto report,
                 thesaurus ? drugs::importThesaurus(db, path, context.clock, context.progress)
                           : drugs::importBdpm(db, path, context.clock, context.progress));
    AMBROISE_CHECK(
        opened.practice->journal().record({audit::Action::Import,
                                           audit::Subject::Referential,
                                           0,
                                           {},
                                           kind + u' ' + report.version.toString(Qt::ISODate)},
                                          opened.session.actor()));
    return answerOf(report);
}

Result<Answer> import(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    return importFrom(opened, context.arguments.word(0), context.arguments.word(1), context);
}

//! Only what the practice obtained itself: an official one is replaced by its next version.
Result<Answer> remove(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_CHECK(require(opened.session, access::Right::ManagePractice));
    if (const QString kind = context.arguments.word(0); kind != u"growth")
        return Error{ErrorCode::Invalid, u"cli.kind"_qs, kind};
    const QString name = context.arguments.word(1);
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(opened.practice->connection()));
    AMBROISE_CHECK(opened.practice->growthReferences().remove(name));
    AMBROISE_CHECK(tellGrowth(opened, audit::Action::Remove, name));
    AMBROISE_CHECK(transaction.commit());
    return Answer{QJsonObject{{u"kind"_qs, u"growth"_qs}, {u"name"_qs, name}},
                  Ctl::tr("Référence de croissance retirée : %1.").arg(name)};
}

Result<Answer> list(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_TRY(const auto found, drugs::referentials(opened.practice->connection()));
    AMBROISE_TRY(const auto cog, opened.practice->birthplaces().release());
    QList<drugs::Referential> all = found;
    if (cog)
        all.append({u"cog"_qs, QDate::fromString(cog->version, Qt::ISODate), cog->importedAt,
                    cog->rows, cog->sha256, cog->source});
    AMBROISE_TRY(const auto cim10, opened.practice->cim10().release());
    if (cim10)
        all.append({u"cim10"_qs, {}, cim10->importedAt, cim10->rows, cim10->sha256, cim10->source});
    AMBROISE_TRY(const auto growth, opened.practice->growthReferences().releases());
    for (const record::GrowthRelease &one : growth)
        all.append({u"growth"_qs, {}, one.importedAt, one.rows, one.sha256, one.name});
    QJsonArray array;
    QString text;
    for (const drugs::Referential &one : all) {
        array.append(QJsonObject{{u"kind"_qs, one.kind},
                                 {u"version"_qs, one.version.toString(Qt::ISODate)},
                                 {u"imported_at"_qs, storage::toText(one.importedAt)},
                                 {u"rows"_qs, one.rows},
                                 {u"sha256"_qs, one.sha256},
                                 {u"late"_qs, drugs::isLate(one, context.clock.today())},
                                 {u"source"_qs, one.source}});
        text += u"%1  %2  %3\n"_qs.arg(one.kind, one.version.toString(Qt::ISODate)).arg(one.rows);
    }
    return Answer{array, text};
}

QString wordOf(drugs::DrugChange::Kind kind)
{
    switch (kind) {
    case drugs::DrugChange::Kind::Added:
        return Ctl::tr("nouveau");
    case drugs::DrugChange::Kind::Removed:
        return Ctl::tr("retiré de la base");
    case drugs::DrugChange::Kind::Stopped:
        return Ctl::tr("plus commercialisé");
    case drugs::DrugChange::Kind::Marketed:
        return Ctl::tr("commercialisé");
    case drugs::DrugChange::Kind::Price:
        return Ctl::tr("prix");
    }
    return {};
}

QString amountOf(const std::optional<Money> &money)
{
    return money ? money->toString() : u"-"_qs;
}

//! What the last import of the drug base changed.
Result<Answer> changes(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_TRY(const auto last, drugs::lastDrugChanges(opened.practice->connection()));
    if (!last)
        return Answer{QJsonObject{{u"from"_qs, {}}, {u"to"_qs, {}}, {u"changes"_qs, QJsonArray()}},
                      Ctl::tr("La base du médicament n’a pas encore été remplacée.")};
    QJsonArray array;
    QString text = Ctl::tr("Du %1 au %2.")
                       .arg(last->from.toString(Qt::ISODate), last->to.toString(Qt::ISODate)) +
                   u'\n';
    for (const drugs::DrugChange &one : last->changes) {
        QJsonObject json{{u"kind"_qs, drugs::code(one.kind)},
                         {u"cis"_qs, one.cis.toString()},
                         {u"label"_qs, one.label}};
        text += one.cis.toString() + u"  "_qs + wordOf(one.kind) + u"  "_qs + one.label;
        if (one.box) {
            json.insert(u"cip13"_qs, one.box->toString());
            json.insert(u"before"_qs,
                        one.before ? QJsonValue(one.before->toString()) : QJsonValue());
            json.insert(u"after"_qs, one.after ? QJsonValue(one.after->toString()) : QJsonValue());
            text += u"  "_qs + amountOf(one.before) + u" → "_qs + amountOf(one.after);
        }
        array.append(json);
        text += u'\n';
    }
    return Answer{QJsonObject{{u"from"_qs, last->from.toString(Qt::ISODate)},
                              {u"to"_qs, last->to.toString(Qt::ISODate)},
                              {u"changes"_qs, array}},
                  text};
}

Result<QByteArray> download(QNetworkAccessManager &network, const QUrl &url)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(downloadSeconds * 1000);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (reply->error() != QNetworkReply::NoError)
        return Error{ErrorCode::Unavailable, u"cli.network"_qs, url.fileName()};
    return reply->readAll();
}

//! Downloads everything and checks it before the import sees any of it.
Result<Answer> update(const Context &context)
{
    AMBROISE_TRY(auto opened, openPractice(context));
    const QString kind =
        context.arguments.words().isEmpty() ? u"bdpm"_qs : context.arguments.word(0);
    if (kind != u"bdpm")
        return Error{ErrorCode::Invalid, u"cli.kind"_qs, kind};
    const QTemporaryDir folder;
    QNetworkAccessManager network;
    for (const drugs::Download &file : drugs::bdpmDownloads()) {
        auto content = download(network, file.url);
        if (!content.ok() && !file.required)
            continue;
        AMBROISE_CHECK(content);
        AMBROISE_CHECK(drugs::checkBdpmFile(file.name, *content));
        QFile out(folder.filePath(file.name));
        if (!out.open(QIODevice::WriteOnly) || out.write(*content) != content->size())
            return Error{ErrorCode::Unavailable, u"storage.full"_qs, {}};
    }
    return importFrom(opened, kind, folder.path(), context);
}

} // namespace

QList<Command> referentialCommands()
{
    return {Command{u"ref"_qs,
                    u"import"_qs,
                    u"bdpm|ansm|cog|cim10|growth DOSSIER|FICHIER"_qs,
                    Ctl::tr("Importe un référentiel officiel, en entier ou pas du tout."),
                    2,
                    2,
                    {},
                    {},
                    true,
                    import},
            Command{u"ref"_qs,
                    u"remove"_qs,
                    u"growth NOM"_qs,
                    Ctl::tr("Retire une référence de croissance que le cabinet avait importée."),
                    2,
                    2,
                    {},
                    {},
                    true,
                    remove},
            Command{u"ref"_qs,
                    u"list"_qs,
                    {},
                    Ctl::tr("Dit quels référentiels sont là, et de quand."),
                    0,
                    0,
                    {},
                    {},
                    true,
                    list},
            Command{u"ref"_qs,
                    u"changes"_qs,
                    {},
                    Ctl::tr("Dit ce que le dernier import de la base du médicament a changé."),
                    0,
                    0,
                    {},
                    {},
                    true,
                    changes},
            Command{u"ref"_qs,
                    u"update"_qs,
                    u"[bdpm]"_qs,
                    Ctl::tr("Télécharge les fichiers officiels, les vérifie, les importe."),
                    0,
                    1,
                    {},
                    {},
                    true,
                    update}};
}

} // namespace ambroise::ctl
