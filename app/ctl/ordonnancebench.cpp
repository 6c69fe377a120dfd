// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancebench.h"

#include <ambroise/codes/qr.h>
#include <ambroise/codes/reader.h>
#include <ambroise/prescription/check.h>
#include <ambroise/prescription/print.h>

#include <QPainter>
#include <QRandomGenerator>

namespace ambroise::ctl {
namespace {

using prescription::Line;

//! The drugs of these substances, or the substances where the base has none.
Result<QList<Line>> linesOf(app::Practice &practice, const QStringList &names)
{
    QList<Line> lines;
    for (const QString &name : names) {
        AMBROISE_TRY(const auto found, practice.drugs().search(name, 1));
        Line line;
        line.label = found.isEmpty() ? name : found.first().label;
        line.cis = found.isEmpty() ? QString() : found.first().cis.toString();
        line.posology = u"1 comprimé matin et soir"_qs;
        line.durationDays = 30;
        lines << line;
    }
    return lines;
}

//! As the ordonnance page does at each change: every line read, every check run.
Status checkAll(app::Practice &practice, const QList<Line> &lines)
{
    const auto &knowledge = practice.drugKnowledge();
    prescription::Treatment treatment;
    treatment.person.today = QDate(2026, 11, 24);
    treatment.person.birth = QDate(1950, 2, 1);
    treatment.person.sex = u"F"_qs;
    treatment.patient = prescription::stateOf(treatment.person);
    for (const Line &line : lines) {
        AMBROISE_TRY(const auto checked,
                     prescription::checkedLine(line, line.label, false, knowledge));
        treatment.lines << checked;
    }
    AMBROISE_TRY(const auto report, prescription::PrescriptionChecker(knowledge).run(treatment));
    return report.alerts.isEmpty() ? Status(Error{ErrorCode::Corrupt, u"ansm.empty"_qs, {}})
                                   : done();
}

Result<prescription::OrdonnanceContent> sampleContent(const Clock &clock)
{
    prescription::OrdonnanceContent::Parts parts;
    parts.patient.surname = u"SPECIMEN"_qs;
    parts.patient.givenNames = u"MARTHE"_qs;
    parts.patient.sex = u"F"_qs;
    parts.patient.birthDate = QDate(1958, 3, 14);
    parts.prescriber.title = u"Dr"_qs;
    parts.prescriber.surname = u"Specimen"_qs;
    parts.prescriber.givenName = u"Jean"_qs;
    parts.prescriber.rpps = u"99700218896"_qs;
    parts.prescriber.practice = u"Cabinet"_qs;
    parts.prescriber.address = u"1 rue du Banc, 63999 Essai"_qs;
    for (int i = 0; i < 5; ++i) {
        Line line;
        line.label = u"PARACETAMOL 1000 mg, comprimé"_qs;
        line.posology = u"1 comprimé matin, midi et soir"_qs;
        line.durationDays = 7;
        parts.lines << line;
    }
    return prescription::OrdonnanceContent::make(parts, prescription::OrdonnanceNumber::generate(),
                                                 clock.now());
}

//! A code on a noisy picture of twelve megapixels, as a telephone takes it.
Result<QImage> photo(const QString &code)
{
    AMBROISE_TRY(const QImage qr, codes::qrImage(code, codes::QrLevel::M, 12));
    QImage photo(4000, 3000, QImage::Format_RGB32);
    photo.fill(QColor(205, 200, 190));
    QPainter painter(&photo);
    painter.translate(1500, 1200);
    painter.rotate(7);
    painter.drawImage(0, 0, qr);
    painter.end();
    QRandomGenerator random(7);
    for (int y = 0; y < photo.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(photo.scanLine(y));
        for (int x = 0; x < photo.width(); ++x) {
            const int noise = int(random.generate() & 31) - 16;
            const int grey = std::clamp(qGray(line[x]) + noise, 0, 255);
            line[x] = qRgb(grey, grey, grey);
        }
    }
    return photo;
}

} // namespace

//! Fifteen lines against one another, and against the patient.
Result<Samples> benchOrdonnanceCheck(app::Practice &practice)
{
    AMBROISE_TRY(const auto base, practice.drugKnowledge().interactionBase());
    if (!base)
        return Error{ErrorCode::NotFound, u"ansm.missing_file"_qs, u"thésaurus"_qs};
    const QStringList names{u"acide acétylsalicylique"_qs,
                            u"apixaban"_qs,
                            u"ramipril"_qs,
                            u"spironolactone"_qs,
                            u"furosémide"_qs,
                            u"bisoprolol"_qs,
                            u"amiodarone"_qs,
                            u"simvastatine"_qs,
                            u"fluoxétine"_qs,
                            u"tramadol"_qs,
                            u"alprazolam"_qs,
                            u"lithium"_qs,
                            u"ibuprofène"_qs,
                            u"metformine"_qs,
                            u"lévothyroxine"_qs};
    AMBROISE_TRY(const auto lines, linesOf(practice, names));
    return repeated(50, [&] { return checkAll(practice, lines); });
}

Result<Samples> benchOrdonnancePdf(app::Practice &practice)
{
    AMBROISE_TRY(const auto content, sampleContent(practice.clock()));
    AMBROISE_TRY(const auto own, practice.certificates().own());
    const QString code =
        prescription::OrdonnanceCode::sign(content, practice.id(), own.key).toText();
    return repeated(20, [&]() -> Status {
        AMBROISE_CHECK(prescription::printOrdonnance(content, code));
        return done();
    });
}

Result<Samples> benchCodeDecode(app::Practice &practice)
{
    AMBROISE_TRY(const auto content, sampleContent(practice.clock()));
    AMBROISE_TRY(const auto own, practice.certificates().own());
    AMBROISE_TRY(
        const QImage image,
        photo(prescription::OrdonnanceCode::sign(content, practice.id(), own.key).toText()));
    return repeated(10, [&]() -> Status {
        AMBROISE_CHECK(codes::readImage(image));
        return done();
    });
}

} // namespace ambroise::ctl
