// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheethtml.h"

#include "drugfacts.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/type.h>

#include <QCoreApplication>
#include <QUrl>

namespace ambroise::drugs::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DrugSheet)
};

//! Those that are not empty.
QString together(QStringList parts, const QString &between = u", "_qs)
{
    parts.removeAll(QString());
    return parts.join(between);
}

class Sheet {
public:
    explicit Sheet(const uikit::Theme &theme)
        : m_theme(theme)
    {
    }

    //! Everything that follows until the next part is of that source.
    void part(const QString &title, const Source &source)
    {
        m_html += u"<p class='part'><b>%1</b> <span class='source'>%2</span></p>"_qs.arg(
            title.toHtmlEscaped(), sourceWords(source).toHtmlEscaped());
    }
    void fact(const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            m_html += u"<p><span class='label'>%1</span> %2</p>"_qs.arg(label.toHtmlEscaped(),
                                                                        text.toHtmlEscaped());
    }
    void line(const QString &strong, const QString &rest = {}, const QString &link = {},
              std::optional<uikit::Meaning> meaning = {})
    {
        const QString ink =
            meaning ? u" style='color:%1'"_qs.arg(m_theme.pair(*meaning).text.name()) : QString();
        m_html += u"<p><b%1>%2</b> %3%4</p>"_qs.arg(ink, strong.toHtmlEscaped(),
                                                    rest.toHtmlEscaped(), anchor(link));
    }
    void beginTable(const QStringList &heads)
    {
        m_html += u"<table width='98%' cellspacing='0' cellpadding='4'><tr>"_qs;
        for (const QString &head : heads)
            m_html += u"<th align='left'>%1</th>"_qs.arg(head.toHtmlEscaped());
        m_html += u"</tr>"_qs;
    }
    void row(const QStringList &cells, bool faint)
    {
        m_html += u"<tr>"_qs;
        for (const QString &cell : cells)
            m_html += u"<td class='%1'>%2</td>"_qs.arg(faint ? u"faint"_qs : u"cell"_qs,
                                                       cell.toHtmlEscaped());
        m_html += u"</tr>"_qs;
    }
    void endTable() { m_html += u"</table>"_qs; }

    [[nodiscard]] QString html() const
    {
        const auto ink = [this](uikit::Token token) {
            return m_theme.color(token).name();
        };
        return u"<style>p { margin: 2px 0 } .part { margin: 14px 0 4px 0 }"
               ".source { font-size: %1px; color: %2 } .label { color: %3 } a { color: %4 }"
               "th { font-size: %1px; font-weight: 600; color: %3 }"
               ".faint { color: %2 }</style>"_qs
                   .arg(uikit::font(uikit::TextRole::Small).pixelSize())
                   .arg(ink(uikit::Token::Text3), ink(uikit::Token::Text2),
                        ink(uikit::Token::Accent)) +
               m_html;
    }

private:
    static QString anchor(const QString &link)
    {
        const QUrl url(link, QUrl::StrictMode);
        if (!url.isValid() || (url.scheme() != u"https" && url.scheme() != u"http"))
            return {};
        return u" <a href='%1'>%2</a>"_qs.arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped(),
                                              Words::tr("Ouvrir la page").toHtmlEscaped());
    }

    const uikit::Theme &m_theme;
    QString m_html;
};

void addWarnings(Sheet &sheet, const DrugDetail &detail)
{
    if (!detail.availability.value.isEmpty())
        sheet.part(Words::tr("Disponibilité"), detail.availability.source);
    for (const Availability &state : detail.availability.value) {
        QStringList rest;
        if (state.cip13)
            rest << Words::tr("présentation %1").arg(state.cip13->toString());
        if (state.updated.isValid())
            rest << Words::tr("mis à jour le %1").arg(text::frenchDate(state.updated));
        sheet.line(availabilityWords(state), rest.join(u", "_qs), state.link,
                   isWarning(state) ? std::optional(uikit::Meaning::Caution) : std::nullopt);
    }
    if (!detail.notices.value.isEmpty())
        sheet.part(Words::tr("Informations de sécurité"), detail.notices.source);
    for (const Notice &notice : detail.notices.value)
        sheet.line(daysWords(notice), notice.wording, notice.link);
}

void addIdentity(Sheet &sheet, const DrugDetail &detail)
{
    const Drug &drug = detail.drug.value;
    sheet.part(Words::tr("Spécialité"), detail.drug.source);
    sheet.fact(Words::tr("Forme"), drug.form);
    sheet.fact(Words::tr("Voie"), drug.routes.join(u", "_qs));
    sheet.fact(Words::tr("Titulaire"), drug.holder);
    sheet.fact(Words::tr("Commercialisation"), detail.marketing);
    sheet.fact(Words::tr("Autorisation"), together({detail.authorisation, detail.procedure,
                                                    text::frenchDate(detail.authorisedOn)}));
    sheet.fact(Words::tr("Code CIS"), drug.cis.toString());
    sheet.fact(Words::tr("Numéro européen"), detail.euNumber);
    sheet.fact(Words::tr("Alerte"), detail.watch);
    if (detail.monitored)
        sheet.fact(Words::tr("Surveillance"), Words::tr("renforcée (triangle noir)"));
    if (!detail.atc.value.isEmpty()) {
        sheet.part(Words::tr("Classe ATC"), detail.atc.source);
        sheet.line(detail.atc.value);
    }
}

