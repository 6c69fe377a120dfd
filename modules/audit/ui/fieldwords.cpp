// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <span>

namespace ambroise::audit::ui {
namespace {

struct CodeWord {
    QStringView code;
    const char *french;
};

// clang-format off
constexpr std::array fields = {
    CodeWord{u"birth_surname", QT_TRANSLATE_NOOP("Journal", "nom de naissance")},
    CodeWord{u"given_names", QT_TRANSLATE_NOOP("Journal", "prénoms")},
    CodeWord{u"first_given_name", QT_TRANSLATE_NOOP("Journal", "prénoms")},
    CodeWord{u"sex", QT_TRANSLATE_NOOP("Journal", "sexe")},
    CodeWord{u"birth_date", QT_TRANSLATE_NOOP("Journal", "date de naissance")},
    CodeWord{u"birth_date_interpreted", QT_TRANSLATE_NOOP("Journal", "date de naissance")},
    CodeWord{u"birth_place_code", QT_TRANSLATE_NOOP("Journal", "lieu de naissance")},
    CodeWord{u"birth_place_label", QT_TRANSLATE_NOOP("Journal", "lieu de naissance")},
    CodeWord{u"matricule", QT_TRANSLATE_NOOP("Journal", "matricule INS")},
    CodeWord{u"oid", QT_TRANSLATE_NOOP("Journal", "matricule INS")},
    CodeWord{u"insi_retrieved", QT_TRANSLATE_NOOP("Journal", "statut de l’identité")},
    CodeWord{u"coherence_checked", QT_TRANSLATE_NOOP("Journal", "statut de l’identité")},
    CodeWord{u"attributes", QT_TRANSLATE_NOOP("Journal", "statut de l’identité")},
    CodeWord{u"used_surname", QT_TRANSLATE_NOOP("Journal", "nom utilisé")},
    CodeWord{u"used_given_name", QT_TRANSLATE_NOOP("Journal", "prénom utilisé")},
    CodeWord{u"phones", QT_TRANSLATE_NOOP("Journal", "téléphone")},
    CodeWord{u"email", QT_TRANSLATE_NOOP("Journal", "courriel")},
    CodeWord{u"street", QT_TRANSLATE_NOOP("Journal", "adresse")},
    CodeWord{u"postal_code", QT_TRANSLATE_NOOP("Journal", "adresse")},
    CodeWord{u"city", QT_TRANSLATE_NOOP("Journal", "adresse")},
    CodeWord{u"country", QT_TRANSLATE_NOOP("Journal", "adresse")},
    CodeWord{u"medecin_traitant", QT_TRANSLATE_NOOP("Journal", "médecin traitant")},
    CodeWord{u"deceased_on", QT_TRANSLATE_NOOP("Journal", "décès")},
    CodeWord{u"notes", QT_TRANSLATE_NOOP("Journal", "remarques")},
    CodeWord{u"related_person", QT_TRANSLATE_NOOP("Journal", "entourage")},
    CodeWord{u"care_member", QT_TRANSLATE_NOOP("Journal", "équipe de soins")},
    CodeWord{u"coverage", QT_TRANSLATE_NOOP("Journal", "droits")},
    CodeWord{u"consent", QT_TRANSLATE_NOOP("Journal", "consentements")},
    CodeWord{u"personal_note", QT_TRANSLATE_NOOP("Journal", "notes personnelles")},
};

constexpr std::array accountFields = {
    CodeWord{u"name", QT_TRANSLATE_NOOP("Journal", "nom")},
    CodeWord{u"rpps", QT_TRANSLATE_NOOP("Journal", "numéro RPPS")},
    CodeWord{u"am_number", QT_TRANSLATE_NOOP("Journal", "numéro d’assurance maladie")},
    CodeWord{u"specialty", QT_TRANSLATE_NOOP("Journal", "spécialité")},
    CodeWord{u"contact", QT_TRANSLATE_NOOP("Journal", "coordonnées")},
};

constexpr std::array documentChanges = {
    CodeWord{u"added", QT_TRANSLATE_NOOP("Journal", "ajoutée")},
    CodeWord{u"label", QT_TRANSLATE_NOOP("Journal", "nom")},
    CodeWord{u"trust=high", QT_TRANSLATE_NOOP("Journal", "confiance haute")},
    CodeWord{u"trust=low", QT_TRANSLATE_NOOP("Journal", "confiance faible")},
    CodeWord{u"for=anyone", QT_TRANSLATE_NOOP("Journal", "pour tous")},
    CodeWord{u"for=minor", QT_TRANSLATE_NOOP("Journal", "pour un mineur")},
    CodeWord{u"retired", QT_TRANSLATE_NOOP("Journal", "retirée")},
    CodeWord{u"offered", QT_TRANSLATE_NOOP("Journal", "proposée à nouveau")},
};

//! Why a treatment was stopped.
constexpr std::array reasons = {
    CodeWord{u"planned_end", QT_TRANSLATE_NOOP("Journal", "fin prévue")},
    CodeWord{u"ineffective", QT_TRANSLATE_NOOP("Journal", "inefficace")},
    CodeWord{u"side_effect", QT_TRANSLATE_NOOP("Journal", "effet indésirable")},
    CodeWord{u"contra_indication", QT_TRANSLATE_NOOP("Journal", "contre-indication, interaction")},
    CodeWord{u"replaced", QT_TRANSLATE_NOOP("Journal", "remplacé")},
    CodeWord{u"patient_wish", QT_TRANSLATE_NOOP("Journal", "souhait du patient")},
    CodeWord{u"other", QT_TRANSLATE_NOOP("Journal", "autre")},
};

constexpr std::array entries = {
    CodeWord{u"consultation", QT_TRANSLATE_NOOP("Journal", "une consultation")},
    CodeWord{u"problem", QT_TRANSLATE_NOOP("Journal", "un problème")},
    CodeWord{u"antecedent", QT_TRANSLATE_NOOP("Journal", "un antécédent")},
    CodeWord{u"allergy", QT_TRANSLATE_NOOP("Journal", "une allergie")},
    CodeWord{u"treatment", QT_TRANSLATE_NOOP("Journal", "un traitement")},
    CodeWord{u"measure", QT_TRANSLATE_NOOP("Journal", "une mesure")},
    CodeWord{u"vaccination", QT_TRANSLATE_NOOP("Journal", "une vaccination")},
    CodeWord{u"result", QT_TRANSLATE_NOOP("Journal", "un résultat")},
    CodeWord{u"letter", QT_TRANSLATE_NOOP("Journal", "un courrier")},
    CodeWord{u"document", QT_TRANSLATE_NOOP("Journal", "un document")},
    CodeWord{u"family", QT_TRANSLATE_NOOP("Journal", "un antécédent familial")},
    CodeWord{u"risk", QT_TRANSLATE_NOOP("Journal", "un facteur de risque")},
    CodeWord{u"pregnancy", QT_TRANSLATE_NOOP("Journal", "une grossesse")},
    CodeWord{u"implant", QT_TRANSLATE_NOOP("Journal", "un implant")},
};
// clang-format on

QString wordIn(std::span<const CodeWord> table, QStringView code)
{
    for (const CodeWord &word : table)
        if (word.code == code)
            return QCoreApplication::translate("Journal", word.french);
    return {};
}

QString wordsIn(std::span<const CodeWord> table, const QString &codes)
{
    QStringList words;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts)) {
        const QString word = wordIn(table, code);
        words << (word.isEmpty() ? code : word);
    }
    words.removeDuplicates();
    return words.join(QStringLiteral(", "));
}

} // namespace

QString fieldWords(const QString &codes)
{
    return wordsIn(fields, codes);
}

QString documentChangeWords(const QString &codes)
{
    return wordsIn(documentChanges, codes);
}

QString accountFieldWord(const QString &code)
{
    const QString word = wordIn(accountFields, code);
    return word.isEmpty() ? code : word;
}

QString reasonWord(const QString &reason)
{
    const QString word = wordIn(reasons, reason);
    return word.isEmpty() ? reason : word;
}

QString entryWord(const QString &code)
{
    const QString word = wordIn(entries, code);
    return word.isEmpty() ? QCoreApplication::translate("Journal", "une entrée") : word;
}

} // namespace ambroise::audit::ui
