// SPDX-License-Identifier: GPL-3.0-or-later
#include "labwords.h"

#include <ambroise/core/text.h>
#include <ambroise/labs/units.h>

#include <QCoreApplication>

namespace ambroise::labs::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Labs)
};

} // namespace

QString flagWord(Flag flag)
{
    switch (flag) {
    case Flag::None:
        break;
    case Flag::Normal:
        return Words::tr("normal");
    case Flag::Low:
        return Words::tr("bas");
    case Flag::High:
        return Words::tr("haut");
    case Flag::CriticalLow:
        return Words::tr("très bas");
    case Flag::CriticalHigh:
        return Words::tr("très haut");
    case Flag::Abnormal:
        return Words::tr("anormal");
    case Flag::Susceptible:
        return Words::tr("sensible");
    case Flag::Intermediate:
        return Words::tr("intermédiaire");
    case Flag::Resistant:
        return Words::tr("résistant");
    }
    return {};
}

QString doubtWord(Doubt doubt)
{
    switch (doubt) {
    case Doubt::Truncated:
        return Words::tr("fichier coupé, la fin manque");
    case Doubt::LineCount:
        return Words::tr("le fichier annonce un autre nombre de lignes");
    case Doubt::PatientCount:
        return Words::tr("le fichier annonce un autre nombre de patients");
    case Doubt::EncodingUnsure:
        return Words::tr("accents peut-être mal lus");
    case Doubt::UnreadEntry:
        return Words::tr("une donnée n’a pas été comprise, lire le texte");
    case Doubt::UnreadFile:
        return Words::tr("un fichier joint manque ou ne se lit pas");
    case Doubt::UnknownSegment:
        return Words::tr("une ligne n’a pas été comprise, lire le texte");
    case Doubt::NarrativeDiffers:
        return Words::tr("le texte donne un autre nombre");
    case Doubt::ReferenceDoubtful:
        return Words::tr("valeurs de référence douteuses");
    case Doubt::FlagDiffers:
        return Words::tr("l’indicateur du laboratoire contredit ses valeurs de référence");
    case Doubt::FlagUnknown:
        return Words::tr("indicateur du laboratoire inconnu");
    case Doubt::UnitUnknown:
        return Words::tr("unité inconnue, non convertie");
    case Doubt::NumberAmbiguous:
        return Words::tr("milliers ou décimales, à lire comme écrit");
    case Doubt::CodeDoubtful:
        return Words::tr("code d’analyse faux, non relié aux autres résultats");
    }
    return {};
}

QString statusWord(ResultStatus status)
{
    switch (status) {
    case ResultStatus::Final:
        break;
    case ResultStatus::Preliminary:
        return Words::tr("provisoire");
    case ResultStatus::Corrected:
        return Words::tr("corrigé");
    case ResultStatus::Cancelled:
        return Words::tr("annulé");
    case ResultStatus::Pending:
        return Words::tr("en attente");
    }
    return {};
}

QString reasonWord(const QString &code)
{
    static const QHash<QString, const char *> words = {
        {u"nobody"_qs, QT_TRANSLATE_NOOP("Labs", "aucun dossier ne correspond")},
        {u"test_person"_qs, QT_TRANSLATE_NOOP("Labs", "identité de test")},
        {u"taken_out"_qs, QT_TRANSLATE_NOOP("Labs", "retiré d’un dossier")},
        {u"same_ins"_qs, QT_TRANSLATE_NOOP("Labs", "même INS")},
        {u"former_ins"_qs, QT_TRANSLATE_NOOP("Labs", "ancien INS")},
        {u"same_matricule"_qs, QT_TRANSLATE_NOOP("Labs", "même numéro, autre autorité")},
        {u"own_number"_qs, QT_TRANSLATE_NOOP("Labs", "notre numéro de dossier")},
        {u"close_traits"_qs, QT_TRANSLATE_NOOP("Labs", "traits proches")},
        {u"traits_differ"_qs, QT_TRANSLATE_NOOP("Labs", "traits différents")},
        {u"not_qualified"_qs, QT_TRANSLATE_NOOP("Labs", "identité non qualifiée")},
        {u"homonym"_qs, QT_TRANSLATE_NOOP("Labs", "homonyme")},
        {u"doubtful"_qs, QT_TRANSLATE_NOOP("Labs", "identité douteuse")},
        {u"fictive"_qs, QT_TRANSLATE_NOOP("Labs", "identité fictive")},
        {u"archived"_qs, QT_TRANSLATE_NOOP("Labs", "dossier archivé")},
        {u"other_ins"_qs, QT_TRANSLATE_NOOP("Labs", "autre INS au dossier")},
        {u"several_ins"_qs, QT_TRANSLATE_NOOP("Labs", "plusieurs INS")},
        {u"no_ins"_qs, QT_TRANSLATE_NOOP("Labs", "sans INS")}};
    const char *word = words.value(code);
    return word ? Words::tr(word) : code;
}

QString markedValue(const QString &value, Flag flag)
{
    const QChar sign = isHigh(flag) ? u'▲' : isLow(flag) ? u'▼' : QChar();
    if (!sign.isNull())
        return QString(isCritical(flag) ? 2 : 1, sign) + u'\u00A0' + value;
    switch (flag) {
    case Flag::Abnormal:
        return u"!\u00A0"_qs + value;
    case Flag::Susceptible:
        return value + u"\u00A0S"_qs;
    case Flag::Intermediate:
        return value + u"\u00A0I"_qs;
    case Flag::Resistant:
        return value + u"\u00A0R"_qs;
    default:
        return value;
    }
}

QString sentenceOf(const Doubts &doubts)
{
    QStringList words;
    for (const Doubt doubt : doubts)
        words << doubtWord(doubt);
    QString sentence = words.join(u" ; "_qs);
    if (sentence.isEmpty())
        return {};
    sentence[0] = sentence[0].toUpper();
    return sentence + u'.';
}

QString titleOf(const KeptReport &report)
{
    return report.day.isValid() ? Words::tr("Biologie du %1").arg(text::frenchDate(report.day))
                                : Words::tr("Biologie sans date");
}

QString breathOf(const LabResult &result)
{
    const QString value = (result.value.french() + u'\u00A0' + unitText(result.unit)).trimmed();
    QStringList parts{result.label + u" : "_qs + (value.isEmpty() ? u"–"_qs : value),
                      flagWord(result.flag)};
    if (!result.reference.isEmpty())
        parts << Words::tr("référence %1").arg(result.reference.french());
    parts << statusWord(result.status);
    parts.removeAll(QString());
    return parts.join(u", "_qs);
}

QString outcomeOf(const Imported &imported)
{
    QStringList parts;
    if (!imported.filed.isEmpty())
        parts << Words::tr("%n compte(s) rendu(s) rangé(s)", nullptr, int(imported.filed.size()));
    if (!imported.waiting.isEmpty())
        parts << Words::tr("%n compte(s) rendu(s) dont le patient est à choisir", nullptr,
                           int(imported.waiting.size()));
    if (imported.known > 0)
        parts << Words::tr("%n compte(s) rendu(s) déjà reçu(s)", nullptr, imported.known);
    return parts.isEmpty() ? QString() : parts.join(u", "_qs) + u'.';
}

} // namespace ambroise::labs::ui
