// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/substancename.h>

#include <ambroise/core/text.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace ambroise::prescription {
namespace {

constexpr qsizetype mostSubstances = 3;

//! Made by living cells: two of them are never the same thing. Vaccines, sera and immunoglobulins,
//! blood products, allergens; insulins, heparins, growth hormones and factors, gonadotrophins,
//! antibodies and fusion proteins, toxins. The base has no list of them; their classes tell.
constexpr std::array biologicClasses = {u"J07",   u"J06",     u"B05AA",   u"B02BD",   u"V01",
                                        u"A10A",  u"B01AB",   u"H01AC",   u"L03AA",   u"L03AB",
                                        u"B03XA", u"G03GA",   u"L01F",    u"L04AB",   u"L04AC",
                                        u"L04AG", u"M05BX04", u"M03AX01", u"R03DX05", u"S01LA",
                                        u"H05AA", u"C10AX13", u"C10AX14", u"N02CD",   u"D11AH05"};

bool isBiologic(const drugs::DrugDetail &drug)
{
    const QString atc = drug.atc.value.isEmpty() ? drug.drug.value.atc : drug.atc.value;
    const bool byClass =
        std::any_of(biologicClasses.begin(), biologicClasses.end(),
                    [&atc](const char16_t *one) { return atc.startsWith(QStringView(one)); });
    // An antibody or a fusion protein by the end of its international name, whatever its class.
    return byClass || std::any_of(drug.substances.begin(), drug.substances.end(),
                                  [](const drugs::Substance &substance) {
                                      const QString name = text::folded(substance.name);
                                      return name.endsWith(u"MAB") || name.endsWith(u"CEPT") ||
                                             name.startsWith(u"INSULINE");
                                  });
}

//! « 1 000,00 mg » → « 1000 mg »: no thousands separator, no idle zeros (criteria 42 to 44).
QString strengthOf(const QString &dosage)
{
    static const QRegularExpression number(u"\\d[\\d\\x{00A0}\\x{202F} ]*(?:,\\d+)?"_qs);
    const auto match = number.match(dosage);
    if (!match.hasMatch())
        return {};
    QString digits = match.captured();
    digits.remove(QRegularExpression(u"\\s"_qs)).replace(u',', u'.');
    const QString rest = dosage.mid(match.capturedEnd()).simplified();
    return text::frenchNumber(digits.toDouble()) + u' ' + rest;
}

bool isOfSeveralParts(const drugs::DrugDetail &drug)
{
    QSet<QString> elements;
    for (const drugs::Component &component : drug.composition.value)
        elements.insert(component.element);
    return elements.size() > 1;
}

QString capitalised(const QString &name)
{
    const QString lower = name.simplified().toLower();
    return lower.left(1).toUpper() + lower.mid(1);
}

Error refused(const QString &why)
{
    return {ErrorCode::Invalid, u"substance."_qs + why, {}};
}

} // namespace

Result<QString> substanceName(const drugs::DrugDetail &drug)
{
    const drugs::Drug &sold = drug.drug.value;
    if (sold.homeopathic)
        return refused(u"homeopathic"_qs);
    if (drug.substances.isEmpty())
        return refused(u"none"_qs);
    if (drug.substances.size() > mostSubstances)
        return refused(u"many"_qs);
    if (isBiologic(drug))
        return refused(u"biologic"_qs);
    if (isOfSeveralParts(drug))
        return refused(u"parts"_qs);
    QStringList substances;
    for (const drugs::Substance &substance : drug.substances) {
        const QString strength = strengthOf(substance.dosage);
        if (strength.isEmpty())
            return refused(u"strength"_qs);
        substances << capitalised(substance.name) + u' ' + strength;
    }
    QString name = substances.join(u" + "_qs) + u", "_qs + sold.form.simplified();
    if (!sold.routes.isEmpty())
        name += u", voie "_qs + sold.routes.join(u" ou "_qs);
    return name;
}

Result<QString> otherName(const drugs::DrugDetail &drug, const QString &label)
{
    AMBROISE_TRY(const QString name, substanceName(drug));
    const QString brand = drug.drug.value.label;
    if (label == brand)
        return name;
    return label == name ? u"%1 [%2]"_qs.arg(name, brand.section(u',', 0, 0)) : brand;
}

} // namespace ambroise::prescription
