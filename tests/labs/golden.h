// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace ambroise::test {

//! What each example of the ANS says, held against its XML by eye and by another program; the
//! author of a document is invented by the ANS, as its patient is.
struct Golden {
    const char *file;
    const char *told;
};
inline constexpr std::array golden = {
    Golden{"BIO-CR-BIO_2021.01_CDA-R2-Niveau-1.xml",
           R"told(from Laboratoire des charmes | DR Marcel CAMPARINI
about PAT-TROIS DOMINIQUE MARIE-LOUISE, 1979-03-28, F
day 2021-01-04
id 1.2.250.1.213.1.1.1.55.2021.3.1
title Compte rendu d'examens biologiques
asked by DR Eva BLUE
request 2021123456789
validated DR Jean DE SANTS, DR Thierry DIAZ
file Compte rendu d'examens biologiques application/pdf 326650)told"},
    Golden{"BIO-CR-BIO_2024.01_CR-2nde-intention-PDF.xml",
           R"told(from Laboratoire des charmes | DR Marcel CAMPARINI
about PAT-TROIS DOMINIQUE MARIE-LOUISE, 1979-03-28, F
day 2024-01-04
id 1.2.250.1.213.1.1.1.55.2024.1.1
title Compte rendu d'examens biologiques
asked by DR Eva BLUE
request 2024123456789
validated DR Jean DE SANTS, DR Thierry DIAZ, Jean DE SANTS
section 0 Non conformité (1)
section 0 Hématologie (0)
section 1 Hémostase, coagulation (4)
section 0 Compte rendu de laboratoire de seconde intention (PDF) (1)
section 0 Copie du document (0)
Hématologie/Hémostase, coagulation|6301-6|INR|2.0||N||by=Chronométrie - Chronométrie|on=2024-01-04
file Compte rendu de laboratoire de seconde intention (PDF) application/pdf 82200
file Copie du document application/pdf 104574)told"},
    Golden{"BIO-CR-BIO_2024.01_Electrophorese.xml",
           R"told(from Laboratoire des charmes | DR Marcel CAMPARINI
about PAT-TROIS DOMINIQUE MARIE-LOUISE, 1979-03-28, F
day 2024-01-04
id 1.2.250.1.213.1.1.1.55.2024.5.1
title Compte rendu d'examens biologiques
asked by DR Eva BLUE
request 2024123456789
validated DR Jean DE SANTS, DR Thierry DIAZ
specimens Sang, urine
section 0 Non conformité (1)
section 0 BIOCHIMIE (0)
section 1 Electrophorèse des protéines sériques : (17)
section 1 Autres examens de biochimie sanguine : (5)
section 0 HEMATOLOGIE (23)
section 0 Examen cytobactériologique des urines (ECBU) (24)
section 0 Prestation de conseil (1)
section 0 Copie du document (0)
BIOCHIMIE/Electrophorèse des protéines sériques :|2885-2|Protéines totales|75.0|g/L|n|63–83|of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|13980-8|Albumine|60.0|%|-||of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|2862-1|Albumine|45.0|g/L|n|36–48|of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|13978-2|Alpha 1 globulines|5.0|%|-||of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|2865-4|Alpha1|3.8|g/L|H|0,8–3,2|of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|13981-6|Alpha 2 globulines|9.0|%|-||of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|2868-8|Alpha2|6.8|g/L|n|4,5–10,5|of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|13982-4|Béta globulines|11.0|%|-||of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|2871-2|Béta|8.3|g/L|n|3,5–9,5|of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|13983-2|Gamma globulines|15.0|%|-||of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|2874-6|Gamma|11.3|g/L|n|6,5–14,5|of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Electrophorèse des protéines sériques :|44429-9|Rapport Albumine/globuline|1.50|{ratio}|-||of=Sang|by=Electrophorèse|on=2024-01-04
BIOCHIMIE/Autres examens de biochimie sanguine :|22664-7|Urée|10.02|mmol/L|H|3,50–8|prior=2020-09-12:8.5mmol/L|prior=2020-01-03:7.9mmol/L|by=Spectrophotométrie enzyme/UV GDH|on=2024-01-04
BIOCHIMIE/Autres examens de biochimie sanguine :|40193-5|Glucose à jeun|7.2|mmol/L|H|3,9–6,1|prior=2020-09-12:7.2mmol/L|prior=2020-01-03:6.0mmol/L|by=Spectrophotométrie enzyme/vis Glucose oxydase|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|6690-2|Leucocytes|8.2|10*9/L|N|5–10|prior=2020-09-12:5.810*9/L|by=Cytométrie en flux|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|789-8|Hématies|4.95|10*12/L|N|4,50–6,00|prior=2009-09-12:4.8510*12/L|by=Impédance|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|718-7|Hémoglobine|13.4|g/dL|N|11,5–14,5|prior=2020-09-12:13.3g/dL|by=spectrophotometrie en milieu trouble|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|20570-8|Hématocrite|45|%|N|40–54|prior=2020-09-12:45%|by=Impédance|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|30428-7|Volume globulaire moyen|97|fL|H|85–95|prior=2020-09-12:90fL|by=Calcul mathématique|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|30385-9|Indice de distribution erythrocytaire|17.5|%|H|11,5–14,5|prior=2020-09-12:13.0%|by=Impédance|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|28540-3|Concentration corpusculaire moyenne en hémoglobine|33.0|g/dL|N|32,0–36,0|prior=20092012081500+0100:32.5g/dL|by=Calcul mathématique|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|28539-5|Teneur corpusculaire moyenne en hémoglobine|31.0|pg|N|27–31|prior=2009-09-12:32.5pg|by=Calcul mathématique|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|777-3|Plaquettes|220|10*9/L|N|150–400|prior=2020-09-12:21010*9/L|by=Impédance|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|32623-1|Volume plaquettaire moyen|8|fL|N|7–10|prior=2020-09-12:8fL|by=Impédance|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|32207-3|Indice de distribution des plaquettes|12|%|-||prior=2020-09-12:12%|by=Impédance|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|26511-6|Polynucléaires neutrophiles/100 leucocytes|72|%|H|45–70|prior=2009-09-12:70%|by=Cytométrie en flux|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|26450-7|Polynuclaires éosinophiles|2|%|N|1–3|prior=2020-09-12:2%|by=Cytométrie en flux|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|30180-4|Polynuclaires basophiles|0|%|N|0,5–0,5|prior=2020-09-12:0.5%|by=Cytométrie en flux|on=2024-01-04|doubt=reference_doubtful
HEMATOLOGIE/Hémogramme complet sur automate|26478-8|Lymphocytes|20|%|N|20–40|prior=2020-09-12:20%|by=Cytométrie en flux|on=2024-01-04
HEMATOLOGIE/Hémogramme complet sur automate|26485-3|Monocytes|6|%|N|3–7|prior=2020-09-12:5%|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Examen macroscopique|5778-6|Couleur|paille||-||of=urine|by=Observation macroscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Examen macroscopique|5767-9|Aspect|clair||-||of=urine|by=Observation macroscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|30405-5|Leucocytes|5|/uL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|798-9|Hématies|2|/uL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|20453-7|Cellules épithéliales|absence||-||of=urine|by=Observation microscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|653-6|Coloration de Gram|nombreux Gram - ; quelques Gram +||-||of=urine|by=Observation microscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli|51480-2|Dénombrement de germes|100|/uL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme|20-8|Amoxicilline+clavulanate - CMI|>=0.512|ug/mL|R||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme|28-1|Ampicilline - CMI|<0.128|ug/mL|I||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme|267-5|Gentamicine - CMI|<0.032|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04|doubt=narrative_differs
Examen cytobactériologique des urines (ECBU)/Streptococcus D.|51480-2|Dénombrement de germes|200|/uL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme|20-8|Amoxicilline+clavulanate - CMI|<0.012|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme|28-1|Ampicilline - CMI|<0.013|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme|267-5|Gentamicine - CMI|<0.014|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
comment BIOCHIMIE/Electrophorèse des protéines sériques :: LABORATOIRE SOUS-TRAITANT, DR Jean DE SANTS
comment BIOCHIMIE/Electrophorèse des protéines sériques :/Ponction veineuse: Cabinet d'infirmières de BB, Roberta BLEEDER
comment BIOCHIMIE/Electrophorèse des protéines sériques :: Bisalbuminémie
comment HEMATOLOGIE/Hémogramme complet sur automate: Interprétation : Anisocytose
comment Examen cytobactériologique des urines (ECBU)/EX MICROBIO URINES (ECBU): Échantillon reçu : 2024-01-04 07:52
comment Examen cytobactériologique des urines (ECBU): Traitement immédiat
file Electrophorèse des protéines sériques : image/png 2189
file Copie du document application/pdf 121484)told"},
    Golden{"BIO-CR-BIO_2024.01_Glycémie deux unités principales_mole_masse.xml",
           R"told(from Laboratoire des charmes | DR Marcel CAMPARINI
about PAT-TROIS DOMINIQUE MARIE-LOUISE, 1979-03-28, F
day 2024-01-04
id 1.2.250.1.213.1.1.1.55.2024.6.1
title Compte rendu d'examens biologiques
asked by DR Pascal CHARLES
request 2014123456789
section 0 BIOCHIMIE (0)
section 1 Biochimie (3)
section 0 Copie du document (0)
BIOCHIMIE|40193-5|Glucose à jeun|4.89|mmol/L|N|3,89–3,89|by=Spectrophotométrie enzyme/vis Glucose oxydase|on=2014-04-02|doubt=reference_doubtful
BIOCHIMIE|53049-3|Glucose à jeun|0.88|g/L|N|0,70–1,08|by=Spectrophotométrie enzyme/vis Glucose oxydase|on=2014-04-02
file Copie du document application/pdf 79940)told"},
    Golden{"BIO-CR-BIO_2024.01_Microbiologie_V1.xml",
           R"told(from Laboratoire des charmes | DR Marcel CAMPARINI
about PAT-TROIS DOMINIQUE MARIE-LOUISE, 1979-03-28, F
day 2024-01-04
id 1.2.250.1.213.1.1.1.55.2024.8.1
title Compte rendu d'examens biologiques
asked by DR Eva BLUE
request 2024123456780
validated DR Jean DE SANTS
specimens urine
section 0 Examen cytobactériologique des urines (ECBU) (24)
section 0 Copie du document (0)
Examen cytobactériologique des urines (ECBU)/Examen macroscopique|5778-6|Couleur|paille||-||of=urine|by=Observation macroscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Examen macroscopique|5767-9|Aspect|clair||-||of=urine|by=Observation macroscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|30405-5|Leucocytes|500|/mL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|30391-7|Erythrocytes|200|/mL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|30383-4|Cellules épithéliales|absence||-||of=urine|by=Observation microscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|653-6|Coloration de Gram|nombreux Gram - ; quelques Gram +||-||of=urine|by=Observation microscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli|51480-2|Dénombrement de germes|100000|/mL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme (CMI)|20-8|Amoxicilline|>=0.512|ug/mL|R||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme (CMI)|28-1|Ampicilline|<0.128|ug/mL|I||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme (CMI)|18928-2|Gentamicine|<0.032|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04|doubt=narrative_differs
Examen cytobactériologique des urines (ECBU)/Streptococcus D.|51480-2|Dénombrement de germes|200000|/mL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme (CMI)|20-8|Amoxicilline|<0.012|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme (CMI)|28-1|Ampicilline|<0.013|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme (CMI)|18928-2|Gentamicine|<0.014|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
comment Examen cytobactériologique des urines (ECBU)/EX MICROBIO URINES (ECBU): Échantillon reçu : 2024-01-04 07:52
comment Examen cytobactériologique des urines (ECBU): Traitement immédiat
file Copie du document application/pdf 102826)told"},
    Golden{"BIO-CR-BIO_2024.01_Microbiologie_V2.xml",
           R"told(from Laboratoire des charmes | DR Marcel CAMPARINI
about PAT-TROIS DOMINIQUE MARIE-LOUISE, 1979-03-28, F
day 2024-01-04
id 1.2.250.1.213.1.1.1.55.2024.8.2
replaces 1.2.250.1.213.1.1.1.55.12345.13
title Compte rendu d'examens biologiques
asked by DR Eva BLUE
request 2024123456780
validated DR Jean DE SANTS
specimens urine
section 0 Examen cytobactériologique des urines (ECBU) (24)
section 0 Copie du document (0)
Examen cytobactériologique des urines (ECBU)/Examen macroscopique|5778-6|Couleur|paille||-||of=urine|by=Observation macroscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Examen macroscopique|5767-9|Aspect|clair||-||of=urine|by=Observation macroscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|30405-5|Leucocytes|500|/mL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|30391-7|Erythrocytes|200|/mL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|30383-4|Cellules épithéliales|absence||-||of=urine|by=Observation microscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Microscopie|653-6|Coloration de Gram|nombreux Gram - ; quelques Gram +||-||of=urine|by=Observation microscopique|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli|51480-2|Dénombrement de germes|120000|/mL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme (CMI)|20-8|Amoxicilline|>=0.512|ug/mL|R||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme (CMI)|28-1|Ampicilline|<0.128|ug/mL|I||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Escherichia coli/Antibiogramme (CMI)|18928-2|Gentamicine|<0.032|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04|doubt=narrative_differs
Examen cytobactériologique des urines (ECBU)/Streptococcus D.|51480-2|Dénombrement de germes|200000|/mL|-||of=urine|by=Cytométrie en flux|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme (CMI)|20-8|Amoxicilline|<0.012|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme (CMI)|28-1|Ampicilline|<0.013|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
Examen cytobactériologique des urines (ECBU)/Streptococcus D./Antibiogramme (CMI)|18928-2|Gentamicine|<0.014|ug/mL|S||of=urine|by=Antibiogramme - bandette gradient|on=2024-01-04
comment Examen cytobactériologique des urines (ECBU)/EX MICROBIO URINES (ECBU): Échantillon reçu : 2024-01-04 07:52
comment Examen cytobactériologique des urines (ECBU): Traitement immédiat
file Copie du document application/pdf 29614)told"},
    Golden{"BIO-CR-BIO_2024.01_TSH_2.xml",
           R"told(from Laboratoire des SORTES | SGL
about PAT-TROIS DOMINIQUE MARIE-LOUISE, 1979-03-28, F
day 2021-01-04
id 1.2.250.1.213.1.1.1.55.2024.10.1
title Compte rendu d'examens biologiques
asked by DR Pascal CHARLES
request 2014123456789
section 0 BIOCHIMIE (0)
section 1 Biochimie (3)
section 0 Copie du document (0)
BIOCHIMIE|29575-8|Thyréostimuline (TSH)|1.950|m[IU]/L|N|0,290–4,800|by=ECL Modular 2|on=2014-04-02
BIOCHIMIE|3024-7|Thyroxine libre (FT)|7.67|pg/mL|L|9,30–17,00|by=ECL Modular|on=2014-04-02
file Copie du document application/pdf 77999)told"},
    Golden{"BIO-TROD_2024.01_Angine.xml",
           R"told(from Pharmacie des 4 cantons | DR Pierre DIDOT
about PAT-TROIS DOMINIQUE MARIE-LOUISE, 1979-03-28, F
day 2024-01-06
id 1.2.250.1.213.1.1.1.59.2024.1.1
title Test rapide d'orientation diagnostique : TROD Angine
section 0 Résultat du test rapide d'orientation diagnostique (4)
Résultat du test rapide d'orientation diagnostique|78012-2|Dépistage Angine (S. pyogenes)|négatif||-||code=260385009|on=2024-01-06|says=(texte libre)
comment : Bionysex. | 8029 | B987654 | 31/12/2025)told"},
};

} // namespace ambroise::test