void addComposition(Sheet &sheet, const DrugDetail &detail)
{
    if (detail.composition.value.isEmpty())
        return;
    sheet.part(Words::tr("Composition"), detail.composition.source);
    for (const Component &component : detail.composition.value) {
        QString what = component.dosage;
        if (!component.per.isEmpty() && !what.isEmpty())
            what += Words::tr(" pour %1").arg(component.per);
        if (component.nature == Component::Nature::Therapeutic)
            what += Words::tr(" (fraction thérapeutique)");
        sheet.line(component.name, what);
    }
}

void addConditions(Sheet &sheet, const DrugDetail &detail)
{
    if (detail.conditions.value.isEmpty())
        return;
    sheet.part(Words::tr("Conditions de prescription et de délivrance"), detail.conditions.source);
    for (const Condition &condition : detail.conditions.value)
        sheet.line({}, condition.wording);
}

void addPresentations(Sheet &sheet, const DrugDetail &detail)
{
    if (detail.presentations.value.isEmpty())
        return;
    sheet.part(Words::tr("Présentations"), detail.presentations.source);
    sheet.beginTable({Words::tr("Boîte"), Words::tr("CIP 13"), Words::tr("Prix public"),
                      Words::tr("Taux"), Words::tr("Commercialisation")});
    for (const Presentation &box : detail.presentations.value)
        sheet.row({box.label, box.cip13.toString(),
                   box.publicPrice ? box.publicPrice->toFrench() : QString(), rateWords(box),
                   box.marketing},
                  !box.marketed);
    sheet.endTable();
    for (const Presentation &box : detail.presentations.value)
        if (!box.indications.isEmpty())
            sheet.fact(Words::tr("Remboursement de %1 limité à").arg(box.cip13.toString()),
                       box.indications);
}

void addGroups(Sheet &sheet, const DrugDetail &detail)
{
    for (const GroupDetail &group : detail.groups.value) {
        sheet.part(Words::tr("Groupe générique : %1").arg(group.group.label), detail.groups.source);
        sheet.fact(Words::tr("Ce médicament"), roleWord(group.group.role));
        for (const GroupMember &member : group.members) {
            if (member.label.isEmpty() || member.cis == detail.drug.value.cis)
                continue;
            QStringList rest{roleWord(member.role)};
            if (!member.marketed)
                rest << Words::tr("non commercialisé");
            sheet.line(member.label, rest.join(u", "_qs));
        }
    }
}

void addHybrids(Sheet &sheet, const DrugDetail &detail)
{
    for (const HybridGroup &group : detail.hybrids.value) {
        sheet.part(Words::tr("Registre des hybrides : %1").arg(group.label), detail.hybrids.source);
        for (const HybridMember &member : group.members) {
            QStringList rest{member.reference ? Words::tr("référence") : Words::tr("hybride")};
            if (member.cis == detail.drug.value.cis)
                rest << Words::tr("ce médicament");
            if (!member.marketed)
                rest << Words::tr("non commercialisé");
            sheet.line(member.label, rest.join(u", "_qs));
        }
    }
}

void addOpinions(Sheet &sheet, const QString &title, const Sourced<QList<Opinion>> &opinions)
{
    if (opinions.value.isEmpty())
        return;
    sheet.part(title, opinions.source);
    for (const Opinion &opinion : opinions.value)
        sheet.line(together({opinion.value, text::frenchDate(opinion.givenOn)}),
                   together({opinion.reason, opinion.wording}, u" : "_qs), opinion.links.value(0));
}

} // namespace

QString sheetHtml(const DrugDetail &detail, const uikit::Theme &theme)
{
    Sheet sheet(theme);
    addWarnings(sheet, detail);
    addConditions(sheet, detail);
    addPresentations(sheet, detail);
    addComposition(sheet, detail);
    addGroups(sheet, detail);
    addHybrids(sheet, detail);
    addIdentity(sheet, detail);
    addOpinions(sheet, Words::tr("Service médical rendu"), detail.smr);
    addOpinions(sheet, Words::tr("Amélioration du service médical rendu"), detail.asmr);
    sheet.part(Words::tr("Absent de cette fiche"), {});
    sheet.line({}, uncheckedWords());
    if (const QStringList silent = silentParts(detail); !silent.isEmpty()) {
        sheet.part(Words::tr("La base n’en dit rien"), {});
        sheet.line({}, silent.join(u", "_qs));
    }
    return sheet.html();
}

} // namespace ambroise::drugs::ui
