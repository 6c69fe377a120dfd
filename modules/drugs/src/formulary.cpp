// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/formulary.h>

#include "basewriter.h"
#include "referentialstore.h"

#include <ambroise/crypto/hash.h>

#include <QElapsedTimer>
#include <QFile>

// A resource of a static library is registered by who needs it.
static void registerFormulary()
{
    Q_INIT_RESOURCE(formulary);
}

namespace ambroise::drugs {
namespace {

//! The day of the public base that the facts were taken from.
const QDate factsOf(2026, 5, 26);
constexpr qsizetype columnCount = 15;

enum Column {
    CisCode,
    Label,
    Form,
    Routes,
    Holder,
    Atc,
    Substances,
    Box,
    BoxShort,
    BoxLabel,
    Price,
    PublicPrice,
    Fee,
    Rate,
    Conditions
};

std::optional<Money> amount(const QString &text)
{
    const auto money = Money::parse(text);
    return money.ok() ? std::optional(*money) : std::nullopt;
}

void addComponents(Base &base, qint64 cis, const QString &text)
{
    int link = 0;
    for (const QString &part : text.split(u'|', Qt::SkipEmptyParts)) {
        const QStringList words = part.split(u':');
        Component component;
        component.code = words.value(0);
        component.name = words.value(1);
        component.dosage = words.value(2);
        component.element = words.value(3);
        component.per = words.value(4);
        component.link = ++link;
        base.components.push_back({cis, component});
    }
}

void addPresentation(Base &base, qint64 cis, const QStringList &columns)
{
    PresentationRow box;
    box.cis = cis;
    box.cip7 = columns.at(BoxShort);
    box.cip13 = columns.at(Box).toLongLong();
    box.label = columns.at(BoxLabel);
    box.status = u"Présentation active"_qs;
    box.marketing = u"Déclaration de commercialisation"_qs;
    box.rates = columns.at(Rate);
    box.price = amount(columns.at(Price));
    box.publicPrice = amount(columns.at(PublicPrice));
    box.fee = amount(columns.at(Fee));
    base.presentations.push_back(box);
}

bool addDrug(Base &base, const QStringList &columns)
{
    if (columns.size() != columnCount)
        return false;
    DrugRow drug;
    drug.cis = columns.at(CisCode).toLongLong();
    drug.label = columns.at(Label);
    drug.form = columns.at(Form);
    drug.routes = columns.at(Routes);
    drug.holder = columns.at(Holder);
    drug.authorisation = u"Autorisation active"_qs;
    drug.marketing = u"Commercialisée"_qs;
    base.drugs.push_back(drug);
    addComponents(base, drug.cis, columns.at(Substances));
    addPresentation(base, drug.cis, columns);
    if (!columns.at(Atc).isEmpty())
        base.classes.push_back({drug.cis, columns.at(Atc), {}});
    for (const QString &condition : columns.at(Conditions).split(u'|', Qt::SkipEmptyParts))
        base.conditions.push_back({drug.cis, condition});
    return true;
}

ImportReport reportOf(const Base &base, const QByteArray &content)
{
    const QString digest = QString::fromLatin1(crypto::sha256(content).toHex());
    ImportReport report;
    report.kind = formularyKind.toString();
    report.version = factsOf;
    const auto file = [&](const QString &name, size_t rows) {
        report.files.append({name, qint64(rows), factsOf, digest});
    };
    file(u"CIS_bdpm.txt"_qs, base.drugs.size());
    file(u"CIS_CIP_bdpm.txt"_qs, base.presentations.size());
    file(u"CIS_COMPO_bdpm.txt"_qs, base.components.size());
    file(u"CIS_CPD_bdpm.txt"_qs, base.conditions.size());
    file(u"CIS_MITM.txt"_qs, base.classes.size());
    return report;
}

} // namespace

Result<ImportReport> importFormulary(storage::Connection &db, const Clock &clock)
{
    QElapsedTimer timer;
    timer.start();
    AMBROISE_TRY(const bool present, isImported(db, bdpmKind));
    if (present)
        return Error{ErrorCode::Conflict, u"formulary.base_present"_qs, {}};
    registerFormulary();
    QFile file(u":/ambroise/formulary/formulaire.tsv"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Corrupt, u"formulary.resource"_qs, {}};
    const QByteArray content = file.readAll();
    Base base;
    for (const QString &line : QString::fromUtf8(content).split(u'\n', Qt::SkipEmptyParts))
        if (!line.startsWith(u'#') && !addDrug(base, line.split(u'\t')))
            return Error{ErrorCode::Corrupt, u"formulary.resource"_qs, line.left(8)};

    ImportReport report = reportOf(base, content);
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(db));
    const QList<BdpmFile> filled{BdpmFile::Drugs, BdpmFile::Presentations, BdpmFile::Components,
                                 BdpmFile::Conditions, BdpmFile::Classes};
    AMBROISE_CHECK(BaseWriter(db, base, {}, 0).write(filled, true));
    AMBROISE_CHECK(recordImport(db, report, clock));
    AMBROISE_CHECK(transaction.commit());
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

} // namespace ambroise::drugs
