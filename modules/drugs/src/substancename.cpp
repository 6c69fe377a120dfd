// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/substancemap.h>

#include <ambroise/core/text.h>

#include <QRegularExpression>
#include <QSet>

namespace ambroise::drugs {
namespace {

QSet<QString> words(const QString &text)
{
    const QStringList list = text.split(u' ');
    return {list.begin(), list.end()};
}

//! What is put in front: "CHLORHYDRATE DE …".
const QSet<QString> &salts()
{
    static const QSet<QString> names = words(
        u"CHLORHYDRATE DICHLORHYDRATE TRICHLORHYDRATE MONOCHLORHYDRATE BROMHYDRATE SULFATE "
        "HEMISULFATE BISULFATE HYDROGENOSULFATE FUMARATE HEMIFUMARATE HYDROGENOFUMARATE MALEATE "
        "HYDROGENOMALEATE TARTRATE BITARTRATE HYDROGENOTARTRATE DITARTRATE SUCCINATE HEMISUCCINATE "
        "HYDROGENOSUCCINATE CITRATE DIHYDROGENOCITRATE PHOSPHATE DIHYDROGENOPHOSPHATE "
        "TETRAPHOSPHATE MESILATE MESYLATE DIMESILATE METHANESULFONATE BESILATE BESYLATE TOSILATE "
        "TOSYLATE ACETATE DIACETATE PAMOATE EMBONATE NITRATE BROMURE CHLORURE OXALATE LACTATE "
        "GLUCONATE PROPIONATE DIPROPIONATE VALERATE FUROATE ENANTATE ENANTHATE CIPIONATE "
        "UNDECANOATE DECANOATE PALMITATE BUTYRATE CAPROATE PIVALATE HEXACETONIDE ACETONIDE "
        "METASULFOBENZOATE XINAFOATE STEARATE ETHYLSUCCINATE ESTOLATE ARGINATE MALATE EDISILATE "
        "CAMSILATE ESILATE ISETIONATE DIISETIONATE NAPSILATE MUCATE ADIPATE TEOCLATE RESINATE "
        "BENZOATE OROTATE TRIFLUOROACETATE METILSULFATE ETHANOLATE"_qs);
    return names;
}

//! What is put behind: "… SODIQUE ANHYDRE".
const QSet<QString> &endings()
{
    static const QSet<QString> names = words(
        u"ANHYDRE MONOHYDRATE MONOHYDRATEE DIHYDRATE DIHYDRATEE TRIHYDRATE TRIHYDRATEE "
        "TETRAHYDRATE TETRAHYDRATEE PENTAHYDRATE PENTAHYDRATEE HEMIPENTAHYDRATE HEXAHYDRATE "
        "HEPTAHYDRATE HEMIHYDRATE HEMIHYDRATEE SESQUIHYDRATE SESQUIHYDRATEE HYDRATE HYDRATEE BASE "
        "MICRONISE MICRONISEE RECOMBINANT RECOMBINANTE ACIDE SODIQUE MONOSODIQUE DISODIQUE "
        "POTASSIQUE MONOPOTASSIQUE DIPOTASSIQUE CALCIQUE HEMICALCIQUE MAGNESIQUE MAGNESIUM "
        "ARGININE LYSINE TROMETAMOL TROMETAMINE OLAMINE CILEXETIL ETEXILATE MEDOXOMIL TERT "
        "BUTYLAMINE"_qs);
    return names;
}

} // namespace

QString substanceKey(QStringView name)
{
    static const QRegularExpression inverted(u"^([^()]+)\\(([^()]+)\\)([^()]*)$"_qs);
    const QString text = name.trimmed().toString();
    const auto match = inverted.match(text);
    if (!match.hasMatch())
        return text::folded(text).trimmed();
    return text::folded(
               QString(match.captured(2) + u' ' + match.captured(1) + u' ' + match.captured(3)))
        .trimmed();
}

QString substanceBase(const QString &key)
{
    QStringList rest = key.split(u' ', Qt::SkipEmptyParts);
    if (rest.size() > 2 && salts().contains(rest.first()))
        for (qsizetype i = 1; i < rest.size() - 1; ++i)
            if (rest.at(i) == u"DE" || rest.at(i) == u"D") {
                rest = rest.mid(i + 1);
                break;
            }
    while (rest.size() > 1 && (endings().contains(rest.last()) || salts().contains(rest.last())))
        rest.removeLast();
    return rest.join(u' ');
}

} // namespace ambroise::drugs
