// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/ui/druginspector.h>

#include <QCoreApplication>
#include <QLabel>
#include <QTextBrowser>

//! Drugs of which the base says everything or next to nothing, and what somebody reads of them.
namespace ambroise::test {

inline const drugs::Source bdpm{u"BDPM"_qs, u"CIS_bdpm.txt"_qs, QDate(2026, 5, 26)};
inline const QDate sheetDay(2026, 6, 1);
inline const drugs::Source stock{u"BDPM"_qs, u"CIS_CIP_Dispo_Spec.txt"_qs, QDate(2026, 5, 18)};

inline drugs::GroupMember member(const QString &cis, const QString &label, bool marketed)
{
    return {*drugs::Cis::parse(cis), label, drugs::GroupRole::Generic, marketed};
}

inline drugs::Drug drugOf(const QString &cis, const QString &label, const QString &form)
{
    return {*drugs::Cis::parse(cis), label, form, {}, false, false, {}, {}, {}, {}, {}};
}

inline drugs::DrugDetail detailOf(const drugs::Drug &drug)
{
    drugs::DrugDetail detail{.drug = {drug, bdpm},
                             .presentations = {},
                             .composition = {},
                             .substances = {},
                             .atc = {},
                             .groups = {},
                             .conditions = {},
                             .availability = {},
                             .smr = {},
                             .asmr = {},
                             .notices = {}};
    return detail;
}

//! A drug of which the base says everything, in words that would be markup.
inline drugs::DrugDetail talkative()
{
    drugs::Drug drug =
        drugOf(u"60000001"_qs, u"CLARITHROMYCINE <b>X</b> 500 mg, comprimé pelliculé"_qs,
               u"comprimé pelliculé"_qs);
    drug.routes = QStringList{u"orale"_qs};
    drug.marketed = true;
    drug.groups = {{17, u"CLARITHROMYCINE 500 mg"_qs, drugs::GroupRole::Generic}};
    drugs::Presentation box{*drugs::Cip13::parse(u"3400934951374"),
                            u"3495137"_qs,
                            u"plaquette de 14 comprimés"_qs,
                            true,
                            {},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {}};
    box.marketing = u"Déclaration de commercialisation"_qs;
    box.rates = {65};
    box.publicPrice = *Money::parse(u"4,55");
    drugs::DrugDetail detail = detailOf(drug);
    detail.presentations = {{box}, bdpm};
    detail.composition = {{drugs::Component{u"comprimé"_qs, u"01234"_qs, u"CLARITHROMYCINE"_qs,
                                            u"500 mg"_qs, u"un comprimé"_qs}},
                          bdpm};
    detail.substances = drugs::activeSubstances(detail.composition.value);
    detail.groups = {{{drug.groups.first(),
                       {member(u"60000001"_qs, drug.label, true),
                        member(u"60000002"_qs, u"ZECLAR 500 mg, comprimé"_qs, false),
                        member(u"60000003"_qs, u"CLARITHROMYCINE Y 500 mg, comprimé"_qs, true),
                        member(u"60000004"_qs, QString(), true)}}},
                     bdpm};
    detail.conditions = {{{u"liste I"_qs}}, bdpm};
    detail.availability = {{{std::nullopt, drugs::Availability::State::Shortage, QDate(2026, 4, 14),
                             QDate(2026, 5, 18), QDate(2026, 7, 1), u"https://ansm.sante.fr/x"_qs}},
                           stock};
    detail.notices = {{{QDate(2026, 2, 3), {}, u"Risque d’arythmie"_qs, u"javascript:alert(1)"_qs}},
                      bdpm};
    detail.smr = {{{drugs::Opinion::Rating::Smr,
                    u"CT-1"_qs,
                    u"Renouvellement"_qs,
                    QDate(2019, 6, 19),
                    u"Important"_qs,
                    u"dans toutes les indications"_qs,
                    {}}},
                  bdpm};
    return detail;
}

//! One of which it says next to nothing.
inline drugs::DrugDetail silent()
{
    return detailOf(drugOf(u"60000009"_qs, u"VIEUXTRUC, pommade"_qs, u"pommade"_qs));
}

inline drugs::ui::DrugServices sheetServices()
{
    drugs::ui::DrugServices s;
    s.search = [](const QString &typed) -> Result<QList<drugs::Drug>> {
        if (typed == u"panne")
            return Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        return u"clarithromycine"_qs.startsWith(typed)
                   ? QList<drugs::Drug>{talkative().drug.value, silent().drug.value}
                   : QList<drugs::Drug>{};
    };
    s.today = [] {
        return sheetDay;
    };
    s.detail = [](const QString &cis) -> Result<drugs::DrugDetail> {
        if (cis == u"60000001")
            return talkative();
        if (cis == u"60000009")
            return silent();
        return Error{ErrorCode::NotFound, u"drug.unknown"_qs, {}};
    };
    s.explain = [](const Error &error) {
        return u"Explication de "_qs + error.subject;
    };
    return s;
}

//! The services of a base that says this of every drug.
inline drugs::ui::DrugServices servicesOf(const drugs::DrugDetail &detail)
{
    drugs::ui::DrugServices s = sheetServices();
    s.detail = [detail](const QString &) -> Result<drugs::DrugDetail> {
        return detail;
    };
    return s;
}

inline drugs::Opinion opinion(const QString &dossier, QDate givenOn, const QString &value)
{
    return {drugs::Opinion::Rating::Smr, dossier, u"Inscription"_qs, givenOn, value, {}, {}};
}

//! What somebody reads of the widget.
inline QString shownText(const QWidget &widget)
{
    QCoreApplication::processEvents(); // what was just laid out is there
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget))
            texts << label->text();
    for (const QTextBrowser *browser : widget.findChildren<QTextBrowser *>())
        if (browser->isVisibleTo(&widget))
            texts << browser->toPlainText();
    return texts.join(u'\n');
}

inline std::unique_ptr<drugs::ui::DrugInspector>
inspector(const QString &cis, drugs::ui::DrugServices s = sheetServices())
{
    auto shown = std::make_unique<drugs::ui::DrugInspector>(std::move(s));
    shown->setAutoFillBackground(true);
    shown->resize(280, 560);
    shown->show(cis);
    return shown;
}

} // namespace ambroise::test
