// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ambroise::test {

//! A row of HAS_posologies.tsv: where the posology begins, behind the drug's name, where it ends
//! before words about the row, and how it is printed. What differs from the published words is the
//! normalisation of modules/prescription/README.md.
struct HasCase {
    const char *id;
    const char *begins;
    const char *ends;
    const char *expected;
};

// clang-format off
inline constexpr HasCase hasCases[] = {
    {"3", "12 000UI", "",
     "12000 UI anti-Xa (soit 170 UI anti-Xa /kg) 1 fois par jour par voie sous-cutanée"},
    {"5b", "dix milligrammes", "",
     "10 mg par jour pendant 7 jours"},
    {"11", "Pendant 6 mois", "",
     "1 dispositif transdermique les jours 1, 8 et 15 d’un cycle de 28 jours pendant 6 mois, la quatrième semaine à partir du 22ème jour est un intervalle libre sans dispositif transdermique"},
    {"27", "1 comprimé", "",
     "1 comprimé matin et soir, au cours ou à la fin des repas"},
    {"28", "1 seringue", "",
     "1 seringue par jour par voie sous-cutanée, à débuter 12 heures avant l'intervention chirurgicale, puis 1 seringue par jour par voie sous-cutanée pendant 10 jours après l'intervention"},
    {"29", "1 injection", "",
     "1 injection par jour par voie sous-cutanée jusqu'à ce que l'INR de l'AVK soit dans la zone thérapeutique cible"},
    {"31", "un dispositif", "",
     "1 dispositif transdermique de 25 µg toutes les 72 heures pendant 2 semaines"},
    {"32", "1 injection", "",
     "1 injection par jour par voie sous-cutanée pendant 1 semaine"},
    {"32", "1 gélule", "",
     "1 gélule par jour par voie inhalée pendant 1 mois, à la même heure chaque jour"},
    {"33", "1 emplâtre", "",
     "1 emplâtre par jour, à 20 h sur la peau, à laisser en place pendant 12 heures"},
    {"1", "40 mg le soir", " en DC",
     "40 mg le soir"},
    {"1", "40 mg le soir", " en MV",
     "40 mg le soir"},
    {"2", "0,5 comprimé", "",
     "0,5 comprimé (un demi-comprimé) par jour"},
    {"9", "1 comprimé", "",
     "1 comprimé à 7 h, 12 h et 18 h"},
    {"17", "1 récipient", "",
     "1 récipient unidose de 1 mg 4 fois par jour, à 8 h, 14 h, 18 h et 22 h à partir du 16/03/2023, à administrer en 20 minutes, selon les modalités d'administration suivantes (Préparation pour nébuliseur ultrasonique : 3 mL Eau Pour Préparation Injectable + 1 récipient unidose (soit 2 mL) de BUDESONIDE 1mg/2mL) suspension pour inhalation par nébuliseur)"},
    {"18", "1 récipient", "",
     "1 récipient unidose de 1 mg 4 fois par jour, à 8 h, 14 h, 18 h et 22 h jusqu’au 26/03/2023, à administrer en 20 minutes, selon les modalités d'administration suivantes (Préparation pour nébuliseur ultrasonique : 3 mL Eau Pour Préparation Injectable + 1 récipient unidose (soit 2 mL) de BUDESONIDE 1mg/2mL) suspension pour inhalation par nébuliseur)"},
    {"15", "une gélule", "",
     "1 gélule le soir (à 20 h) pendant 8 jours"},
    {"24", "1 gélule", "",
     "1 gélule par jour, si difficulté à prendre la gélule, l'ouvrir et en administrer le contenu avec un peu de compote"},
    {"30", "1 comprimé", "",
     "1 comprimé matin et midi pendant 6 mois ; en cas de fièvre, de forte chaleur, d'infection, de diarrhée, de stress important, passer à 2 comprimés matin et midi pendant 6 mois ; en cas de fièvre > 40°C, passer à 2 comprimés le matin, le midi et à 16 h pendant 6 mois, avec un maximum de 6 comprimés par jour"},
    {"30", "1 à 4", "",
     "1 à 4 comprimés par jour, selon les symptômes (urticaire)"},
    {"5a", "3/4 cpr", "",
     "0,75 comprimé (trois quarts de comprimé) par jour"},
    {"20", "20 mg à", "",
     "20 mg à 8 h et 10 mg à 12 h"},
    {"27", "2 gélules", "",
     "2 gélules le matin 30 minutes avant le petit-déjeuner"},
    {"28", "1 seringue", "",
     "1 seringue par jour par voie sous-cutanée, à débuter 12 heures avant l'intervention chirurgicale, puis 1 seringue par jour par voie sous-cutanée pendant 10 jours après l'intervention"},
    {"29", "1 injection", "",
     "1 injection par jour par voie sous-cutanée jusqu'à ce que l'INR soit dans la zone thérapeutique cible"},
    {"4b", "un à deux", "",
     "1 à 2 comprimés toutes les 12 heures pendant 10 jours, selon l'intensité de la douleur, avec un maximum de 2 comprimés par prise et de 4 comprimés par jour, arrêt si nausees"},
    {"14", "1 comprimé", "",
     "1 comprimé si douleur, avec un maximum de 2 comprimés par prise et de 8 comprimés par jour, en respectant au moins 4 heures entre 2 prises"},
    {"14", "1 à 2", "",
     "1 application 1 à 2 fois par jour, en couche mince et uniforme sur la zone à traiter, avec un maximum de 2 applications par jour"},
    {"16", "1 gélule", "",
     "1 gélule 3 fois par jour, au début de chaque repas pendant 7 jours au maximum tant que la diarrhée persiste"},
    {"13", "1 comprimé", "",
     "1 comprimé 1 à 2 fois par jour, en fonction de la gêne allergique"},
    {"19", "1 comprimé", "",
     "1 comprimé 3 fois par jour, en respectant au moins 4 heures entre 2 prises"},
    {"4a", "2 gélules", "",
     "2 gélules toutes les 6 heures pendant 10 jours si douleurs"},
    {"12", "1 seringue", "",
     "1 seringue toutes les 12 heures par voie sous-cutanée"},
    {"6", "2 comprimés", "",
     "2 comprimés 1 fois par semaine, le mardi"},
    {"6", "20 mg, 1", "",
     "20 mg 1 fois par semaine, le mardi"},
    {"10", "1 comprimé", "",
     "1 comprimé par semaine, le mardi"},
    {"12", "20 mg, 1", "",
     "20 mg 1 fois par semaine, le mardi"},
    {"11", "1 ampoule", "",
     "1 ampoule par mois, le premier jour de chaque mois"},
    {"7", "Si douleur", "",
     "si douleur, avec un maximum de 1000 mg par prise (soit 2 gélules) et de 4000 mg par jour (soit 8 gélules)"},
    {"26", "1 comprimé", "",
     "1 comprimé toutes les 6 heures si agitation"},
    {"21", "60 mg", "",
     "60 mg jusqu'à obtenir 3 bandelettes urinaires négatives, puis 50 mg pendant 1 semaine, puis 40 mg pendant 1 semaine, puis 30 mg pendant 1 semaine, puis 20 mg pendant 1 semaine, puis 10 mg pendant 1 semaine, puis revoir pour l'arrêt selon évolution"},
    {"22", "60 mg", "",
     "60 mg jusqu'à obtenir 3 bandelettes urinaires négatives, puis 50 mg pendant 1 semaine, puis 40 mg pendant 1 semaine, puis 30 mg pendant 1 semaine, puis 20 mg pendant 1 semaine, puis 10 mg pendant 2 semaines, puis revoir pour l'arrêt selon évolution"},
    {"23", "0,5 comprimé", "",
     "0,5 comprimé (un demi-comprimé) le jour 1 d’un cycle de 2 jours et 0,75 comprimé (trois quarts de comprimé) le jour 2 d’un cycle de 2 jours pendant 1 mois"},
    {"23", "1 comprimé", "",
     "1 comprimé du lundi au vendredi, les jours 1 à 5 d’un cycle de 7 jours pendant 1 mois"},
    {"25", "A administrer", "",
     "6 unités avant chaque repas si glycémie entre 1,5 et 2 g/L, en fonction de la glycémie ; 8 unités avant chaque repas si glycémie entre 2 et 2,5 g/L ; 10 unités avant chaque repas si glycémie supérieure à 2,5 g/L"},
    {"30", "1 comprimé", "",
     "1 comprimé matin et midi ; en cas de fièvre, de forte chaleur, d'infection, de diarrhée, de stress important, passer à 2 comprimés matin et midi ou 2 comprimés le matin, le midi et à 16 h, avec un maximum de 6 comprimés par jour"},
    {"8", "1 à 2", "",
     "1 application 1 à 2 fois par jour, en couche mince et uniforme sur la zone à traiter"},
    {"8", "1 dose", "",
     "1 dose correspondant à la graduation de 7 kg toutes les 6 heures si température supérieure ou égale à 38,5°C"},
    {"12", "1 application", "",
     "1 application 2 fois par jour, en couche mince"},
};
// clang-format on

