// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "codejson.h"

#include <ambroise/codes/datamatrix.h>
#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/codes/reader.h>

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QSaveFile>

namespace ambroise::ctl {
namespace {

constexpr int modulePixels = 8;
constexpr int quietModules = 2;

//! Every certificate of a folder. One that cannot be read is passed over: what it would have proved
//! stays unknown.
Result<Trust> trustOf(const QString &folder)
{
    Trust trust;
    AMBROISE_TRY(trust.authorities, codes::TwoDDocTrust::fromFolder(folder));
    for (const QString &name : QDir(folder).entryList({u"*.pem"_qs}, QDir::Files)) {
        const auto pem = readInput(folder + u'/' + name);
        if (!pem.ok())
            continue;
        if (const auto certificate = crypto::Certificate::fromPem(*pem); certificate.ok())
            (void)trust.practices.add(*certificate);
    }
    return trust;
}

Result<Answer> decode(const Context &context)
{
    std::optional<Trust> trust;
    if (const auto folder = context.arguments.value(u"trust"_qs)) {
        AMBROISE_TRY(trust, trustOf(*folder));
    }
    QJsonArray array;
    QString text;
    for (const QString &file : context.arguments.words()) {
        AMBROISE_TRY(const auto symbols,
                     codes::readFile(file, codes::Search::Everything, context.progress));
        for (const codes::DecodedSymbol &symbol : symbols) {
            const QJsonObject json = codeToJson(file, symbol, trust, context.clock.today());
            array.append(json);
            text += QString(codes::nameOf(symbol.symbology)) + u"  "_qs + symbol.text + u'\n';
            if (const QString why = json.value(u"why").toString(); !why.isEmpty())
                text += u"    "_qs + why + u'\n';
        }
    }
    return Answer{array, text};
}

Result<Answer> writeIns(const Context &context)
{
    const auto out = context.arguments.value(u"out"_qs);
    if (!out)
        return Error{ErrorCode::Invalid, u"cli.misuse"_qs, u"--out"_qs};
    AMBROISE_TRY(const QJsonObject json, readJsonObject(context.arguments.word(0)));
    const auto field = [&json](const char *name) {
        return json.value(QLatin1String(name)).toString();
    };
    AMBROISE_TRY(const auto payload,
                 codes::InsPayload::make({field("matricule"), field("oid"), field("given_names"),
                                          field("surname"), field("sex"),
                                          QDate::fromString(field("birth_date"), Qt::ISODate),
                                          field("birth_place")}));
    AMBROISE_TRY(const QImage image,
                 codes::datamatrixImage(payload.bytes(), modulePixels, quietModules));
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    QSaveFile file(*out);
    if (!file.open(QIODevice::WriteOnly) || file.write(png) != png.size() || !file.commit())
        return Error{ErrorCode::Unavailable, u"cli.file"_qs, *out};
    const int modules = image.width() / modulePixels - 2 * quietModules;
    return Answer{QJsonObject{{u"file"_qs, *out},
                              {u"bytes"_qs, payload.bytes().size()},
                              {u"modules"_qs, modules}},
                  Ctl::tr("Datamatrix INS écrit dans %1.").arg(*out)};
}

} // namespace

QList<Command> codeCommands()
{
    return {Command{u"code"_qs,
                    u"decode"_qs,
                    u"FICHIER… [--trust DOSSIER]"_qs,
                    Ctl::tr("Lit tous les codes d’une image ou d’un PDF."),
                    1,
                    100,
                    {u"trust"_qs},
                    {},
                    false,
                    decode},
            Command{u"code"_qs,
                    u"ins"_qs,
                    u"--out IMAGE.png TRAITS.json"_qs,
                    Ctl::tr("Dessine le Datamatrix INS d’une identité qualifiée."),
                    1,
                    1,
                    {u"out"_qs},
                    {},
                    false,
                    writeIns}};
}

} // namespace ambroise::ctl
