// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispensingwiring.h"

#include <words/sentences.h>

#include <ambroise/codes/classify.h>
#include <ambroise/codes/reader.h>

#include <QtConcurrent>

namespace ambroise::app {
namespace {

//! The text of the ordonnance's code on an image or a PDF.
Result<QString> codeTextIn(const QString &path)
{
    AMBROISE_TRY(const auto symbols, codes::readFile(path));
    for (const codes::DecodedSymbol &symbol : symbols)
        if (codes::kindOf(symbol) == codes::CodeKind::Ordonnance)
            return QString::fromLatin1(symbol.bytes);
    return Error{ErrorCode::Invalid, u"code.foreign"_qs, {}};
}

bool sameGroup(Practice &practice, const drugs::Drug &given, const QString &prescribedCis)
{
    const auto cis = drugs::Cis::parse(prescribedCis);
    const auto prescribed =
        cis.ok() ? practice.drugs().byCis(*cis) : Result<drugs::Drug>(cis.error());
    if (!prescribed.ok())
        return false;
    for (const drugs::GenericGroup &a : given.groups)
        for (const drugs::GenericGroup &b : prescribed->groups)
            if (a.id == b.id)
                return true;
    return false;
}

Result<dispensing::ui::Box> boxOf(Practice &practice, const QString &scanned,
                                  const prescription::Line &line)
{
    dispensing::ui::Box box;
    QString cip = scanned;
    if (codes::kindOf(scanned.toLatin1()) == codes::CodeKind::Gs1) {
        AMBROISE_TRY(const auto fields, codes::parseGs1(scanned.toLatin1()));
        cip = fields.cip13;
        box.lot = fields.lot;
    }
    AMBROISE_TRY(const auto cip13, drugs::Cip13::parse(cip));
    AMBROISE_TRY(const auto drug, practice.drugs().byCip13(cip13));
    box.cip13 = cip13.toString();
    box.label = drug.label;
    const bool same = drug.cis.toString() == line.cis;
    box.substitutes = !same;
    if (!same && !sameGroup(practice, drug, line.cis))
        return Error{ErrorCode::Conflict, u"dispensation.other_drug"_qs, {}};
    return box;
}

} // namespace

dispensing::ui::DispensingServices dispensingServices(Practice &practice,
                                                      const access::Session &session,
                                                      std::function<void()> openCamera)
{
    dispensing::ui::DispensingServices services;
    services.scan = [&practice,
                     &session](const QString &text) -> Result<dispensing::ScannedOrdonnance> {
        AMBROISE_CHECK(require(session, access::Right::ReadOrdonnance));
        return practice.scanner().scan(text, session.actor());
    };
    services.readFile = [](const QString &path) {
        return QtConcurrent::run(codeTextIn, path);
    };
    services.box = [&practice](const QString &scanned, const prescription::Line &line) {
        return boxOf(practice, scanned, line);
    };
    services.record = [&practice,
                       &session](const QString &token, const prescription::Ordonnance &ordonnance,
                                 const QList<dispensing::LineOutcome> &lines, int seen) -> Status {
        AMBROISE_CHECK(require(session, access::Right::Dispense));
        AMBROISE_TRY(const auto profile, practice.profile().get());
        AMBROISE_CHECK(practice.dispensations().record(token, ordonnance, lines, seen, profile.name,
                                                       session.actor()));
        return done();
    };
    services.explain = sentenceOf;
    services.today = [&practice] {
        return practice.clock().today();
    };
    services.openCamera = std::move(openCamera);
    return services;
}

} // namespace ambroise::app