//! Where the published structure says something else than its own text, or less, or says it in a
//! field that our model does not have; each with the reason.
struct HasDifference {
    const char *name;
    const char *field;
    const char *reason;
};

inline constexpr HasDifference hasDifferences[] = {
    {"HAS-05b-Presc-ACTISKENAN", "frequency",
     "« dix milligrammes par jour » tells no number of intakes; the structure says one"},
    {"HAS-08-1-Presc-Betamethasone", "frequency",
     "« 1 à 2 applications par jour »: the structure has the 2 alone"},
    {"HAS-11-2-Presc-EVRA", "frequency",
     "three days of a cycle of 28 here, three times a month there"},
    {"HAS-11-2-Presc-EVRA", "lasting", "that a patch stays 7 days is not in the text"},
    {"HAS-11-2-Presc-EVRA", "text", "the structure repeats the whole text"},
    {"HAS-14-1-presc-CODOLIPRANE", "frequency",
     "4 hours between two intakes are an interval here, once every 4 hours there"},
    {"HAS-14-2-Presc-Betamethasone", "frequency", "as HAS-08-1"},
    {"HAS-14-2-Presc-Betamethasone", "text", "« application » is the unit here, a word there"},
    {"HAS-16-Presc-Racecadotril", "text", "« à poursuivre » is told by the bound itself here"},
    {"HAS-17-Presc-Budesonide", "dose", "1 récipient unidose of 1 mg here, 1 mg there"},
    {"HAS-18-Presc-Budesonide", "dose", "1 récipient unidose of 1 mg here, 1 mg there"},
    {"HAS-19-Presc-Paracetamol", "most per period",
     "4 hours between two intakes are an interval here, one tablet in 4 hours there"},
    {"HAS-23-1-Presc-Fluindione", "frequency", "a day of a cycle of 2 here, once in 2 days there"},
    {"HAS-23-1-Presc-Fluindione", "text", "the day of the cycle is words there"},
    {"HAS-23-2-Presc-Amiodarone", "frequency",
     "five days of a week here; five times a week besides them there"},
    {"HAS-29-Presc-LOVENOX", "dose", "« 1 injection » is a syringe there"},
    {"HAS-30-1-Presc-Hydrocortisone", "bounds",
     "« QSP 6 mois » is in the note alone, not in the rendered text"},
    {"HAS-31-Presc-DUROGESIC", "lasting",
     "that a patch stays until it is changed is not said again here"},
    {"HAS-32-1-Presc-LOVENOX", "bounds",
     "an error of the structure: 2 weeks, where its own text says 1 semaine"},
    {"HAS-32-1-Presc-LOVENOX", "dose", "« 1 injection » is a syringe there"},
};

} // namespace ambroise::test
