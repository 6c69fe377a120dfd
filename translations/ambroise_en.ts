<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>AdministrativeFile</name>
    <message>
        <source>à prévenir</source>
        <translation>to be told</translation>
    </message>
    <message>
        <source>personne de confiance</source>
        <translation>trusted person</translation>
    </message>
    <message>
        <source>autorité parentale</source>
        <translation>parental authority</translation>
    </message>
    <message>
        <source>tuteur</source>
        <translation>guardian</translation>
    </message>
    <message>
        <source>curateur</source>
        <translation>curator</translation>
    </message>
    <message>
        <source>habilitation, mandat de protection</source>
        <translation>agent by judgment or mandate</translation>
    </message>
    <message>
        <source>aidant</source>
        <translation>carer</translation>
    </message>
    <message>
        <source>ALD</source>
        <translation>ALD</translation>
    </message>
    <message>
        <source>Complémentaire santé solidaire</source>
        <translation>Complémentaire santé solidaire</translation>
    </message>
    <message>
        <source>Aide médicale de l’État</source>
        <translation>Aide médicale de l’État</translation>
    </message>
    <message>
        <source>Complémentaire</source>
        <translation>Complementary insurance</translation>
    </message>
    <message>
        <source>Maternité</source>
        <translation>Maternity</translation>
    </message>
    <message>
        <source>Accident du travail, maladie professionnelle</source>
        <translation>Accident at work, occupational disease</translation>
    </message>
    <message>
        <source>Pension d’invalidité</source>
        <translation>Disability pension</translation>
    </message>
    <message>
        <source>Régime local d’Alsace-Moselle</source>
        <translation>Local scheme of Alsace-Moselle</translation>
    </message>
    <message>
        <source>Autre droit</source>
        <translation>Other right</translation>
    </message>
    <message>
        <source>Alimentation du DMP</source>
        <translation>Documents sent to the DMP</translation>
    </message>
    <message>
        <source>Consultation du DMP</source>
        <translation>Reading the DMP</translation>
    </message>
    <message>
        <source>Messages à Mon espace santé</source>
        <translation>Messages to Mon espace santé</translation>
    </message>
    <message>
        <source>MSSanté entre professionnels</source>
        <translation>MSSanté between professionals</translation>
    </message>
    <message>
        <source>Partage hors équipe de soins</source>
        <translation>Sharing beyond the care team</translation>
    </message>
    <message>
        <source>Télésanté</source>
        <translation>Telehealth</translation>
    </message>
    <message>
        <source>Rappels par SMS ou courriel</source>
        <translation>Reminders by SMS or e-mail</translation>
    </message>
    <message>
        <source>Photographies au dossier</source>
        <translation>Photographs in the record</translation>
    </message>
    <message>
        <source>Recherche et études</source>
        <translation>Research and studies</translation>
    </message>
    <message>
        <source>de vive voix</source>
        <translation>spoken</translation>
    </message>
    <message>
        <source>par écrit</source>
        <translation>in writing</translation>
    </message>
    <message>
        <source>en ligne</source>
        <translation>online</translation>
    </message>
    <message>
        <source>Accepté</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Opposition</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Refused</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>prévu</source>
        <translation>expected</translation>
    </message>
    <message>
        <source>en salle d’attente</source>
        <translation>in the waiting room</translation>
    </message>
    <message>
        <source>en consultation</source>
        <translation>being seen</translation>
    </message>
    <message>
        <source>vu</source>
        <translation>seen</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>did not come</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>Téléconsultation</source>
        <translation>Video consultation</translation>
    </message>
    <message>
        <source>Visite à domicile</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>Pas de rendez-vous</source>
        <translation>No appointments</translation>
    </message>
    <message>
        <source>téléconsultation</source>
        <translation>video consultation</translation>
    </message>
    <message>
        <source>visite</source>
        <translation>home visit</translation>
    </message>
    <message>
        <source>ajouté</source>
        <translation>walk-in</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Photographie</source>
        <translation>Photograph</translation>
    </message>
    <message>
        <source>Prendre la photo</source>
        <translation>Take the photograph</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Doublon</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>interactions</source>
        <translation>interactions</translation>
    </message>
    <message>
        <source>doublons</source>
        <translation>duplicates</translation>
    </message>
    <message>
        <source>allergies</source>
        <translation>allergies</translation>
    </message>
    <message>
        <source>états du patient</source>
        <translation>states of the patient</translation>
    </message>
    <message>
        <source>doses</source>
        <translation>doses</translation>
    </message>
    <message>
        <source>durées</source>
        <translation>durations</translation>
    </message>
    <message>
        <source>règles de prescription</source>
        <translation>rules of prescribing</translation>
    </message>
    <message>
        <source>disponibilité</source>
        <translation>availability</translation>
    </message>
    <message>
        <source>pas encore contrôlé par ce logiciel</source>
        <translation>not yet checked by this program</translation>
    </message>
    <message>
        <source>produit absent de la base du médicament</source>
        <translation>product not in the drug base</translation>
    </message>
    <message>
        <source>composition inconnue</source>
        <translation>unknown composition</translation>
    </message>
    <message>
        <source>non rapproché du thésaurus : %1</source>
        <translation>not matched to the thesaurus: %1</translation>
    </message>
    <message>
        <source>absent du thésaurus : %1</source>
        <translation>not in the thesaurus: %1</translation>
    </message>
    <message>
        <source>voie locale, non concernée par le thésaurus</source>
        <translation>local route, of which the thesaurus does not speak</translation>
    </message>
    <message>
        <source>règle que le thésaurus ne précise pas : %1</source>
        <translation>rule that the thesaurus leaves open: %1</translation>
    </message>
    <message>
        <source>voie inconnue</source>
        <translation>unknown route</translation>
    </message>
    <message>
        <source>thésaurus non importé</source>
        <translation>thesaurus not imported</translation>
    </message>
    <message>
        <source>non contrôlé</source>
        <translation>not checked</translation>
    </message>
    <message>
        <source>Allergie</source>
        <translation>Allergy</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Règle</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>prescrit par substance : règles et disponibilité propres à chaque médicament</source>
        <translation>prescribed by substance: rules and availability are those of each drug</translation>
    </message>
    <message>
        <source>conditions de prescription non importées</source>
        <translation>conditions of prescription not imported</translation>
    </message>
    <message>
        <source>ruptures et tensions non importées</source>
        <translation>shortages not imported</translation>
    </message>
    <message>
        <source>durée non dite : durée maximale non contrôlée</source>
        <translation>no duration given: the longest duration is not checked</translation>
    </message>
    <message>
        <source>CI : contre-indication, à ne pas associer ; un motif est demandé</source>
        <translation>CI: contra-indication, not to be combined; a reason is asked for</translation>
    </message>
    <message>
        <source>AD : association déconseillée, sauf raison pesée</source>
        <translation>AD: combination advised against, unless weighed</translation>
    </message>
    <message>
        <source>PE : précaution d’emploi, possible en suivant la conduite dite</source>
        <translation>PE: precaution for use, possible as advised</translation>
    </message>
    <message>
        <source>APC : à prendre en compte, un risque qui s’ajoute</source>
        <translation>APC: to be taken into account, one more risk</translation>
    </message>
    <message>
        <source>Doublon, Allergie, État, Dose, Durée, Règle, Rupture, Tension : ce que le signal a comparé</source>
        <translation>Doublon (duplicate), Allergie (allergy), État (state), Dose, Durée (duration), Règle (rule), Rupture (out of stock), Tension (short supply): what the signal compared</translation>
    </message>
    <message>
        <source>Étiquette pleine : grave, un motif est demandé ; contour : avertissement ou information</source>
        <translation>Filled tag: grave, a reason is asked for; outlined: a warning or information</translation>
    </message>
    <message>
        <source>%1 (arrêté le %2)</source>
        <translation>%1 (stopped on %2)</translation>
    </message>
    <message>
        <source>%1 (en cours)</source>
        <translation>%1 (current)</translation>
    </message>
    <message>
        <source>selon le produit, peut-être aussi : %1</source>
        <translation>depending on the product, perhaps also: %1</translation>
    </message>
</context>
<context>
    <name>ChoiceChip</name>
    <message>
        <source>retenu</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>proposé</source>
        <translation>proposed</translation>
    </message>
    <message>
        <source>non retenu</source>
        <translation>not kept</translation>
    </message>
    <message>
        <source>Évolution : %1</source>
        <translation>Course: %1</translation>
    </message>
</context>
<context>
    <name>ClinicalChecks</name>
    <message>
        <source>âge</source>
        <translation>age</translation>
    </message>
    <message>
        <source>poids récent</source>
        <translation>recent weight</translation>
    </message>
    <message>
        <source>DFG</source>
        <translation>eGFR</translation>
    </message>
    <message>
        <source>sexe</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>grossesse</source>
        <translation>pregnancy</translation>
    </message>
    <message>
        <source>terme de la grossesse</source>
        <translation>term of the pregnancy</translation>
    </message>
    <message>
        <source>allaitement</source>
        <translation>breastfeeding</translation>
    </message>
    <message>
        <source>antécédents codés</source>
        <translation>coded history</translation>
    </message>
    <message>
        <source>%1 mg par prise, maximum %2 mg</source>
        <translation>%1 mg per intake, maximum %2 mg</translation>
    </message>
    <message>
        <source>%1 mg par jour, maximum %2 mg</source>
        <translation>%1 mg a day, maximum %2 mg</translation>
    </message>
    <message>
        <source>%1 mg par semaine, maximum %2 mg</source>
        <translation>%1 mg a week, maximum %2 mg</translation>
    </message>
    <message>
        <source>%1 h entre deux prises, minimum %2 h</source>
        <translation>%1 h between two intakes, minimum %2 h</translation>
    </message>
    <message>
        <source>allergie : %1</source>
        <translation>allergy: %1</translation>
    </message>
    <message>
        <source>allergie suspectée : %1</source>
        <translation>suspected allergy: %1</translation>
    </message>
    <message>
        <source>%1 ans</source>
        <translation>%1 years old</translation>
    </message>
    <message>
        <source>%1 mois</source>
        <translation>%1 months old</translation>
    </message>
    <message>
        <source>poids %1 kg</source>
        <translation>weight %1 kg</translation>
    </message>
    <message>
        <source>DFG %1 ml/min/1,73 m²</source>
        <translation>eGFR %1 ml/min/1.73 m²</translation>
    </message>
    <message>
        <source>femme</source>
        <translation>woman</translation>
    </message>
    <message>
        <source>homme</source>
        <translation>man</translation>
    </message>
    <message>
        <source>%1 SA</source>
        <translation>%1 weeks of amenorrhoea</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Non renseigné : %1</source>
        <translation>Not recorded: %1</translation>
    </message>
    <message>
        <source>Allergies non renseignées</source>
        <translation>Allergies not recorded</translation>
    </message>
    <message>
        <source>Allergie non rapprochée d’une substance : %1</source>
        <translation>Allergy not matched with a substance: %1</translation>
    </message>
    <message>
        <source>Excipients absents de la base, à vérifier : %1</source>
        <translation>Excipients are not in the base, to be checked: %1</translation>
    </message>
    <message>
        <source>Allergie qui ne désigne aucun médicament : %1</source>
        <translation>Allergy that names no drug: %1</translation>
    </message>
    <message>
        <source>dose : aucun maximum dans les tables</source>
        <translation>dose: no maximum in the tables</translation>
    </message>
    <message>
        <source>dose : la posologie n’en donne pas</source>
        <translation>dose: the posology gives none</translation>
    </message>
    <message>
        <source>dose : aucun maximum pour ce patient</source>
        <translation>dose: no maximum for this patient</translation>
    </message>
    <message>
        <source>dose : dépend de ce qui manque (%1)</source>
        <translation>dose: depends on what is missing (%1)</translation>
    </message>
    <message>
        <source>Non renseigné, et qui compte ici : %1</source>
        <translation>Not recorded, and matters here: %1</translation>
    </message>
    <message>
        <source>contre-indications : absent des tables</source>
        <translation>contraindications: not in the tables</translation>
    </message>
    <message>
        <source>classe absente des tables</source>
        <translation>class not in the tables</translation>
    </message>
    <message>
        <source>Sans code, non exploitable par les contrôles : %1</source>
        <translation>Without a code, of no use to the checks: %1</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Nom de naissance</source>
        <translation>Birth surname</translation>
    </message>
    <message>
        <source>Prénoms de naissance</source>
        <translation>Given names at birth</translation>
    </message>
    <message>
        <source>Date de naissance</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Sexe</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Lieu de naissance</source>
        <translation>Birth place</translation>
    </message>
    <message>
        <source>= Identique</source>
        <translation>= Equal</translation>
    </message>
    <message>
        <source>≈ Compatible</source>
        <translation>≈ Compatible</translation>
    </message>
    <message>
        <source>≠ Différent</source>
        <translation>≠ Different</translation>
    </message>
    <message>
        <source>Non dit</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>écrit autrement</source>
        <translation>written otherwise</translation>
    </message>
    <message>
        <source>début de la liste</source>
        <translation>beginning of the list</translation>
    </message>
    <message>
        <source>liste plus longue</source>
        <translation>longer list</translation>
    </message>
    <message>
        <source>coupé sur la pièce</source>
        <translation>cut off on the document</translation>
    </message>
    <message>
        <source>date interprétée</source>
        <translation>interpreted date</translation>
    </message>
    <message>
        <source>lu à l’œil, sans code</source>
        <translation>read by eye, no code</translation>
    </message>
    <message>
        <source>ville et arrondissement</source>
        <translation>city and district</translation>
    </message>
</context>
<context>
    <name>CreationJob</name>
    <message>
        <source>Création des clés…</source>
        <translation>Making the keys…</translation>
    </message>
    <message>
        <source>Préparation des données…</source>
        <translation>Preparing the data…</translation>
    </message>
    <message>
        <source>Création des comptes…</source>
        <translation>Making the accounts…</translation>
    </message>
    <message>
        <source>Ajout des patients inventés…</source>
        <translation>Adding the invented patients…</translation>
    </message>
    <message>
        <source>Fermeture du cabinet…</source>
        <translation>Closing the practice…</translation>
    </message>
</context>
<context>
    <name>Ctl</name>
    <message>
        <source>Journal intact : %1 événements.</source>
        <translation>Journal intact: %1 events.</translation>
    </message>
    <message>
        <source>Journal modifié à partir de l’événement %1.</source>
        <translation>Journal modified from event %1 on.</translation>
    </message>
    <message>
        <source>Journal écrit dans %1.</source>
        <translation>Journal written to %1.</translation>
    </message>
    <message>
        <source>Dit qui a vu ou modifié quoi, le plus récent d’abord.</source>
        <translation>Tells who saw or changed what, latest first.</translation>
    </message>
    <message>
        <source>Vérifie que rien du journal n’a été modifié.</source>
        <translation>Checks that nothing in the journal was modified.</translation>
    </message>
    <message>
        <source>Écrit le journal en CSV ou en Syslog (RFC 5424).</source>
        <translation>Writes the journal as CSV or Syslog (RFC 5424).</translation>
    </message>
    <message>
        <source>Mesure ce que l’utilisateur attend, sur le cabinet ouvert.</source>
        <translation>Measures what the user waits for, on the open practice.</translation>
    </message>
    <message>
        <source>Signature non vérifiée : donner --trust DOSSIER.</source>
        <translation>Signature not checked: give --trust FOLDER.</translation>
    </message>
    <message>
        <source>Lit tous les codes d’une image ou d’un PDF.</source>
        <translation>Reads every code of an image or a PDF.</translation>
    </message>
    <message>
        <source>Cherche un médicament, le plus probable d’abord.</source>
        <translation>Searches for a drug, most likely first.</translation>
    </message>
    <message>
        <source>Dit tout ce que la base sait d’un médicament.</source>
        <translation>Tells all that the drug base knows of a drug.</translation>
    </message>
    <message>
        <source>Matricule juste.</source>
        <translation>Matricule correct.</translation>
    </message>
    <message>
        <source>Vérifie un matricule et sa clé.</source>
        <translation>Checks a matricule and its key.</translation>
    </message>
    <message>
        <source>Met un nom dans la forme d’un trait strict, ou dit pourquoi il ne peut pas l’être.</source>
        <translation>Puts a name in the form of a strict identity trait, or tells why it cannot be.</translation>
    </message>
    <message>
        <source>usage : ambroisectl &lt;nom&gt; &lt;verbe&gt; [arguments] [--json]

</source>
        <translation>usage: ambroisectl &lt;noun&gt; &lt;verb&gt; [arguments] [--json]

</translation>
    </message>
    <message>
        <source>
Sur un cabinet : --practice DOSSIER, --user IDENTIFIANT (ou AMBROISE_USER),
--password-file FICHIER (ou AMBROISE_PASSWORD_FILE, sinon demandé sans écho).
Code de sortie : 0 fait, 1 refusé ou trouvé faux, 2 commande inattendue.
</source>
        <translation>
On a practice: --practice FOLDER, --user LOGIN (or AMBROISE_USER),
--password-file FILE (or AMBROISE_PASSWORD_FILE, else asked without echo).
Exit code: 0 done, 1 refused or found false, 2 unexpected command.
</translation>
    </message>
    <message>
        <source>Mot de passe : </source>
        <translation>Password: </translation>
    </message>
    <message>
        <source>Cherche un patient par nom, date de naissance, téléphone ou matricule.</source>
        <translation>Searches for a patient by name, birth date, phone or matricule.</translation>
    </message>
    <message>
        <source>Montre le dossier d’un patient ; la lecture est tracée.</source>
        <translation>Shows the record of a patient; the reading is logged.</translation>
    </message>
    <message>
        <source>Compte</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Cabinet créé : %1
Clé de secours, montrée cette seule fois :

    %2

L’imprimer et la garder hors du cabinet.</source>
        <translation>Practice created: %1
Recovery key, shown this once only:

    %2

Print it and keep it outside the practice.</translation>
    </message>
    <message>
        <source>%1
%2 patients, %3 entrées, %4 comptes</source>
        <translation>%1
%2 patients, %3 entries, %4 accounts</translation>
    </message>
    <message>
        <source>Tout est en ordre.</source>
        <translation>All is in order.</translation>
    </message>
    <message>
        <source>Crée un cabinet chiffré et montre sa clé de secours.</source>
        <translation>Creates an encrypted practice and shows its recovery key.</translation>
    </message>
    <message>
        <source>Dit ce que contient le cabinet.</source>
        <translation>Tells what the practice holds.</translation>
    </message>
    <message>
        <source>Vérifie données, documents, ordonnances et journal.</source>
        <translation>Checks data, documents, ordonnances and journal.</translation>
    </message>
    <message>
        <source>Ordonnance %1 écrite dans %2.</source>
        <translation>Ordonnance %1 written to %2.</translation>
    </message>
    <message>
        <source>Signée par %1, non modifiée.</source>
        <translation>Signed by %1, not modified.</translation>
    </message>
    <message>
        <source>Délivrance enregistrée : %1 ligne(s).</source>
        <translation>Dispensation recorded, lines: %1.</translation>
    </message>
    <message>
        <source>Signe et imprime une ordonnance.</source>
        <translation>Signs and prints an ordonnance.</translation>
    </message>
    <message>
        <source>Prouve l’authenticité d’une ordonnance scannée.</source>
        <translation>Proves that a scanned ordonnance is authentic.</translation>
    </message>
    <message>
        <source>Enregistre la délivrance d’une ordonnance authentique.</source>
        <translation>Records the dispensation of an authentic ordonnance.</translation>
    </message>
    <message>
        <source>%1 lignes importées, %2 écartées, en %3 s.</source>
        <translation>%1 rows imported, %2 skipped, in %3 s.</translation>
    </message>
    <message>
        <source>Importe un référentiel officiel, en entier ou pas du tout.</source>
        <translation>Imports an official reference base, whole or not at all.</translation>
    </message>
    <message>
        <source>Dit quels référentiels sont là, et de quand.</source>
        <translation>Tells which reference bases are here, and from when.</translation>
    </message>
    <message>
        <source>Télécharge les fichiers officiels, les vérifie, les importe.</source>
        <translation>Downloads the official files, checks them, imports them.</translation>
    </message>
    <message>
        <source>Ce poste est ajouté au cabinet %1 : %2</source>
        <translation>This post was added to the practice %1: %2</translation>
    </message>
    <message>
        <source>Ajoute ce poste à un cabinet dont les données sont sur un serveur.</source>
        <translation>Adds this post to a practice whose data are on a server.</translation>
    </message>
    <message>
        <source>Les patients inventés n’ont pas été ajoutés. %1</source>
        <translation>The invented patients were not added. %1</translation>
    </message>
    <message>
        <source>Datamatrix INS écrit dans %1.</source>
        <translation>INS Datamatrix written to %1.</translation>
    </message>
    <message>
        <source>Dessine le Datamatrix INS d’une identité qualifiée.</source>
        <translation>Draws the INS Datamatrix of a qualified identity.</translation>
    </message>
    <message>
        <source>Aucun autre statut n’est permis.</source>
        <translation>No other status is allowed.</translation>
    </message>
    <message>
        <source>Compare les traits d’INSi, du dossier et d’une pièce.</source>
        <translation>Compares the traits of INSi, of the record and of a document.</translation>
    </message>
    <message>
        <source>Lit la bande MRZ d’une pièce d’identité : texte ou image.</source>
        <translation>Reads the MRZ of an identity document: text or image.</translation>
    </message>
    <message>
        <source>%1 %2, %3, matricule %4</source>
        <translation>%1 %2, %3, matricule %4</translation>
    </message>
    <message>
        <source>Aucune identité trouvée.</source>
        <translation>No identity found.</translation>
    </message>
    <message>
        <source>Plusieurs identités trouvées. Ajouter le code du lieu de naissance.</source>
        <translation>Several identities found. Add the code of the birthplace.</translation>
    </message>
    <message>
        <source>Cherche une personne dans INSi, un prénom à la fois. Configuration : --config ou AMBROISE_INSI.</source>
        <translation>Looks for a person in INSi, one given name at a time. Configuration: --config or AMBROISE_INSI.</translation>
    </message>
    <message>
        <source>%1 (texte libre : contrôles de dose impossibles)</source>
        <translation>%1 (free text: doses cannot be checked)</translation>
    </message>
    <message>
        <source>Lit une posologie et dit ce qui en découle.</source>
        <translation>Reads a posology and tells what follows from it.</translation>
    </message>
    <message>
        <source>Dit les interactions, les redondances et ce qui n’est pas contrôlé.</source>
        <translation>Tells interactions, duplicates and what is not checked.</translation>
    </message>
    <message>
        <source>Référence de croissance retirée : %1.</source>
        <translation>Growth reference removed: %1.</translation>
    </message>
    <message>
        <source>Retire une référence de croissance que le cabinet avait importée.</source>
        <translation>Removes a growth reference that the practice had imported.</translation>
    </message>
    <message>
        <source>Redondance de substance active : %1</source>
        <translation>Same active substance twice: %1</translation>
    </message>
    <message>
        <source>Médicament inconnu de la base.</source>
        <translation>Drug unknown to the base.</translation>
    </message>
    <message>
        <source>Le thésaurus des interactions n’a pas été importé.</source>
        <translation>The thesaurus of interactions has not been imported.</translation>
    </message>
    <message>
        <source>La base ne donne pas sa composition.</source>
        <translation>The base does not give its composition.</translation>
    </message>
    <message>
        <source>Non rapprochée du thésaurus : %1.</source>
        <translation>Not matched to the thesaurus: %1.</translation>
    </message>
    <message>
        <source>Substance absente du thésaurus : %1.</source>
        <translation>Substance absent from the thesaurus: %1.</translation>
    </message>
    <message>
        <source>Règle que le thésaurus ne définit pas : %1.</source>
        <translation>Rule that the thesaurus does not define: %1.</translation>
    </message>
    <message>
        <source>Voie locale, que le thésaurus ne concerne pas.</source>
        <translation>Local route, which the thesaurus does not concern.</translation>
    </message>
    <message>
        <source>Ce contrôle n’est pas fait par cette version.</source>
        <translation>This version does not make this check.</translation>
    </message>
    <message>
        <source>Voie inconnue : contrôlée comme une voie générale.</source>
        <translation>Unknown route: checked as a systemic one.</translation>
    </message>
    <message>
        <source>%1 (selon la dose ou le patient)</source>
        <translation>%1 (depending on dose or patient)</translation>
    </message>
    <message>
        <source>Aucune interaction référencée (%1) pour ce qui a pu être contrôlé.</source>
        <translation>No interaction listed (%1) for what could be checked.</translation>
    </message>
    <message>
        <source>non contrôlé : %1</source>
        <translation>not checked: %1</translation>
    </message>
    <message>
        <source>nouveau</source>
        <translation>new</translation>
    </message>
    <message>
        <source>retiré de la base</source>
        <translation>removed from the base</translation>
    </message>
    <message>
        <source>plus commercialisé</source>
        <translation>no longer marketed</translation>
    </message>
    <message>
        <source>commercialisé</source>
        <translation>marketed</translation>
    </message>
    <message>
        <source>prix</source>
        <translation>price</translation>
    </message>
    <message>
        <source>La base du médicament n’a pas encore été remplacée.</source>
        <translation>The drug base has not been replaced yet.</translation>
    </message>
    <message>
        <source>Du %1 au %2.</source>
        <translation>From %1 to %2.</translation>
    </message>
    <message>
        <source>Dit ce que le dernier import de la base du médicament a changé.</source>
        <translation>Tells what the last import of the drug base changed.</translation>
    </message>
    <message>
        <source>Redondance de classe : %1</source>
        <translation>Class duplicate: %1</translation>
    </message>
    <message>
        <source>Allergie : %1</source>
        <translation>Allergy: %1</translation>
    </message>
    <message>
        <source>Prescrit par substance : ce qui dépend du médicament n’est pas connu.</source>
        <translation>Prescribed by substance: what depends on the drug is not known.</translation>
    </message>
    <message>
        <source>Les conditions de prescription n’ont pas été importées.</source>
        <translation>The conditions of prescription have not been imported.</translation>
    </message>
    <message>
        <source>Les ruptures et tensions n’ont pas été importées.</source>
        <translation>The shortages have not been imported.</translation>
    </message>
    <message>
        <source>Aucune durée n’est dite ni ne se déduit de la posologie.</source>
        <translation>No duration is given, and none follows from the posology.</translation>
    </message>
    <message>
        <source>âge</source>
        <translation>age</translation>
    </message>
    <message>
        <source>poids récent</source>
        <translation>recent weight</translation>
    </message>
    <message>
        <source>DFG</source>
        <translation>eGFR</translation>
    </message>
    <message>
        <source>sexe</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>grossesse</source>
        <translation>pregnancy</translation>
    </message>
    <message>
        <source>terme de la grossesse</source>
        <translation>term of the pregnancy</translation>
    </message>
    <message>
        <source>allaitement</source>
        <translation>breastfeeding</translation>
    </message>
    <message>
        <source>antécédents codés</source>
        <translation>coded history</translation>
    </message>
    <message>
        <source>Allergies non renseignées.</source>
        <translation>Allergies not recorded.</translation>
    </message>
    <message>
        <source>Allergie non rapprochée d’une substance : %1.</source>
        <translation>Allergy not matched with a substance: %1.</translation>
    </message>
    <message>
        <source>La base ne donne pas les excipients : %1.</source>
        <translation>The base does not give excipients: %1.</translation>
    </message>
    <message>
        <source>Ne désigne aucun médicament : %1.</source>
        <translation>Names no drug: %1.</translation>
    </message>
    <message>
        <source>Aucune dose maximale dans nos tables : %1.</source>
        <translation>No maximum dose in our tables: %1.</translation>
    </message>
    <message>
        <source>La dose ne se déduit pas de la posologie.</source>
        <translation>The dose does not follow from the posology.</translation>
    </message>
    <message>
        <source>Aucune dose maximale pour ce patient dans nos tables : %1.</source>
        <translation>No maximum dose for this patient in our tables: %1.</translation>
    </message>
    <message>
        <source>La dose dépend de ce qui n’est pas connu : %1.</source>
        <translation>The dose depends on what is not known: %1.</translation>
    </message>
    <message>
        <source>Non renseigné, et qui compte ici : %1.</source>
        <translation>Not recorded, and matters here: %1.</translation>
    </message>
    <message>
        <source>Aucune contre-indication dans nos tables : %1.</source>
        <translation>No contraindication in our tables: %1.</translation>
    </message>
    <message>
        <source>Classe absente de nos tables : redondance de classe non contrôlée.</source>
        <translation>Class not in our tables: class duplicates not checked.</translation>
    </message>
    <message>
        <source>Sans code, non exploitable par les contrôles : %1.</source>
        <translation>Without a code, of no use to the checks: %1.</translation>
    </message>
    <message>
        <source>Selon le produit, peut-être aussi : %1.</source>
        <translation>Depending on the product, perhaps also: %1.</translation>
    </message>
</context>
<context>
    <name>CurveTicks</name>
    <message>
        <source>naissance</source>
        <translation>birth</translation>
    </message>
    <message numerus="yes">
        <source>%n mois</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n an(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ans</source>
        <translation>%1 years</translation>
    </message>
    <message numerus="yes">
        <source>%n j</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message>
        <source>terme</source>
        <translation>term</translation>
    </message>
</context>
<context>
    <name>Demandes</name>
    <message>
        <source>Nombre de transports</source>
        <translation>Number of journeys</translation>
    </message>
    <message>
        <source>Durée (jours)</source>
        <translation>Duration (days)</translation>
    </message>
    <message>
        <source>Biologie</source>
        <translation>Laboratory</translation>
    </message>
    <message>
        <source>Imagerie</source>
        <translation>Imaging</translation>
    </message>
    <message>
        <source>Infirmier</source>
        <translation>Nursing</translation>
    </message>
    <message>
        <source>Kiné</source>
        <translation>Physio</translation>
    </message>
    <message>
        <source>Orthophonie</source>
        <translation>Speech</translation>
    </message>
    <message>
        <source>Orthoptie</source>
        <translation>Orthoptics</translation>
    </message>
    <message>
        <source>Podologie</source>
        <translation>Podiatry</translation>
    </message>
    <message>
        <source>Matériel</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Arrêt</source>
        <translation>Sick leave</translation>
    </message>
    <message>
        <source>Renseignements cliniques</source>
        <translation>Clinical information</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>À domicile</source>
        <translation>At home</translation>
    </message>
    <message>
        <source>À jeun</source>
        <translation>Fasting</translation>
    </message>
    <message>
        <source>Dimanches et jours fériés compris</source>
        <translation>Sundays and public holidays included</translation>
    </message>
    <message>
        <source>Nombre de séances</source>
        <translation>Number of sessions</translation>
    </message>
    <message>
        <source>Renouvellements</source>
        <translation>Renewals</translation>
    </message>
    <message>
        <source>Le ou à partir du</source>
        <translation>On or from</translation>
    </message>
    <message>
        <source>Moyen de transport</source>
        <translation>Means of transport</translation>
    </message>
    <message>
        <source>De</source>
        <translation>From</translation>
    </message>
    <message>
        <source>À</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Aller et retour</source>
        <translation>There and back</translation>
    </message>
    <message>
        <source>Transport partagé possible</source>
        <translation>May be shared</translation>
    </message>
    <message>
        <source>Accompagnant nécessaire</source>
        <translation>Companion needed</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Prolongation</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Premier jour</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Dernier jour</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Sorties</source>
        <translation>Going out</translation>
    </message>
    <message>
        <source>Temps partiel thérapeutique</source>
        <translation>Therapeutic part-time</translation>
    </message>
    <message>
        <source>VSL ou taxi conventionné</source>
        <translation>Approved light vehicle or taxi</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>Ambulance</translation>
    </message>
    <message>
        <source>Véhicule personnel</source>
        <translation>Private vehicle</translation>
    </message>
    <message>
        <source>Transport en commun</source>
        <translation>Public transport</translation>
    </message>
    <message>
        <source>Autorisées, présence 9 h–11 h et 14 h–16 h</source>
        <translation>Allowed, at home 9–11 am and 2–4 pm</translation>
    </message>
    <message>
        <source>Autorisées sans restriction</source>
        <translation>Allowed at all hours</translation>
    </message>
    <message>
        <source>Non autorisées</source>
        <translation>Not allowed</translation>
    </message>
    <message>
        <source>Maladie</source>
        <translation>Illness</translation>
    </message>
    <message>
        <source>En rapport avec une ALD</source>
        <translation>Related to an ALD</translation>
    </message>
    <message>
        <source>Accident du travail, maladie professionnelle</source>
        <translation>Work accident, occupational disease</translation>
    </message>
    <message>
        <source>Grossesse pathologique</source>
        <translation>Pathological pregnancy</translation>
    </message>
    <message>
        <source>Entrée ou sortie d’hospitalisation</source>
        <translation>Admission to or discharge from hospital</translation>
    </message>
    <message>
        <source>Transports en série</source>
        <translation>Series of journeys</translation>
    </message>
    <message>
        <source>Plus de 150 km (accord préalable)</source>
        <translation>Over 150 km (prior approval)</translation>
    </message>
    <message>
        <source>Convocation du service médical</source>
        <translation>Summons by the medical adviser</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Dossier du cabinet à ouvrir.</source>
        <translation>Folder of the practice to open.</translation>
    </message>
    <message>
        <source>Profil du poste : cabinet ou officine.</source>
        <translation>Profile of the workstation: cabinet (practice) or officine (pharmacy).</translation>
    </message>
    <message>
        <source>Nom du poste.</source>
        <translation>Name of the workstation.</translation>
    </message>
</context>
<context>
    <name>DocumentReading</name>
    <message>
        <source>%1 clés sur %2 justes</source>
        <translation>%1 of %2 keys right</translation>
    </message>
    <message>
        <source>Des caractères mal lus ont été corrigés. Comparer avec la pièce.</source>
        <translation>Misread characters were corrected. Compare with the document.</translation>
    </message>
    <message>
        <source>Signature vérifiée</source>
        <translation>Signature verified</translation>
    </message>
    <message>
        <source>Signature du 2D-Doc non vérifiée. Contrôler la pièce de vos yeux.</source>
        <translation>The signature of the 2D-Doc is not verified. Check the document yourself.</translation>
    </message>
    <message>
        <source>Certificat de décès : la personne est dite décédée.</source>
        <translation>Death certificate: the person is said to be dead.</translation>
    </message>
</context>
<context>
    <name>DrugSheet</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2 au choix</source>
        <translation>%1, %2 to choose from</translation>
    </message>
    <message>
        <source>%1 la boîte</source>
        <translation>%1 a box</translation>
    </message>
    <message>
        <source>princeps</source>
        <translation>originator</translation>
    </message>
    <message>
        <source>générique</source>
        <translation>generic</translation>
    </message>
    <message>
        <source>générique par complémentarité</source>
        <translation>generic by complementarity</translation>
    </message>
    <message>
        <source>substituable</source>
        <translation>substitutable</translation>
    </message>
    <message>
        <source>rupture</source>
        <translation>out of stock</translation>
    </message>
    <message>
        <source>tension</source>
        <translation>short supply</translation>
    </message>
    <message>
        <source>arrêt de commercialisation</source>
        <translation>no longer marketed</translation>
    </message>
    <message>
        <source>de nouveau disponible</source>
        <translation>available again</translation>
    </message>
    <message>
        <source>%1 le %2</source>
        <translation>%1 on %2</translation>
    </message>
    <message>
        <source>%1 depuis le %2</source>
        <translation>%1 since %2</translation>
    </message>
    <message>
        <source>%1, retour prévu le %2</source>
        <translation>%1, expected back on %2</translation>
    </message>
    <message>
        <source> ou </source>
        <translation> or </translation>
    </message>
    <message>
        <source>interactions, doses, contre-indications</source>
        <translation>interactions, doses, contra-indications</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>non commercialisé</source>
        <translation>not marketed</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Alerte</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Sécurité</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Surveillance</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>renforcée (triangle noir)</source>
        <translation>additional (black triangle)</translation>
    </message>
    <message>
        <source>Substance</source>
        <translation>Substance</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Groupe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Remboursé</source>
        <translation>Reimbursed</translation>
    </message>
    <message>
        <source>Prix</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>SMR</source>
        <translation>SMR</translation>
    </message>
    <message>
        <source>ASMR</source>
        <translation>ASMR</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>composition</translation>
    </message>
    <message>
        <source>présentations</source>
        <translation>boxes</translation>
    </message>
    <message>
        <source>conditions de prescription</source>
        <translation>conditions of prescription</translation>
    </message>
    <message>
        <source>groupe générique</source>
        <translation>generic group</translation>
    </message>
    <message>
        <source>disponibilité</source>
        <translation>availability</translation>
    </message>
    <message>
        <source>informations de sécurité</source>
        <translation>safety notices</translation>
    </message>
    <message>
        <source>classe ATC</source>
        <translation>ATC class</translation>
    </message>
    <message>
        <source>Ouvrir la page</source>
        <translation>Open the page</translation>
    </message>
    <message>
        <source>Disponibilité</source>
        <translation>Availability</translation>
    </message>
    <message>
        <source>présentation %1</source>
        <translation>box %1</translation>
    </message>
    <message>
        <source>mis à jour le %1</source>
        <translation>updated on %1</translation>
    </message>
    <message>
        <source>Informations de sécurité</source>
        <translation>Safety notices</translation>
    </message>
    <message>
        <source>Spécialité</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Forme</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Voie</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Titulaire</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Commercialisation</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Autorisation</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>Code CIS</source>
        <translation>CIS code</translation>
    </message>
    <message>
        <source>Numéro européen</source>
        <translation>European number</translation>
    </message>
    <message>
        <source>Classe ATC</source>
        <translation>ATC class</translation>
    </message>
    <message>
        <source>Composition</source>
        <translation>Composition</translation>
    </message>
    <message>
        <source> pour %1</source>
        <translation> per %1</translation>
    </message>
    <message>
        <source> (fraction thérapeutique)</source>
        <translation> (therapeutic fraction)</translation>
    </message>
    <message>
        <source>Conditions de prescription et de délivrance</source>
        <translation>Conditions of prescription and dispensing</translation>
    </message>
    <message>
        <source>Présentations</source>
        <translation>Boxes</translation>
    </message>
    <message>
        <source>Boîte</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>CIP 13</source>
        <translation>CIP 13</translation>
    </message>
    <message>
        <source>Prix public</source>
        <translation>Public price</translation>
    </message>
    <message>
        <source>Taux</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Remboursement de %1 limité à</source>
        <translation>Reimbursement of %1 limited to</translation>
    </message>
    <message>
        <source>Groupe générique : %1</source>
        <translation>Generic group: %1</translation>
    </message>
    <message>
        <source>Ce médicament</source>
        <translation>This drug</translation>
    </message>
    <message>
        <source>Service médical rendu</source>
        <translation>Medical benefit (SMR)</translation>
    </message>
    <message>
        <source>Amélioration du service médical rendu</source>
        <translation>Improvement of medical benefit (ASMR)</translation>
    </message>
    <message>
        <source>La base n’en dit rien</source>
        <translation>The base says nothing of</translation>
    </message>
    <message>
        <source>, et d’autres (%1)</source>
        <translation>, and others (%1)</translation>
    </message>
    <message>
        <source>%1 selon l’indication</source>
        <translation>%1 depending on the indication</translation>
    </message>
    <message>
        <source>%1 (présentation %2)</source>
        <translation>%1 (box %2)</translation>
    </message>
    <message>
        <source>du %1 au %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>Absent de cette fiche</source>
        <translation>Not on this sheet</translation>
    </message>
    <message numerus="yes">
        <source>référence de %n hybride(s)</source>
        <translation>
            <numerusform>reference of %n hybrid</numerusform>
            <numerusform>reference of %n hybrids</numerusform>
        </translation>
    </message>
    <message>
        <source>hybride</source>
        <translation>hybrid</translation>
    </message>
    <message>
        <source>hybride de %1</source>
        <translation>hybrid of %1</translation>
    </message>
    <message>
        <source>Hybride</source>
        <translation>Hybrid</translation>
    </message>
    <message>
        <source>%1 de moins</source>
        <translation>%1 less</translation>
    </message>
    <message>
        <source>%1 de plus</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>même prix</source>
        <translation>same price</translation>
    </message>
    <message>
        <source>Registre des hybrides : %1</source>
        <translation>Register of hybrids: %1</translation>
    </message>
    <message>
        <source>référence</source>
        <translation>reference</translation>
    </message>
    <message>
        <source>ce médicament</source>
        <translation>this drug</translation>
    </message>
</context>
<context>
    <name>DuplicatesModel</name>
    <message>
        <source>mêmes nom, prénom et date de naissance</source>
        <translation>same surname, given name and birth date</translation>
    </message>
    <message>
        <source>nom et prénom inversés</source>
        <translation>surname and given name exchanged</translation>
    </message>
    <message>
        <source>né le même jour, nom proche</source>
        <translation>born the same day, similar name</translation>
    </message>
    <message>
        <source>jour et mois de naissance inversés</source>
        <translation>day and month of birth exchanged</translation>
    </message>
    <message>
        <source>mêmes noms, date de naissance proche</source>
        <translation>same names, similar birth date</translation>
    </message>
    <message>
        <source>identité d’avant une correction</source>
        <translation>identity before a correction</translation>
    </message>
    <message>
        <source>ancien INS en commun</source>
        <translation>a former INS in common</translation>
    </message>
    <message>
        <source>même lieu de naissance</source>
        <translation>same birthplace</translation>
    </message>
    <message>
        <source>même téléphone</source>
        <translation>same telephone</translation>
    </message>
    <message>
        <source>même courriel</source>
        <translation>same e-mail</translation>
    </message>
    <message>
        <source>même adresse</source>
        <translation>same address</translation>
    </message>
    <message>
        <source>prénom différent</source>
        <translation>other given name</translation>
    </message>
    <message>
        <source>sexe différent</source>
        <translation>other sex</translation>
    </message>
    <message>
        <source>lieu de naissance différent</source>
        <translation>other birthplace</translation>
    </message>
    <message>
        <source>dossiers nº %1 et %2</source>
        <translation>records no. %1 and %2</translation>
    </message>
    <message>
        <source>Très probable</source>
        <translation>Very likely</translation>
    </message>
    <message>
        <source>Probable</source>
        <translation>Likely</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Possible</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Exporter le bilan</source>
        <translation>Export the review</translation>
    </message>
    <message>
        <source>bilan-de-prescription.csv</source>
        <translation>prescribing-review.csv</translation>
    </message>
    <message>
        <source>Tableau (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>calculé de %1</source>
        <translation>computed from %1</translation>
    </message>
    <message>
        <source>%1 depuis le %2</source>
        <translation>%1 since %2</translation>
    </message>
    <message>
        <source>Référence %1 à %2</source>
        <translation>Reference %1 to %2</translation>
    </message>
    <message>
        <source>Référence : au moins %1</source>
        <translation>Reference: at least %1</translation>
    </message>
    <message>
        <source>Taille pour l’âge</source>
        <translation>Height for age</translation>
    </message>
    <message>
        <source>Poids pour l’âge</source>
        <translation>Weight for age</translation>
    </message>
    <message>
        <source>IMC pour l’âge</source>
        <translation>BMI for age</translation>
    </message>
    <message>
        <source>Périmètre crânien pour l’âge</source>
        <translation>Head circumference for age</translation>
    </message>
    <message numerus="yes">
        <source>%n j</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mois</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n an(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mesure(s)</source>
        <translation>
            <numerusform>%n measurement</numerusform>
            <numerusform>%n measurements</numerusform>
        </translation>
    </message>
    <message>
        <source>repère : %1</source>
        <translation>reference: %1</translation>
    </message>
    <message>
        <source>filles</source>
        <translation>girls</translation>
    </message>
    <message>
        <source>garçons</source>
        <translation>boys</translation>
    </message>
    <message>
        <source>%1, %2 : %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>, Z %1 (percentile %2)</source>
        <translation>, Z %1 (percentile %2)</translation>
    </message>
    <message>
        <source>, sans référence à cet âge</source>
        <translation>, no reference at that age</translation>
    </message>
    <message>
        <source>%1, avant terme</source>
        <translation>%1, before term</translation>
    </message>
    <message>
        <source>%1, corrigé %2</source>
        <translation>%1, corrected %2</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Ordo.</source>
        <translation>Presc.</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Courriers</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Mesures</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>Vaccins</source>
        <translation>Vaccines</translation>
    </message>
</context>
<context>
    <name>Growth</name>
    <message>
        <source>née à %1</source>
        <translation>born at %1</translation>
    </message>
    <message>
        <source>né à %1</source>
        <translation>born at %1</translation>
    </message>
    <message>
        <source>âge corrigé, %1</source>
        <translation>corrected age, %1</translation>
    </message>
    <message>
        <source>âge civil, %1</source>
        <translation>civil age, %1</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>a créé</source>
        <translation>created</translation>
    </message>
    <message>
        <source>a lu</source>
        <translation>read</translation>
    </message>
    <message>
        <source>a modifié</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>a retiré</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>a cherché</source>
        <translation>searched</translation>
    </message>
    <message>
        <source>a imprimé</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>a signé</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>a annulé</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>a délivré</source>
        <translation>dispensed</translation>
    </message>
    <message>
        <source>a vérifié</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>a ouvert sa session</source>
        <translation>signed in</translation>
    </message>
    <message>
        <source>a refusé l’ouverture d’une session</source>
        <translation>refused a sign-in</translation>
    </message>
    <message>
        <source>a fermé sa session</source>
        <translation>signed out</translation>
    </message>
    <message>
        <source>a verrouillé sa session</source>
        <translation>locked the session</translation>
    </message>
    <message>
        <source>a déverrouillé sa session</source>
        <translation>unlocked the session</translation>
    </message>
    <message>
        <source>a ouvert par bris de glace</source>
        <translation>opened by break-glass</translation>
    </message>
    <message>
        <source>a importé</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>a exporté</source>
        <translation>exported</translation>
    </message>
    <message>
        <source>a mis à jour</source>
        <translation>updated</translation>
    </message>
    <message>
        <source>a enregistré</source>
        <translation>enrolled</translation>
    </message>
    <message>
        <source>a révoqué</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>Création</source>
        <translation>Creation</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Modification</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Retrait</source>
        <translation>Removal</translation>
    </message>
    <message>
        <source>Recherche</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Impression</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Annulation</source>
        <translation>Cancellation</translation>
    </message>
    <message>
        <source>Délivrance</source>
        <translation>Dispensing</translation>
    </message>
    <message>
        <source>Vérification</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>Ouverture de session</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>Ouverture refusée</source>
        <translation>Refused sign-in</translation>
    </message>
    <message>
        <source>Fermeture de session</source>
        <translation>Sign-out</translation>
    </message>
    <message>
        <source>Verrouillage</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Déverrouillage</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Bris de glace</source>
        <translation>Break-glass</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Mise à jour</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Enregistrement</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>Révocation</source>
        <translation>Revocation</translation>
    </message>
    <message>
        <source>les données du cabinet</source>
        <translation>the practice’s data</translation>
    </message>
    <message>
        <source>un compte</source>
        <translation>an account</translation>
    </message>
    <message>
        <source>une carte</source>
        <translation>a card</translation>
    </message>
    <message>
        <source>des dossiers</source>
        <translation>records</translation>
    </message>
    <message>
        <source>une entrée</source>
        <translation>an entry</translation>
    </message>
    <message>
        <source>une ordonnance</source>
        <translation>an ordonnance</translation>
    </message>
    <message>
        <source>une délivrance</source>
        <translation>a dispensation</translation>
    </message>
    <message>
        <source>un document</source>
        <translation>a document</translation>
    </message>
    <message>
        <source>un référentiel</source>
        <translation>a référentiel</translation>
    </message>
    <message>
        <source>le journal des accès</source>
        <translation>the access journal</translation>
    </message>
    <message>
        <source>le dossier nº %1</source>
        <translation>record no. %1</translation>
    </message>
    <message>
        <source>le dossier de %1</source>
        <translation>the record of %1</translation>
    </message>
    <message>
        <source>a ouvert %1</source>
        <translation>opened %1</translation>
    </message>
    <message>
        <source>a archivé %1</source>
        <translation>archived %1</translation>
    </message>
    <message>
        <source>a rétabli %1</source>
        <translation>restored %1</translation>
    </message>
    <message>
        <source>a noté « aucune allergie connue » dans %1</source>
        <translation>noted “no known allergy” in %1</translation>
    </message>
    <message>
        <source>%1 %2 dans %3</source>
        <translation>%1 %2 in %3</translation>
    </message>
    <message>
        <source>a écrit</source>
        <translation>wrote</translation>
    </message>
    <message>
        <source>%1 l’ordonnance %2</source>
        <translation>%1 ordonnance %2</translation>
    </message>
    <message>
        <source>%1 l’ordonnance %2 de %3</source>
        <translation>%1 ordonnance %2 of %3</translation>
    </message>
    <message>
        <source>nº %1</source>
        <translation>no. %1</translation>
    </message>
    <message>
        <source>%1 la carte de %2</source>
        <translation>%1 the card of %2</translation>
    </message>
    <message>
        <source>a changé le mot de passe de %1</source>
        <translation>changed the password of %1</translation>
    </message>
    <message>
        <source>a fermé le compte de %1</source>
        <translation>closed the account of %1</translation>
    </message>
    <message>
        <source>%1 le compte de %2</source>
        <translation>%1 the account of %2</translation>
    </message>
    <message>
        <source>%1 le certificat du cabinet</source>
        <translation>%1 the practice’s certificate</translation>
    </message>
    <message>
        <source>%1 le certificat %2</source>
        <translation>%1 certificate %2</translation>
    </message>
    <message>
        <source> pour %1</source>
        <translation> for %1</translation>
    </message>
    <message>
        <source>a refusé une ouverture de session à « %1 »</source>
        <translation>refused a sign-in to “%1”</translation>
    </message>
    <message>
        <source>Le %1 à %2, %3, %4.</source>
        <translation>On %1 at %2, %3, %4.</translation>
    </message>
    <message>
        <source>Motif : %1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>Événement nº %1.</source>
        <translation>Event no. %1.</translation>
    </message>
    <message>
        <source>nom de naissance</source>
        <translation>birth name</translation>
    </message>
    <message>
        <source>prénoms</source>
        <translation>given names</translation>
    </message>
    <message>
        <source>sexe</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>date de naissance</source>
        <translation>birth date</translation>
    </message>
    <message>
        <source>lieu de naissance</source>
        <translation>birth place</translation>
    </message>
    <message>
        <source>matricule INS</source>
        <translation>INS number</translation>
    </message>
    <message>
        <source>statut de l’identité</source>
        <translation>status of the identity</translation>
    </message>
    <message>
        <source>nom utilisé</source>
        <translation>used name</translation>
    </message>
    <message>
        <source>prénom utilisé</source>
        <translation>used given name</translation>
    </message>
    <message>
        <source>téléphone</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>courriel</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>adresse</source>
        <translation>address</translation>
    </message>
    <message>
        <source>médecin traitant</source>
        <translation>regular doctor</translation>
    </message>
    <message>
        <source>décès</source>
        <translation>death</translation>
    </message>
    <message>
        <source>remarques</source>
        <translation>remarks</translation>
    </message>
    <message>
        <source>une consultation</source>
        <translation>a consultation</translation>
    </message>
    <message>
        <source>un problème</source>
        <translation>a problem</translation>
    </message>
    <message>
        <source>un antécédent</source>
        <translation>a past event</translation>
    </message>
    <message>
        <source>une allergie</source>
        <translation>an allergy</translation>
    </message>
    <message>
        <source>un traitement</source>
        <translation>a treatment</translation>
    </message>
    <message>
        <source>une mesure</source>
        <translation>a measure</translation>
    </message>
    <message>
        <source>une vaccination</source>
        <translation>a vaccination</translation>
    </message>
    <message>
        <source>un résultat</source>
        <translation>a result</translation>
    </message>
    <message>
        <source>un courrier</source>
        <translation>a letter</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>a présenté un code qui ne correspond à aucune ordonnance connue</source>
        <translation>presented a code that matches no known ordonnance</translation>
    </message>
    <message>
        <source>rôle passé de « %1 » à « %2 »</source>
        <translation>role changed from “%1” to “%2”</translation>
    </message>
    <message>
        <source>a rouvert le compte de %1</source>
        <translation>reopened the account of %1</translation>
    </message>
    <message>
        <source>nom</source>
        <translation>name</translation>
    </message>
    <message>
        <source>numéro RPPS</source>
        <translation>RPPS number</translation>
    </message>
    <message>
        <source>numéro d’assurance maladie</source>
        <translation>health insurance number</translation>
    </message>
    <message>
        <source>spécialité</source>
        <translation>specialty</translation>
    </message>
    <message>
        <source>coordonnées</source>
        <translation>contact details</translation>
    </message>
    <message>
        <source>a fusionné %1 dans %2</source>
        <translation>merged %1 into %2</translation>
    </message>
    <message>
        <source>a fusionné %2 dans %1</source>
        <translation>merged %2 into %1</translation>
    </message>
    <message>
        <source>a séparé à nouveau %1 et %2</source>
        <translation>separated %1 and %2 again</translation>
    </message>
    <message>
        <source>a noté que %1 et %2 sont de deux personnes</source>
        <translation>noted that %1 and %2 are of two persons</translation>
    </message>
    <message>
        <source>a modifié la liste des pièces d’identité : « %1 »%2</source>
        <translation>changed the list of identity documents: “%1”%2</translation>
    </message>
    <message>
        <source>ajoutée</source>
        <translation>added</translation>
    </message>
    <message>
        <source>confiance haute</source>
        <translation>high trust</translation>
    </message>
    <message>
        <source>confiance faible</source>
        <translation>low trust</translation>
    </message>
    <message>
        <source>pour tous</source>
        <translation>for everybody</translation>
    </message>
    <message>
        <source>pour un mineur</source>
        <translation>for a minor</translation>
    </message>
    <message>
        <source>retirée</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>proposée à nouveau</source>
        <translation>offered again</translation>
    </message>
    <message>
        <source>un rendez-vous</source>
        <translation>an appointment</translation>
    </message>
    <message>
        <source>arrivée en salle d’attente</source>
        <translation>arrived in the waiting room</translation>
    </message>
    <message>
        <source>en consultation</source>
        <translation>being seen</translation>
    </message>
    <message>
        <source>consultation terminée</source>
        <translation>consultation ended</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>did not come</translation>
    </message>
    <message>
        <source>annulation</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>donné à un autre patient</source>
        <translation>given to another patient</translation>
    </message>
    <message>
        <source>un acte de prévention</source>
        <translation>an act of prevention</translation>
    </message>
    <message>
        <source>vaccination</source>
        <translation>vaccination</translation>
    </message>
    <message>
        <source>fait</source>
        <translation>done</translation>
    </message>
    <message>
        <source>refusé</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>non concerné</source>
        <translation>not concerned</translation>
    </message>
    <message>
        <source>lettre d’invitation</source>
        <translation>letter of invitation</translation>
    </message>
    <message>
        <source>un compte rendu de biologie</source>
        <translation>a laboratory report</translation>
    </message>
    <message>
        <source>classé au dossier</source>
        <translation>filed in the record</translation>
    </message>
    <message>
        <source>patient à choisir</source>
        <translation>patient to be chosen</translation>
    </message>
    <message>
        <source>retiré du dossier</source>
        <translation>taken out of the record</translation>
    </message>
    <message>
        <source>lu</source>
        <translation>seen</translation>
    </message>
    <message>
        <source>remis à lire</source>
        <translation>to be seen again</translation>
    </message>
    <message>
        <source>un correspondant</source>
        <translation>a correspondent</translation>
    </message>
    <message numerus="yes">
        <source>a cherché dans les dossiers, %n entrée(s) montrée(s)</source>
        <translation>
            <numerusform>searched the records, %n entry shown</numerusform>
            <numerusform>searched the records, %n entries shown</numerusform>
        </translation>
    </message>
    <message>
        <source>entourage</source>
        <translation>people around the patient</translation>
    </message>
    <message>
        <source>équipe de soins</source>
        <translation>care team</translation>
    </message>
    <message>
        <source>droits</source>
        <translation>rights</translation>
    </message>
    <message>
        <source>consentements</source>
        <translation>consents</translation>
    </message>
    <message>
        <source>notes personnelles</source>
        <translation>personal notes</translation>
    </message>
    <message>
        <source>un antécédent familial</source>
        <translation>a family history</translation>
    </message>
    <message>
        <source>un facteur de risque</source>
        <translation>a risk factor</translation>
    </message>
    <message>
        <source>une grossesse</source>
        <translation>a pregnancy</translation>
    </message>
    <message>
        <source>un implant</source>
        <translation>an implant</translation>
    </message>
    <message>
        <source>un contrôle de biologie</source>
        <translation>a control of laboratory results</translation>
    </message>
    <message>
        <source>pour le %1</source>
        <translation>for %1</translation>
    </message>
    <message>
        <source>a rétabli tous ses signaux de prescription</source>
        <translation>showed all their prescribing signals again</translation>
    </message>
    <message>
        <source>a réduit ses signaux de prescription</source>
        <translation>reduced their prescribing signals</translation>
    </message>
    <message>
        <source>a enregistré sa signature manuscrite</source>
        <translation>saved their handwritten signature</translation>
    </message>
    <message>
        <source>a retiré sa signature manuscrite</source>
        <translation>removed their handwritten signature</translation>
    </message>
    <message>
        <source>a choisi quand sa signature manuscrite est apposée</source>
        <translation>chose when their handwritten signature is put on</translation>
    </message>
    <message>
        <source>a repris l’arrêt</source>
        <translation>took back the stop</translation>
    </message>
    <message>
        <source>a noté l’arrêt</source>
        <translation>noted the stop</translation>
    </message>
    <message>
        <source>%1 d’un traitement de l’ordonnance %2, ligne %3, %4</source>
        <translation>%1 of a treatment of prescription %2, line %3, %4</translation>
    </message>
    <message>
        <source>a noté l’usage de fond</source>
        <translation>recorded the long-term use</translation>
    </message>
    <message>
        <source>a noté l’usage ponctuel</source>
        <translation>recorded the short-term use</translation>
    </message>
    <message>
        <source>a effacé l’usage</source>
        <translation>cleared the use</translation>
    </message>
    <message>
        <source>fin prévue</source>
        <translation>planned end</translation>
    </message>
    <message>
        <source>inefficace</source>
        <translation>ineffective</translation>
    </message>
    <message>
        <source>effet indésirable</source>
        <translation>side effect</translation>
    </message>
    <message>
        <source>contre-indication, interaction</source>
        <translation>contra-indication, interaction</translation>
    </message>
    <message>
        <source>remplacé</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>souhait du patient</source>
        <translation>patient’s wish</translation>
    </message>
    <message>
        <source>autre</source>
        <translation>other</translation>
    </message>
</context>
<context>
    <name>Labs</name>
    <message>
        <source>Importer des résultats</source>
        <translation>Import results</translation>
    </message>
    <message>
        <source>Résultats (*.hpr *.hpm *.hprim *.hpr1 *.hpr2 *.xml *.pdf *.txt);;Tous les fichiers (*)</source>
        <translation>Results (*.hpr *.hpm *.hprim *.hpr1 *.hpr2 *.xml *.pdf *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Lecture des résultats…</source>
        <translation>Reading the results…</translation>
    </message>
    <message numerus="yes">
        <source>Et %n autre(s) fichier(s) refusé(s).</source>
        <translation>
            <numerusform>And %n other file refused.</numerusform>
            <numerusform>And %n other files refused.</numerusform>
        </translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>bas</source>
        <translation>low</translation>
    </message>
    <message>
        <source>haut</source>
        <translation>high</translation>
    </message>
    <message>
        <source>très bas</source>
        <translation>very low</translation>
    </message>
    <message>
        <source>très haut</source>
        <translation>very high</translation>
    </message>
    <message>
        <source>anormal</source>
        <translation>abnormal</translation>
    </message>
    <message>
        <source>sensible</source>
        <translation>susceptible</translation>
    </message>
    <message>
        <source>intermédiaire</source>
        <translation>intermediate</translation>
    </message>
    <message>
        <source>résistant</source>
        <translation>resistant</translation>
    </message>
    <message>
        <source>fichier coupé, la fin manque</source>
        <translation>file cut short, its end is missing</translation>
    </message>
    <message>
        <source>le fichier annonce un autre nombre de lignes</source>
        <translation>the file announces another number of lines</translation>
    </message>
    <message>
        <source>le fichier annonce un autre nombre de patients</source>
        <translation>the file announces another number of patients</translation>
    </message>
    <message>
        <source>accents peut-être mal lus</source>
        <translation>accents perhaps wrongly read</translation>
    </message>
    <message>
        <source>une donnée n’a pas été comprise, lire le texte</source>
        <translation>something was not understood, read the text</translation>
    </message>
    <message>
        <source>un fichier joint manque ou ne se lit pas</source>
        <translation>a joined file is missing or cannot be read</translation>
    </message>
    <message>
        <source>une ligne n’a pas été comprise, lire le texte</source>
        <translation>a line was not understood, read the text</translation>
    </message>
    <message>
        <source>le texte donne un autre nombre</source>
        <translation>the text gives another number</translation>
    </message>
    <message>
        <source>valeurs de référence douteuses</source>
        <translation>doubtful reference values</translation>
    </message>
    <message>
        <source>l’indicateur du laboratoire contredit ses valeurs de référence</source>
        <translation>the laboratory&apos;s flag contradicts its reference values</translation>
    </message>
    <message>
        <source>indicateur du laboratoire inconnu</source>
        <translation>unknown flag of the laboratory</translation>
    </message>
    <message>
        <source>unité inconnue, non convertie</source>
        <translation>unknown unit, not converted</translation>
    </message>
    <message>
        <source>milliers ou décimales, à lire comme écrit</source>
        <translation>thousands or decimals, to be read as written</translation>
    </message>
    <message>
        <source>code d’analyse faux, non relié aux autres résultats</source>
        <translation>wrong code of the analysis, not joined to other results</translation>
    </message>
    <message>
        <source>provisoire</source>
        <translation>preliminary</translation>
    </message>
    <message>
        <source>corrigé</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>en attente</source>
        <translation>pending</translation>
    </message>
    <message>
        <source>aucun dossier ne correspond</source>
        <translation>no record matches</translation>
    </message>
    <message>
        <source>identité de test</source>
        <translation>test identity</translation>
    </message>
    <message>
        <source>retiré d’un dossier</source>
        <translation>taken out of a record</translation>
    </message>
    <message>
        <source>même INS</source>
        <translation>same INS</translation>
    </message>
    <message>
        <source>ancien INS</source>
        <translation>former INS</translation>
    </message>
    <message>
        <source>même numéro, autre autorité</source>
        <translation>same number, other authority</translation>
    </message>
    <message>
        <source>notre numéro de dossier</source>
        <translation>our record number</translation>
    </message>
    <message>
        <source>traits proches</source>
        <translation>close traits</translation>
    </message>
    <message>
        <source>traits différents</source>
        <translation>different traits</translation>
    </message>
    <message>
        <source>identité non qualifiée</source>
        <translation>identity not qualified</translation>
    </message>
    <message>
        <source>homonyme</source>
        <translation>homonym</translation>
    </message>
    <message>
        <source>identité douteuse</source>
        <translation>doubtful identity</translation>
    </message>
    <message>
        <source>identité fictive</source>
        <translation>fictive identity</translation>
    </message>
    <message>
        <source>dossier archivé</source>
        <translation>archived record</translation>
    </message>
    <message>
        <source>autre INS au dossier</source>
        <translation>another INS in the record</translation>
    </message>
    <message>
        <source>plusieurs INS</source>
        <translation>several INS</translation>
    </message>
    <message>
        <source>sans INS</source>
        <translation>without INS</translation>
    </message>
    <message>
        <source>Biologie du %1</source>
        <translation>Laboratory results of %1</translation>
    </message>
    <message>
        <source>Biologie sans date</source>
        <translation>Laboratory results without date</translation>
    </message>
    <message>
        <source>référence %1</source>
        <translation>reference %1</translation>
    </message>
    <message numerus="yes">
        <source>%n compte(s) rendu(s) rangé(s)</source>
        <translation>
            <numerusform>%n report filed</numerusform>
            <numerusform>%n reports filed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n compte(s) rendu(s) dont le patient est à choisir</source>
        <translation>
            <numerusform>%n report whose patient is to be chosen</numerusform>
            <numerusform>%n reports whose patient is to be chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n compte(s) rendu(s) déjà reçu(s)</source>
        <translation>
            <numerusform>%n report received before</numerusform>
            <numerusform>%n reports received before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>NS %1</source>
        <translation>No subst. %1</translation>
    </message>
    <message>
        <source>Non substituable, %1</source>
        <translation>Not substitutable, %1</translation>
    </message>
    <message>
        <source>hors AMM</source>
        <translation>off-label</translation>
    </message>
    <message>
        <source>Hors autorisation de mise sur le marché, non remboursable</source>
        <translation>Outside the marketing authorisation, not reimbursed</translation>
    </message>
    <message>
        <source>NR</source>
        <translation>NR</translation>
    </message>
    <message>
        <source>Non remboursable</source>
        <translation>Not reimbursed</translation>
    </message>
    <message>
        <source>AT/MP</source>
        <translation>Work injury</translation>
    </message>
    <message>
        <source>En rapport avec un accident du travail ou une maladie professionnelle</source>
        <translation>Related to a work injury or an occupational disease</translation>
    </message>
    <message>
        <source>prévention</source>
        <translation>prevention</translation>
    </message>
    <message>
        <source>Au titre de la prévention</source>
        <translation>For prevention</translation>
    </message>
    <message>
        <source>en une fois</source>
        <translation>all at once</translation>
    </message>
    <message>
        <source>Délivrance en une seule fois</source>
        <translation>Dispensed all at once</translation>
    </message>
    <message>
        <source>chevauchement</source>
        <translation>overlap</translation>
    </message>
    <message>
        <source>Chevauchement autorisé avec l’ordonnance précédente</source>
        <translation>Overlap with the previous prescription allowed</translation>
    </message>
    <message>
        <source>dès le %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>À commencer le %1</source>
        <translation>To begin on %1</translation>
    </message>
    <message>
        <source>sécurisée</source>
        <translation>secured</translation>
    </message>
    <message>
        <source>Sur ordonnance sécurisée</source>
        <translation>On the secured form</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>exception</translation>
    </message>
    <message>
        <source>Sur ordonnance de médicaments d’exception</source>
        <translation>On the form of médicaments d’exception</translation>
    </message>
    <message>
        <source>à renouveler %1 fois</source>
        <translation>to be renewed %1 times</translation>
    </message>
    <message>
        <source>À renouveler %1 fois</source>
        <translation>To be renewed %1 times</translation>
    </message>
    <message>
        <source>MTE : marge thérapeutique étroite</source>
        <translation>MTE: narrow therapeutic margin</translation>
    </message>
    <message>
        <source>EFG : enfant, forme galénique inadaptée</source>
        <translation>EFG: child, dosage form not adapted</translation>
    </message>
    <message>
        <source>CIF : contre-indication formelle à un excipient</source>
        <translation>CIF: formal contra-indication to an excipient</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>PA</source>
        <translation>BP</translation>
    </message>
    <message>
        <source>FC</source>
        <translation>HR</translation>
    </message>
    <message>
        <source>T°</source>
        <translation>Temp.</translation>
    </message>
    <message>
        <source>FR</source>
        <translation>RR</translation>
    </message>
    <message>
        <source>PC</source>
        <translation>HC</translation>
    </message>
    <message>
        <source>Glycémie</source>
        <translation>Glucose</translation>
    </message>
    <message>
        <source>Dernière valeur : %1 %2, le %3</source>
        <translation>Last value: %1 %2, on %3</translation>
    </message>
    <message>
        <source>IMC</source>
        <translation>BMI</translation>
    </message>
    <message>
        <source>IMC : poids sur taille au carré. %1, %2.</source>
        <translation>BMI: weight over height squared. %1, %2.</translation>
    </message>
    <message>
        <source>IMC %1</source>
        <translation>IMC %1</translation>
    </message>
    <message numerus="yes">
        <source>%n an(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message>
        <source>femme</source>
        <translation>woman</translation>
    </message>
    <message>
        <source>homme</source>
        <translation>man</translation>
    </message>
    <message>
        <source>CKD-EPI 2021 : %1</source>
        <translation>CKD-EPI 2021: %1</translation>
    </message>
    <message>
        <source>, Cockcroft-Gault : %1 mL/min</source>
        <translation>, Cockcroft-Gault: %1 mL/min</translation>
    </message>
    <message>
        <source>DFG</source>
        <translation>eGFR</translation>
    </message>
    <message>
        <source>CKD-EPI 2009 : %1 mL/min/1,73 m². %2. Calculé de : %3.</source>
        <translation>CKD-EPI 2009: %1 mL/min/1.73 m². %2. Computed from: %3.</translation>
    </message>
    <message>
        <source>DFG %1 (CKD-EPI 2009)</source>
        <translation>DFG %1 (CKD-EPI 2009)</translation>
    </message>
    <message>
        <source>Terme</source>
        <translation>Term</translation>
    </message>
</context>
<context>
    <name>MergeTable</name>
    <message>
        <source>Nom de naissance</source>
        <translation>Birth surname</translation>
    </message>
    <message>
        <source>Prénoms de naissance</source>
        <translation>Birth given names</translation>
    </message>
    <message>
        <source>Date de naissance</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Sexe</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Lieu de naissance</source>
        <translation>Birthplace</translation>
    </message>
    <message>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Matricule INS</source>
        <translation>INS matricule</translation>
    </message>
    <message>
        <source>Masculin</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Féminin</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Indéterminé</source>
        <translation>Indeterminate</translation>
    </message>
    <message>
        <source>Nom utilisé</source>
        <translation>Used surname</translation>
    </message>
    <message>
        <source>Prénom utilisé</source>
        <translation>Used given name</translation>
    </message>
    <message>
        <source>Téléphones</source>
        <translation>Telephones</translation>
    </message>
    <message>
        <source>Courriel</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Médecin traitant</source>
        <translation>Médecin traitant</translation>
    </message>
    <message>
        <source>Décédé le</source>
        <translation>Deceased on</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Identité qualifiée.</source>
        <translation>Qualified identity.</translation>
    </message>
    <message>
        <source>Identité validée. Interroger INSi pour la qualifier.</source>
        <translation>Validated identity. Ask INSi to qualify it.</translation>
    </message>
    <message>
        <source>Identité récupérée. Choisir la pièce présentée pour la qualifier.</source>
        <translation>Retrieved identity. Choose the document presented to qualify it.</translation>
    </message>
    <message>
        <source>Interroger INSi, ou choisir la pièce présentée.</source>
        <translation>Ask INSi, or choose the document presented.</translation>
    </message>
    <message>
        <source>%1 : contrôle le %2 par %3.</source>
        <translation>%1: checked on %2 by %3.</translation>
    </message>
    <message>
        <source>Contrôle le %1 par %2.</source>
        <translation>Checked on %1 by %2.</translation>
    </message>
    <message>
        <source>INSi connaît cette personne : %1.</source>
        <translation>INSi knows this person: %1.</translation>
    </message>
    <message>
        <source>Accepter ses traits, ou contrôler d’abord une pièce pour qualifier.</source>
        <translation>Accept its traits, or check a document first to qualify.</translation>
    </message>
    <message>
        <source>La pièce et l’identité ne concordent pas.</source>
        <translation>The document and the identity do not agree.</translation>
    </message>
    <message>
        <source>Ne pas qualifier : signaler l’écart, corriger le dossier, ou douter.</source>
        <translation>Do not qualify: report the difference, correct the record, or mark as doubtful.</translation>
    </message>
    <message>
        <source>« Signaler un écart » en garde la trace.</source>
        <translation>“Report a difference” keeps a trace of it.</translation>
    </message>
    <message>
        <source>Lire la pièce, saisir ses traits, ou comparer à l’œil.</source>
        <translation>Read the document, type its traits, or compare by eye.</translation>
    </message>
    <message>
        <source>La lecture de la pièce est fausse.</source>
        <translation>The document was misread.</translation>
    </message>
    <message>
        <source>La relire, saisir ses traits, ou comparer à l’œil.</source>
        <translation>Read it again, type its traits, or compare by eye.</translation>
    </message>
    <message>
        <source>Comparer les 5 traits avec la pièce, de vos yeux.</source>
        <translation>Compare the 5 traits with the document yourself.</translation>
    </message>
    <message>
        <source>Les traits concordent : l’identité peut être qualifiée.</source>
        <translation>The traits agree: the identity can be qualified.</translation>
    </message>
    <message>
        <source>Les traits concordent : l’identité peut être validée.</source>
        <translation>The traits agree: the identity can be validated.</translation>
    </message>
    <message>
        <source>Pièce périmée depuis le %1.</source>
        <translation>Document expired since %1.</translation>
    </message>
    <message>
        <source>Il vous reste à confirmer la photo.</source>
        <translation>The photo remains to be confirmed.</translation>
    </message>
    <message>
        <source>INSi et le dossier ne disent pas la même personne.</source>
        <translation>INSi and the record do not tell the same person.</translation>
    </message>
    <message>
        <source>Corriger le dossier (page Administratif), puis interroger à nouveau.</source>
        <translation>Correct the record (Administrative page), then ask again.</translation>
    </message>
</context>
<context>
    <name>PaletteCommands</name>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>Médicaments</source>
        <translation>Drugs</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Ordonnances</source>
        <translation>Prescriptions</translation>
    </message>
    <message>
        <source>Ordonnances sécurisées</source>
        <translation>Secured prescriptions</translation>
    </message>
    <message>
        <source>Médicaments d’exception</source>
        <translation>Exception drugs</translation>
    </message>
    <message>
        <source>Demandes</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Courriers et certificats</source>
        <translation>Letters and certificates</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Autres documents</source>
        <translation>Other documents</translation>
    </message>
</context>
<context>
    <name>PdfOut</name>
    <message>
        <source>Enregistrer le document</source>
        <translation>Save the document</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Prevention</name>
    <message>
        <source>date inconnue</source>
        <translation>unknown date</translation>
    </message>
    <message>
        <source>jamais noté</source>
        <translation>never noted</translation>
    </message>
    <message>
        <source>en retard, %1</source>
        <translation>overdue, %1</translation>
    </message>
    <message>
        <source>depuis le %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>à partir du %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>fait, %1</source>
        <translation>done, %1</translation>
    </message>
    <message>
        <source>fait</source>
        <translation>done</translation>
    </message>
    <message>
        <source>refusé le %1</source>
        <translation>declined on %1</translation>
    </message>
    <message>
        <source>non concerné</source>
        <translation>not concerned</translation>
    </message>
    <message>
        <source>dose %1 sur %2</source>
        <translation>dose %1 of %2</translation>
    </message>
    <message>
        <source>Vaccinations</source>
        <translation>Vaccinations</translation>
    </message>
    <message>
        <source>Examens</source>
        <translation>Examinations</translation>
    </message>
    <message>
        <source>Dépistages</source>
        <translation>Screenings</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>« %1 » introuvable</source>
        <translation>“%1” not found</translation>
    </message>
    <message>
        <source>bac « %1 » introuvable</source>
        <translation>tray “%1” not found</translation>
    </message>
    <message>
        <source> et </source>
        <translation> and </translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>pages %1 à %2</source>
        <translation>pages %1 to %2</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>%1, sécurisée</source>
        <translation>%1, secured</translation>
    </message>
    <message>
        <source>%1, exception</source>
        <translation>%1, exception</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Non imprimé : %1. Sorti : %2.</source>
        <translation>Not printed: %1. Out: %2.</translation>
    </message>
</context>
<context>
    <name>RecordWiring</name>
    <message numerus="yes">
        <source>Ordonnance, %n ligne(s)</source>
        <translation>
            <numerusform>Prescription, %n line</numerusform>
            <numerusform>Prescription, %n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>, annulée</source>
        <translation>, cancelled</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Clé de secours du cabinet</source>
        <translation>Recovery key of the practice</translation>
    </message>
    <message>
        <source>Créée le %1</source>
        <translation>Created on %1</translation>
    </message>
    <message>
        <source>Elle ouvre les données du cabinet quand plus personne ne le peut : mot de passe oublié, carte perdue, poste en panne.

Qui la possède peut tout lire. La garder hors du cabinet, sous clé : coffre, notaire, domicile.

Elle n’est enregistrée nulle part et ne peut pas être réimprimée.</source>
        <translation>It opens the data of the practice when nobody else can: password forgotten, card lost, workstation broken.

Whoever holds it can read everything. Keep it outside the practice, locked away: safe, notary, home.

It is stored nowhere and cannot be printed again.</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Médecin</source>
        <translation>Doctor</translation>
    </message>
    <message>
        <source>Remplaçant</source>
        <translation>Locum</translation>
    </message>
    <message>
        <source>Infirmier</source>
        <translation>Nurse</translation>
    </message>
    <message>
        <source>Secrétaire</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <source>Pharmacien</source>
        <translation>Pharmacist</translation>
    </message>
    <message>
        <source>Administrateur</source>
        <translation>Administrator</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>Faux services nationaux sur ce poste, pour essayer et pour tester. Personne de réel n’y figure.</source>
        <translation>Stand-ins of the national services on this post, to try and to test. Nobody real is in them.</translation>
    </message>
    <message>
        <source>PORT</source>
        <translation>PORT</translation>
    </message>
    <message>
        <source>INSi, avec un certificat d’organisation.</source>
        <translation>INSi, with an organisation’s certificate.</translation>
    </message>
    <message>
        <source>INSi, avec l’assertion d’une carte (par défaut : libre).</source>
        <translation>INSi, with a card’s assertion (by default: any free port).</translation>
    </message>
    <message>
        <source>Pannes et lenteurs à la demande, en HTTP.</source>
        <translation>Faults and latency on demand, by HTTP.</translation>
    </message>
    <message>
        <source>Où écrire certificats et configuration d’un client.</source>
        <translation>Where to write a client’s certificates and configuration.</translation>
    </message>
    <message>
        <source>DOSSIER</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>Nombre de personnes inventées (par défaut : 10000).</source>
        <translation>Number of made-up persons (by default: 10000).</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Seul numéro d’autorisation connu (par défaut : tous).</source>
        <translation>The only authorisation number known (by default: any).</translation>
    </message>
    <message>
        <source>NUMERO</source>
        <translation>NUMBER</translation>
    </message>
    <message>
        <source>Comportement de départ : silent, closed, cut, html, other-person, other-writing, slow/MS, fault/SIRAM/CODE.</source>
        <translation>Behaviour at the start: silent, closed, cut, html, other-person, other-writing, slow/MS, fault/SIRAM/CODE.</translation>
    </message>
    <message>
        <source>NOM</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Répondre comme l’environnement de test des éditeurs : OID réels, sans marque de simulation.</source>
        <translation>Answer as the editors’ test environment does: real OIDs, no mark of simulation.</translation>
    </message>
    <message>
        <source>INSi (certificat) : %1</source>
        <translation>INSi (certificate): %1</translation>
    </message>
    <message>
        <source>INSi (carte) : %1</source>
        <translation>INSi (card): %1</translation>
    </message>
    <message>
        <source>Commande : http://127.0.0.1:%1/insi</source>
        <translation>Control: http://127.0.0.1:%1/insi</translation>
    </message>
    <message>
        <source>Lecteur de carte Vitale (par défaut : libre).</source>
        <translation>Reader of cartes Vitale (by default: a free one).</translation>
    </message>
    <message>
        <source>Carte Vitale insérée au départ : famille, seul, appli.</source>
        <translation>Carte Vitale that is in at the start: famille, seul, appli.</translation>
    </message>
    <message>
        <source>Lecteur de carte Vitale : 127.0.0.1:%1</source>
        <translation>Reader of cartes Vitale: 127.0.0.1:%1</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Interrogatoire</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Examen</source>
        <translation>Examination</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Conduite</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Introuvable.</source>
        <translation>Not found.</translation>
    </message>
    <message>
        <source>Modifié entre-temps. Relire, puis recommencer.</source>
        <translation>Changed meanwhile. Read again, then start over.</translation>
    </message>
    <message>
        <source>Cette saisie ne peut pas être acceptée.</source>
        <translation>This entry cannot be accepted.</translation>
    </message>
    <message>
        <source>Refusé.</source>
        <translation>Refused.</translation>
    </message>
    <message>
        <source>Indisponible pour le moment. Réessayer.</source>
        <translation>Unavailable for now. Try again.</translation>
    </message>
    <message>
        <source>Pas de réponse à temps. Réessayer.</source>
        <translation>No answer in time. Try again.</translation>
    </message>
    <message>
        <source>Données endommagées. Rien n’a été modifié.</source>
        <translation>Damaged data. Nothing was changed.</translation>
    </message>
    <message>
        <source>Arrêté à votre demande. Rien n’a été modifié.</source>
        <translation>Stopped at your request. Nothing was changed.</translation>
    </message>
    <message>
        <source>Votre rôle ne permet pas le bris de glace.</source>
        <translation>Your role does not allow emergency access.</translation>
    </message>
    <message>
        <source>Votre rôle ne permet pas cet acte.</source>
        <translation>Your role does not allow this act.</translation>
    </message>
    <message>
        <source>Motif trop court. L’écrire en une phrase, dix caractères au moins.</source>
        <translation>Reason too short. Write it in one sentence, ten characters at least.</translation>
    </message>
    <message>
        <source>Ce compte est fermé. Voir qui gère les comptes du cabinet.</source>
        <translation>This account is closed. Ask whoever manages the accounts of the practice.</translation>
    </message>
    <message>
        <source>Il faut au moins une personne qui gère les comptes. En désigner une autre d’abord.</source>
        <translation>At least one person must manage the accounts. Appoint another first.</translation>
    </message>
    <message>
        <source>Cet identifiant est déjà pris. En choisir un autre.</source>
        <translation>This login is taken. Choose another.</translation>
    </message>
    <message>
        <source>Nom et prénom sont nécessaires.</source>
        <translation>Surname and given name are required.</translation>
    </message>
    <message>
        <source>Un prescripteur a besoin de son numéro RPPS.</source>
        <translation>A prescriber needs their RPPS number.</translation>
    </message>
    <message>
        <source>Identifiant inconnu dans ce cabinet.</source>
        <translation>Unknown login in this practice.</translation>
    </message>
    <message>
        <source>Import arrêté. La base du médicament n’a pas changé.</source>
        <translation>Import stopped. The drug base has not changed.</translation>
    </message>
    <message>
        <source>Fichier du médicament illisible (%1) : les colonnes ne sont pas celles attendues. Rien n’a été importé.</source>
        <translation>Unreadable drug file (%1): the columns are not the expected ones. Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du médicament vide (%1). Le télécharger à nouveau. Rien n’a été importé.</source>
        <translation>Empty drug file (%1). Download it again. Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du médicament illisible (%1) : ce n’est pas du texte, ou son codage est inconnu. Rien n’a été importé.</source>
        <translation>Unreadable drug file (%1): it is not text, or its encoding is unknown. Nothing was imported.</translation>
    </message>
    <message>
        <source>Il manque un fichier de la base du médicament (%1). Rien n’a été importé.</source>
        <translation>A file of the drug base is missing (%1). Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du médicament trop court (%1). Le télécharger à nouveau. Rien n’a été importé.</source>
        <translation>Drug file too short (%1). Download it again. Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du médicament trop gros (%1). Rien n’a été importé.</source>
        <translation>Drug file too large (%1). Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du médicament coupé (%1). Le télécharger à nouveau. Rien n’a été importé.</source>
        <translation>Drug file cut short (%1). Download it again. Nothing was imported.</translation>
    </message>
    <message>
        <source>Ce fichier (%1) n’est pas de la base du médicament.</source>
        <translation>This file (%1) is not part of the drug base.</translation>
    </message>
    <message>
        <source>Fichier du médicament illisible (%1). Vérifier le dossier. Rien n’a été importé.</source>
        <translation>Unreadable drug file (%1). Check the folder. Nothing was imported.</translation>
    </message>
    <message>
        <source>Date de naissance dans l’avenir. La corriger.</source>
        <translation>Birth date in the future. Correct it.</translation>
    </message>
    <message>
        <source>Il faut au moins l’année de naissance.</source>
        <translation>The year of birth at least is required.</translation>
    </message>
    <message>
        <source>Code de lieu de naissance inconnu : cinq caractères, comme 63113 ou 99100.</source>
        <translation>Unknown birthplace code: five characters, such as 63113 or 99100.</translation>
    </message>
    <message>
        <source>Carte illisible : son certificat est endommagé.</source>
        <translation>Unreadable card: its certificate is damaged.</translation>
    </message>
    <message>
        <source>Lecteur de carte arrêté. Remettre la carte.</source>
        <translation>Card reader stopped. Insert the card again.</translation>
    </message>
    <message>
        <source>Carte expirée. Demander son renouvellement.</source>
        <translation>Card expired. Ask for its renewal.</translation>
    </message>
    <message>
        <source>La carte ne répond plus. La retirer, puis la remettre.</source>
        <translation>The card no longer answers. Remove it, then insert it again.</translation>
    </message>
    <message>
        <source>Cette carte n’a pas de clé utilisable.</source>
        <translation>This card has no usable key.</translation>
    </message>
    <message>
        <source>Logiciel de lecture des cartes absent. L’installer, ou entrer avec le mot de passe.</source>
        <translation>Card reading software missing. Install it, or sign in with the password.</translation>
    </message>
    <message>
        <source>Carte sans certificat. Entrer avec le mot de passe.</source>
        <translation>Card without a certificate. Sign in with the password.</translation>
    </message>
    <message>
        <source>Pas de carte dans le lecteur.</source>
        <translation>No card in the reader.</translation>
    </message>
    <message>
        <source>Saisie du code abandonnée.</source>
        <translation>Code entry abandoned.</translation>
    </message>
    <message>
        <source>Le code de la carte doit être changé avant de servir.</source>
        <translation>The code of the card must be changed before use.</translation>
    </message>
    <message>
        <source>Code faux. Il reste 1 essai avant le blocage de la carte.</source>
        <translation>Wrong code. 1 try left before the card is blocked.</translation>
    </message>
    <message>
        <source>Carte bloquée après trop de codes faux. La débloquer, ou entrer avec le mot de passe.</source>
        <translation>Card blocked after too many wrong codes. Unblock it, or sign in with the password.</translation>
    </message>
    <message>
        <source>Code faux. Il reste peu d’essais avant le blocage de la carte.</source>
        <translation>Wrong code. Few tries left before the card is blocked.</translation>
    </message>
    <message>
        <source>Le code a 4 chiffres.</source>
        <translation>The code has 4 digits.</translation>
    </message>
    <message>
        <source>Code faux.</source>
        <translation>Wrong code.</translation>
    </message>
    <message>
        <source>Carte retirée.</source>
        <translation>Card removed.</translation>
    </message>
    <message>
        <source>Cette carte est à enregistrer de nouveau.</source>
        <translation>This card must be registered again.</translation>
    </message>
    <message>
        <source>La carte ne répond pas. La retirer, puis la remettre.</source>
        <translation>The card does not answer. Remove it, then insert it again.</translation>
    </message>
    <message>
        <source>Le cabinet a déjà son certificat.</source>
        <translation>The practice already has its certificate.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas un certificat.</source>
        <translation>This file is not a certificate.</translation>
    </message>
    <message>
        <source>Ce certificat n’est pas de l’émetteur annoncé.</source>
        <translation>This certificate is not from the stated issuer.</translation>
    </message>
    <message>
        <source>Nom trop long ou absent pour un certificat.</source>
        <translation>Name too long or missing for a certificate.</translation>
    </message>
    <message>
        <source>Le cabinet n’a pas de certificat : il ne peut pas signer.</source>
        <translation>The practice has no certificate: it cannot sign.</translation>
    </message>
    <message>
        <source>Période de validité impossible.</source>
        <translation>Impossible validity period.</translation>
    </message>
    <message>
        <source>Ordonnance non authentique : le code a été modifié.</source>
        <translation>Ordonnance not authentic: the code was modified.</translation>
    </message>
    <message>
        <source>Code abîmé ou incomplet. Le scanner à nouveau.</source>
        <translation>Damaged or incomplete code. Scan it again.</translation>
    </message>
    <message>
        <source>Non authentifiable : le certificat du cabinet n’était pas valable à cette date.</source>
        <translation>Cannot be authenticated: the certificate of the practice was not valid on that date.</translation>
    </message>
    <message>
        <source>Ce code n’est pas celui d’une ordonnance Ambroise.</source>
        <translation>This code is not that of an Ambroise ordonnance.</translation>
    </message>
    <message>
        <source>Code d’une version plus récente. Mettre Ambroise à jour.</source>
        <translation>Code of a later version. Update Ambroise.</translation>
    </message>
    <message>
        <source>Aucun code trouvé. Cadrer le code entier, à plat et bien éclairé.</source>
        <translation>No code found. Frame the whole code, flat and well lit.</translation>
    </message>
    <message>
        <source>Ordonnance non authentique : son contenu n’est pas celui qui a été signé.</source>
        <translation>Ordonnance not authentic: its content is not what was signed.</translation>
    </message>
    <message>
        <source>Non authentique : le certificat de ce cabinet a été révoqué.</source>
        <translation>Not authentic: the certificate of this practice was revoked.</translation>
    </message>
    <message>
        <source>Recherche du code arrêtée.</source>
        <translation>Search for the code stopped.</translation>
    </message>
    <message>
        <source>Non authentifiable : ce cabinet est inconnu ici. Ajouter son certificat dans Réglages.</source>
        <translation>Cannot be authenticated: this practice is unknown here. Add its certificate in Settings.</translation>
    </message>
    <message>
        <source>Caractère inattendu dans ce code.</source>
        <translation>Unexpected character in this code.</translation>
    </message>
    <message>
        <source>Ce code est incomplet.</source>
        <translation>This code is incomplete.</translation>
    </message>
    <message>
        <source>Cette date n’existe pas.</source>
        <translation>This date does not exist.</translation>
    </message>
    <message>
        <source>Date absente.</source>
        <translation>Date missing.</translation>
    </message>
    <message>
        <source>Date illisible. L’écrire comme 14/03/1958.</source>
        <translation>Unreadable date. Write it as 14/03/1958.</translation>
    </message>
    <message>
        <source>Nombre de boîtes à préciser.</source>
        <translation>Number of boxes to be specified.</translation>
    </message>
    <message>
        <source>Cette ligne est déjà entièrement délivrée.</source>
        <translation>This line is already fully dispensed.</translation>
    </message>
    <message>
        <source>Rien à enregistrer : aucune ligne n’a été traitée.</source>
        <translation>Nothing to record: no line was handled.</translation>
    </message>
    <message>
        <source>Cette ligne n’est pas sur l’ordonnance.</source>
        <translation>This line is not on the ordonnance.</translation>
    </message>
    <message>
        <source>Une autre délivrance vient d’être enregistrée. Relire l’ordonnance avant de continuer.</source>
        <translation>Another dispensation was just recorded. Read the ordonnance again before going on.</translation>
    </message>
    <message>
        <source>Motif nécessaire pour ne pas délivrer.</source>
        <translation>Reason required for not dispensing.</translation>
    </message>
    <message>
        <source>Déjà enregistré : cette délivrance ne l’est pas deux fois.</source>
        <translation>Already recorded: this dispensation is not recorded twice.</translation>
    </message>
    <message>
        <source>Code CIP inattendu : 13 chiffres.</source>
        <translation>Unexpected CIP code: 13 digits.</translation>
    </message>
    <message>
        <source>Code CIP faux : sa clé ne correspond pas. Le scanner à nouveau.</source>
        <translation>Wrong CIP code: its key does not match. Scan it again.</translation>
    </message>
    <message>
        <source>Code CIS inattendu : 8 chiffres.</source>
        <translation>Unexpected CIS code: 8 digits.</translation>
    </message>
    <message>
        <source>Médicament inconnu de la base importée.</source>
        <translation>Drug unknown in the imported base.</translation>
    </message>
    <message>
        <source>Adresse électronique illisible.</source>
        <translation>Unreadable email address.</translation>
    </message>
    <message>
        <source>Date nécessaire.</source>
        <translation>Date required.</translation>
    </message>
    <message>
        <source>Texte trop long.</source>
        <translation>Text too long.</translation>
    </message>
    <message>
        <source>Titre nécessaire.</source>
        <translation>Title required.</translation>
    </message>
    <message>
        <source>Fichier vide.</source>
        <translation>Empty file.</translation>
    </message>
    <message>
        <source>Fichier introuvable.</source>
        <translation>File not found.</translation>
    </message>
    <message>
        <source>Fichier trop gros.</source>
        <translation>File too large.</translation>
    </message>
    <message>
        <source>Fichier illisible : c’est un dossier, ou son accès est refusé.</source>
        <translation>Unreadable file: it is a folder, or access to it is refused.</translation>
    </message>
    <message>
        <source>La base publique du médicament est déjà importée : elle en sait plus.</source>
        <translation>The public drug base is already imported: it knows more.</translation>
    </message>
    <message>
        <source>Ces attributs d’identité ne vont pas ensemble.</source>
        <translation>These identity attributes do not go together.</translation>
    </message>
    <message>
        <source>Le premier prénom doit commencer la liste des prénoms.</source>
        <translation>The first given name must begin the list of given names.</translation>
    </message>
    <message>
        <source>INS et statut de l’identité ne vont pas ensemble.</source>
        <translation>INS and identity status do not go together.</translation>
    </message>
    <message>
        <source>Sexe nécessaire.</source>
        <translation>Sex required.</translation>
    </message>
    <message>
        <source>Image vide.</source>
        <translation>Empty image.</translation>
    </message>
    <message>
        <source>Image trop grande. La prendre à nouveau, à moins de 64 mégapixels.</source>
        <translation>Image too large. Take it again, under 64 megapixels.</translation>
    </message>
    <message>
        <source>Image illisible ou abîmée.</source>
        <translation>Unreadable or damaged image.</translation>
    </message>
    <message>
        <source>Numéro faux : la clé ne correspond pas. Le relire sur la pièce.</source>
        <translation>Wrong number: the key does not match. Read it again on the document.</translation>
    </message>
    <message>
        <source>Numéro illisible : 15 caractères, comme 2 58 03 63 113 981 55.</source>
        <translation>Unreadable number: 15 characters, such as 2 58 03 63 113 981 55.</translation>
    </message>
    <message>
        <source>Numéro incomplet : il a 15 caractères.</source>
        <translation>Incomplete number: it has 15 characters.</translation>
    </message>
    <message>
        <source>Le journal des accès est endommagé : sa fin manque.</source>
        <translation>The access journal is damaged: its end is missing.</translation>
    </message>
    <message>
        <source>Vérification du journal arrêtée.</source>
        <translation>Check of the journal stopped.</translation>
    </message>
    <message>
        <source>Le fichier n’a pas pu être écrit. Vérifier la place et les droits du dossier.</source>
        <translation>The file could not be written. Check the space and the rights of the folder.</translation>
    </message>
    <message>
        <source>Mémoire insuffisante pour ouvrir la session. Fermer d’autres programmes.</source>
        <translation>Not enough memory to sign in. Close other programs.</translation>
    </message>
    <message>
        <source>Cette carte n’ouvre pas ce cabinet.</source>
        <translation>This card does not open this practice.</translation>
    </message>
    <message>
        <source>Le fichier des clés du cabinet est endommagé. Restaurer une sauvegarde.</source>
        <translation>The key file of the practice is damaged. Restore a backup.</translation>
    </message>
    <message>
        <source>C’est le dernier accès au cabinet : il ne peut pas être retiré.</source>
        <translation>This is the last access to the practice: it cannot be removed.</translation>
    </message>
    <message>
        <source>Le fichier des clés du cabinet manque. Restaurer une sauvegarde.</source>
        <translation>The key file of the practice is missing. Restore a backup.</translation>
    </message>
    <message>
        <source>Les clés de ce cabinet viennent d’une version plus récente. Mettre Ambroise à jour.</source>
        <translation>The keys of this practice come from a later version. Update Ambroise.</translation>
    </message>
    <message>
        <source>Identifiant ou mot de passe inexact.</source>
        <translation>Wrong login or password.</translation>
    </message>
    <message>
        <source>Cette clé de secours n’ouvre pas ce cabinet.</source>
        <translation>This recovery key does not open this practice.</translation>
    </message>
    <message>
        <source>Le fichier des clés du cabinet a été modifié. Restaurer une sauvegarde.</source>
        <translation>The key file of the practice was modified. Restore a backup.</translation>
    </message>
    <message>
        <source>Le fichier des clés n’a pas pu être écrit. Vérifier la place et les droits du dossier.</source>
        <translation>The key file could not be written. Check the space and the rights of the folder.</translation>
    </message>
    <message>
        <source>Durée ou nombre de boîtes à préciser (ligne %1).</source>
        <translation>Duration or number of boxes to be specified (line %1).</translation>
    </message>
    <message>
        <source>Durée de 1 à 366 jours, boîtes de 1 à 999 (ligne %1).</source>
        <translation>Duration from 1 to 366 days, boxes from 1 to 999 (line %1).</translation>
    </message>
    <message>
        <source>Une ligne de ce fichier est illisible.</source>
        <translation>A line of this file is unreadable.</translation>
    </message>
    <message>
        <source>Médicament à préciser (ligne %1).</source>
        <translation>Drug to be specified (line %1).</translation>
    </message>
    <message>
        <source>Posologie à préciser (ligne %1).</source>
        <translation>Dosage to be specified (line %1).</translation>
    </message>
    <message>
        <source>12 renouvellements au plus (ligne %1).</source>
        <translation>12 renewals at most (line %1).</translation>
    </message>
    <message>
        <source>Texte trop long (ligne %1).</source>
        <translation>Text too long (line %1).</translation>
    </message>
    <message>
        <source>Le dossier du cabinet n’accepte pas d’écriture. Vérifier la place et les droits.</source>
        <translation>The folder of the practice cannot be written. Check the space and the rights.</translation>
    </message>
    <message>
        <source>Identifiant de 2 à 40 lettres sans accent, chiffres, points ou tirets ; commencer par une lettre.</source>
        <translation>Login of 2 to 40 letters without accents, digits, dots or hyphens; begin with a letter.</translation>
    </message>
    <message>
        <source>Montant illisible.</source>
        <translation>Unreadable amount.</translation>
    </message>
    <message>
        <source>Caractère non admis dans un nom.</source>
        <translation>Character not allowed in a name.</translation>
    </message>
    <message>
        <source>Nom nécessaire.</source>
        <translation>Name required.</translation>
    </message>
    <message>
        <source>Numéro d’ordonnance faux. Le relire.</source>
        <translation>Wrong ordonnance number. Read it again.</translation>
    </message>
    <message>
        <source>Numéro d’ordonnance illisible : 18 caractères.</source>
        <translation>Unreadable ordonnance number: 18 characters.</translation>
    </message>
    <message>
        <source>Ordonnance annulée par le prescripteur.</source>
        <translation>Ordonnance cancelled by the prescriber.</translation>
    </message>
    <message>
        <source>Date de l’ordonnance nécessaire.</source>
        <translation>Date of the ordonnance required.</translation>
    </message>
    <message>
        <source>Aucune ligne à prescrire.</source>
        <translation>No line to prescribe.</translation>
    </message>
    <message>
        <source>Ordonnance périmée : elle a plus de douze mois.</source>
        <translation>Ordonnance out of date: it is more than twelve months old.</translation>
    </message>
    <message>
        <source>Ordonnance endommagée : son contenu est illisible.</source>
        <translation>Damaged ordonnance: its content is unreadable.</translation>
    </message>
    <message>
        <source>Date de signature dans l’avenir. Vérifier l’heure du poste.</source>
        <translation>Signature date in the future. Check the clock of the workstation.</translation>
    </message>
    <message>
        <source>Ordonnance d’une version plus récente. Mettre Ambroise à jour.</source>
        <translation>Ordonnance of a later version. Update Ambroise.</translation>
    </message>
    <message>
        <source>Motif d’annulation nécessaire.</source>
        <translation>Reason for cancelling required.</translation>
    </message>
    <message>
        <source>100 lignes au plus par ordonnance.</source>
        <translation>100 lines at most in an ordonnance.</translation>
    </message>
    <message>
        <source>Ordonnance inconnue de ce cabinet.</source>
        <translation>Ordonnance unknown in this practice.</translation>
    </message>
    <message>
        <source>Mot de passe trop connu. En choisir un autre, par exemple quatre mots sans lien.</source>
        <translation>Password too well known. Choose another, for instance four unrelated words.</translation>
    </message>
    <message>
        <source>Le mot de passe ne doit pas contenir votre nom ni celui du cabinet.</source>
        <translation>The password must contain neither your name nor that of the practice.</translation>
    </message>
    <message>
        <source>Mot de passe trop répétitif.</source>
        <translation>Password too repetitive.</translation>
    </message>
    <message>
        <source>Mot de passe fait d’une suite connue. En choisir un autre.</source>
        <translation>Password made of a known sequence. Choose another.</translation>
    </message>
    <message>
        <source>12 caractères au moins. Une phrase convient très bien.</source>
        <translation>12 characters at least. A sentence does very well.</translation>
    </message>
    <message>
        <source>Date de naissance du patient nécessaire.</source>
        <translation>Birth date of the patient required.</translation>
    </message>
    <message>
        <source>Arrêté à votre demande. Rien n’a été ajouté.</source>
        <translation>Stopped at your request. Nothing was added.</translation>
    </message>
    <message>
        <source>Le dossier de ce patient est endommagé.</source>
        <translation>The record of this patient is damaged.</translation>
    </message>
    <message>
        <source>Date de décès antérieure à la naissance.</source>
        <translation>Date of death before birth.</translation>
    </message>
    <message>
        <source>Cet INS est déjà celui d’un autre dossier. Chercher le doublon.</source>
        <translation>This INS already belongs to another record. Look for the duplicate.</translation>
    </message>
    <message>
        <source>L’identité dans ce fichier est illisible.</source>
        <translation>The identity in this file is unreadable.</translation>
    </message>
    <message>
        <source>Dossier introuvable.</source>
        <translation>Record not found.</translation>
    </message>
    <message>
        <source>Nom et prénom du patient nécessaires.</source>
        <translation>Surname and given name of the patient required.</translation>
    </message>
    <message>
        <source>Sexe du patient nécessaire.</source>
        <translation>Sex of the patient required.</translation>
    </message>
    <message>
        <source>PDF illisible ou abîmé.</source>
        <translation>Unreadable or damaged PDF.</translation>
    </message>
    <message>
        <source>PDF protégé par un mot de passe : il ne peut pas être lu.</source>
        <translation>PDF protected by a password: it cannot be read.</translation>
    </message>
    <message>
        <source>Le PDF n’a pas pu être écrit. Vérifier la place et les droits du dossier.</source>
        <translation>The PDF could not be written. Check the space and the rights of the folder.</translation>
    </message>
    <message>
        <source>Numéro de téléphone illisible.</source>
        <translation>Unreadable phone number.</translation>
    </message>
    <message>
        <source>Numéro de téléphone incomplet.</source>
        <translation>Incomplete phone number.</translation>
    </message>
    <message>
        <source>Ce dossier contient déjà quelque chose. En choisir un vide.</source>
        <translation>This folder already holds something. Choose an empty one.</translation>
    </message>
    <message>
        <source>La description du cabinet est endommagée. Restaurer une sauvegarde.</source>
        <translation>The description of the practice is damaged. Restore a backup.</translation>
    </message>
    <message>
        <source>Pas de cabinet dans ce dossier.</source>
        <translation>No practice in this folder.</translation>
    </message>
    <message>
        <source>Nom du cabinet nécessaire.</source>
        <translation>Name of the practice required.</translation>
    </message>
    <message>
        <source>Ce cabinet vient d’une version plus récente. Mettre Ambroise à jour.</source>
        <translation>This practice comes from a later version. Update Ambroise.</translation>
    </message>
    <message>
        <source>Ce cabinet est déjà ouvert par un autre programme sur ce poste.</source>
        <translation>This practice is already open in another program on this workstation.</translation>
    </message>
    <message>
        <source>La fiche du cabinet manque.</source>
        <translation>The profile of the practice is missing.</translation>
    </message>
    <message>
        <source>L’adresse du serveur du cabinet est illisible. Restaurer une sauvegarde.</source>
        <translation>The address of the practice server is unreadable. Restore a backup.</translation>
    </message>
    <message>
        <source>Cette base du serveur contient déjà des données. En donner une vide.</source>
        <translation>This server database already holds data. Give an empty one.</translation>
    </message>
    <message>
        <source>Adresse du prescripteur nécessaire. La compléter dans Réglages, Cabinet.</source>
        <translation>Address of the prescriber required. Complete it in Settings, Practice.</translation>
    </message>
    <message>
        <source>Adresse électronique du prescripteur absente.</source>
        <translation>Email address of the prescriber missing.</translation>
    </message>
    <message>
        <source>Le prescripteur dans ce fichier est illisible.</source>
        <translation>The prescriber in this file is unreadable.</translation>
    </message>
    <message>
        <source>Nom du prescripteur nécessaire.</source>
        <translation>Name of the prescriber required.</translation>
    </message>
    <message>
        <source>Téléphone du prescripteur absent.</source>
        <translation>Phone of the prescriber missing.</translation>
    </message>
    <message>
        <source>Numéro RPPS du prescripteur nécessaire.</source>
        <translation>RPPS number of the prescriber required.</translation>
    </message>
    <message>
        <source>Spécialité du prescripteur absente.</source>
        <translation>Specialty of the prescriber missing.</translation>
    </message>
    <message>
        <source>Clé de secours inexacte : une lettre ou un chiffre est faux.</source>
        <translation>Wrong recovery key: a letter or a digit is false.</translation>
    </message>
    <message>
        <source>Clé de secours incomplète.</source>
        <translation>Incomplete recovery key.</translation>
    </message>
    <message>
        <source>Numéro RPPS illisible : 11 chiffres.</source>
        <translation>Unreadable RPPS number: 11 digits.</translation>
    </message>
    <message>
        <source>Certificat périmé à cette date.</source>
        <translation>Certificate out of date on that day.</translation>
    </message>
    <message>
        <source>Signature fausse.</source>
        <translation>False signature.</translation>
    </message>
    <message>
        <source>Certificat révoqué.</source>
        <translation>Certificate revoked.</translation>
    </message>
    <message>
        <source>Signataire inconnu ici.</source>
        <translation>Signatory unknown here.</translation>
    </message>
    <message>
        <source>Carte inconnue de ce cabinet. L’enregistrer dans Réglages, Comptes.</source>
        <translation>Card unknown in this practice. Register it in Settings, Accounts.</translation>
    </message>
    <message>
        <source>Trop d’essais. Attendre un peu, puis réessayer.</source>
        <translation>Too many tries. Wait a little, then try again.</translation>
    </message>
    <message>
        <source>Un autre poste écrit. Réessayer dans un instant.</source>
        <translation>Another workstation is writing. Try again in a moment.</translation>
    </message>
    <message>
        <source>Déjà enregistré.</source>
        <translation>Already recorded.</translation>
    </message>
    <message>
        <source>La copie de sécurité avant mise à jour a échoué. Libérer de la place, puis recommencer.</source>
        <translation>The safety copy before the update failed. Free some space, then start over.</translation>
    </message>
    <message>
        <source>Les données du cabinet sont endommagées. Restaurer une sauvegarde.</source>
        <translation>The data of the practice are damaged. Restore a backup.</translation>
    </message>
    <message>
        <source>Disque plein : rien n’a été enregistré. Libérer de la place, puis réessayer.</source>
        <translation>Disk full: nothing was saved. Free some space, then try again.</translation>
    </message>
    <message>
        <source>Les données du cabinet ne correspondent pas à cette version d’Ambroise.</source>
        <translation>The data of the practice do not match this version of Ambroise.</translation>
    </message>
    <message>
        <source>Les données du cabinet manquent. Restaurer une sauvegarde.</source>
        <translation>The data of the practice are missing. Restore a backup.</translation>
    </message>
    <message>
        <source>Les données du cabinet viennent d’une version plus récente. Mettre Ambroise à jour.</source>
        <translation>The data of the practice come from a later version. Update Ambroise.</translation>
    </message>
    <message>
        <source>Le chiffrement n’est pas disponible sur ce poste : rien ne s’ouvre sans lui. Réinstaller Ambroise.</source>
        <translation>Encryption is not available on this workstation: nothing opens without it. Reinstall Ambroise.</translation>
    </message>
    <message>
        <source>Les données du cabinet ne répondent pas. Vérifier le réseau ou le disque.</source>
        <translation>The data of the practice do not answer. Check the network or the disk.</translation>
    </message>
    <message>
        <source>Les données du cabinet sont endommagées ou d’un autre cabinet. Restaurer une sauvegarde.</source>
        <translation>The data of the practice are damaged or of another practice. Restore a backup.</translation>
    </message>
    <message>
        <source>Modifié entre-temps par une autre personne. Relire avant d’enregistrer.</source>
        <translation>Changed meanwhile by somebody else. Read again before saving.</translation>
    </message>
    <message>
        <source>Un autre certificat porte déjà ce numéro.</source>
        <translation>Another certificate already bears this number.</translation>
    </message>
    <message>
        <source>Document endommagé. Le reprendre dans une sauvegarde.</source>
        <translation>Damaged document. Take it from a backup.</translation>
    </message>
    <message>
        <source>Document manquant. Le reprendre dans une sauvegarde.</source>
        <translation>Missing document. Take it from a backup.</translation>
    </message>
    <message>
        <source>Mot de passe nécessaire : --password-file, AMBROISE_PASSWORD_FILE, ou un terminal.</source>
        <translation>Password required: --password-file, AMBROISE_PASSWORD_FILE, or a terminal.</translation>
    </message>
    <message>
        <source>Quel cabinet ? Donner --practice DOSSIER.</source>
        <translation>Which practice? Give --practice FOLDER.</translation>
    </message>
    <message>
        <source>Quel utilisateur ? Donner --user ou AMBROISE_USER.</source>
        <translation>Which user? Give --user or AMBROISE_USER.</translation>
    </message>
    <message>
        <source>Commande inattendue : %1. Voir --help.</source>
        <translation>Unexpected command: %1. See --help.</translation>
    </message>
    <message>
        <source>Fichier illisible ou introuvable : %1.</source>
        <translation>File unreadable or not found: %1.</translation>
    </message>
    <message>
        <source>Téléchargement impossible : %1. Vérifier le réseau, puis recommencer.</source>
        <translation>Download failed: %1. Check the network, then start over.</translation>
    </message>
    <message>
        <source>Référentiel inconnu : %1.</source>
        <translation>Unknown reference base: %1.</translation>
    </message>
    <message>
        <source>Rôle inconnu pour ce compte. Mettre Ambroise à jour, ou restaurer une sauvegarde.</source>
        <translation>Unknown role for this account. Update Ambroise, or restore a backup.</translation>
    </message>
    <message>
        <source>Le prescripteur exclut la substitution de cette ligne. Délivrer le médicament prescrit.</source>
        <translation>The prescriber rules out substitution for this line. Dispense the prescribed drug.</translation>
    </message>
    <message>
        <source>Cette boîte n’est pas celle de la ligne. Scanner le médicament prescrit, ou un générique de son groupe.</source>
        <translation>This box is not that of the line. Scan the prescribed drug, or a generic of its group.</translation>
    </message>
    <message>
        <source>Le registre des délivrances est endommagé. Restaurer une sauvegarde.</source>
        <translation>The dispensation register is damaged. Restore a backup.</translation>
    </message>
    <message>
        <source>Fichier chiffré illisible. Vérifier le disque et les droits du dossier.</source>
        <translation>Unreadable encrypted file. Check the disk and the rights of the folder.</translation>
    </message>
    <message>
        <source>Fichier chiffré incomplet. Restaurer une sauvegarde.</source>
        <translation>Incomplete encrypted file. Restore a backup.</translation>
    </message>
    <message>
        <source>Fichier chiffré endommagé ou modifié. Restaurer une sauvegarde.</source>
        <translation>Encrypted file damaged or modified. Restore a backup.</translation>
    </message>
    <message>
        <source>Fichier chiffré d’une version plus récente. Mettre Ambroise à jour.</source>
        <translation>Encrypted file of a later version. Update Ambroise.</translation>
    </message>
    <message>
        <source>Le fichier chiffré n’a pas pu être écrit. Vérifier la place et les droits du dossier.</source>
        <translation>The encrypted file could not be written. Check the space and the rights of the folder.</translation>
    </message>
    <message>
        <source>Le formulaire de démonstration est endommagé. Réinstaller Ambroise.</source>
        <translation>The demonstration formulary is damaged. Reinstall Ambroise.</translation>
    </message>
    <message>
        <source>Code de boîte faux : sa clé ne correspond pas. Le scanner à nouveau.</source>
        <translation>Wrong box code: its key does not match. Scan it again.</translation>
    </message>
    <message>
        <source>Date illisible dans le code de la boîte. La lire sur la boîte.</source>
        <translation>Unreadable date in the code of the box. Read it on the box.</translation>
    </message>
    <message>
        <source>Code de boîte sans produit lisible. Le scanner à nouveau.</source>
        <translation>Box code without a readable product. Scan it again.</translation>
    </message>
    <message>
        <source>Code de boîte illisible. Le scanner à nouveau.</source>
        <translation>Unreadable box code. Scan it again.</translation>
    </message>
    <message>
        <source>Code de boîte contradictoire : une donnée y est deux fois. Écarter cette boîte.</source>
        <translation>Contradictory box code: it holds one item twice. Set this box aside.</translation>
    </message>
    <message>
        <source>Fichier illisible pendant son contrôle. Vérifier le disque, puis recommencer.</source>
        <translation>File unreadable during its check. Check the disk, then start over.</translation>
    </message>
    <message>
        <source>Trop d’accès enregistrés dans ce cabinet. En retirer un d’abord.</source>
        <translation>Too many accesses registered in this practice. Remove one first.</translation>
    </message>
    <message>
        <source>Identifiant absent ou trop long. Le corriger.</source>
        <translation>Login missing or too long. Correct it.</translation>
    </message>
    <message>
        <source>Cet accès n’existe plus. Relire la liste des accès.</source>
        <translation>This access no longer exists. Read the list of accesses again.</translation>
    </message>
    <message>
        <source>Mot de passe trop long : 1024 caractères au plus.</source>
        <translation>Password too long: 1024 characters at most.</translation>
    </message>
    <message>
        <source>Cette date est à venir.</source>
        <translation>This date is in the future.</translation>
    </message>
    <message>
        <source>Cette carte est déjà enregistrée pour %1. La retirer d’abord de ce compte.</source>
        <translation>This card is already registered for %1. Remove it from that account first.</translation>
    </message>
    <message>
        <source>Numéro FINESS illisible : 9 chiffres, comme 750712184.</source>
        <translation>Unreadable FINESS number: 9 digits, such as 750712184.</translation>
    </message>
    <message>
        <source>Export du journal arrêté. Aucun fichier n’a été écrit.</source>
        <translation>Export of the journal stopped. No file was written.</translation>
    </message>
    <message>
        <source>Les accès du cabinet viennent de changer depuis un autre poste. Recommencer.</source>
        <translation>The practice&apos;s access has just been changed from another post. Try again.</translation>
    </message>
    <message>
        <source>Vos accès ont changé depuis un autre poste. Entrer à nouveau, avec le nouveau mot de passe.</source>
        <translation>Your access was changed from another post. Sign in again, with the new password.</translation>
    </message>
    <message>
        <source>Nom du poste nécessaire.</source>
        <translation>The workstation needs a name.</translation>
    </message>
    <message>
        <source>Les réglages du poste n’ont pas pu être enregistrés. Vérifier la place et les droits.</source>
        <translation>The settings of the workstation could not be saved. Check the free space and the permissions.</translation>
    </message>
    <message>
        <source>Ville nécessaire : elle est imprimée sur chaque ordonnance.</source>
        <translation>Town needed: it is printed on every ordonnance.</translation>
    </message>
    <message>
        <source>Ce cabinet est tout entier sur un poste. Pour en ajouter un autre, le mettre d’abord sur un serveur.</source>
        <translation>This practice is kept entirely on one post. To add another, first move it to a server.</translation>
    </message>
    <message>
        <source>Dossier à écrire en entier, comme /home/cabinet/ambroise.</source>
        <translation>Write the whole path of the folder, such as /home/cabinet/ambroise.</translation>
    </message>
    <message>
        <source>Code postal à écrire en 5 chiffres, comme 63000.</source>
        <translation>Write the postcode with 5 digits, such as 63000.</translation>
    </message>
    <message>
        <source>Adresse du serveur à écrire comme postgresql://utilisateur:motdepasse@serveur/cabinet.</source>
        <translation>Write the address of the server as postgresql://user:password@server/practice.</translation>
    </message>
    <message>
        <source>Le serveur ne répond pas. Vérifier son adresse, l’utilisateur et le mot de passe, puis réessayer.</source>
        <translation>The server does not answer. Check its address, the user and the password, then try again.</translation>
    </message>
    <message>
        <source>La création de ce cabinet a été interrompue. Le créer de nouveau, dans le même dossier.</source>
        <translation>The creation of this practice was interrupted. Create it again, in the same folder.</translation>
    </message>
    <message>
        <source>L’impression n’a pas abouti. Vérifier l’imprimante, puis recommencer.</source>
        <translation>Printing did not succeed. Check the printer, then start again.</translation>
    </message>
    <message>
        <source>Brouillon retrouvé en partie : le reste est illisible. Le relire avant de signer.</source>
        <translation>Part of the draft was found again; the rest cannot be read. Read it before signing.</translation>
    </message>
    <message>
        <source>Une ligne n’est pas terminée : ↵ pour l’ajouter, Échap pour l’abandonner.</source>
        <translation>A line is not finished: ↵ adds it, Esc gives it up.</translation>
    </message>
    <message>
        <source>Import interrompu : les communes restent ce qu’elles étaient.</source>
        <translation>Import stopped: the communes stay what they were.</translation>
    </message>
    <message>
        <source>Fichier de communes inattendu : ses colonnes ne sont pas celles de l’INSEE.</source>
        <translation>Unexpected file of communes: its columns are not INSEE’s.</translation>
    </message>
    <message>
        <source>Aucun fichier de communes dans ce dossier. Prendre ceux du code officiel géographique de l’INSEE.</source>
        <translation>No file of communes in this folder. Take those of INSEE’s official geographic code.</translation>
    </message>
    <message>
        <source>Fichier de communes incomplet. Le télécharger de nouveau.</source>
        <translation>Incomplete file of communes. Download it again.</translation>
    </message>
    <message>
        <source>Fichier de communes illisible.</source>
        <translation>The file of communes cannot be read.</translation>
    </message>
    <message>
        <source>La délégation est terminée. En demander une nouvelle au médecin.</source>
        <translation>The delegation has ended. Ask the doctor for a new one.</translation>
    </message>
    <message>
        <source>Aucun médecin n’a délégué le contrôle des identités à cette personne.</source>
        <translation>No doctor has delegated the checking of identities to this person.</translation>
    </message>
    <message>
        <source>La fin de la délégation doit suivre son début, dans l’année.</source>
        <translation>The delegation must end after it begins, within a year.</translation>
    </message>
    <message>
        <source>Seul un médecin délègue, à un secrétaire ou un infirmier du cabinet.</source>
        <translation>Only a doctor delegates, to a secretary or a nurse of the practice.</translation>
    </message>
    <message>
        <source>On ne se délègue rien à soi-même.</source>
        <translation>Nobody delegates to themselves.</translation>
    </message>
    <message>
        <source>Choisir la pièce présentée.</source>
        <translation>Choose the document presented.</translation>
    </message>
    <message>
        <source>Cette pièce ne vaut que pour un mineur.</source>
        <translation>This document counts for a minor only.</translation>
    </message>
    <message>
        <source>Numéro de pièce trop long.</source>
        <translation>Document number too long.</translation>
    </message>
    <message>
        <source>Pour un mineur, ajouter la pièce d’identité d’un parent ou du tuteur.</source>
        <translation>For a minor, add the identity document of a parent or guardian.</translation>
    </message>
    <message>
        <source>Identité douteuse ou fictive : INSi n’est pas interrogé et la pièce ne suffit pas. Retirer d’abord cet attribut.</source>
        <translation>Doubtful or fictive identity: INSi is not asked and the document is not enough. Take the attribute away first.</translation>
    </message>
    <message>
        <source>Cette pièce ne prouve pas l’identité : le statut ne change pas.</source>
        <translation>This document does not prove the identity: the status stays.</translation>
    </message>
    <message>
        <source>Identité de test : elle n’a pas sa place dans un cabinet réel.</source>
        <translation>Test identity: it has no place in a real practice.</translation>
    </message>
    <message>
        <source>L’historique de cette identité est endommagé.</source>
        <translation>The history of this identity is damaged.</translation>
    </message>
    <message>
        <source>Les traits d’INSi ne sont pas ceux qui ont été contrôlés. Les comparer avant de qualifier.</source>
        <translation>INSi’s traits are not those that were checked. Compare them before qualifying.</translation>
    </message>
    <message>
        <source>Cette réponse d’INSi n’est pas conservée ici.</source>
        <translation>This answer of INSi is not kept here.</translation>
    </message>
    <message>
        <source>Le statut d’une identité ne se saisit pas : passer par INSi ou par le contrôle d’une pièce.</source>
        <translation>An identity’s status is not typed: go through INSi or the check of a document.</translation>
    </message>
    <message>
        <source>Ces données tiennent dans un fichier : elles ne s’effacent qu’avec lui.</source>
        <translation>This data is held in a file: it is deleted only together with it.</translation>
    </message>
    <message>
        <source>Date de naissance illisible dans ce Datamatrix INS. La lire sur le document.</source>
        <translation>Birth date unreadable in this INS Datamatrix. Read it on the document.</translation>
    </message>
    <message>
        <source>Lieu de naissance illisible dans ce Datamatrix INS : cinq caractères sont attendus.</source>
        <translation>Birthplace unreadable in this INS Datamatrix: five characters are expected.</translation>
    </message>
    <message>
        <source>Datamatrix INS abîmé : une donnée inconnue s’y trouve. Le scanner à nouveau.</source>
        <translation>Damaged INS Datamatrix: it holds an unknown field. Scan it again.</translation>
    </message>
    <message>
        <source>Prénoms illisibles dans ce Datamatrix INS. Les lire sur le document.</source>
        <translation>Given names unreadable in this INS Datamatrix. Read them on the document.</translation>
    </message>
    <message>
        <source>Ce code n’est pas un Datamatrix INS.</source>
        <translation>This code is no INS Datamatrix.</translation>
    </message>
    <message>
        <source>La clé du matricule de ce Datamatrix INS est fausse. Vérifier l’identité par INSi.</source>
        <translation>The key of the number in this INS Datamatrix is wrong. Check the identity with INSi.</translation>
    </message>
    <message>
        <source>Datamatrix INS abîmé : une donnée y est trop longue ou trop courte. Le scanner à nouveau.</source>
        <translation>Damaged INS Datamatrix: a field is too long or too short. Scan it again.</translation>
    </message>
    <message>
        <source>Matricule illisible dans ce Datamatrix INS. Le scanner à nouveau.</source>
        <translation>Number unreadable in this INS Datamatrix. Scan it again.</translation>
    </message>
    <message>
        <source>Datamatrix INS incomplet : il y manque un trait. Le scanner à nouveau.</source>
        <translation>Incomplete INS Datamatrix: a trait is missing. Scan it again.</translation>
    </message>
    <message>
        <source>Ce Datamatrix n’est pas d’un matricule INS : son autorité est inconnue.</source>
        <translation>This Datamatrix is not of an INS number: its authority is unknown.</translation>
    </message>
    <message>
        <source>Sexe illisible dans ce Datamatrix INS : M ou F est attendu.</source>
        <translation>Sex unreadable in this INS Datamatrix: M or F is expected.</translation>
    </message>
    <message>
        <source>Nom illisible dans ce Datamatrix INS. Le lire sur le document.</source>
        <translation>Surname unreadable in this INS Datamatrix. Read it on the document.</translation>
    </message>
    <message>
        <source>Datamatrix INS contradictoire : une donnée y est deux fois. Ne pas s’y fier.</source>
        <translation>Contradictory INS Datamatrix: a field is there twice. Do not trust it.</translation>
    </message>
    <message>
        <source>Datamatrix INS d’une autre version. Mettre Ambroise à jour.</source>
        <translation>INS Datamatrix of another version. Update Ambroise.</translation>
    </message>
    <message>
        <source>Réglage d’INSi endommagé ou incomplet. Le refaire dans Réglages, INSi.</source>
        <translation>INSi’s setup is damaged or incomplete. Make it again in Settings, INSi.</translation>
    </message>
    <message>
        <source>Il manque un fichier dans ce dossier : %1.</source>
        <translation>A file is missing in this folder: %1.</translation>
    </message>
    <message>
        <source>Aucune étiquette à imprimer.</source>
        <translation>No label to print.</translation>
    </message>
    <message>
        <source>Étiquette INS réservée aux identités qualifiées.</source>
        <translation>INS labels are for qualified identities only.</translation>
    </message>
    <message>
        <source>Cette planche n’a pas de place à cet endroit.</source>
        <translation>The sheet has no such place.</translation>
    </message>
    <message>
        <source>Bande MRZ illisible : un caractère ne peut pas s’y trouver. La saisir ou la scanner à nouveau.</source>
        <translation>MRZ unreadable: it holds a character that cannot be there. Type or scan it again.</translation>
    </message>
    <message>
        <source>Date de naissance à relire : sa clé de contrôle ne correspond pas.</source>
        <translation>Birth date to be read again: its check digit does not match.</translation>
    </message>
    <message>
        <source>Bande MRZ à relire : sa clé d’ensemble ne correspond pas.</source>
        <translation>MRZ to be read again: its overall check digit does not match.</translation>
    </message>
    <message>
        <source>Date d’expiration à relire : sa clé de contrôle ne correspond pas.</source>
        <translation>Expiry date to be read again: its check digit does not match.</translation>
    </message>
    <message>
        <source>Numéro du document à relire : sa clé de contrôle ne correspond pas.</source>
        <translation>Document number to be read again: its check digit does not match.</translation>
    </message>
    <message>
        <source>Données facultatives à relire : leur clé de contrôle ne correspond pas.</source>
        <translation>Optional data to be read again: their check digit does not match.</translation>
    </message>
    <message>
        <source>Noms peut-être abrégés sur la bande MRZ. Les lire sur le document.</source>
        <translation>Names may be shortened in the MRZ. Read them on the document.</translation>
    </message>
    <message>
        <source>Date de naissance impossible dans la bande MRZ.</source>
        <translation>Impossible birth date in the MRZ.</translation>
    </message>
    <message>
        <source>Date d’expiration impossible dans la bande MRZ.</source>
        <translation>Impossible expiry date in the MRZ.</translation>
    </message>
    <message>
        <source>Un permis de conduire ne prouve pas l’identité. Demander une carte d’identité, un passeport ou un titre de séjour.</source>
        <translation>A driving licence does not prove identity. Ask for an identity card, a passport or a residence permit.</translation>
    </message>
    <message>
        <source>Rien à lire : la bande MRZ est vide.</source>
        <translation>Nothing to read: the MRZ is empty.</translation>
    </message>
    <message>
        <source>Lecture des bandes MRZ indisponible : les données de Tesseract ne sont pas installées.</source>
        <translation>Reading MRZ is unavailable: Tesseract’s data are not installed.</translation>
    </message>
    <message>
        <source>Document expiré.</source>
        <translation>Document expired.</translation>
    </message>
    <message>
        <source>Bande MRZ incomplète : trois lignes de 30 caractères, deux de 36 ou deux de 44 sont attendues.</source>
        <translation>Incomplete MRZ: three lines of 30 characters, two of 36 or two of 44 are expected.</translation>
    </message>
    <message>
        <source>Bande MRZ sans nom.</source>
        <translation>MRZ without a name.</translation>
    </message>
    <message>
        <source>Aucune bande MRZ trouvée. Cadrer la pièce entière, à plat et bien éclairée.</source>
        <translation>No MRZ found. Frame the whole document, flat and well lit.</translation>
    </message>
    <message>
        <source>Des caractères ont été corrigés d’après les clés de contrôle. Comparer avec le document.</source>
        <translation>Characters were corrected by the check digits. Compare with the document.</translation>
    </message>
    <message>
        <source>Lecture de la bande MRZ arrêtée.</source>
        <translation>Reading of the MRZ stopped.</translation>
    </message>
    <message>
        <source>Sexe illisible dans la bande MRZ.</source>
        <translation>Sex unreadable in the MRZ.</translation>
    </message>
    <message>
        <source>Un visa ne prouve pas l’identité. Lire la bande MRZ du passeport.</source>
        <translation>A visa does not prove identity. Read the MRZ of the passport.</translation>
    </message>
    <message>
        <source>Bande MRZ à relire : un chiffre est dans un nom, ou une lettre dans une date.</source>
        <translation>MRZ to be read again: a digit stands in a name, or a letter in a date.</translation>
    </message>
    <message>
        <source>Non authentique : le certificat de l’autorité avait expiré à la date de la signature.</source>
        <translation>Not authentic: the authority’s certificate had expired on the day of the signature.</translation>
    </message>
    <message>
        <source>Non authentique : le certificat de l’autorité n’était pas encore valable à la date de la signature.</source>
        <translation>Not authentic: the authority’s certificate was not yet valid on the day of the signature.</translation>
    </message>
    <message>
        <source>Date impossible dans ce 2D-Doc.</source>
        <translation>Impossible date in this 2D-Doc.</translation>
    </message>
    <message>
        <source>Non authentique : ce 2D-Doc a été modifié ou imité. Ne pas s’y fier.</source>
        <translation>Not authentic: this 2D-Doc was changed or imitated. Do not trust it.</translation>
    </message>
    <message>
        <source>Ce code n’est pas un 2D-Doc, ou il est incomplet.</source>
        <translation>This code is no 2D-Doc, or it is incomplete.</translation>
    </message>
    <message>
        <source>Non authentifiable : ce 2D-Doc ne dit pas quand il a été signé.</source>
        <translation>Cannot be authenticated: this 2D-Doc does not say when it was signed.</translation>
    </message>
    <message>
        <source>Ce 2D-Doc n’est pas d’une pièce d’identité.</source>
        <translation>This 2D-Doc is not of an identity document.</translation>
    </message>
    <message>
        <source>Sexe illisible dans ce 2D-Doc.</source>
        <translation>Sex unreadable in this 2D-Doc.</translation>
    </message>
    <message>
        <source>2D-Doc abîmé : une donnée y est coupée ou trop longue. Le scanner à nouveau.</source>
        <translation>Damaged 2D-Doc: a field is cut or too long. Scan it again.</translation>
    </message>
    <message>
        <source>Dossier des certificats introuvable.</source>
        <translation>Folder of certificates not found.</translation>
    </message>
    <message>
        <source>2D-Doc contradictoire : une donnée y est deux fois. Ne pas s’y fier.</source>
        <translation>Contradictory 2D-Doc: a field is there twice. Do not trust it.</translation>
    </message>
    <message>
        <source>Signature non vérifiée : le certificat de cette autorité n’est pas connu ici.</source>
        <translation>Signature not verified: this authority’s certificate is not known here.</translation>
    </message>
    <message>
        <source>2D-Doc sans signature lisible. Le scanner à nouveau, ne pas s’y fier.</source>
        <translation>2D-Doc without a readable signature. Scan it again, do not trust it.</translation>
    </message>
    <message>
        <source>2D-Doc d’une version inconnue. Mettre Ambroise à jour.</source>
        <translation>2D-Doc of an unknown version. Update Ambroise.</translation>
    </message>
    <message>
        <source>Le code lu et le dossier ne disent pas tout à fait la même chose. Comparer avec l’étiquette.</source>
        <translation>The code and the record do not tell quite the same. Compare with the label.</translation>
    </message>
    <message>
        <source>Cette carte n’a pas de certificat de signature.</source>
        <translation>This card has no certificate of signature.</translation>
    </message>
    <message>
        <source>La réponse d’INSi est illisible. Rien n’a changé. Réessayer plus tard.</source>
        <translation>The answer of INSi cannot be read. Nothing changed. Try again later.</translation>
    </message>
    <message>
        <source>Identité douteuse ou fictive : INSi n’est pas interrogé.</source>
        <translation>Doubtful or fictive identity: INSi is not asked.</translation>
    </message>
    <message>
        <source>Appel à INSi arrêté. Rien n’a changé.</source>
        <translation>Call to INSi stopped. Nothing changed.</translation>
    </message>
    <message>
        <source>Carte retirée pendant l’appel à INSi. La remettre, puis recommencer.</source>
        <translation>Card removed during the call to INSi. Put it back, then start again.</translation>
    </message>
    <message>
        <source>INSi et ce poste ne se reconnaissent pas : certificat refusé. Vérifier les certificats dans Réglages.</source>
        <translation>INSi and this post do not know each other: certificate refused. Check the certificates in Settings.</translation>
    </message>
    <message>
        <source>INSi refuse l’appel (%1). Appeler l’assistance avec ce code.</source>
        <translation>INSi refuses the call (%1). Call the support with this code.</translation>
    </message>
    <message>
        <source>INSi est en panne (%1). Rien n’a changé. Réessayer plus tard.</source>
        <translation>INSi has failed (%1). Nothing changed. Try again later.</translation>
    </message>
    <message>
        <source>Une page web a répondu à la place d’INSi : un portail ou un filtre du réseau. Vérifier la connexion.</source>
        <translation>A web page answered in place of INSi: a portal or a filter of the network. Check the connection.</translation>
    </message>
    <message>
        <source>INSi n’est pas configuré sur ce poste. Le faire dans Réglages.</source>
        <translation>INSi is not set up on this post. Do it in Settings.</translation>
    </message>
    <message>
        <source>INSi a répondu pour une autre personne. Rien n’a été repris. Vérifier les traits demandés.</source>
        <translation>INSi answered about another person. Nothing was taken over. Check the traits asked for.</translation>
    </message>
    <message>
        <source>INSi demande le sexe, F ou M. Le renseigner d’abord.</source>
        <translation>INSi wants the sex, F or M. Fill it in first.</translation>
    </message>
    <message>
        <source>INSi a répondu par une identité de test. Elle n’est pas reprise dans un vrai dossier.</source>
        <translation>INSi answered with a test identity. It is not taken over into a real record.</translation>
    </message>
    <message>
        <source>Trop d’appels à INSi pour ce patient. Attendre une minute.</source>
        <translation>Too many calls to INSi for this patient. Wait a minute.</translation>
    </message>
    <message>
        <source>INSi ne répond pas. Rien n’a changé. Réessayer plus tard.</source>
        <translation>INSi does not answer. Nothing changed. Try again later.</translation>
    </message>
    <message>
        <source>INSi est injoignable. Rien n’a changé. Vérifier la connexion.</source>
        <translation>INSi cannot be reached. Nothing changed. Check the connection.</translation>
    </message>
    <message>
        <source>Ce fichier ne contient pas de certificat d’autorité.</source>
        <translation>This file holds no certificate of an authority.</translation>
    </message>
    <message>
        <source>Certificat ou clé illisible. Choisir le fichier PEM ou PKCS#12 reçu.</source>
        <translation>Certificate or key unreadable. Choose the PEM or PKCS#12 file that you were given.</translation>
    </message>
    <message>
        <source>Cette clé n’est pas celle du certificat.</source>
        <translation>This key is not the certificate’s.</translation>
    </message>
    <message>
        <source>Phrase secrète fausse pour cette clé.</source>
        <translation>Wrong passphrase for this key.</translation>
    </message>
    <message>
        <source>Dossier du bac à sable impossible à écrire : %1.</source>
        <translation>The folder of the sandbox cannot be written: %1.</translation>
    </message>
    <message>
        <source>Port %1 déjà pris. En choisir un autre.</source>
        <translation>Port %1 is taken already. Choose another one.</translation>
    </message>
    <message>
        <source>Un nouveau dossier est déjà en cours de saisie. L’enregistrer ou le fermer, puis scanner à nouveau.</source>
        <translation>A new record is being filled in already. Save or close it, then scan again.</translation>
    </message>
    <message>
        <source>Cette configuration mène à un bac à sable ou à la plateforme de test. Elle n’a pas sa place dans un cabinet réel.</source>
        <translation>This set-up leads to a sandbox or to the test platform. It has no place in a real practice.</translation>
    </message>
    <message>
        <source>Ce code n’est pas celui d’un patient. Pour une pièce d’identité, ouvrir la page Identité du dossier.</source>
        <translation>This code is not a patient’s. For an identity document, open the Identity page of the record.</translation>
    </message>
    <message>
        <source>Recherche de doublons arrêtée. Rien n’a changé.</source>
        <translation>Search for duplicates stopped. Nothing has changed.</translation>
    </message>
    <message>
        <source>Une saisie non enregistrée attend dans le dossier à fusionner. L’enregistrer ou l’abandonner, puis fusionner.</source>
        <translation>Something unsaved waits in the record to be merged. Save it or give it up, then merge.</translation>
    </message>
    <message>
        <source>Un dossier fictif ne se fusionne pas avec un dossier réel.</source>
        <translation>A fictive record is not merged with a real one.</translation>
    </message>
    <message>
        <source>Ces deux dossiers ont des INS différents : ce sont deux personnes. Rien n’a été fusionné.</source>
        <translation>These two records have different INS: they are two persons. Nothing was merged.</translation>
    </message>
    <message>
        <source>Le dossier qui porte l’INS est celui à garder. Le choisir, puis fusionner.</source>
        <translation>The record with the INS is the one to keep. Choose it, then merge.</translation>
    </message>
    <message>
        <source>Ce dossier n’est fusionné dans aucun autre.</source>
        <translation>This record is not merged into another one.</translation>
    </message>
    <message>
        <source>Choisir deux dossiers différents.</source>
        <translation>Choose two different records.</translation>
    </message>
    <message>
        <source>Ce dossier est archivé. Le rétablir d’abord.</source>
        <translation>This record is archived. Restore it first.</translation>
    </message>
    <message>
        <source>Ce dossier a été fusionné dans un autre. Ouvrir celui qui a été gardé.</source>
        <translation>This record was merged into another one. Open the one that was kept.</translation>
    </message>
    <message>
        <source>Chaque pièce a un code de 1 à 8 lettres ou chiffres et un nom de 80 caractères au plus, une seule fois.</source>
        <translation>Each document has a code of 1 to 8 letters or digits and a name of 80 characters at most, once only.</translation>
    </message>
    <message>
        <source>Pour le RNIV, cette pièce ne prouve pas l’identité : son niveau de confiance reste faible.</source>
        <translation>For the RNIV this document does not prove an identity: its level of trust stays low.</translation>
    </message>
    <message>
        <source>Pour le RNIV, cette pièce ne vaut que pour un mineur, avec celle d’un parent ou du tuteur.</source>
        <translation>For the RNIV this document is valid for a minor only, with that of a parent or guardian.</translation>
    </message>
    <message>
        <source>La carte du lecteur n’est pas celle de la personne connectée. Y mettre la sienne, puis interroger INSi.</source>
        <translation>The card in the reader is not that of the person signed in. Insert yours, then ask INSi.</translation>
    </message>
    <message>
        <source>Carte illisible : ce n’est pas une carte Vitale, ou elle est abîmée. Saisir l’identité à la main.</source>
        <translation>The card cannot be read: it is no carte Vitale, or damaged. Type the identity by hand.</translation>
    </message>
    <message>
        <source>La lecture de la carte est trop ancienne. La lire à nouveau.</source>
        <translation>The card was read too long ago. Read it again.</translation>
    </message>
    <message>
        <source>La carte Vitale n’a pas pu être lue (%1). La retirer, la remettre, puis recommencer.</source>
        <translation>The carte Vitale could not be read (%1). Take it out, put it back, then try again.</translation>
    </message>
    <message>
        <source>Une saisie est en cours : la carte n’y a rien changé. L’enregistrer ou l’effacer d’abord.</source>
        <translation>Something is being typed: the card changed nothing in it. Save or clear it first.</translation>
    </message>
    <message>
        <source>Pas de carte Vitale dans le lecteur. L’insérer, puis recommencer.</source>
        <translation>No carte Vitale in the reader. Put it in, then try again.</translation>
    </message>
    <message>
        <source>Ce poste n’a pas de lecteur de carte Vitale. Le choisir dans Réglages, Poste.</source>
        <translation>This post has no reader of cartes Vitale. Choose it in Settings, Post.</translation>
    </message>
    <message>
        <source>L’appli carte Vitale est celle d’une autre personne, ou le dossier est à corriger. Rien n’a changé.</source>
        <translation>The appli carte Vitale is somebody else’s, or the record is to be corrected. Nothing has changed.</translation>
    </message>
    <message>
        <source>Le module de lecture de la carte Vitale est absent ou d’une autre version. L’installer à nouveau.</source>
        <translation>The module that reads cartes Vitale is missing or of another version. Install it again.</translation>
    </message>
    <message>
        <source>Lecteur de carte Vitale absent. Le brancher, puis recommencer.</source>
        <translation>No reader of cartes Vitale. Plug it in, then try again.</translation>
    </message>
    <message>
        <source>Carte retirée pendant la lecture. Rien n’a changé. La remettre, puis recommencer.</source>
        <translation>Card removed during the reading. Nothing has changed. Put it back, then try again.</translation>
    </message>
    <message>
        <source>Fichier du lecteur de carte Vitale illisible. Le choisir à nouveau dans Réglages, Poste.</source>
        <translation>The file of the reader of cartes Vitale cannot be read. Choose it again in Settings, Post.</translation>
    </message>
    <message>
        <source>Il manque le fichier du lecteur de carte Vitale : %1.</source>
        <translation>The file of the reader of cartes Vitale is missing: %1.</translation>
    </message>
    <message>
        <source>La carte Vitale ne répond pas. La retirer, la remettre, puis recommencer.</source>
        <translation>The carte Vitale does not answer. Take it out, put it back, then try again.</translation>
    </message>
    <message>
        <source>Recherche par le son préparée en partie. La suite vient à la prochaine ouverture.</source>
        <translation>The search by sound is prepared in part. The rest comes at the next opening.</translation>
    </message>
    <message>
        <source>INSi ne reconnaît aucun des INS vérifiés : la vérification s’arrête là. Contrôler la configuration d’INSi avant de la reprendre.</source>
        <translation>INSi holds none of the INS that were verified: the verification stops there. Check the INSi configuration before going on.</translation>
    </message>
    <message>
        <source>Ce dossier n’a pas d’INS à vérifier.</source>
        <translation>This record has no INS to verify.</translation>
    </message>
    <message>
        <source>La vérification d’un INS n’est pas ouverte à ce poste : le contrat de cette opération manque à la configuration d’INSi (Réglages, INSi).</source>
        <translation>An INS cannot be verified from this workstation: the contract of that operation is missing from the INSi configuration (Settings, INSi).</translation>
    </message>
    <message>
        <source>Personne n’a encore été vu aujourd’hui.</source>
        <translation>Nobody has been seen yet today.</translation>
    </message>
    <message>
        <source>Personne n’attend.</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>Durée de 5 minutes à 24 heures nécessaire.</source>
        <translation>A length of 5 minutes to 24 hours is needed.</translation>
    </message>
    <message>
        <source>Patient à choisir dans la liste.</source>
        <translation>Choose the patient in the list.</translation>
    </message>
    <message>
        <source>Professionnel à choisir.</source>
        <translation>Choose the professional.</translation>
    </message>
    <message>
        <source>Motif trop long : 200 caractères au plus.</source>
        <translation>Reason too long: 200 characters at most.</translation>
    </message>
    <message>
        <source>Jour et heure du rendez-vous nécessaires.</source>
        <translation>The day and hour of the appointment are needed.</translation>
    </message>
    <message>
        <source>Cette étape ne suit pas celle où en est le rendez-vous.</source>
        <translation>This step does not follow from where the appointment is.</translation>
    </message>
    <message>
        <source>Rendez-vous introuvable.</source>
        <translation>Appointment not found.</translation>
    </message>
    <message>
        <source>DFG non calculé : les formules valent pour l’adulte, à partir de 18 ans.</source>
        <translation>GFR not computed: the formulas hold for adults, from 18 years on.</translation>
    </message>
    <message>
        <source>DFG non calculé : créatinine nécessaire.</source>
        <translation>GFR not computed: creatinine is needed.</translation>
    </message>
    <message>
        <source>Clairance non calculée : poids nécessaire.</source>
        <translation>Clearance not computed: the weight is needed.</translation>
    </message>
    <message>
        <source>Tension : maximale puis minimale, comme 13/8.</source>
        <translation>Blood pressure: systolic then diastolic, as 130/80.</translation>
    </message>
    <message>
        <source>Valeur impossible. Vérifier le chiffre et l’unité.</source>
        <translation>Impossible value. Check the number and the unit.</translation>
    </message>
    <message>
        <source>Import interrompu : la CIM-10 d’avant reste en place.</source>
        <translation>Import stopped: the ICD-10 of before stays in place.</translation>
    </message>
    <message>
        <source>Fichier de CIM-10 inattendu : il manque la colonne « code ».</source>
        <translation>Unexpected ICD-10 file: the column “code” is missing.</translation>
    </message>
    <message>
        <source>Aucun fichier de CIM-10 (CSV) dans ce dossier.</source>
        <translation>No ICD-10 file (CSV) in this folder.</translation>
    </message>
    <message>
        <source>Fichier de CIM-10 incomplet : moins de 5 000 codes. Rien n’a été changé.</source>
        <translation>Incomplete ICD-10 file: fewer than 5,000 codes. Nothing was changed.</translation>
    </message>
    <message>
        <source>Fichier de CIM-10 illisible. Vérifier ses droits et sa taille.</source>
        <translation>The ICD-10 file cannot be read. Check its permissions and its size.</translation>
    </message>
    <message>
        <source>Ce code n’a pas la forme d’un code CIM-10 ou CISP-2.</source>
        <translation>This code does not have the form of an ICD-10 or ICPC-2 code.</translation>
    </message>
    <message>
        <source>Quelque chose est noté ici : le retirer avant de noter qu’il n’y a rien.</source>
        <translation>Something is noted here: remove it before noting that there is nothing.</translation>
    </message>
    <message>
        <source>Brouillon de note illisible : il reste dans le dossier, hors d’atteinte de cette version d’Ambroise.</source>
        <translation>The draft of a note cannot be read: it stays in the record, out of reach of this version of Ambroise.</translation>
    </message>
    <message>
        <source>La note est vide.</source>
        <translation>The note is empty.</translation>
    </message>
    <message>
        <source>Texte trop long pour une note : 100 000 caractères au plus. Rien n’a été collé ; le ranger comme document.</source>
        <translation>Text too long for a note: 100,000 characters at most. Nothing was pasted; file it as a document.</translation>
    </message>
    <message>
        <source>Dictionnaire français illisible : l’orthographe n’est pas vérifiée.</source>
        <translation>The French dictionary cannot be read: spelling is not checked.</translation>
    </message>
    <message>
        <source>Dictionnaire français absent : l’orthographe n’est pas vérifiée.</source>
        <translation>No French dictionary: spelling is not checked.</translation>
    </message>
    <message>
        <source>Rien à garder : le modèle est vide.</source>
        <translation>Nothing to keep: the template is empty.</translation>
    </message>
    <message>
        <source>Un modèle porte déjà ce nom. En choisir un autre.</source>
        <translation>A template already has this name. Choose another one.</translation>
    </message>
    <message>
        <source>Modèle trop long : 20 000 caractères au plus.</source>
        <translation>Template too long: 20,000 characters at most.</translation>
    </message>
    <message>
        <source>Nom du modèle : un seul mot, lettres et chiffres, 30 caractères au plus.</source>
        <translation>Name of the template: a single word, letters and digits, 30 characters at most.</translation>
    </message>
    <message>
        <source>Lecture du document arrêtée.</source>
        <translation>Reading of the document stopped.</translation>
    </message>
    <message>
        <source>Document abîmé : il ne s’ouvre pas. Le redemander à son auteur.</source>
        <translation>Damaged document: it does not open. Ask its author for it again.</translation>
    </message>
    <message>
        <source>Fichier vide. Rien n’a été rangé.</source>
        <translation>Empty file. Nothing was filed.</translation>
    </message>
    <message>
        <source>PDF protégé par un mot de passe. L’ouvrir ailleurs, l’enregistrer sans mot de passe, puis le ranger.</source>
        <translation>PDF protected by a password. Open it elsewhere, save it without a password, then file it.</translation>
    </message>
    <message>
        <source>Genre de fichier inconnu. Ambroise range les PDF, les images et les textes.</source>
        <translation>Unknown kind of file. Ambroise files PDFs, images and texts.</translation>
    </message>
    <message>
        <source>Ce document est déjà dans le dossier.</source>
        <translation>This document is already in the record.</translation>
    </message>
    <message>
        <source>Fichier trop gros : 100 Mo au plus. Rien n’a été rangé.</source>
        <translation>File too large: 100 MB at most. Nothing was filed.</translation>
    </message>
    <message>
        <source>Reconnaissance de texte non installée (tesseract-ocr-fra) : ce document est rangé, ses mots ne sont pas cherchés.</source>
        <translation>Text recognition is not installed (tesseract-ocr-fra): this document is filed, its words are not searched.</translation>
    </message>
    <message>
        <source>PDF trop long : 5 000 pages au plus. Rien n’a été rangé.</source>
        <translation>PDF too long: 5,000 pages at most. Nothing was filed.</translation>
    </message>
    <message>
        <source>Image trop grande : 100 millions de points au plus. Rien n’a été rangé.</source>
        <translation>Image too large: 100 million dots at most. Nothing was filed.</translation>
    </message>
    <message>
        <source>Document introuvable.</source>
        <translation>Document not found.</translation>
    </message>
    <message>
        <source>Fichier illisible. Vérifier ses droits, ou le copier sur ce poste.</source>
        <translation>The file cannot be read. Check its permissions, or copy it to this post.</translation>
    </message>
    <message>
        <source>Champ inconnu entre accolades. Les champs : {acte}, {patient}, {cabinet}, {telephone}.</source>
        <translation>Unknown field between braces. The fields: {acte}, {patient}, {cabinet}, {telephone}.</translation>
    </message>
    <message>
        <source>Plus de 300 lettres. Filtrer la liste, puis recommencer.</source>
        <translation>More than 300 letters. Filter the list, then start again.</translation>
    </message>
    <message>
        <source>Personne à inviter dans cette liste.</source>
        <translation>Nobody to invite in this list.</translation>
    </message>
    <message>
        <source>Lettre vide, ou plus longue qu’une page.</source>
        <translation>The letter is empty, or longer than a page.</translation>
    </message>
    <message>
        <source>Liste arrêtée à votre demande.</source>
        <translation>List stopped at your request.</translation>
    </message>
    <message>
        <source>Date de l’acte nécessaire : aujourd’hui ou avant.</source>
        <translation>The date of the act is needed: today or before.</translation>
    </message>
    <message>
        <source>Patient à choisir.</source>
        <translation>A patient is to be chosen.</translation>
    </message>
    <message>
        <source>Motif nécessaire, de 500 caractères au plus.</source>
        <translation>A reason is needed, of at most 500 characters.</translation>
    </message>
    <message>
        <source>Acte de prévention à choisir dans la liste.</source>
        <translation>An act of prevention is to be chosen in the list.</translation>
    </message>
    <message>
        <source>Règles de prévention illisibles. Installer Ambroise à nouveau.</source>
        <translation>The prevention rules cannot be read. Install Ambroise again.</translation>
    </message>
    <message>
        <source>Acte introuvable : il a été retiré à un autre poste.</source>
        <translation>Act not found: it was removed at another post.</translation>
    </message>
    <message>
        <source>Liste des vaccins illisible. Installer Ambroise à nouveau.</source>
        <translation>The list of vaccines cannot be read. Install Ambroise again.</translation>
    </message>
    <message>
        <source>Date avant la naissance. La corriger.</source>
        <translation>Date before the birth. Correct it.</translation>
    </message>
    <message>
        <source>Date illisible, ou sans son jour pour un vaccin fait ici.</source>
        <translation>Unreadable date, or without its day for a vaccine given here.</translation>
    </message>
    <message>
        <source>Vaccin périmé. Prendre une autre boîte.</source>
        <translation>Expired vaccine. Take another box.</translation>
    </message>
    <message>
        <source>Péremption illisible : mois et année.</source>
        <translation>Unreadable expiry: month and year.</translation>
    </message>
    <message>
        <source>Date à venir. La corriger.</source>
        <translation>Date in the future. Correct it.</translation>
    </message>
    <message>
        <source>Texte trop long : 200 caractères au plus.</source>
        <translation>Text too long: 200 characters at most.</translation>
    </message>
    <message>
        <source>Lot nécessaire pour un vaccin fait ici.</source>
        <translation>The lot is needed for a vaccine given here.</translation>
    </message>
    <message>
        <source>Aucune vaccination dans ce dossier : rien à certifier.</source>
        <translation>No vaccination in this record: nothing to certify.</translation>
    </message>
    <message>
        <source>Cette boîte n’est pas celle d’un vaccin connu. Choisir ses valences.</source>
        <translation>This box is not that of a known vaccine. Choose its valences.</translation>
    </message>
    <message>
        <source>Vaccination introuvable : elle a été retirée à un autre poste.</source>
        <translation>Vaccination not found: it was removed at another post.</translation>
    </message>
    <message>
        <source>Nom du vaccin nécessaire.</source>
        <translation>The name of the vaccine is needed.</translation>
    </message>
    <message>
        <source>Au moins une valence à choisir.</source>
        <translation>At least one valence is to be chosen.</translation>
    </message>
    <message>
        <source>Document sans contenu lisible. Le redemander à l’expéditeur.</source>
        <translation>Document without readable content. Ask its sender for it again.</translation>
    </message>
    <message>
        <source>Document refusé : il fait appel à des fichiers extérieurs. Le redemander à l’expéditeur.</source>
        <translation>Document refused: it calls upon files outside of it. Ask its sender for it again.</translation>
    </message>
    <message>
        <source>Document illisible : son codage de caractères n’est pas celui annoncé. Le redemander à l’expéditeur.</source>
        <translation>Document unreadable: its character encoding is not the one that it declares. Ask its sender for it again.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas un document médical CDA.</source>
        <translation>This file is no CDA medical document.</translation>
    </message>
    <message>
        <source>Document refusé : sa structure est trop profonde. Le redemander à l’expéditeur.</source>
        <translation>Document refused: its structure is too deep. Ask its sender for it again.</translation>
    </message>
    <message>
        <source>Document trop gros : 32 Mo au plus.</source>
        <translation>Document too large: 32 MB at most.</translation>
    </message>
    <message>
        <source>Document coupé : la fin manque. Le redemander à l’expéditeur.</source>
        <translation>Document cut short: its end is missing. Ask its sender for it again.</translation>
    </message>
    <message>
        <source>Document endommagé. Le redemander à l’expéditeur.</source>
        <translation>Document damaged. Ask its sender for it again.</translation>
    </message>
    <message>
        <source>Fichier vide. Le redemander au laboratoire.</source>
        <translation>Empty file. Ask the laboratory for it again.</translation>
    </message>
    <message>
        <source>Fichier illisible. Vérifier qu’il est toujours là.</source>
        <translation>File unreadable. Check that it is still there.</translation>
    </message>
    <message>
        <source>Ce compte rendu est déjà au dossier d’un autre patient. L’en retirer d’abord.</source>
        <translation>This report is in another patient&apos;s record already. Take it out of it first.</translation>
    </message>
    <message>
        <source>Fichier de résultats sans en-tête lisible. Le redemander au laboratoire.</source>
        <translation>File of results without a readable header. Ask the laboratory for it again.</translation>
    </message>
    <message>
        <source>L’image n’a pas pu être enregistrée à cet endroit.</source>
        <translation>The image could not be saved there.</translation>
    </message>
    <message>
        <source>Ce message HPRIM ne contient pas de résultats.</source>
        <translation>This HPRIM message holds no results.</translation>
    </message>
    <message>
        <source>Ce document n’est pas un compte rendu de biologie. Le ranger dans les documents.</source>
        <translation>This document is no laboratory report. File it among the documents.</translation>
    </message>
    <message>
        <source>Image du laboratoire illisible. La redemander.</source>
        <translation>Picture of the laboratory unreadable. Ask for it again.</translation>
    </message>
    <message>
        <source>Fichier de résultats trop gros : 32 Mo au plus.</source>
        <translation>File of results too large: 32 MB at most.</translation>
    </message>
    <message>
        <source>Compte rendu introuvable.</source>
        <translation>Report not found.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas un fichier de résultats connu : CR-BIO, HPRIM ou PDF.</source>
        <translation>This file is no known file of results: CR-BIO, HPRIM or PDF.</translation>
    </message>
    <message>
        <source>Choisir d’abord le patient de ce compte rendu.</source>
        <translation>Choose the patient of this report first.</translation>
    </message>
    <message>
        <source>Texte illisible : son codage de caractères est inconnu.</source>
        <translation>Text unreadable: its character encoding is unknown.</translation>
    </message>
    <message>
        <source>Cette entrée n’est plus dans le dossier.</source>
        <translation>This entry is not in the record any more.</translation>
    </message>
    <message>
        <source>Date de la réponse nécessaire, aujourd’hui ou avant.</source>
        <translation>The date of the answer is needed, today or before.</translation>
    </message>
    <message>
        <source>Ce numéro RPPS est déjà celui d’un autre correspondant.</source>
        <translation>This RPPS number is that of another correspondent already.</translation>
    </message>
    <message>
        <source>Correspondant introuvable. Le choisir dans la liste, ou l’ajouter.</source>
        <translation>Correspondent not found. Choose them in the list, or add them.</translation>
    </message>
    <message>
        <source>Ce droit finit avant de commencer. Corriger l’une des dates.</source>
        <translation>This right ends before it begins. Correct one of the dates.</translation>
    </message>
    <message>
        <source>Cocher ce que cette personne est pour le patient.</source>
        <translation>Tick what this person is for the patient.</translation>
    </message>
    <message>
        <source>Notes trop longues : 100 000 caractères au plus. En retirer une partie pour enregistrer.</source>
        <translation>Notes too long: 100,000 characters at most. Take a part away to save them.</translation>
    </message>
    <message>
        <source>Ce dossier n’existe pas. En choisir un autre, ou le créer.</source>
        <translation>This folder does not exist. Choose another one, or create it.</translation>
    </message>
    <message>
        <source>Rangé dans le dossier, mais le fichier n’a pas pu être retiré du dossier du scanner. Le retirer à la main.</source>
        <translation>Filed in the record, but the file could not be taken out of the scanner’s folder. Take it out by hand.</translation>
    </message>
    <message>
        <source>Rien de nouveau dans le dossier du scanner.</source>
        <translation>Nothing new in the scanner’s folder.</translation>
    </message>
    <message>
        <source>Aucun dossier de scanner sur ce poste. Le choisir dans Réglages, Poste.</source>
        <translation>No scanner folder at this post. Choose it in Settings, Post.</translation>
    </message>
    <message>
        <source>Ce patient refuse les photographies à son dossier. Voir ses consentements, page Administratif.</source>
        <translation>This patient refuses photographs in their record. See their consents, page Administrative.</translation>
    </message>
    <message>
        <source>Fichier de croissance non reconnu : l’en-tête attendu est « indicator;sex;age_days;l;m;s ».</source>
        <translation>Growth file not recognised: the expected header is “indicator;sex;age_days;l;m;s”.</translation>
    </message>
    <message>
        <source>Fichier de croissance sans valeur.</source>
        <translation>Growth file without values.</translation>
    </message>
    <message>
        <source>Fichier de croissance : une ligne est fausse. Rien n’a été importé.</source>
        <translation>Growth file: a line is wrong. Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier de croissance sans nom ou sans source : ajouter les lignes « # name: » et « # source: ».</source>
        <translation>Growth file without a name or a source: add the lines “# name:” and “# source:”.</translation>
    </message>
    <message>
        <source>Brouillon de courrier illisible : il n’a pas été repris.</source>
        <translation>Letter draft unreadable: it was not taken up.</translation>
    </message>
    <message>
        <source>Rien à signer : le courrier est vide.</source>
        <translation>Nothing to sign: the letter is empty.</translation>
    </message>
    <message>
        <source>Il reste un champ à remplir dans le courrier.</source>
        <translation>A field of the letter is still to be filled in.</translation>
    </message>
    <message>
        <source>Courrier trop long : 100 000 caractères au plus.</source>
        <translation>Letter too long: 100,000 characters at most.</translation>
    </message>
    <message>
        <source>À qui ? Écrire le nom du destinataire.</source>
        <translation>To whom? Write the recipient’s name.</translation>
    </message>
    <message>
        <source>L’objet du courrier manque.</source>
        <translation>The letter’s subject is missing.</translation>
    </message>
    <message>
        <source>Le texte du modèle manque.</source>
        <translation>The template’s text is missing.</translation>
    </message>
    <message>
        <source>Champ inconnu dans le modèle : « %1 ». Le corriger, ou l’écrire entre crochets.</source>
        <translation>Unknown field in the template: “%1”. Correct it, or write it in square brackets.</translation>
    </message>
    <message>
        <source>Modèle de courrier illisible (%1). Réinstaller Ambroise.</source>
        <translation>Letter template unreadable (%1). Reinstall Ambroise.</translation>
    </message>
    <message>
        <source>Un modèle de courrier porte déjà ce nom. En choisir un autre.</source>
        <translation>A letter template has that name already. Choose another one.</translation>
    </message>
    <message>
        <source>Nom du modèle nécessaire, 200 caractères au plus.</source>
        <translation>Name of the template needed, 200 characters at most.</translation>
    </message>
    <message>
        <source>Le texte nomme encore le patient. Mettre {patient} à la place de son nom, puis recommencer.</source>
        <translation>The text still names the patient. Put {patient} in place of the name, then try again.</translation>
    </message>
    <message>
        <source>Objet du modèle nécessaire, 200 caractères au plus.</source>
        <translation>Subject of the template needed, 200 characters at most.</translation>
    </message>
    <message>
        <source>Ce modèle de courrier n’existe plus.</source>
        <translation>This letter template is gone.</translation>
    </message>
    <message>
        <source>Date avant la naissance. La vérifier.</source>
        <translation>Date before the birth. Check it.</translation>
    </message>
    <message>
        <source>Date à venir. Une mesure est d’aujourd’hui ou d’avant.</source>
        <translation>Date in the future. A measurement is of today or before.</translation>
    </message>
    <message>
        <source>Une correction garde la même mesure. Rayer celle-ci, puis en ajouter une autre.</source>
        <translation>A correction keeps the same measurement. Strike this one, then add another.</translation>
    </message>
    <message>
        <source>Mesure non reconnue. Écrire son nom, puis sa valeur : « poids 72,5 ».</source>
        <translation>Measurement not recognised. Type its name, then its value: “poids 72,5”.</translation>
    </message>
    <message>
        <source>Recherche dans les dossiers préparée en partie. La suite vient à la prochaine ouverture.</source>
        <translation>Search in the records prepared in part. The rest comes at the next opening.</translation>
    </message>
    <message>
        <source>Thésaurus incohérent (%1) : une interaction n’est pas la même dans les deux sens. Rien n’a été importé.</source>
        <translation>The thesaurus contradicts itself (%1): an interaction is not the same both ways. Nothing was imported.</translation>
    </message>
    <message>
        <source>Import arrêté. Le thésaurus n’a pas changé.</source>
        <translation>Import stopped. The thesaurus has not changed.</translation>
    </message>
    <message>
        <source>Table du thésaurus inattendue (%1) : il manque une colonne. Rien n’a été importé.</source>
        <translation>Unexpected thesaurus table (%1): a column is missing. Nothing was imported.</translation>
    </message>
    <message>
        <source>Thésaurus incohérent (%1) : une ligne s’y trouve deux fois. Rien n’a été importé.</source>
        <translation>The thesaurus contradicts itself (%1): a row is there twice. Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du thésaurus vide (%1). Le télécharger à nouveau. Rien n’a été importé.</source>
        <translation>Empty thesaurus file (%1). Download it again. Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du thésaurus illisible (%1) : son codage est inconnu. Rien n’a été importé.</source>
        <translation>Unreadable thesaurus file (%1): unknown encoding. Nothing was imported.</translation>
    </message>
    <message>
        <source>Niveau d’interaction inconnu dans le thésaurus (%1). Rien n’a été importé.</source>
        <translation>Unknown level of interaction in the thesaurus (%1). Nothing was imported.</translation>
    </message>
    <message>
        <source>Il manque un fichier du thésaurus (%1). Rien n’a été importé.</source>
        <translation>A file of the thesaurus is missing (%1). Nothing was imported.</translation>
    </message>
    <message>
        <source>Thésaurus plus court que le précédent (%1). Le télécharger à nouveau. Rien n’a été importé.</source>
        <translation>The thesaurus is shorter than the previous one (%1). Download it again. Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du thésaurus illisible (%1). Rien n’a été importé.</source>
        <translation>Unreadable thesaurus file (%1). Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du thésaurus trop gros (%1). Rien n’a été importé.</source>
        <translation>Thesaurus file too large (%1). Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du thésaurus coupé (%1). Le télécharger à nouveau. Rien n’a été importé.</source>
        <translation>Thesaurus file cut short (%1). Download it again. Nothing was imported.</translation>
    </message>
    <message>
        <source>Classe inconnue dans le thésaurus (%1). Rien n’a été importé.</source>
        <translation>Unknown class in the thesaurus (%1). Nothing was imported.</translation>
    </message>
    <message>
        <source>Fichier du thésaurus illisible (%1). Vérifier le dossier. Rien n’a été importé.</source>
        <translation>Unreadable thesaurus file (%1). Check the folder. Nothing was imported.</translation>
    </message>
    <message>
        <source>Thésaurus sans date (%1). Rien n’a été importé.</source>
        <translation>Thesaurus without a date (%1). Nothing was imported.</translation>
    </message>
    <message>
        <source>Il faut deux documents dans le dossier, et un choisi dans la liste, pour les comparer.</source>
        <translation>Two documents in the record, and one chosen in the list, are needed to compare them.</translation>
    </message>
    <message>
        <source>Le scanner est déjà utilisé. Attendre, ou fermer l’autre programme qui s’en sert.</source>
        <translation>The scanner is in use. Wait, or close the other program that uses it.</translation>
    </message>
    <message>
        <source>Lecture arrêtée. Les pages déjà lues sont gardées.</source>
        <translation>Scanning stopped. The pages already scanned are kept.</translation>
    </message>
    <message>
        <source>Le capot du scanner est ouvert. Le fermer, puis lire la page.</source>
        <translation>The scanner’s cover is open. Close it, then scan the page.</translation>
    </message>
    <message>
        <source>Ce poste n’a pas le droit d’utiliser le scanner. Ajouter l’utilisateur au groupe scanner.</source>
        <translation>This post may not use the scanner. Add the user to the group scanner.</translation>
    </message>
    <message>
        <source>Le scanner s’est arrêté. Les pages déjà lues sont gardées ; éteindre, rallumer, puis continuer.</source>
        <translation>The scanner stopped. The pages already scanned are kept; switch it off and on, then go on.</translation>
    </message>
    <message>
        <source>Le scanner ne répond pas. Vérifier qu’il est allumé et branché, puis le chercher (F5).</source>
        <translation>The scanner does not answer. Check that it is on and plugged in, then search for it (F5).</translation>
    </message>
    <message>
        <source>Bourrage du chargeur. Retirer la feuille, puis continuer : les pages déjà lues sont gardées.</source>
        <translation>Paper jam in the feeder. Remove the sheet, then go on: the pages already scanned are kept.</translation>
    </message>
    <message>
        <source>Pas de feuille dans le scanner. En mettre une, puis lire.</source>
        <translation>No sheet in the scanner. Put one in, then scan.</translation>
    </message>
    <message>
        <source>Aucun scanner trouvé. Vérifier qu’il est allumé et branché, puis chercher (F5).</source>
        <translation>No scanner found. Check that it is on and plugged in, then search (F5).</translation>
    </message>
    <message>
        <source>Le programme des scanners n’est pas installé (sane-utils).</source>
        <translation>The scanners’ program is not installed (sane-utils).</translation>
    </message>
    <message>
        <source>Ce scanner n’a pas de chargeur. Lire page par page (F2).</source>
        <translation>This scanner has no feeder. Scan page by page (F2).</translation>
    </message>
    <message>
        <source>Des pages lues ne sont pas rangées. Échap encore une fois les abandonne.</source>
        <translation>Scanned pages are not filed. Escape once more gives them up.</translation>
    </message>
    <message>
        <source>Pas de place en mémoire pour les pages du scanner. Fermer d’autres programmes, puis lire.</source>
        <translation>No memory left for the scanned pages. Close other programs, then scan.</translation>
    </message>
    <message>
        <source>Date non comprise ou déjà passée. Écrire « 3 mois », « 15 j » ou « 12/01/2027 ».</source>
        <translation>Date not understood, or past. Write “3 months”, “15 d” or “12/01/2027”.</translation>
    </message>
    <message>
        <source>Choisir d’abord l’analyse à contrôler.</source>
        <translation>Choose first the analysis to be done again.</translation>
    </message>
    <message>
        <source>Ce contrôle n’est plus là.</source>
        <translation>This control is no longer there.</translation>
    </message>
    <message>
        <source>Fichier de croissance illisible : l’enregistrer en UTF-8. Rien n’a été importé.</source>
        <translation>Growth file unreadable: save it as UTF-8. Nothing was imported.</translation>
    </message>
    <message>
        <source>Référence de croissance abîmée. La retirer, puis l’importer de nouveau.</source>
        <translation>Growth reference damaged. Remove it, then import it again.</translation>
    </message>
    <message>
        <source>Cette référence de croissance n’est plus là.</source>
        <translation>This growth reference is no longer there.</translation>
    </message>
    <message>
        <source>Fichier de croissance illisible. Vérifier ses droits et sa taille.</source>
        <translation>Growth file unreadable. Check its permissions and its size.</translation>
    </message>
    <message>
        <source>Les tables des interactions sont endommagées. Réinstaller Ambroise.</source>
        <translation>The tables of interactions are damaged. Reinstall Ambroise.</translation>
    </message>
    <message>
        <source>Posologie à préciser : elle a deux sens, ou aucun (ligne %1).</source>
        <translation>Posology to be made clear: it has two meanings, or none (line %1).</translation>
    </message>
    <message>
        <source>La posologie se contredit : la dose en lettres n’est pas celle en chiffres.</source>
        <translation>The posology contradicts itself: the dose in letters is not the one in figures.</translation>
    </message>
    <message>
        <source>Dates de la posologie impossibles.</source>
        <translation>Impossible dates in the posology.</translation>
    </message>
    <message>
        <source>Posologie à préciser.</source>
        <translation>Posology needed.</translation>
    </message>
    <message>
        <source>Une dose ou une durée ne peut pas être négative.</source>
        <translation>A dose or a duration cannot be negative.</translation>
    </message>
    <message>
        <source>Posologie sans aucune dose.</source>
        <translation>Posology without any dose.</translation>
    </message>
    <message>
        <source>Dose, nombre de prises ou durée hors de toute mesure.</source>
        <translation>Dose, number of intakes or duration out of all measure.</translation>
    </message>
    <message>
        <source>Posologie trop longue : 1000 caractères au plus.</source>
        <translation>Posology too long: 1000 characters at most.</translation>
    </message>
    <message>
        <source>Deux lectures : une prise au coucher, ou une le soir et une au coucher.</source>
        <translation>Two readings: one intake at bedtime, or one in the evening and one at bedtime.</translation>
    </message>
    <message>
        <source>Deux lectures : d’un nombre à l’autre, ou matin et soir.</source>
        <translation>Two readings: from one number to the other, or morning and evening.</translation>
    </message>
    <message>
        <source>Deux lectures de ce nombre : un millier, ou un nombre à virgule.</source>
        <translation>Two readings of this number: a thousand, or a decimal.</translation>
    </message>
    <message>
        <source>Deux lectures : préciser la dose et le nombre de prises.</source>
        <translation>Two readings: make the dose and the number of intakes clear.</translation>
    </message>
    <message>
        <source>Préciser l’unité de la dose : comprimé, ml, goutte.</source>
        <translation>Make the unit of the dose clear: tablet, ml, drop.</translation>
    </message>
    <message>
        <source>Liste des examens et des soins illisible. Réinstaller Ambroise.</source>
        <translation>The list of examinations and care cannot be read. Reinstall Ambroise.</translation>
    </message>
    <message>
        <source>Premier et dernier jour à préciser, dans cet ordre.</source>
        <translation>First and last day needed, in this order.</translation>
    </message>
    <message>
        <source>Demande illisible : elle a été endommagée.</source>
        <translation>This request cannot be read: it is damaged.</translation>
    </message>
    <message>
        <source>Lieu de départ à préciser.</source>
        <translation>Place of departure needed.</translation>
    </message>
    <message>
        <source>Renseignements cliniques à préciser : le radiologue en a besoin.</source>
        <translation>Clinical information needed: the radiologist wants it.</translation>
    </message>
    <message>
        <source>Rien n’est encore demandé. Chercher un acte.</source>
        <translation>Nothing is asked for yet. Look for an act.</translation>
    </message>
    <message>
        <source>Arrêt de plus d’un an : vérifier les dates.</source>
        <translation>More than a year off work: check the dates.</translation>
    </message>
    <message>
        <source>Un nombre ou une date est faux.</source>
        <translation>A number or a date is wrong.</translation>
    </message>
    <message>
        <source>Lieu d’arrivée à préciser.</source>
        <translation>Place of arrival needed.</translation>
    </message>
    <message>
        <source>60 lignes au plus, de 2 000 caractères chacune.</source>
        <translation>At most 60 lines, of 2,000 characters each.</translation>
    </message>
    <message>
        <source>Les tables des contrôles de la prescription sont endommagées. Réinstaller Ambroise.</source>
        <translation>The tables of the prescription checks are damaged. Reinstall Ambroise.</translation>
    </message>
    <message>
        <source>Ordonnance sécurisée : écrire doses, prises et durée en toutes lettres (ligne %1).</source>
        <translation>Secured form: write doses, intakes and duration in full letters (line %1).</translation>
    </message>
    <message>
        <source>Ordonnance sécurisée : vérifier que le renouvellement est permis (ligne %1).</source>
        <translation>Secured form: check that the renewal is allowed (line %1).</translation>
    </message>
    <message>
        <source>Aucune ligne à garder : écrire d’abord les lignes du modèle.</source>
        <translation>No line to keep: first write the lines of the template.</translation>
    </message>
    <message>
        <source>Nom du modèle nécessaire, 60 caractères au plus.</source>
        <translation>Name of the template needed, 60 characters at most.</translation>
    </message>
    <message>
        <source>Modèle supprimé entre-temps.</source>
        <translation>Template removed in the meantime.</translation>
    </message>
    <message>
        <source>Médicament biologique : il se prescrit par sa marque.</source>
        <translation>Biological medicine: it is prescribed by its brand.</translation>
    </message>
    <message>
        <source>Homéopathie : pas de dénomination commune.</source>
        <translation>Homeopathy: no common name.</translation>
    </message>
    <message>
        <source>Plus de trois substances : prescrire par la marque.</source>
        <translation>More than three substances: prescribe by the brand.</translation>
    </message>
    <message>
        <source>Composition inconnue : prescrire par la marque.</source>
        <translation>Composition unknown: prescribe by the brand.</translation>
    </message>
    <message>
        <source>Présentation en plusieurs éléments : prescrire par la marque.</source>
        <translation>Made of several parts: prescribe by the brand.</translation>
    </message>
    <message>
        <source>Dosage inconnu : prescrire par la marque.</source>
        <translation>Strength unknown: prescribe by the brand.</translation>
    </message>
    <message>
        <source>Motif du transport à choisir.</source>
        <translation>Choose the reason of the transport.</translation>
    </message>
    <message>
        <source>Moyen de transport à choisir.</source>
        <translation>Choose the means of transport.</translation>
    </message>
    <message>
        <source>La carte signe déjà. Attendre un instant.</source>
        <translation>The card is signing already. Wait a moment.</translation>
    </message>
    <message>
        <source>La carte du lecteur n’est pas celle de la personne connectée. Y mettre la sienne, puis signer.</source>
        <translation>The card in the reader is not that of the person signed in. Insert your own, then sign.</translation>
    </message>
    <message>
        <source>Ordonnance déjà signée par carte.</source>
        <translation>Prescription already signed by card.</translation>
    </message>
    <message>
        <source>Aucune imprimante par défaut sur ce poste. En choisir une dans Réglages, Imprimantes.</source>
        <translation>No default printer at this workstation. Choose one in Settings, Printers.</translation>
    </message>
    <message>
        <source>Tracer d’abord la signature.</source>
        <translation>Draw the signature first.</translation>
    </message>
    <message>
        <source>Signature enregistrée illisible. La tracer à nouveau dans Réglages, Ma signature.</source>
        <translation>Saved signature unreadable. Draw it again in Settings, My signature.</translation>
    </message>
    <message>
        <source>Tracé trop long. L’effacer, puis signer plus simplement.</source>
        <translation>Drawing too long. Erase it, then sign more simply.</translation>
    </message>
    <message>
        <source>Aucune signature enregistrée. La tracer dans Réglages, Ma signature.</source>
        <translation>No signature saved. Draw it in Settings, My signature.</translation>
    </message>
    <message>
        <source>Fin prévue illisible ou avant le début : une date, ou une durée comme « 10 j » ou « 3 mois ».</source>
        <translation>Planned end unreadable or before the start: a date, or a duration such as “10 d” or “3 months”.</translation>
    </message>
    <message>
        <source>Jour de l’arrêt impossible : ni à venir, ni avant le début du traitement.</source>
        <translation>The day of the stop cannot be: neither in the future nor before the treatment began.</translation>
    </message>
    <message>
        <source>Motif de l’arrêt nécessaire ; « autre » veut une précision.</source>
        <translation>A reason for stopping is needed; “other” wants a few words.</translation>
    </message>
    <message>
        <source>Cet arrêt n’est plus dans le dossier.</source>
        <translation>This stop is no longer in the record.</translation>
    </message>
    <message>
        <source>Précision trop longue : 200 caractères au plus.</source>
        <translation>Too long: 200 characters at most.</translation>
    </message>
    <message>
        <source>Ce traitement est déjà arrêté.</source>
        <translation>This treatment is already stopped.</translation>
    </message>
    <message>
        <source>Cet arrêt a déjà été repris.</source>
        <translation>This stop has already been taken back.</translation>
    </message>
    <message>
        <source>Cette ordonnance est d’un autre prescripteur : lui seul la signe par carte.</source>
        <translation>This prescription is of another prescriber: they alone sign it by card.</translation>
    </message>
    <message>
        <source>Deux lectures : une seule prise en tout, ou une prise par jour.</source>
        <translation>Two readings: one single intake, or one intake a day.</translation>
    </message>
    <message>
        <source>Deux durées différentes, dans la posologie et à part (ligne %1).</source>
        <translation>Two durations that differ, one in the posology and one beside it (line %1).</translation>
    </message>
    <message>
        <source>Aucune carte n’a signé cette ordonnance.</source>
        <translation>No card has signed this prescription.</translation>
    </message>
    <message>
        <source>Une autre signature a été enregistrée depuis : elle reste.</source>
        <translation>Another signature has been recorded since: it stays.</translation>
    </message>
    <message>
        <source>Les fichiers n’ont pas pu être écrits. Vérifier la place et les droits du dossier.</source>
        <translation>The files could not be written. Check the space and the rights of the folder.</translation>
    </message>
    <message>
        <source>Aucune imprimante.</source>
        <translation>No printer.</translation>
    </message>
    <message>
        <source>Rien n’est imprimé : Ctrl+P.</source>
        <translation>Nothing is printed: Ctrl+P.</translation>
    </message>
</context>
<context>
    <name>SignatureExport</name>
    <message>
        <source>Pour vérifier la signature par le certificat de l’autorité de la carte (autorite.pem), dans ce dossier : %1</source>
        <translation>To verify the signature by the certificate of the card’s authority (autorite.pem), in this folder: %1</translation>
    </message>
    <message>
        <source>Dossier où enregistrer l’ordonnance signée</source>
        <translation>Folder for the signed prescription</translation>
    </message>
    <message>
        <source>Le contenu, sa signature .p7s et la commande qui la vérifie : dans « %1 ».</source>
        <translation>The content, its .p7s signature and the command that verifies it: in “%1”.</translation>
    </message>
</context>
<context>
    <name>StatusChip</name>
    <message>
        <source>Qualifiée</source>
        <translation>Qualified</translation>
    </message>
    <message>
        <source>Validée</source>
        <translation>Validated</translation>
    </message>
    <message>
        <source>Récupérée</source>
        <translation>Retrieved</translation>
    </message>
    <message>
        <source>Douteuse</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>Fictive</source>
        <translation>Fictitious</translation>
    </message>
    <message>
        <source>Provisoire</source>
        <translation>Provisional</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Données chiffrées sur ce poste</source>
        <translation>Data encrypted on this workstation</translation>
    </message>
    <message>
        <source>Serveur du cabinet joint</source>
        <translation>Connected to the practice server</translation>
    </message>
    <message>
        <source>Formulaire </source>
        <translation>Formulary </translation>
    </message>
    <message>
        <source>Aucune base du médicament</source>
        <translation>No drug base</translation>
    </message>
    <message>
        <source>Poste %1</source>
        <translation>Workstation %1</translation>
    </message>
    <message>
        <source>Thésaurus </source>
        <translation>Thesaurus </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Problèmes</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Traitement en cours</source>
        <translation>Current treatment</translation>
    </message>
    <message>
        <source>Allergies, intolérances</source>
        <translation>Allergies, intolerances</translation>
    </message>
    <message>
        <source>Antécédents</source>
        <translation>Past history</translation>
    </message>
    <message>
        <source>Antécédents familiaux</source>
        <translation>Family history</translation>
    </message>
    <message>
        <source>Risques, mode de vie</source>
        <translation>Risks, way of life</translation>
    </message>
    <message>
        <source>Grossesses</source>
        <translation>Pregnancies</translation>
    </message>
    <message>
        <source>Implants</source>
        <translation>Implants</translation>
    </message>
    <message>
        <source>Problème</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Traitement</source>
        <translation>Treatment</translation>
    </message>
    <message>
        <source>Allergie, intolérance</source>
        <translation>Allergy, intolerance</translation>
    </message>
    <message>
        <source>Antécédent</source>
        <translation>Past condition</translation>
    </message>
    <message>
        <source>Antécédent familial</source>
        <translation>Family condition</translation>
    </message>
    <message>
        <source>Risque, mode de vie</source>
        <translation>Risk, way of life</translation>
    </message>
    <message>
        <source>Grossesse</source>
        <translation>Pregnancy</translation>
    </message>
    <message>
        <source>Implant</source>
        <translation>Implant</translation>
    </message>
    <message>
        <source>aucune connue</source>
        <translation>none known</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Non précisé</source>
        <translation>Not specified</translation>
    </message>
    <message>
        <source>Médicament</source>
        <translation>Drug</translation>
    </message>
    <message>
        <source>Classe</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Excipient</source>
        <translation>Excipient</translation>
    </message>
    <message>
        <source>Aliment</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Non précisée</source>
        <translation>Not specified</translation>
    </message>
    <message>
        <source>Légère</source>
        <translation>Mild</translation>
    </message>
    <message>
        <source>Modérée</source>
        <translation>Moderate</translation>
    </message>
    <message>
        <source>Grave</source>
        <translation>Severe</translation>
    </message>
    <message>
        <source>Suspectée</source>
        <translation>Suspected</translation>
    </message>
    <message>
        <source>Confirmée</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Fond</source>
        <translation>Long-term</translation>
    </message>
    <message>
        <source>Ponctuel</source>
        <translation>Short-term</translation>
    </message>
    <message>
        <source>Fin prévue</source>
        <translation>Planned end</translation>
    </message>
    <message>
        <source>Inefficace</source>
        <translation>Ineffective</translation>
    </message>
    <message>
        <source>Effet indésirable</source>
        <translation>Side effect</translation>
    </message>
    <message>
        <source>Contre-indication, interaction</source>
        <translation>Contraindication, interaction</translation>
    </message>
    <message>
        <source>Remplacé</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Souhait du patient</source>
        <translation>Patient’s wish</translation>
    </message>
</context>
<context>
    <name>TraceModel</name>
    <message>
        <source>pour %1</source>
        <translation>for %1</translation>
    </message>
    <message>
        <source>copie</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>INSi : une réponse</source>
        <translation>INSi: one answer</translation>
    </message>
    <message>
        <source>INSi : personne</source>
        <translation>INSi: nobody</translation>
    </message>
    <message>
        <source>INSi : plusieurs personnes</source>
        <translation>INSi: several people</translation>
    </message>
    <message>
        <source>INSi : pas de réponse</source>
        <translation>INSi: no answer</translation>
    </message>
    <message>
        <source>Dossier créé</source>
        <translation>Record created</translation>
    </message>
    <message>
        <source>Récupérée auprès d’INSi</source>
        <translation>Retrieved from INSi</translation>
    </message>
    <message>
        <source>Pièce contrôlée</source>
        <translation>Document checked</translation>
    </message>
    <message>
        <source>Pièce vue, sans effet</source>
        <translation>Document seen, no effect</translation>
    </message>
    <message>
        <source>Appli carte Vitale lue</source>
        <translation>Appli carte Vitale read</translation>
    </message>
    <message>
        <source>Trait corrigé</source>
        <translation>Trait corrected</translation>
    </message>
    <message>
        <source>Attributs changés</source>
        <translation>Attributes changed</translation>
    </message>
    <message>
        <source>INS plus reconnu par INSi</source>
        <translation>INS no longer held by INSi</translation>
    </message>
    <message>
        <source>Contrôle annulé</source>
        <translation>Check withdrawn</translation>
    </message>
    <message>
        <source>Dossiers réunis</source>
        <translation>Records merged</translation>
    </message>
    <message>
        <source>Dossiers séparés</source>
        <translation>Records separated</translation>
    </message>
    <message>
        <source>dossier nº %1</source>
        <translation>record no. %1</translation>
    </message>
    <message>
        <source>INSi : INS reconnu</source>
        <translation>INSi: INS held</translation>
    </message>
    <message>
        <source>INSi : INS non reconnu</source>
        <translation>INSi: INS no longer held</translation>
    </message>
    <message>
        <source>INSi : INS non vérifié</source>
        <translation>INSi: INS not verified</translation>
    </message>
</context>
<context>
    <name>Treatments</name>
    <message>
        <source>Fin prévue</source>
        <translation>Planned end</translation>
    </message>
    <message>
        <source>Inefficace</source>
        <translation>Ineffective</translation>
    </message>
    <message>
        <source>Effet indésirable</source>
        <translation>Side effect</translation>
    </message>
    <message>
        <source>Contre-indication, interaction</source>
        <translation>Contraindication, interaction</translation>
    </message>
    <message>
        <source>Remplacé</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Souhait du patient</source>
        <translation>Patient’s wish</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Fond (proposé)</source>
        <translation>Long-term (proposed)</translation>
    </message>
    <message>
        <source>Fond</source>
        <translation>Long-term</translation>
    </message>
    <message>
        <source>Ponctuel (proposé)</source>
        <translation>Short-term (proposed)</translation>
    </message>
    <message>
        <source>Ponctuel</source>
        <translation>Short-term</translation>
    </message>
    <message>
        <source>Non précisé</source>
        <translation>Not specified</translation>
    </message>
    <message>
        <source>non connu</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>non dite</source>
        <translation>not told</translation>
    </message>
    <message>
        <source>%1, dépassée</source>
        <translation>%1, overdue</translation>
    </message>
    <message>
        <source>%1, passée</source>
        <translation>%1, passed</translation>
    </message>
    <message>
        <source>jour non noté</source>
        <translation>day not recorded</translation>
    </message>
    <message>
        <source>motif non noté</source>
        <translation>reason not recorded</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>depuis : %1</source>
        <translation>since: %1</translation>
    </message>
    <message>
        <source>fin prévue : %1</source>
        <translation>planned end: %1</translation>
    </message>
    <message>
        <source>arrêté : %1</source>
        <translation>stopped: %1</translation>
    </message>
    <message>
        <source>Confirmer : fond</source>
        <translation>Confirm: long-term</translation>
    </message>
    <message>
        <source>Noter : fond</source>
        <translation>Mark: long-term</translation>
    </message>
    <message>
        <source>Confirmer : ponctuel</source>
        <translation>Confirm: short-term</translation>
    </message>
    <message>
        <source>Noter : ponctuel</source>
        <translation>Mark: short-term</translation>
    </message>
    <message>
        <source>Effacer l’usage</source>
        <translation>Clear the use</translation>
    </message>
    <message>
        <source>noté de fond</source>
        <translation>marked long-term</translation>
    </message>
    <message>
        <source>noté ponctuel</source>
        <translation>marked short-term</translation>
    </message>
    <message>
        <source>usage effacé</source>
        <translation>use cleared</translation>
    </message>
</context>
<context>
    <name>TrialWords</name>
    <message>
        <source>Imprimante : celle de la machine</source>
        <translation>Printer: the machine’s</translation>
    </message>
    <message>
        <source>Imprimante : %1</source>
        <translation>Printer: %1</translation>
    </message>
    <message>
        <source>Bac : celui que l’imprimante choisit</source>
        <translation>Tray: the one that the printer chooses</translation>
    </message>
    <message>
        <source>Bac : %1</source>
        <translation>Tray: %1</translation>
    </message>
    <message>
        <source>Exemplaires : %1</source>
        <translation>Copies: %1</translation>
    </message>
    <message>
        <source>Le haut du formulaire finit au-dessus de ce trait : %1 mm</source>
        <translation>The form’s head ends above this line: %1 mm</translation>
    </message>
    <message>
        <source>Le bas du formulaire commence sous ce trait : %1 mm</source>
        <translation>The form’s foot begins below this line: %1 mm</translation>
    </message>
    <message>
        <source>Page d’essai</source>
        <translation>Test page</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>non commercialisé</source>
        <translation>not marketed</translation>
    </message>
    <message>
        <source>délivrée le %1 par %2</source>
        <translation>dispensed on %1 by %2</translation>
    </message>
    <message>
        <source>délivrée en partie</source>
        <translation>dispensed in part</translation>
    </message>
    <message>
        <source>délivrée</source>
        <translation>dispensed</translation>
    </message>
    <message>
        <source>non délivrée</source>
        <translation>not dispensed</translation>
    </message>
    <message>
        <source>Ordonnance %1</source>
        <translation>Ordonnance %1</translation>
    </message>
    <message>
        <source>Déjà justifié le %1 par %2 : %3</source>
        <translation>Already justified on %1 by %2: %3</translation>
    </message>
    <message>
        <source>base publique du %1</source>
        <translation>public base of %1</translation>
    </message>
    <message>
        <source>formulaire du %1</source>
        <translation>formulary of %1</translation>
    </message>
    <message>
        <source>thésaurus du %1</source>
        <translation>thesaurus of %1</translation>
    </message>
    <message>
        <source>signature de carte fausse</source>
        <translation>card signature is false</translation>
    </message>
    <message>
        <source>signée par la carte de %1, autorité de la carte non vérifiée</source>
        <translation>signed by the card of %1, the card&apos;s authority not verified</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::AccountModel</name>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>expirée</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>enregistrée</source>
        <translation>registered</translation>
    </message>
    <message numerus="yes">
        <source>%n carte(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message>
        <source>jamais</source>
        <translation>never</translation>
    </message>
    <message>
        <source>actif</source>
        <translation>active</translation>
    </message>
    <message>
        <source>fermé</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>%1, %2, identifiant %3, dernière session : %4, carte : %5, compte %6</source>
        <translation>%1, %2, login %3, last session: %4, card: %5, account %6</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Dernière session</source>
        <translation>Last session</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Compte</source>
        <translation>Account</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::AccountsPage</name>
    <message>
        <source>Comptes</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Droits de chaque rôle</source>
        <translation>Rights of each role</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Retirer la carte</source>
        <translation>Remove the card</translation>
    </message>
    <message>
        <source>Fermer le compte</source>
        <translation>Close the account</translation>
    </message>
    <message>
        <source>Rouvrir le compte</source>
        <translation>Reopen the account</translation>
    </message>
    <message>
        <source>%1 : compte modifié.</source>
        <translation>%1: account changed.</translation>
    </message>
    <message>
        <source>%1 peut ouvrir une session avec l’identifiant %2 et ce mot de passe.</source>
        <translation>%1 can open a session with the login %2 and this password.</translation>
    </message>
    <message>
        <source>%1 : mot de passe remplacé.</source>
        <translation>%1: password replaced.</translation>
    </message>
    <message>
        <source>%1 : compte rouvert.</source>
        <translation>%1: account reopened.</translation>
    </message>
    <message>
        <source>La carte de %1, enregistrée le %2, n’ouvrira plus de session au nom de %3.</source>
        <translation>The card of %1, registered on %2, will no longer open a session of %3.</translation>
    </message>
    <message>
        <source>%1 : carte retirée.</source>
        <translation>%1: card removed.</translation>
    </message>
    <message>
        <source>%1 n’ouvrira plus de session : mot de passe et cartes sont retirés. Ce qui a été écrit reste. Rouvrir demandera un nouveau mot de passe.</source>
        <translation>%1 will no longer open a session: password and cards are removed. What was written stays. Reopening will take a new password.</translation>
    </message>
    <message>
        <source>%1 : compte fermé.</source>
        <translation>%1: account closed.</translation>
    </message>
    <message>
        <source>Votre propre compte ne peut être fermé que par une autre personne.</source>
        <translation>Your own account can only be closed by another person.</translation>
    </message>
    <message>
        <source>La carte de %1 n’ouvrira plus de session au nom de %2.</source>
        <translation>The card of %1 will no longer open a session of %2.</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::BreakGlassPage</name>
    <message>
        <source>Bris de glace</source>
        <translation>Emergency access</translation>
    </message>
    <message>
        <source>Ouvre le dossier médical de ce patient, en lecture seule, jusqu’au prochain verrouillage. Le motif et votre nom sont inscrits au journal, que le médecin relit.</source>
        <translation>Opens this patient’s medical record, to read only, until the next lock. The reason and your name are written to the journal, which the doctor reviews.</translation>
    </message>
    <message>
        <source>Motif, en une phrase</source>
        <translation>Reason, in one sentence</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::CardSection</name>
    <message>
        <source>Code de la carte</source>
        <translation>Card code</translation>
    </message>
    <message>
        <source>Enregistrer cette carte</source>
        <translation>Register this card</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Avec sa carte et son code, la session s’ouvre sans mot de passe ; elle se verrouille quand la carte est retirée.</source>
        <translation>With one’s card and its code the session opens without a password; it locks when the card is taken out.</translation>
    </message>
    <message>
        <source>Carte enregistrée : %1</source>
        <translation>Registered card: %1</translation>
    </message>
    <message>
        <source>Carte lue : %1</source>
        <translation>Card read: %1</translation>
    </message>
    <message>
        <source>Taper le code sur le clavier du lecteur.</source>
        <translation>Type the code on the reader’s keypad.</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Retirer : %1</source>
        <translation>Remove: %1</translation>
    </message>
    <message>
        <source>Lecture de la carte…</source>
        <translation>Reading the card…</translation>
    </message>
    <message>
        <source>Taper le code de la carte.</source>
        <translation>Type the card’s code.</translation>
    </message>
    <message>
        <source>Cette carte est au nom de %1. Qui la tient ouvrira la session de %2.</source>
        <translation>This card is in the name of %1. Whoever holds it will open the session of %2.</translation>
    </message>
    <message>
        <source>Enregistrer quand même</source>
        <translation>Register anyway</translation>
    </message>
    <message>
        <source>Carte enregistrée : elle ouvre votre session avec son code.</source>
        <translation>Card registered: it opens your session with its code.</translation>
    </message>
    <message>
        <source>Cette carte n’ouvrira plus votre session ; le mot de passe reste.</source>
        <translation>This card will no longer open your session; the password stays.</translation>
    </message>
    <message>
        <source>Retirer la carte</source>
        <translation>Remove the card</translation>
    </message>
    <message>
        <source>Carte retirée.</source>
        <translation>Card removed.</translation>
    </message>
    <message>
        <source>%1, enregistrée le %2</source>
        <translation>%1, registered on %2</translation>
    </message>
    <message>
        <source>%1, valable jusqu’au %2</source>
        <translation>%1, valid until %2</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::ConfirmLine</name>
    <message>
        <source>Ne rien changer</source>
        <translation>Change nothing</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::DelegationsPage</name>
    <message>
        <source>pour %1, du %2 au %3</source>
        <translation>for %1, from %2 to %3</translation>
    </message>
    <message>
        <source>terminée le %1</source>
        <translation>ended on %1</translation>
    </message>
    <message>
        <source>passée</source>
        <translation>past</translation>
    </message>
    <message>
        <source>En cours</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Personne ne contrôle les identités par délégation.</source>
        <translation>Nobody checks identities by delegation.</translation>
    </message>
    <message>
        <source>Déléguer</source>
        <translation>Delegate</translation>
    </message>
    <message>
        <source>Délégations</source>
        <translation>Delegations</translation>
    </message>
    <message>
        <source>Interroger INSi et contrôler les pièces d’identité, au nom d’un médecin.</source>
        <translation>Ask INSi and check identity documents, in a doctor’s name.</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Choisir</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Jusqu’au</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Suppr met fin à la délégation choisie.</source>
        <translation>Del ends the chosen delegation.</translation>
    </message>
    <message>
        <source>Choisir la personne à qui déléguer.</source>
        <translation>Choose the person to delegate to.</translation>
    </message>
    <message>
        <source>Délégué à %1 jusqu’au %2.</source>
        <translation>Delegated to %1 until %2.</translation>
    </message>
    <message>
        <source>Délégation terminée.</source>
        <translation>Delegation ended.</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::GivenPassword</name>
    <message>
        <source>Nouveau mot de passe</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Remplace le mot de passe actuel. À remettre à la personne, qui le change ensuite dans Réglages, Mon compte.</source>
        <translation>Replaces the present password. To be handed to the person, who then changes it in Settings, My account.</translation>
    </message>
    <message>
        <source>Le compte fermé n’a plus aucun accès : il rouvre avec un nouveau mot de passe. Une carte est à enregistrer de nouveau.</source>
        <translation>The closed account has no access left: it reopens with a new password. A card must be registered anew.</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Rouvrir le compte</source>
        <translation>Reopen the account</translation>
    </message>
    <message>
        <source>Donner ce mot de passe</source>
        <translation>Give this password</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::Moments</name>
    <message>
        <source>lundi à %1</source>
        <translation>Monday at %1</translation>
    </message>
    <message>
        <source>mardi à %1</source>
        <translation>Tuesday at %1</translation>
    </message>
    <message>
        <source>mercredi à %1</source>
        <translation>Wednesday at %1</translation>
    </message>
    <message>
        <source>jeudi à %1</source>
        <translation>Thursday at %1</translation>
    </message>
    <message>
        <source>vendredi à %1</source>
        <translation>Friday at %1</translation>
    </message>
    <message>
        <source>samedi à %1</source>
        <translation>Saturday at %1</translation>
    </message>
    <message>
        <source>dimanche à %1</source>
        <translation>Sunday at %1</translation>
    </message>
    <message>
        <source>à %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>hier à %1</source>
        <translation>yesterday at %1</translation>
    </message>
    <message>
        <source>le %1</source>
        <translation>on %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::NewPassword</name>
    <message>
        <source>Douze caractères au moins. Quatre mots sans lien font un bon mot de passe.</source>
        <translation>Twelve characters at least. Four unrelated words make a good password.</translation>
    </message>
    <message>
        <source>Trop long : 1024 caractères au plus.</source>
        <translation>Too long: 1024 characters at most.</translation>
    </message>
    <message>
        <source>Trop connu. Ajouter des mots moins attendus.</source>
        <translation>Too well known. Add less expected words.</translation>
    </message>
    <message>
        <source>Il contient un nom du cabinet ou le vôtre. En choisir un autre.</source>
        <translation>It contains a name of the practice or yours. Choose another.</translation>
    </message>
    <message>
        <source>Trop de répétitions. Varier les mots.</source>
        <translation>Too many repeats. Vary the words.</translation>
    </message>
    <message>
        <source>Une suite de touches ou de chiffres se devine. Varier les mots.</source>
        <translation>A run of keys or digits is easily guessed. Vary the words.</translation>
    </message>
    <message>
        <source>Accepté. Un ou deux mots de plus le rendraient solide.</source>
        <translation>Accepted. One or two more words would make it strong.</translation>
    </message>
    <message>
        <source>Faible.</source>
        <translation>Weak.</translation>
    </message>
    <message>
        <source>Moyen.</source>
        <translation>Fair.</translation>
    </message>
    <message>
        <source>Solide.</source>
        <translation>Strong.</translation>
    </message>
    <message>
        <source>Très solide.</source>
        <translation>Very strong.</translation>
    </message>
    <message>
        <source>Ce mot de passe n’est pas accepté. En choisir un autre.</source>
        <translation>This password is not accepted. Choose another.</translation>
    </message>
    <message>
        <source>Douze caractères au moins, une phrase si possible.</source>
        <translation>Twelve characters at least, a sentence if possible.</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::OpenPane</name>
    <message>
        <source>Lecture de carte non installée</source>
        <translation>Card reading not installed</translation>
    </message>
    <message>
        <source>Lecteur débranché</source>
        <translation>Reader unplugged</translation>
    </message>
    <message>
        <source>Pas de carte</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>Lecture de la carte…</source>
        <translation>Reading the card…</translation>
    </message>
    <message>
        <source>Carte lue : %1</source>
        <translation>Card read: %1</translation>
    </message>
    <message>
        <source>Carte inconnue : %1</source>
        <translation>Unknown card: %1</translation>
    </message>
    <message>
        <source>Carte expirée : %1</source>
        <translation>Expired card: %1</translation>
    </message>
    <message>
        <source>Carte bloquée : %1</source>
        <translation>Blocked card: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n essai(s) avant blocage de la carte.</source>
        <translation>
            <numerusform>%n try left before the card is blocked.</numerusform>
            <numerusform>%n tries left before the card is blocked.</numerusform>
        </translation>
    </message>
    <message>
        <source>Il reste peu d’essais avant blocage de la carte.</source>
        <translation>Few tries left before the card is blocked.</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Carte CPS</source>
        <translation>CPS card</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Code à 4 chiffres</source>
        <translation>4-digit code</translation>
    </message>
    <message>
        <source>Ouvrir la session</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Accès perdu ?</source>
        <translation>Lost access?</translation>
    </message>
    <message>
        <source>Carte CPE</source>
        <translation>CPE card</translation>
    </message>
    <message>
        <source>Ouverture…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Taper le code sur le clavier du lecteur.</source>
        <translation>Type the code on the keypad of the reader.</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::OwnAccountPage</name>
    <message>
        <source>Mon compte</source>
        <translation>My account</translation>
    </message>
    <message>
        <source>%1 · %2 · identifiant %3</source>
        <translation>%1 · %2 · login %3</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::PasswordSection</name>
    <message>
        <source>Mot de passe actuel</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>Nouveau mot de passe</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Changer le mot de passe</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Vérification…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Taper d’abord le mot de passe actuel.</source>
        <translation>Type the present password first.</translation>
    </message>
    <message>
        <source>Trop d’essais. Nouvel essai dans %1.</source>
        <translation>Too many attempts. Try again in %1.</translation>
    </message>
    <message>
        <source>Mot de passe changé.</source>
        <translation>Password changed.</translation>
    </message>
    <message>
        <source>Ce n’est pas votre mot de passe actuel.</source>
        <translation>This is not your present password.</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::PeopleList</name>
    <message>
        <source>ouverte sur %1</source>
        <translation>open on %1</translation>
    </message>
    <message>
        <source>session ouverte sur %1</source>
        <translation>signed in on %1</translation>
    </message>
    <message>
        <source>dernière session %1</source>
        <translation>last signed in %1</translation>
    </message>
    <message>
        <source>Personnes du cabinet</source>
        <translation>People of the practice</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::PeoplePane</name>
    <message>
        <source>Autre utilisateur</source>
        <translation>Another user</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Changer d’utilisateur</source>
        <translation>Switch user</translation>
    </message>
    <message>
        <source>Autre cabinet</source>
        <translation>Another practice</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::PersonForm</name>
    <message>
        <source>Premier mot de passe</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>Choisi ici par vous, à remettre à la personne, qui le change ensuite dans Réglages, Mon compte.</source>
        <translation>Chosen here by you, to be handed to the person, who then changes it in Settings, My account.</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Titre, s’il s’imprime</source>
        <translation>Title, if it is printed</translation>
    </message>
    <message>
        <source>Numéro RPPS</source>
        <translation>RPPS number</translation>
    </message>
    <message>
        <source>Numéro d’assurance maladie</source>
        <translation>Health insurance number</translation>
    </message>
    <message>
        <source>Spécialité, comme elle s’imprime</source>
        <translation>Specialty, as printed</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Ajouter une personne</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>La clé ne correspond pas : à relire sur la carte.</source>
        <translation>The check digit does not match: read it again on the card.</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::RecoveryPane</name>
    <message>
        <source>Identifiant</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Nouveau mot de passe</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Accès perdu</source>
        <translation>Lost access</translation>
    </message>
    <message>
        <source>Taper la clé de secours, imprimée à la création du cabinet. Elle donne un nouveau mot de passe.</source>
        <translation>Type the recovery key, printed when the practice was created. It gives a new password.</translation>
    </message>
    <message>
        <source>Pour %1. L’ancien mot de passe ne servira plus.</source>
        <translation>For %1. The old password will no longer work.</translation>
    </message>
    <message>
        <source>Ouverture…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Ouvrir la session</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Clé complète.</source>
        <translation>Key complete.</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::RightsTable</name>
    <message>
        <source>Droits de chaque rôle</source>
        <translation>Rights of each role</translation>
    </message>
    <message>
        <source>Droit</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>%1, %2 : %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Lire l’administratif</source>
        <translation>Read administrative data</translation>
    </message>
    <message>
        <source>Tenir l’administratif</source>
        <translation>Keep administrative data</translation>
    </message>
    <message>
        <source>Lire le dossier médical</source>
        <translation>Read the medical record</translation>
    </message>
    <message>
        <source>Tenir le dossier médical</source>
        <translation>Keep the medical record</translation>
    </message>
    <message>
        <source>Prescrire et signer</source>
        <translation>Prescribe and sign</translation>
    </message>
    <message>
        <source>Lire une ordonnance</source>
        <translation>Read an ordonnance</translation>
    </message>
    <message>
        <source>Délivrer</source>
        <translation>Dispense</translation>
    </message>
    <message>
        <source>Bris de glace</source>
        <translation>Emergency access</translation>
    </message>
    <message>
        <source>Lire le journal</source>
        <translation>Read the journal</translation>
    </message>
    <message>
        <source>Gérer les comptes</source>
        <translation>Manage accounts</translation>
    </message>
    <message>
        <source>Gérer le cabinet</source>
        <translation>Manage the practice</translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::SignInPage</name>
    <message>
        <source>Ouvrir la session</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Session de %1</source>
        <translation>Session of %1</translation>
    </message>
    <message>
        <source>Verrouillée %1. Le travail en cours reste en place.</source>
        <translation>Locked %1. Work in progress stays in place.</translation>
    </message>
    <message>
        <source>Autre utilisateur</source>
        <translation>Another user</translation>
    </message>
    <message>
        <source>Taper l’identifiant reçu à la création du compte.</source>
        <translation>Type the login received when the account was created.</translation>
    </message>
    <message>
        <source>Bonjour %1</source>
        <translation>Hello %1</translation>
    </message>
    <message>
        <source>Choisissez comment ouvrir votre session.</source>
        <translation>Choose how to sign in.</translation>
    </message>
    <message>
        <source>Session de %1, verrouillée %2</source>
        <translation>Session of %1, locked %2</translation>
    </message>
    <message>
        <source>Taper l’identifiant.</source>
        <translation>Type the login.</translation>
    </message>
    <message>
        <source>Taper le code de la carte.</source>
        <translation>Type the code of the card.</translation>
    </message>
    <message>
        <source>Taper le mot de passe.</source>
        <translation>Type the password.</translation>
    </message>
    <message>
        <source>Nouvel essai dans %1.</source>
        <translation>Next try in %1.</translation>
    </message>
</context>
<context>
    <name>ambroise::agenda::ui::AppointmentForm</name>
    <message>
        <source>Nom, date de naissance ou téléphone</source>
        <translation>Name, birth date or phone</translation>
    </message>
    <message>
        <source>Déjà là : en salle d’attente</source>
        <translation>Already here: in the waiting room</translation>
    </message>
    <message>
        <source>Patients trouvés</source>
        <translation>Patients found</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Avec</source>
        <translation>With</translation>
    </message>
    <message>
        <source>Le</source>
        <translation>On</translation>
    </message>
    <message>
        <source>À</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nouveau rendez-vous</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Rendez-vous</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Aucun patient de ce nom. Le créer : Ctrl+N</source>
        <translation>No patient of that name. Create one: Ctrl+N</translation>
    </message>
</context>
<context>
    <name>ambroise::agenda::ui::DayGrid</name>
    <message>
        <source>Agenda du jour</source>
        <translation>Agenda of the day</translation>
    </message>
</context>
<context>
    <name>ambroise::agenda::ui::DayPage</name>
    <message>
        <source>Présentation</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Rendez-vous du jour</source>
        <translation>Appointments of the day</translation>
    </message>
    <message>
        <source>Salle d’attente</source>
        <translation>Waiting room</translation>
    </message>
    <message>
        <source>Journée</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Veille</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Lendemain</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>Rendez-vous</source>
        <translation>Appointment</translation>
    </message>
    <message numerus="yes">
        <source>%n rendez-vous</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n en attente</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 : %2.</source>
        <translation>%1: %2.</translation>
    </message>
</context>
<context>
    <name>ambroise::agenda::ui::VisitPanel</name>
    <message>
        <source>Journée</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Arrivé</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>En consultation</source>
        <translation>Being seen</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Encore attendu</source>
        <translation>Still expected</translation>
    </message>
    <message>
        <source>Contrôler la pièce</source>
        <translation>Check the document</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Annulé</source>
        <translation>Cancelled</translation>
    </message>
</context>
<context>
    <name>ambroise::agenda::ui::WaitingModel</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Salle d’attente</source>
        <translation>Waiting room</translation>
    </message>
    <message>
        <source>attente %1</source>
        <translation>wait %1</translation>
    </message>
    <message>
        <source>En consultation</source>
        <translation>Being seen</translation>
    </message>
</context>
<context>
    <name>ambroise::app::CabinetShell</name>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>Aller à</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Partout</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Patient ou action</source>
        <translation>Patient or action</translation>
    </message>
    <message>
        <source>Verrouiller, changer d’utilisateur</source>
        <translation>Lock, switch user</translation>
    </message>
    <message>
        <source>Fermer le dossier</source>
        <translation>Close the record</translation>
    </message>
    <message>
        <source>Dossier ouvert suivant</source>
        <translation>Next open record</translation>
    </message>
    <message>
        <source>Nouveau patient</source>
        <translation>New patient</translation>
    </message>
    <message>
        <source>dossier ouvert : %1</source>
        <translation>open record: %1</translation>
    </message>
    <message>
        <source>Médicaments</source>
        <translation>Drugs</translation>
    </message>
    <message>
        <source>Journal des accès</source>
        <translation>Access journal</translation>
    </message>
    <message>
        <source>Identités</source>
        <translation>Identities</translation>
    </message>
    <message>
        <source>Carte Vitale</source>
        <translation>Carte Vitale</translation>
    </message>
    <message>
        <source>Vérifier auprès d’INSi</source>
        <translation>Verify with INSi</translation>
    </message>
    <message>
        <source>Journée</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Patient suivant</source>
        <translation>Next patient</translation>
    </message>
    <message>
        <source>Patient précédent</source>
        <translation>Previous patient</translation>
    </message>
    <message>
        <source>En salle d’attente</source>
        <translation>To the waiting room</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Prévention</source>
        <translation>Prevention</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Chercher dans les dossiers</source>
        <translation>Search the records</translation>
    </message>
    <message>
        <source>Bilans</source>
        <translation>Reviews</translation>
    </message>
</context>
<context>
    <name>ambroise::app::ClinicalPages</name>
    <message>
        <source>Consultation</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Ordonnances</source>
        <translation>Ordonnances</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Prévention</source>
        <translation>Prevention</translation>
    </message>
    <message>
        <source>Ordonnance</source>
        <translation>Ordonnance</translation>
    </message>
    <message>
        <source>Voir la feuille</source>
        <translation>View the sheet</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Renouveler la dernière ordonnance</source>
        <translation>Renew the last ordonnance</translation>
    </message>
    <message>
        <source>Signer et imprimer</source>
        <translation>Sign and print</translation>
    </message>
    <message>
        <source>non calculée</source>
        <translation>not computed</translation>
    </message>
    <message>
        <source>Notes perso.</source>
        <translation>Own notes</translation>
    </message>
    <message>
        <source>Notes personnelles</source>
        <translation>Personal notes</translation>
    </message>
    <message>
        <source>Mesures</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Courriers</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Demandes</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>DCI ou marque</source>
        <translation>INN or brand</translation>
    </message>
    <message>
        <source>Signer par carte</source>
        <translation>Sign by card</translation>
    </message>
    <message>
        <source>Traitements</source>
        <translation>Treatments</translation>
    </message>
    <message>
        <source>Signer à la main, à l’écran</source>
        <translation>Sign by hand, on the screen</translation>
    </message>
    <message>
        <source>Exporter la signature de la carte</source>
        <translation>Export the card’s signature</translation>
    </message>
</context>
<context>
    <name>ambroise::app::ConsultationDesk</name>
    <message>
        <source>Consultation</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Modèle</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Faire un modèle</source>
        <translation>Make a template</translation>
    </message>
    <message>
        <source>Retenir les mesures proposées</source>
        <translation>Keep the proposed measures</translation>
    </message>
    <message>
        <source>Mesures de la note</source>
        <translation>Measures of the note</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Résumé</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Chercher dans le dossier</source>
        <translation>Search in the record</translation>
    </message>
    <message>
        <source>Signer la correction</source>
        <translation>Sign the correction</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Écrire la note d’abord</source>
        <translation>Write the note first</translation>
    </message>
    <message>
        <source>Signer la note</source>
        <translation>Sign the note</translation>
    </message>
    <message>
        <source>Ajouter un problème</source>
        <translation>Add a problem</translation>
    </message>
    <message>
        <source>Ajouter une allergie</source>
        <translation>Add an allergy</translation>
    </message>
    <message>
        <source>Ajouter un traitement</source>
        <translation>Add a treatment</translation>
    </message>
    <message>
        <source>Ajouter un antécédent</source>
        <translation>Add a past condition</translation>
    </message>
    <message>
        <source>Ajouter un antécédent familial</source>
        <translation>Add a family condition</translation>
    </message>
    <message>
        <source>Ajouter un risque ou un mode de vie</source>
        <translation>Add a risk or a way of life</translation>
    </message>
    <message>
        <source>Ajouter une grossesse</source>
        <translation>Add a pregnancy</translation>
    </message>
    <message>
        <source>Ajouter un implant</source>
        <translation>Add an implant</translation>
    </message>
</context>
<context>
    <name>ambroise::app::DemandeDesk</name>
    <message>
        <source>%1 Produit de contraste iodé + %2 : %3</source>
        <translation>%1 Iodinated contrast medium + %2: %3</translation>
    </message>
    <message>
        <source>Interactions non contrôlées : thésaurus à importer</source>
        <translation>Interactions not checked: import the thesaurus</translation>
    </message>
    <message>
        <source>Demande</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Voir la feuille</source>
        <translation>See the sheet</translation>
    </message>
    <message>
        <source>Reprendre la demande signée</source>
        <translation>Take up the signed request</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>En rapport avec l’ALD</source>
        <translation>Related to the ALD</translation>
    </message>
    <message>
        <source>Genre suivant</source>
        <translation>Next kind</translation>
    </message>
    <message>
        <source>Genre précédent</source>
        <translation>Previous kind</translation>
    </message>
    <message>
        <source>Effacer la demande</source>
        <translation>Clear the request</translation>
    </message>
    <message>
        <source>Signer et imprimer</source>
        <translation>Sign and print</translation>
    </message>
    <message>
        <source>Choisir un acte d’abord</source>
        <translation>Choose an act first</translation>
    </message>
</context>
<context>
    <name>ambroise::app::DocumentDesk</name>
    <message>
        <source>Courrier</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Résultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Ranger un document…</source>
        <translation>File a document…</translation>
    </message>
    <message>
        <source>Tourner la page</source>
        <translation>Turn the page</translation>
    </message>
    <message>
        <source>Ranger un document</source>
        <translation>File a document</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.txt);;Tous (*)</source>
        <translation>Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.txt);;All (*)</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Ranger ce que le scanner a lu</source>
        <translation>File what the scanner read</translation>
    </message>
    <message>
        <source>Prendre une photo</source>
        <translation>Take a photograph</translation>
    </message>
    <message>
        <source>photographie.jpg</source>
        <translation>photograph.jpg</translation>
    </message>
    <message>
        <source>Photographie</source>
        <translation>Photograph</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Comparer à un autre</source>
        <translation>Compare with another</translation>
    </message>
    <message>
        <source>Document scanné</source>
        <translation>Scanned document</translation>
    </message>
    <message>
        <source>scan.pdf</source>
        <translation>scan.pdf</translation>
    </message>
</context>
<context>
    <name>ambroise::app::DrugChangesView</name>
    <message numerus="yes">
        <source>%n nouveau(x)</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retiré(s) de la base</source>
        <translation>
            <numerusform>%n removed from the base</numerusform>
            <numerusform>%n removed from the base</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arrêt(s) de commercialisation</source>
        <translation>
            <numerusform>%n no longer marketed</numerusform>
            <numerusform>%n no longer marketed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n de nouveau commercialisé(s)</source>
        <translation>
            <numerusform>%n marketed again</numerusform>
            <numerusform>%n marketed again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prix changé(s)</source>
        <translation>
            <numerusform>%n price changed</numerusform>
            <numerusform>%n prices changed</numerusform>
        </translation>
    </message>
    <message>
        <source>sans prix</source>
        <translation>no price</translation>
    </message>
    <message>
        <source>%1 : %2, avant %3</source>
        <translation>%1: %2, before %3</translation>
    </message>
    <message numerus="yes">
        <source>et %n autre(s) (ambroisectl ref changes)</source>
        <translation>
            <numerusform>and %n other (ambroisectl ref changes)</numerusform>
            <numerusform>and %n others (ambroisectl ref changes)</numerusform>
        </translation>
    </message>
    <message>
        <source>Base du médicament, du %1 au %2 : %3.</source>
        <translation>Drug base, from %1 to %2: %3.</translation>
    </message>
    <message>
        <source>Différences de la base du médicament</source>
        <translation>Differences of the drug base</translation>
    </message>
    <message>
        <source>Replier les différences</source>
        <translation>Fold the differences</translation>
    </message>
    <message>
        <source>Voir les différences</source>
        <translation>See the differences</translation>
    </message>
</context>
<context>
    <name>ambroise::app::DuplicatesDesk</name>
    <message>
        <source>Doublons</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Fusionner</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Ce sont deux personnes</source>
        <translation>They are two persons</translation>
    </message>
    <message>
        <source>Ouvrir le dossier gardé</source>
        <translation>Open the kept record</translation>
    </message>
    <message numerus="yes">
        <source>%n élément(s) de dossier</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordonnance(s)</source>
        <translation>
            <numerusform>%n ordonnance</numerusform>
            <numerusform>%n ordonnances</numerusform>
        </translation>
    </message>
    <message>
        <source>Ce sont deux homonymes</source>
        <translation>They are two namesakes</translation>
    </message>
</context>
<context>
    <name>ambroise::app::IdentityDesk</name>
    <message>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Décider</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Interroger INSi</source>
        <translation>Ask INSi</translation>
    </message>
    <message>
        <source>Pièce depuis un fichier</source>
        <translation>Document from a file</translation>
    </message>
    <message>
        <source>Signaler un écart</source>
        <translation>Report a difference</translation>
    </message>
    <message>
        <source>Identité douteuse</source>
        <translation>Doubtful identity</translation>
    </message>
    <message>
        <source>Imprimer l’étiquette INS</source>
        <translation>Print the INS label</translation>
    </message>
    <message>
        <source>Pièce devant la caméra</source>
        <translation>Document before the camera</translation>
    </message>
    <message>
        <source>Vérifier l’INS</source>
        <translation>Verify the INS</translation>
    </message>
</context>
<context>
    <name>ambroise::app::IdleWatch</name>
    <message>
        <source>Verrouillage dans %1 s.</source>
        <translation>Locking in %1 s.</translation>
    </message>
    <message>
        <source>Une touche pour continuer.</source>
        <translation>Any key to go on.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::InsiPage</name>
    <message>
        <source>INSi</source>
        <translation>INSi</translation>
    </message>
    <message>
        <source>Choisir le fichier de configuration</source>
        <translation>Choose the configuration file</translation>
    </message>
    <message>
        <source>Configuration d’INSi</source>
        <translation>INSi configuration</translation>
    </message>
    <message>
        <source>Enregistré. Prend effet à la prochaine ouverture de session.</source>
        <translation>Saved. Takes effect at the next sign-in.</translation>
    </message>
    <message>
        <source>INSi n’est pas configuré sur ce poste.</source>
        <translation>INSi is not set up on this post.</translation>
    </message>
    <message>
        <source>Ce poste interroge %1.</source>
        <translation>This post asks %1.</translation>
    </message>
    <message>
        <source>Bac à sable : ce poste interroge %1, personne de réel.</source>
        <translation>Sandbox: this post asks %1, nobody real.</translation>
    </message>
    <message>
        <source>Le téléservice qui donne l’identité nationale de santé. Il demande un numéro d’autorisation, et un certificat d’organisation ou la carte de qui l’interroge.</source>
        <translation>The service that gives the national health identity. It wants an authorisation number, and a certificate of the organisation or the card of whoever asks.</translation>
    </message>
    <message>
        <source>La carte de la personne connectée signe chaque appel.</source>
        <translation>The card of the person signed in signs each call.</translation>
    </message>
    <message>
        <source>Les INS peuvent y être vérifiés.</source>
        <translation>INS can be verified there.</translation>
    </message>
    <message>
        <source>Les INS ne peuvent pas y être vérifiés : le contrat de cette opération n’est pas dans la configuration.</source>
        <translation>INS cannot be verified there: the contract of that operation is not in the configuration.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::LabelPage</name>
    <message>
        <source>Étiquettes</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Les étiquettes INS de ce poste. Ce qui est choisi est gardé aussitôt.</source>
        <translation>The INS labels of this post. What is chosen is kept at once.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Décalage vers la droite</source>
        <translation>Shift to the right</translation>
    </message>
    <message>
        <source>Négatif : vers la gauche.</source>
        <translation>Negative: to the left.</translation>
    </message>
    <message>
        <source>Décalage vers le bas</source>
        <translation>Shift downwards</translation>
    </message>
    <message>
        <source>Négatif : vers le haut.</source>
        <translation>Negative: upwards.</translation>
    </message>
    <message>
        <source>Première étiquette libre</source>
        <translation>First free label</translation>
    </message>
    <message>
        <source>De gauche à droite, puis en bas.</source>
        <translation>From left to right, then downwards.</translation>
    </message>
    <message>
        <source>Imprimer un essai</source>
        <translation>Print a trial</translation>
    </message>
    <message>
        <source>L’essai n’est celui de personne ; il montre les bords.</source>
        <translation>The trial is of nobody; it shows the edges.</translation>
    </message>
    <message>
        <source> sur %1</source>
        <translation> of %1</translation>
    </message>
    <message>
        <source>Aperçu : %1</source>
        <translation>Preview: %1</translation>
    </message>
    <message>
        <source>Essai envoyé à l’imprimante.</source>
        <translation>Trial sent to the printer.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::LetterDesk</name>
    <message>
        <source>Courrier</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Certificat</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Modèles</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Faire un modèle</source>
        <translation>Make a template</translation>
    </message>
    <message>
        <source>Destinataire</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Modifier le courrier signé</source>
        <translation>Modify the signed letter</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Signer et imprimer</source>
        <translation>Sign and print</translation>
    </message>
    <message>
        <source>Écrire le courrier d’abord</source>
        <translation>Write the letter first</translation>
    </message>
</context>
<context>
    <name>ambroise::app::MainWindow</name>
    <message>
        <source>%1 · Ambroise</source>
        <translation>%1 · Ambroise</translation>
    </message>
    <message>
        <source>Poste %1</source>
        <translation>Workstation %1</translation>
    </message>
    <message>
        <source>Données chiffrées</source>
        <translation>Data encrypted</translation>
    </message>
</context>
<context>
    <name>ambroise::app::OfficineShell</name>
    <message>
        <source>Ordonnances</source>
        <translation>Ordonnances</translation>
    </message>
    <message>
        <source>Officine</source>
        <translation>Pharmacy</translation>
    </message>
    <message>
        <source>Délivrer</source>
        <translation>Dispense</translation>
    </message>
    <message>
        <source>Quantité</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Ne pas délivrer</source>
        <translation>Do not dispense</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Ordonnance suivante</source>
        <translation>Next ordonnance</translation>
    </message>
    <message>
        <source>Verrouiller</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Revenir aux ordonnances</source>
        <translation>Back to the ordonnances</translation>
    </message>
</context>
<context>
    <name>ambroise::app::OpenRecords</name>
    <message>
        <source>Nouveau patient</source>
        <translation>New patient</translation>
    </message>
</context>
<context>
    <name>ambroise::app::OrdonnanceDrugs</name>
    <message>
        <source>Ordonnance</source>
        <translation>Ordonnance</translation>
    </message>
    <message>
        <source>Fiche du médicament</source>
        <translation>Drug sheet</translation>
    </message>
    <message>
        <source>Autres du groupe générique</source>
        <translation>Others of the generic group</translation>
    </message>
    <message>
        <source>Volet de la ligne</source>
        <translation>Column of the line</translation>
    </message>
</context>
<context>
    <name>ambroise::app::OrdonnanceStrip</name>
    <message>
        <source>Reprendre</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Ordonnance en cours</source>
        <translation>Ordonnance being written</translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s), les dernières :</source>
        <translation>
            <numerusform>%n line, the last ones:</numerusform>
            <numerusform>%n lines, the last ones:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::app::PaperRow</name>
    <message>
        <source>%1, imprimante</source>
        <translation>%1, printer</translation>
    </message>
    <message>
        <source>%1, bac</source>
        <translation>%1, tray</translation>
    </message>
    <message>
        <source>%1, nombre d’exemplaires</source>
        <translation>%1, number of copies</translation>
    </message>
    <message>
        <source>Imprimante par défaut</source>
        <translation>Default printer</translation>
    </message>
    <message>
        <source>Demander à chaque fois</source>
        <translation>Ask each time</translation>
    </message>
    <message>
        <source>%1 (introuvable)</source>
        <translation>%1 (not found)</translation>
    </message>
    <message>
        <source>Bac habituel</source>
        <translation>Usual tray</translation>
    </message>
    <message>
        <source>Cette imprimante n’annonce pas de bac.</source>
        <translation>This printer does not tell its trays.</translation>
    </message>
    <message>
        <source>Choisir d’abord une imprimante.</source>
        <translation>Choose a printer first.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::PdfViewer</name>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Enregistrer sous</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>Ordonnance</source>
        <translation>Prescription</translation>
    </message>
    <message>
        <source>Envoyée à %1.</source>
        <translation>Sent to %1.</translation>
    </message>
    <message>
        <source>Imprimer ce qui manque</source>
        <translation>Print what is missing</translation>
    </message>
</context>
<context>
    <name>ambroise::app::PostForm</name>
    <message>
        <source>Usage du poste</source>
        <translation>Use of the workstation</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Officine</source>
        <translation>Pharmacy</translation>
    </message>
    <message>
        <source>Nom du poste</source>
        <translation>Name of the workstation</translation>
    </message>
    <message>
        <source>Inscrit au journal des accès.</source>
        <translation>Written in the access journal.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::PostPage</name>
    <message>
        <source>Essayer</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Parcourir</source>
        <translation>Browse</translation>
    </message>
    <message>
        <source>Bibliothèque PKCS#11 des cartes</source>
        <translation>PKCS#11 library of the cards</translation>
    </message>
    <message>
        <source>Vide : la Cryptolib CPS de l’ANS, si elle est installée.</source>
        <translation>Empty: the Cryptolib CPS of the ANS, where it is installed.</translation>
    </message>
    <message>
        <source>Essai de la bibliothèque…</source>
        <translation>Trying the library…</translation>
    </message>
    <message>
        <source>Bibliothèque utilisable : %1, %2.</source>
        <translation>Usable library: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n lecteur(s)</source>
        <translation>
            <numerusform>%n reader</numerusform>
            <numerusform>%n readers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n carte(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message>
        <source>Enregistré. Prend effet à la prochaine ouverture de session ; les cartes, au prochain démarrage.</source>
        <translation>Saved. Takes effect at the next sign-in; the cards, at the next start.</translation>
    </message>
    <message>
        <source>Lecteur de carte Vitale</source>
        <translation>Reader of cartes Vitale</translation>
    </message>
    <message>
        <source>Fichier fourni avec le module de lecture, qui est soumis à licence. Vide : aucun.</source>
        <translation>File that comes with the reading module, which is under licence. Empty: none.</translation>
    </message>
    <message>
        <source>Dossier du scanner</source>
        <translation>Scanner’s folder</translation>
    </message>
    <message>
        <source>Ce qui y arrive est proposé à ranger dans le dossier ouvert (Ctrl+Maj+I), puis en est retiré. Vide : aucun.</source>
        <translation>What comes there is proposed to be filed in the open record (Ctrl+Shift+I), then taken out of it. Empty: none.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::PracticeForm</name>
    <message>
        <source>Nom du cabinet</source>
        <translation>Name of the practice</translation>
    </message>
    <message>
        <source>Rue</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>Email address</translation>
    </message>
    <message>
        <source>Numéro FINESS, facultatif</source>
        <translation>FINESS number, optional</translation>
    </message>
    <message>
        <source>La clé de ce numéro ne correspond pas. Le relire.</source>
        <translation>The check digit of this number does not match. Read it again.</translation>
    </message>
    <message>
        <source>Maintenant : rien</source>
        <translation>Now: nothing</translation>
    </message>
    <message>
        <source>Maintenant : %1</source>
        <translation>Now: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::app::PracticePage</name>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Prendre l’autre version</source>
        <translation>Take the other version</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Imprimé en tête de chaque ordonnance.</source>
        <translation>Printed at the head of every ordonnance.</translation>
    </message>
    <message>
        <source>Garder ma version</source>
        <translation>Keep my version</translation>
    </message>
    <message>
        <source>Enregistré.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Modifié entre-temps par une autre personne, comme indiqué sous les champs. Choisir une version.</source>
        <translation>Changed meanwhile by another person, as shown under the fields. Choose a version.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::PreventionListDesk</name>
    <message>
        <source>Lettres d’invitation</source>
        <translation>Letters of invitation</translation>
    </message>
</context>
<context>
    <name>ambroise::app::PrintersPage</name>
    <message>
        <source>Recherche des imprimantes…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>Aucune imprimante sur ce poste. L’installer dans les réglages de la machine, puis chercher à nouveau.</source>
        <translation>No printer at this workstation. Install it in the machine’s settings, then look again.</translation>
    </message>
    <message>
        <source>Imprimantes</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>Sur quoi ce poste imprime. Ce qui est choisi est gardé aussitôt. Ctrl+P imprime une page d’essai de la ligne.</source>
        <translation>What this workstation prints on. Choices are kept at once. Ctrl+P prints a test page of the row.</translation>
    </message>
    <message>
        <source>Chercher à nouveau</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Bac</source>
        <translation>Tray</translation>
    </message>
    <message>
        <source>Exemplaires</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Page d’essai</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>%1, imprimer une page d’essai</source>
        <translation>%1, print a test page</translation>
    </message>
    <message>
        <source>Formulaire sécurisé prérempli</source>
        <translation>Pre-printed secured form</translation>
    </message>
    <message>
        <source>Laisser en haut</source>
        <translation>Leave at the top</translation>
    </message>
    <message>
        <source>Laisser en bas</source>
        <translation>Leave at the bottom</translation>
    </message>
    <message>
        <source>La page d’essai des ordonnances sécurisées montre ces deux bords : la superposer à un formulaire. Vaut pour les ordonnances signées ensuite à ce poste.</source>
        <translation>The test page of secured prescriptions shows both edges: hold it over a form. Holds for the prescriptions signed at this workstation from now on.</translation>
    </message>
    <message>
        <source>Envoi de la page d’essai…</source>
        <translation>Sending the test page…</translation>
    </message>
    <message>
        <source>Page d’essai envoyée à %1.</source>
        <translation>Test page sent to %1.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::RecordView</name>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Administratif</source>
        <translation>Administrative</translation>
    </message>
    <message>
        <source>Bris de glace</source>
        <translation>Emergency access</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Onglet %1</source>
        <translation>Tab %1</translation>
    </message>
    <message>
        <source>Créer le dossier</source>
        <translation>Create the record</translation>
    </message>
    <message>
        <source>Nouveau patient</source>
        <translation>New patient</translation>
    </message>
    <message>
        <source>Qui a vu ce dossier</source>
        <translation>Who saw this record</translation>
    </message>
    <message>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Ouvrir le dossier gardé</source>
        <translation>Open the kept record</translation>
    </message>
    <message>
        <source>Carte Vitale</source>
        <translation>Carte Vitale</translation>
    </message>
    <message>
        <source>Appli carte Vitale : %1 %2.</source>
        <translation>Appli carte Vitale: %1 %2.</translation>
    </message>
    <message>
        <source>Qualifier l’identité</source>
        <translation>Qualify the identity</translation>
    </message>
    <message>
        <source>Fusionner avec un autre dossier…</source>
        <translation>Merge with another record…</translation>
    </message>
    <message>
        <source>Correction signée.</source>
        <translation>Correction signed.</translation>
    </message>
    <message>
        <source>Consultation signée.</source>
        <translation>Consultation signed.</translation>
    </message>
    <message>
        <source>Entourage et droits</source>
        <translation>People and rights</translation>
    </message>
    <message>
        <source>ALD</source>
        <translation>ALD</translation>
    </message>
    <message>
        <source>MT %1</source>
        <translation>MT %1</translation>
    </message>
</context>
<context>
    <name>ambroise::app::ReferentialsPage</name>
    <message>
        <source>Référentiels</source>
        <translation>Reference bases</translation>
    </message>
    <message>
        <source>Importer la base publique du médicament</source>
        <translation>Import the public drug base (BDPM)</translation>
    </message>
    <message>
        <source>Dossier de la base du médicament</source>
        <translation>Folder of the drug base</translation>
    </message>
    <message>
        <source>Importer le code officiel géographique</source>
        <translation>Import the official geographical code (COG)</translation>
    </message>
    <message>
        <source>Les lieux de naissance. Choisir le dossier où sont les fichiers de l’INSEE (v_commune_depuis_1943.csv et les autres).</source>
        <translation>The places of birth. Choose the folder that holds INSEE’s files (v_commune_depuis_1943.csv and the others).</translation>
    </message>
    <message>
        <source>Dossier du code officiel géographique</source>
        <translation>Folder of the official geographical code</translation>
    </message>
    <message>
        <source>%1, version du %2, importée le %3, %4 lignes</source>
        <translation>%1, version of %2, imported on %3, %4 rows</translation>
    </message>
    <message>
        <source>Base publique du médicament</source>
        <translation>Public drug base (BDPM)</translation>
    </message>
    <message>
        <source>Formulaire de démonstration</source>
        <translation>Demonstration formulary</translation>
    </message>
    <message>
        <source>Code officiel géographique, version du %1, importé le %2, %3 lieux de naissance</source>
        <translation>Official geographical code (COG), version of %1, imported on %2, %3 places of birth</translation>
    </message>
    <message>
        <source>Aucun référentiel importé.</source>
        <translation>No reference base imported.</translation>
    </message>
    <message>
        <source>Import en cours…</source>
        <translation>Importing…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Import en cours : %1&#x202f;%</source>
        <translation>Importing: %1 %</translation>
    </message>
    <message>
        <source>%1 lignes importées</source>
        <translation>%1 rows imported</translation>
    </message>
    <message numerus="yes">
        <source>%n écartée(s)</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message>
        <source>Importer la CIM-10</source>
        <translation>Import ICD-10</translation>
    </message>
    <message>
        <source>Les codes des maladies. Choisir le dossier où est le fichier des libellés (CSV).</source>
        <translation>The codes of diseases. Choose the folder with the file of labels (CSV).</translation>
    </message>
    <message>
        <source>Dossier de la CIM-10</source>
        <translation>Folder of ICD-10</translation>
    </message>
    <message>
        <source>CIM-10, importée le %1, %2 codes (%3)</source>
        <translation>ICD-10, imported on %1, %2 codes (%3)</translation>
    </message>
    <message>
        <source>Thésaurus des interactions (ANSM)</source>
        <translation>Interaction thesaurus (ANSM)</translation>
    </message>
    <message>
        <source>Importer des courbes de croissance</source>
        <translation>Import growth charts</translation>
    </message>
    <message>
        <source>Celles que le cabinet a obtenues, comme AFPA – CRESS/Inserm 2018, à côté de celles de l’OMS. Choisir leur fichier (CSV, valeurs LMS).</source>
        <translation>Those that the practice obtained, such as AFPA – CRESS/Inserm 2018, beside the WHO’s. Choose their file (CSV, LMS values).</translation>
    </message>
    <message>
        <source>Fichier des courbes de croissance</source>
        <translation>File of growth charts</translation>
    </message>
    <message>
        <source>Courbes de croissance : %1, importées le %2 par %3, %4 lignes (%5)</source>
        <translation>Growth charts: %1, imported on %2 by %3, %4 lines (%5)</translation>
    </message>
    <message>
        <source>Source : %1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Retirer : %1</source>
        <translation>Remove: %1</translation>
    </message>
    <message>
        <source>Retirer « %1 » ?</source>
        <translation>Remove “%1”?</translation>
    </message>
    <message>
        <source>Les courbes des enfants seront celles de l’OMS.</source>
        <translation>Children’s charts will be those of the WHO.</translation>
    </message>
    <message>
        <source>Retirer ces courbes</source>
        <translation>Remove these charts</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Courbes retirées : %1</source>
        <translation>Charts removed: %1</translation>
    </message>
    <message>
        <source>Importer le thésaurus des interactions</source>
        <translation>Import the thesaurus of interactions</translation>
    </message>
    <message>
        <source>Celui de l’ANSM. Choisir le dossier où est son fichier (JSON) ou ses tables.</source>
        <translation>That of the ANSM. Choose the folder of its file (JSON) or of its tables.</translation>
    </message>
    <message>
        <source>Dossier du thésaurus des interactions</source>
        <translation>Folder of the thesaurus of interactions</translation>
    </message>
    <message>
        <source>La base du médicament est du %1.</source>
        <translation>The drug base is of %1.</translation>
    </message>
    <message>
        <source>Elle est mise à jour chaque mois : importer celle du mois.</source>
        <translation>It is updated each month: import that of the month.</translation>
    </message>
    <message>
        <source>Choisir le dossier où sont les fichiers officiels (CIS_bdpm.txt et les autres ; ceux du registre des hybrides de l’ANSM, fic02grp.txt et fic03spe.txt, à côté).</source>
        <translation>Choose the folder of the official files (CIS_bdpm.txt and the others; those of the ANSM&apos;s register of hybrids, fic02grp.txt and fic03spe.txt, beside them).</translation>
    </message>
</context>
<context>
    <name>ambroise::app::ScanDialog</name>
    <message>
        <source>Points par pouce</source>
        <translation>Dots per inch</translation>
    </message>
    <message>
        <source>Couleurs</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Gris</source>
        <translation>Grey</translation>
    </message>
    <message>
        <source>Couleur</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Page %1 : %2 %</source>
        <translation>Page %1: %2%</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Lire une page</source>
        <translation>Scan a page</translation>
    </message>
    <message>
        <source>Lire le chargeur</source>
        <translation>Scan the feeder</translation>
    </message>
    <message>
        <source>Tourner</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Ranger</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Recherche des scanners…</source>
        <translation>Looking for scanners…</translation>
    </message>
    <message>
        <source>Lecture…</source>
        <translation>Scanning…</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
</context>
<context>
    <name>ambroise::app::SecuredPaperDialog</name>
    <message>
        <source>Mettre le formulaire sécurisé dans une imprimante, puis la choisir.</source>
        <translation>Put the secured form in a printer, then choose it.</translation>
    </message>
    <message>
        <source>L’imprimante du papier sécurisé, « %1 », est introuvable. Mettre le formulaire dans une autre, puis la choisir.</source>
        <translation>The printer of the secured paper, “%1”, is not found. Put the form in another one, then choose it.</translation>
    </message>
    <message>
        <source>Le bac du papier sécurisé, « %1 », est introuvable. Mettre le formulaire dans un autre, puis le choisir.</source>
        <translation>The tray of the secured paper, “%1”, is not found. Put the form in another one, then choose it.</translation>
    </message>
    <message>
        <source>Ordonnance sécurisée</source>
        <translation>Secured prescription</translation>
    </message>
    <message>
        <source>Sur papier ordinaire, l’ordonnance serait refusée à la pharmacie. Rien n’est imprimé tant que le papier n’est pas choisi.</source>
        <translation>On plain paper the prescription would be refused at the pharmacy. Nothing is printed until the paper is chosen.</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Bac</source>
        <translation>Tray</translation>
    </message>
    <message>
        <source>Exemplaires</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Ne pas imprimer</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>ambroise::app::SettingsView</name>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Apparence et verrouillage</source>
        <translation>Appearance and lock</translation>
    </message>
    <message>
        <source>Référentiels</source>
        <translation>Reference bases</translation>
    </message>
    <message>
        <source>À propos</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Apparence</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Claire</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Verrouiller après</source>
        <translation>Lock after</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Logiciel libre, licence GPL 3 ou ultérieure. Sans garantie.</source>
        <translation>Free software, GPL 3 or later. No warranty.</translation>
    </message>
    <message>
        <source>Qt %1, SQLCipher %2, SQLite, OpenSSL, Argon2, ZXing-C++, libqrencode, Poppler.</source>
        <translation>Qt %1, SQLCipher %2, SQLite, OpenSSL, Argon2, ZXing-C++, libqrencode, Poppler.</translation>
    </message>
    <message>
        <source>Icônes : Bootstrap Icons (MIT). Police : Inter (SIL OFL 1.1).</source>
        <translation>Icons: Bootstrap Icons (MIT). Font: Inter (SIL OFL 1.1).</translation>
    </message>
    <message>
        <source>Médicaments : base de données publique des médicaments (ANSM, HAS, UNCAM), réutilisation libre.</source>
        <translation>Drugs: base de données publique des médicaments (ANSM, HAS, UNCAM), free reuse.</translation>
    </message>
    <message>
        <source>Prend effet à la prochaine ouverture de session.</source>
        <translation>Takes effect at the next sign-in.</translation>
    </message>
    <message>
        <source>Mon compte</source>
        <translation>My account</translation>
    </message>
    <message>
        <source>Comptes</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Journal des accès</source>
        <translation>Access journal</translation>
    </message>
    <message>
        <source>Délégations</source>
        <translation>Delegations</translation>
    </message>
    <message>
        <source>INSi</source>
        <translation>INSi</translation>
    </message>
    <message>
        <source>Pièces d’identité</source>
        <translation>Identity documents</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Modèles de note</source>
        <translation>Note templates</translation>
    </message>
    <message>
        <source>Correspondants</source>
        <translation>Correspondents</translation>
    </message>
    <message>
        <source>Modèles de courrier</source>
        <translation>Letter templates</translation>
    </message>
    <message>
        <source>Modèles d’ordonnance</source>
        <translation>Prescription templates</translation>
    </message>
    <message>
        <source>Signaux</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Les signaux de prescription (interactions, doses, allergies, contre-indications…) sont donnés pour information : ce logiciel ne porte pas le marquage CE d’un dispositif médical. Sous « Non contrôlé », il dit ce qu’il ne sait pas.</source>
        <translation>The prescribing signals (interactions, doses, allergies, contra-indications…) are given for information: this program does not bear the CE mark of a medical device. Under “Not checked” it says what it does not know.</translation>
    </message>
    <message>
        <source>Imprimantes</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>Ma signature</source>
        <translation>My signature</translation>
    </message>
</context>
<context>
    <name>ambroise::app::SignatureDialog</name>
    <message>
        <source>Signer cette feuille</source>
        <translation>Sign this sheet</translation>
    </message>
    <message>
        <source>Pour cette feuille seulement. Sans tracé, la place reste libre pour signer à la main.</source>
        <translation>For this sheet only. Without a drawing the place is left free to sign by hand.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Signer et imprimer</source>
        <translation>Sign and print</translation>
    </message>
</context>
<context>
    <name>ambroise::app::SignaturePage</name>
    <message>
        <source>L’apposer sur tout ce que je signe</source>
        <translation>Put it on everything I sign</translation>
    </message>
    <message>
        <source>Ôter le dernier trait</source>
        <translation>Take the last stroke away</translation>
    </message>
    <message>
        <source>Retour arrière</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Retirer ma signature</source>
        <translation>Remove my signature</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ma signature</source>
        <translation>My signature</translation>
    </message>
    <message>
        <source>Elle s’imprime à la place de la signature sur vos ordonnances, demandes, courriers et certificats, jamais sur un brouillon. Ctrl+G signe une feuille à l’écran, pour elle seule.</source>
        <translation>It is printed in the place of the signature on your prescriptions, requests, letters and certificates, never on a draft. Ctrl+G signs one sheet on the screen, for it alone.</translation>
    </message>
    <message>
        <source>Comme elle s’imprime</source>
        <translation>As it is printed</translation>
    </message>
    <message>
        <source>Aperçu de la signature imprimée</source>
        <translation>Preview of the printed signature</translation>
    </message>
    <message>
        <source>Enregistrée le %1.</source>
        <translation>Saved on %1.</translation>
    </message>
    <message>
        <source>Aucune signature enregistrée : la place reste libre sur le papier pour signer à la main.</source>
        <translation>No signature saved: the place is left free on paper to sign by hand.</translation>
    </message>
    <message>
        <source>Signature enregistrée. Elle sera sur la prochaine feuille signée.</source>
        <translation>Signature saved. It will be on the next sheet that you sign.</translation>
    </message>
    <message>
        <source>Signature enregistrée. Ctrl+G l’appose sur une feuille.</source>
        <translation>Signature saved. Ctrl+G puts it on a sheet.</translation>
    </message>
    <message>
        <source>Signature retirée. Les feuilles déjà signées la gardent.</source>
        <translation>Signature removed. The sheets signed already keep it.</translation>
    </message>
    <message>
        <source>Signature remise.</source>
        <translation>Signature restored.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::VerificationRound</name>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>ambroise::app::VitaleLine</name>
    <message>
        <source>assuré</source>
        <translation>insured person</translation>
    </message>
    <message>
        <source>ayant droit</source>
        <translation>dependant</translation>
    </message>
    <message>
        <source>Bénéficiaires de la carte</source>
        <translation>People on the card</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Lecture de la carte Vitale…</source>
        <translation>Reading the carte Vitale…</translation>
    </message>
    <message>
        <source>La laisser dans le lecteur.</source>
        <translation>Leave it in the reader.</translation>
    </message>
    <message>
        <source>Plusieurs bénéficiaires sur cette carte.</source>
        <translation>Several people on this card.</translation>
    </message>
    <message>
        <source>Choisir la personne présente (↵).</source>
        <translation>Choose the person who is here (↵).</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::Assistant</name>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Créer un cabinet</source>
        <translation>Create a practice</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Données et poste</source>
        <translation>Data and workstation</translation>
    </message>
    <message>
        <source>Pharmacien</source>
        <translation>Pharmacist</translation>
    </message>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Médecin</source>
        <translation>Doctor</translation>
    </message>
    <message>
        <source>Secrétaire</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <source>Le cabinet</source>
        <translation>The practice</translation>
    </message>
    <message>
        <source>Imprimé en tête de chaque ordonnance ; se change ensuite dans Réglages.</source>
        <translation>Printed at the head of every ordonnance; can be changed later in Settings.</translation>
    </message>
    <message>
        <source>Les réglages proposés conviennent à la plupart.</source>
        <translation>The proposed settings suit most practices.</translation>
    </message>
    <message>
        <source>Le pharmacien</source>
        <translation>The pharmacist</translation>
    </message>
    <message>
        <source>Le médecin</source>
        <translation>The doctor</translation>
    </message>
    <message>
        <source>D’autres personnes s’ajoutent ensuite, dans Réglages, Comptes.</source>
        <translation>Other people are added later, in Settings, Accounts.</translation>
    </message>
    <message>
        <source>Créer le cabinet</source>
        <translation>Create the practice</translation>
    </message>
    <message>
        <source>Le secrétariat</source>
        <translation>The secretary</translation>
    </message>
    <message>
        <source>Voit l’identité et les coordonnées des patients, pas le dossier médical.</source>
        <translation>Sees the identity and contact details of patients, not the medical record.</translation>
    </message>
    <message>
        <source>Création du cabinet</source>
        <translation>Creating the practice</translation>
    </message>
    <message>
        <source>Clé de secours du cabinet</source>
        <translation>Recovery key of the practice</translation>
    </message>
    <message>
        <source>Clé gardée</source>
        <translation>Key kept</translation>
    </message>
    <message>
        <source>Vérifier que la clé est gardée</source>
        <translation>Check that the key is kept</translation>
    </message>
    <message>
        <source>Ambroise ne la garde pas et ne pourra plus la montrer : recopier un groupe depuis la feuille prouve qu’elle est bien chez vous.</source>
        <translation>Ambroise does not keep it and cannot show it again: copying one group from the sheet proves that you have it.</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Revoir la clé</source>
        <translation>See the key again</translation>
    </message>
    <message>
        <source>Arrêt en cours…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>La création du cabinet est en cours. Fermer encore une fois l’annule.</source>
        <translation>The practice is being created. Closing once more cancels it.</translation>
    </message>
    <message>
        <source>La clé de secours n’est pas encore gardée. Fermer encore une fois la perd.</source>
        <translation>The recovery key is not kept yet. Closing once more loses it.</translation>
    </message>
    <message>
        <source>Elle ouvre le cabinet quand plus personne ne le peut : mot de passe oublié, carte perdue. Qui la possède peut tout lire. Elle n’est montrée qu’une seule fois : l’imprimer ou l’enregistrer, et la garder hors du cabinet.</source>
        <translation>It opens the practice when nobody else can: password forgotten, card lost. Whoever has it can read everything. It is shown only once: print or save it, and keep it outside the practice.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::Demonstration</name>
    <message>
        <source>Mot de passe des quatre comptes</source>
        <translation>Password of the four accounts</translation>
    </message>
    <message>
        <source>Le cabinet de démonstration est prêt sur ce poste : %1.
Comptes : medecin, secretaire, pharmacien, admin.</source>
        <translation>The demonstration practice is ready on this workstation: %1.
Accounts: medecin, secretaire, pharmacien, admin.</translation>
    </message>
    <message>
        <source>Quatre comptes : medecin, secretaire, pharmacien, admin. Patients, dossiers et ordonnances sont inventés ; tout ce qui est imprimé porte « Spécimen ».</source>
        <translation>Four accounts: medecin, secretaire, pharmacien, admin. Patients, records and ordonnances are invented; everything printed bears “Spécimen”.</translation>
    </message>
    <message>
        <source>Cabinet de démonstration</source>
        <translation>Demonstration practice</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::FirstRun</name>
    <message>
        <source>Poste %1</source>
        <translation>Workstation %1</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::FolderLine</name>
    <message>
        <source>Parcourir</source>
        <translation>Browse</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::KeyStep</name>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Enregistrer le PDF</source>
        <translation>Save the PDF</translation>
    </message>
    <message>
        <source>La même clé, en code QR</source>
        <translation>The same key, as a QR code</translation>
    </message>
    <message>
        <source>Imprimée. La ranger hors du cabinet, sous clé.</source>
        <translation>Printed. Keep it outside the practice, under lock and key.</translation>
    </message>
    <message>
        <source>cle-de-secours.pdf</source>
        <translation>recovery-key.pdf</translation>
    </message>
    <message>
        <source>Enregistrée. Mettre ce fichier hors de ce poste.</source>
        <translation>Saved. Move this file away from this workstation.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::OpenFolder</name>
    <message>
        <source>Dossier du cabinet</source>
        <translation>Folder of the practice</translation>
    </message>
    <message>
        <source>Celui qui contient practice.json.</source>
        <translation>The one that holds practice.json.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::PersonStep</name>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Aucun</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Numéro RPPS</source>
        <translation>RPPS number</translation>
    </message>
    <message>
        <source>Spécialité, comme imprimée</source>
        <translation>Specialty, as printed</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Vous gérez aussi les comptes et les données du cabinet, dans Réglages.</source>
        <translation>You also manage the accounts and the data of the practice, in Settings.</translation>
    </message>
    <message>
        <source>Ce rôle ne gère pas les comptes : un second compte, « admin », est créé pour cela avec le même mot de passe.</source>
        <translation>This role does not manage accounts: a second account, “admin”, is made for that with the same password.</translation>
    </message>
    <message>
        <source>La clé de ce numéro ne correspond pas. Le relire sur la carte.</source>
        <translation>The check digit of this number does not match. Read it again on the card.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::PlaceStep</name>
    <message>
        <source>Dossier du cabinet sur ce poste</source>
        <translation>Folder of the practice on this workstation</translation>
    </message>
    <message>
        <source>Données</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Ce poste</source>
        <translation>This workstation</translation>
    </message>
    <message>
        <source>Serveur du cabinet</source>
        <translation>Server of the practice</translation>
    </message>
    <message>
        <source>Chiffré. Un disque de ce poste, et non un dossier partagé.</source>
        <translation>Encrypted. A disk of this workstation, not a shared folder.</translation>
    </message>
    <message>
        <source>Adresse du serveur PostgreSQL</source>
        <translation>Address of the PostgreSQL server</translation>
    </message>
    <message>
        <source>Plusieurs postes. Ambroise chiffre clés et documents ; le reste dépend du serveur.</source>
        <translation>Several workstations. Ambroise encrypts keys and documents; the rest depends on the server.</translation>
    </message>
    <message>
        <source>Dans ce dossier, chiffrées entièrement. Un seul poste à la fois.</source>
        <translation>In this folder, encrypted entirely. One workstation at a time.</translation>
    </message>
    <message>
        <source>Essai du serveur…</source>
        <translation>Trying the server…</translation>
    </message>
    <message>
        <source>Fournie par la personne qui gère le serveur ; la base doit être vide. Essayée avant de continuer.</source>
        <translation>Given by the person who manages the server; the database must be empty. Tried before going on.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::ProofStep</name>
    <message>
        <source>Quatre caractères ; majuscules et minuscules ne comptent pas.</source>
        <translation>Four characters; capitals and small letters are the same.</translation>
    </message>
    <message>
        <source>Groupe %1 de la clé</source>
        <translation>Group %1 of the key</translation>
    </message>
    <message>
        <source>Ce n’est pas le groupe %1. Le relire sur la feuille.</source>
        <translation>This is not group %1. Read it again on the sheet.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::StartPage</name>
    <message>
        <source>Créer un cabinet</source>
        <translation>Create a practice</translation>
    </message>
    <message>
        <source>Ouvrir un cabinet</source>
        <translation>Open a practice</translation>
    </message>
    <message>
        <source>Découvrir une démonstration</source>
        <translation>Look at a demonstration</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Un autre cabinet</source>
        <translation>Another practice</translation>
    </message>
    <message>
        <source>Aucun cabinet n’est ouvert sur ce poste.</source>
        <translation>No practice is open on this workstation.</translation>
    </message>
    <message>
        <source>Commencer</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Un cabinet qui existe déjà, sur ce disque ou copié d’un autre poste.</source>
        <translation>A practice that exists already, on this disk or copied from another workstation.</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Cabinet de démonstration</source>
        <translation>Demonstration practice</translation>
    </message>
    <message>
        <source>Pour essayer Ambroise sans risque, avec des données inventées.</source>
        <translation>To try Ambroise without risk, with invented data.</translation>
    </message>
    <message>
        <source>Création en cours…</source>
        <translation>Creating…</translation>
    </message>
    <message>
        <source>Ouvrir la démonstration</source>
        <translation>Open the demonstration</translation>
    </message>
    <message>
        <source>Créer la démonstration</source>
        <translation>Create the demonstration</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>En deux minutes : le cabinet, l’emplacement des données, vous, le secrétariat. À la fin, une clé de secours à imprimer.</source>
        <translation>In two minutes: the practice, the place of the data, you, the secretary. At the end, a recovery key to print.</translation>
    </message>
</context>
<context>
    <name>ambroise::app::firstrun::StepList</name>
    <message>
        <source>Étape %1 sur %2 : %3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
<context>
    <name>ambroise::audit::ui::JournalFilters</name>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Du</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Au</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Écrire un jour, un mois ou une année.</source>
        <translation>Write a day, a month or a year.</translation>
    </message>
    <message>
        <source>Avant la date de début.</source>
        <translation>Before the first date.</translation>
    </message>
    <message>
        <source>Choisir un patient de la liste.</source>
        <translation>Choose a patient of the list.</translation>
    </message>
</context>
<context>
    <name>ambroise::audit::ui::JournalPage</name>
    <message>
        <source>Vérifier</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Journal des accès</source>
        <translation>Access journal</translation>
    </message>
    <message>
        <source>Événements du journal, du plus récent au plus ancien</source>
        <translation>Events of the journal, newest first</translation>
    </message>
    <message>
        <source>Aucun événement ne répond à ces critères.</source>
        <translation>No event meets these criteria.</translation>
    </message>
    <message>
        <source>Tout montrer</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Le journal est vide.</source>
        <translation>The journal is empty.</translation>
    </message>
    <message>
        <source>Relire</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Vérification en cours…</source>
        <translation>Verifying…</translation>
    </message>
    <message>
        <source>Vérification arrêtée.</source>
        <translation>Verification stopped.</translation>
    </message>
    <message>
        <source>À partir du nº %1, le journal n’est plus celui qui a été écrit.</source>
        <translation>From no. %1 on, the journal is no longer the one that was written.</translation>
    </message>
    <message>
        <source>%1 événement, qui n’a pas été modifié.</source>
        <translation>%1 event, which was not changed.</translation>
    </message>
    <message>
        <source>%1 événements, aucun n’a été modifié.</source>
        <translation>%1 events, none was changed.</translation>
    </message>
    <message>
        <source>Tableur (*.csv)</source>
        <translation>Spreadsheet (*.csv)</translation>
    </message>
    <message>
        <source>Syslog RFC 5424 (*.log)</source>
        <translation>Syslog RFC 5424 (*.log)</translation>
    </message>
    <message>
        <source>Exporter le journal</source>
        <translation>Export the journal</translation>
    </message>
    <message>
        <source>journal-des-acces.csv</source>
        <translation>access-journal.csv</translation>
    </message>
    <message>
        <source>Export en cours…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>Événements exportés : %1.</source>
        <translation>Events exported: %1.</translation>
    </message>
    <message>
        <source>Export arrêté. Aucun fichier n’a été écrit.</source>
        <translation>Export stopped. No file was written.</translation>
    </message>
    <message>
        <source>Garder une sauvegarde ancienne et prévenir la personne qui entretient le poste.</source>
        <translation>Keep an old backup and tell the person who maintains the post.</translation>
    </message>
</context>
<context>
    <name>ambroise::audit::ui::PatientField</name>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Numéro du dossier</source>
        <translation>Number of the record</translation>
    </message>
</context>
<context>
    <name>ambroise::audit::ui::WorkLine</name>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1&#x202f;%</source>
        <translation>%1&#x202f;%</translation>
    </message>
</context>
<context>
    <name>ambroise::codes::ui::CameraScanner</name>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Aucune caméra sur ce poste. Lire le code à la douchette ou ouvrir un fichier.</source>
        <translation>No camera on this workstation. Read the code with the scanner or open a file.</translation>
    </message>
    <message>
        <source>Accès à la caméra refusé. L&apos;autoriser dans les réglages du poste.</source>
        <translation>Access to the camera refused. Allow it in the settings of the workstation.</translation>
    </message>
    <message>
        <source>La caméra ne répond pas. Fermer l&apos;autre logiciel qui l&apos;utilise, ou la rebrancher.</source>
        <translation>The camera does not answer. Close the other program that uses it, or plug it in again.</translation>
    </message>
    <message>
        <source>Placer le code devant la caméra.</source>
        <translation>Hold the code before the camera.</translation>
    </message>
    <message>
        <source>Code lu.</source>
        <translation>Code read.</translation>
    </message>
    <message>
        <source>Aucune caméra sur ce poste. En brancher une, ou ranger un fichier.</source>
        <translation>No camera at this post. Plug one in, or file a file.</translation>
    </message>
    <message>
        <source>Cadrer, puis prendre la photo.</source>
        <translation>Frame it, then take the photograph.</translation>
    </message>
</context>
<context>
    <name>ambroise::dispensing::ui::CodeBar</name>
    <message>
        <source>Code ou numéro de l’ordonnance</source>
        <translation>Code or number of the ordonnance</translation>
    </message>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>La douchette lit à tout moment</source>
        <translation>The scanner reads at any time</translation>
    </message>
</context>
<context>
    <name>ambroise::dispensing::ui::DispensingModel</name>
    <message>
        <source>À délivrer</source>
        <translation>To dispense</translation>
    </message>
    <message>
        <source>Délivré %1/%2</source>
        <translation>Dispensed %1/%2</translation>
    </message>
    <message>
        <source>Délivré en partie</source>
        <translation>Dispensed in part</translation>
    </message>
    <message>
        <source>Délivré</source>
        <translation>Dispensed</translation>
    </message>
    <message>
        <source>Non délivré</source>
        <translation>Not dispensed</translation>
    </message>
    <message>
        <source>En cours</source>
        <translation>In progress</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n boîte(s)</source>
        <translation>
            <numerusform>%1, %n box</numerusform>
            <numerusform>%1, %n boxes</numerusform>
        </translation>
    </message>
    <message>
        <source>plus tard</source>
        <translation>later</translation>
    </message>
    <message>
        <source>non délivré : %1</source>
        <translation>not dispensed: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::dispensing::ui::DispensingPage</name>
    <message>
        <source>Aucune ordonnance. Scanner son code, ou ouvrir un fichier.</source>
        <translation>No ordonnance. Scan its code, or open a file.</translation>
    </message>
    <message>
        <source>Ouvrir un fichier</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>Lignes de l’ordonnance</source>
        <translation>Lines of the ordonnance</translation>
    </message>
    <message>
        <source>Ordonnance authentique</source>
        <translation>Authentic ordonnance</translation>
    </message>
    <message>
        <source>signée par %1, le %2 à %3. Non modifiée.</source>
        <translation>signed by %1, on %2 at %3. Not modified.</translation>
    </message>
    <message>
        <source>Plus de trois mois sans délivrance</source>
        <translation>More than three months without dispensation</translation>
    </message>
    <message>
        <source>la première délivrance n’est plus possible pour les listes I et II.</source>
        <translation>the first dispensation is no longer possible for lists I and II.</translation>
    </message>
    <message>
        <source>Contenu à lire sur le papier</source>
        <translation>Content to read on the paper</translation>
    </message>
    <message>
        <source>ce cabinet ne partage pas ses ordonnances avec ce poste.</source>
        <translation>this practice does not share its ordonnances with this workstation.</translation>
    </message>
    <message>
        <source>Ne pas délivrer</source>
        <translation>Do not dispense</translation>
    </message>
    <message>
        <source>Délivrance enregistrée.</source>
        <translation>Dispensation recorded.</translation>
    </message>
    <message>
        <source>Ordonnance scannée</source>
        <translation>Scanned ordonnance</translation>
    </message>
    <message>
        <source>Images et PDF (*.png *.jpg *.jpeg *.bmp *.gif *.pdf)</source>
        <translation>Images and PDF (*.png *.jpg *.jpeg *.bmp *.gif *.pdf)</translation>
    </message>
    <message>
        <source>Lecture du fichier…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Délivrance pas encore enregistrée</source>
        <translation>Dispensation not recorded yet</translation>
    </message>
    <message>
        <source>l’enregistrer (Ctrl ↵), ou recommencer pour l’abandonner.</source>
        <translation>record it (Ctrl ↵), or do it again to give it up.</translation>
    </message>
    <message>
        <source>Boîtes délivrées, ligne %1</source>
        <translation>Boxes dispensed, line %1</translation>
    </message>
    <message>
        <source>Délivrer</source>
        <translation>Dispense</translation>
    </message>
    <message>
        <source>Motif, ligne %1</source>
        <translation>Reason, line %1</translation>
    </message>
</context>
<context>
    <name>ambroise::dispensing::ui::PaperHead</name>
    <message>
        <source>née le %1</source>
        <translation>born on %1</translation>
    </message>
    <message>
        <source>né le %1</source>
        <translation>born on %1</translation>
    </message>
    <message>
        <source>nom utilisé %1</source>
        <translation>name used %1</translation>
    </message>
    <message>
        <source>%1
RPPS %2</source>
        <translation>%1
RPPS %2</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::ComparePane</name>
    <message>
        <source>Documents du dossier</source>
        <translation>Documents of the record</translation>
    </message>
    <message>
        <source>Ce qui est comparé</source>
        <translation>What is compared</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Autre document du dossier</source>
        <translation>Another document of the record</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>à</source>
        <translation>with</translation>
    </message>
    <message>
        <source>Comparer « %1 »</source>
        <translation>Compare “%1”</translation>
    </message>
    <message>
        <source>Avant : %1</source>
        <translation>Before: %1</translation>
    </message>
    <message>
        <source>Après : %1</source>
        <translation>After: %1</translation>
    </message>
    <message>
        <source>Texte pas encore lu : %1.</source>
        <translation>Text not read yet: %1.</translation>
    </message>
    <message>
        <source>Aucun texte n’a été lu : %1.</source>
        <translation>No text was read: %1.</translation>
    </message>
    <message>
        <source>Les pages sont côte à côte.</source>
        <translation>The pages are side by side.</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::DocumentList</name>
    <message>
        <source>mots pas encore lus</source>
        <translation>words not read yet</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::DocumentView</name>
    <message>
        <source>Chercher dans le document</source>
        <translation>Search in the document</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Agrandir</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Réduire</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Tourner</source>
        <translation>Turn</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fois</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparer</source>
        <translation>Compare</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::DocumentsPage</name>
    <message>
        <source>Intitulé ou genre</source>
        <translation>Title or kind</translation>
    </message>
    <message>
        <source>Documents du dossier</source>
        <translation>Documents of the record</translation>
    </message>
    <message>
        <source>Aucun document dans ce dossier.</source>
        <translation>No document in this record.</translation>
    </message>
    <message>
        <source>Ranger un document</source>
        <translation>File a document</translation>
    </message>
    <message>
        <source>Lecture de %1…</source>
        <translation>Reading %1…</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::FilingForm</name>
    <message>
        <source>À ranger</source>
        <translation>To be filed</translation>
    </message>
    <message>
        <source>Courrier</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Résultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Intitulé</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Du</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Ranger et suivant</source>
        <translation>File, then next</translation>
    </message>
    <message>
        <source>Laisser</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Avec la consultation</source>
        <translation>With the consultation</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::LetterChoice</name>
    <message>
        <source>Chercher un modèle</source>
        <translation>Search for a template</translation>
    </message>
    <message>
        <source>Signés</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Modèles de courrier</source>
        <translation>Letter templates</translation>
    </message>
    <message>
        <source>Courriers signés</source>
        <translation>Signed letters</translation>
    </message>
    <message>
        <source>Courriers</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Certificats</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Formulaires</source>
        <translation>Forms</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::LetterPage</name>
    <message>
        <source>Repartir d’un courrier vide</source>
        <translation>Start with an empty letter</translation>
    </message>
    <message>
        <source>Texte remplacé par « %1 ».</source>
        <translation>Text replaced by “%1”.</translation>
    </message>
    <message>
        <source>Tel que signé</source>
        <translation>As signed</translation>
    </message>
    <message>
        <source>Signé le %1</source>
        <translation>Signed on %1</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Modify</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Tel qu’imprimé</source>
        <translation>As printed</translation>
    </message>
    <message>
        <source>Texte remplacé par celui d’un courrier signé.</source>
        <translation>Text replaced by that of a signed letter.</translation>
    </message>
    <message>
        <source>Courrier effacé.</source>
        <translation>Letter cleared.</translation>
    </message>
    <message>
        <source>Champ à remplir : %1.</source>
        <translation>Field to fill in: %1.</translation>
    </message>
    <message>
        <source>Le remplir ou l’effacer, puis Ctrl ↵.</source>
        <translation>Fill it in or delete it, then Ctrl ↵.</translation>
    </message>
    <message>
        <source>Envoyé à %1.</source>
        <translation>Sent to %1.</translation>
    </message>
    <message>
        <source>Signé, rangé dans le dossier, envoyé à %1.</source>
        <translation>Signed, filed in the record, sent to %1.</translation>
    </message>
    <message>
        <source>Signé, rangé dans le dossier.</source>
        <translation>Signed, filed in the record.</translation>
    </message>
    <message>
        <source>Modèle gardé : %1.</source>
        <translation>Template kept: %1.</translation>
    </message>
    <message>
        <source>Nom du modèle</source>
        <translation>Name of the template</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Courrier</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Certificat</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Formulaire</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Faire un modèle</source>
        <translation>Make a template</translation>
    </message>
    <message>
        <source>Maj F4</source>
        <translation>Shift F4</translation>
    </message>
    <message>
        <source>Objet</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Texte du courrier</source>
        <translation>Text of the letter</translation>
    </message>
    <message>
        <source>Choisir un modèle (F4), ou écrire ici.</source>
        <translation>Choose a template (F4), or write here.</translation>
    </message>
    <message>
        <source>Aperçu avant impression</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>Destinataire à choisir</source>
        <translation>Recipient to be chosen</translation>
    </message>
    <message>
        <source>À %1</source>
        <translation>To %1</translation>
    </message>
    <message>
        <source>copie à %1</source>
        <translation>copy to %1</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::LetterTemplatesPage</name>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Rétablir l’original</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>Modèles de courrier</source>
        <translation>Letter templates</translation>
    </message>
    <message>
        <source>Courrier</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Certificat</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Formulaire</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Pour tout le cabinet. [durée] est un champ à remplir : Tab va de l’un à l’autre. Le logiciel remplit : %1.</source>
        <translation>For the whole practice. [durée] is a field to fill in: Tab goes from one to the next. The program fills in: %1.</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Objet, ou titre du certificat</source>
        <translation>Subject, or title of the certificate</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Nouveau modèle</source>
        <translation>New template</translation>
    </message>
    <message>
        <source>retiré</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>du cabinet</source>
        <translation>of the practice</translation>
    </message>
    <message>
        <source>modifié</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Modèle enregistré : %1</source>
        <translation>Template saved: %1</translation>
    </message>
    <message>
        <source>De nouveau proposé : %1</source>
        <translation>Offered again: %1</translation>
    </message>
    <message>
        <source>Retiré, n’est plus proposé : %1</source>
        <translation>Withdrawn, no longer offered: %1</translation>
    </message>
    <message>
        <source>Texte d’origine rétabli : %1</source>
        <translation>Original text restored: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::RecipientForm</name>
    <message>
        <source>Noms séparés par ;</source>
        <translation>Names separated by ;</translation>
    </message>
    <message>
        <source>Destinataire</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Profession</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Copies à</source>
        <translation>Copies to</translation>
    </message>
</context>
<context>
    <name>ambroise::drugs::ui::DrugInspector</name>
    <message>
        <source>Fiche</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Autres du groupe</source>
        <translation>Others of the group</translation>
    </message>
    <message>
        <source>Autres médicaments du groupe générique</source>
        <translation>Other drugs of the generic group</translation>
    </message>
    <message>
        <source>Absent de la base : rien n’en est connu ici.</source>
        <translation>Not in the base: nothing is known of it here.</translation>
    </message>
    <message>
        <source>Source : %1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>Absent de cette fiche</source>
        <translation>Not on this sheet</translation>
    </message>
</context>
<context>
    <name>ambroise::drugs::ui::DrugPage</name>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Non commercialisé</source>
        <translation>Not marketed</translation>
    </message>
    <message>
        <source>Fiche du médicament</source>
        <translation>Drug sheet</translation>
    </message>
    <message>
        <source>Aucun navigateur n’est installé sur ce poste.</source>
        <translation>No browser is installed on this post.</translation>
    </message>
</context>
<context>
    <name>ambroise::drugs::ui::DrugSearchPage</name>
    <message>
        <source>Médicament, substance ou code</source>
        <translation>Drug, substance or code</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Médicaments trouvés</source>
        <translation>Drugs found</translation>
    </message>
    <message>
        <source>Aucun médicament trouvé.</source>
        <translation>No drug found.</translation>
    </message>
</context>
<context>
    <name>ambroise::identity::ui::CompareModel</name>
    <message>
        <source>Masculin</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Féminin</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Trait</source>
        <translation>Trait</translation>
    </message>
    <message>
        <source>INSi</source>
        <translation>INSi</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Pièce d’identité</source>
        <translation>Identity document</translation>
    </message>
    <message>
        <source>Résultat</source>
        <translation>Result</translation>
    </message>
</context>
<context>
    <name>ambroise::identity::ui::CompareTable</name>
    <message>
        <source>Traits comparés</source>
        <translation>Compared traits</translation>
    </message>
</context>
<context>
    <name>ambroise::identity::ui::DecisionSide</name>
    <message>
        <source>Fictive</source>
        <translation>Fictive</translation>
    </message>
    <message>
        <source>Douteuse</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>Qualifiée</source>
        <translation>Qualified</translation>
    </message>
    <message>
        <source>Validée</source>
        <translation>Validated</translation>
    </message>
    <message>
        <source>Récupérée</source>
        <translation>Retrieved</translation>
    </message>
    <message>
        <source>Provisoire</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>Le matricule INS figurera sur les documents. Les 5 traits resteront verrouillés.</source>
        <translation>The INS number will stand on documents. The 5 traits stay locked.</translation>
    </message>
    <message>
        <source>La pièce est contrôlée ; l’INS manque encore.</source>
        <translation>The document is checked; the INS is still missing.</translation>
    </message>
    <message>
        <source>Les 5 traits viennent d’INSi ; il reste à contrôler une pièce.</source>
        <translation>The 5 traits come from INSi; a document remains to be checked.</translation>
    </message>
    <message>
        <source>Ni INSi ni pièce : l’identité reste à établir.</source>
        <translation>Neither INSi nor a document: the identity is still to be established.</translation>
    </message>
    <message>
        <source>Imprimer l’étiquette INS</source>
        <translation>Print the INS label</translation>
    </message>
    <message>
        <source>Annuler le contrôle de la pièce</source>
        <translation>Withdraw the check of the document</translation>
    </message>
    <message>
        <source>Après cette décision</source>
        <translation>After this decision</translation>
    </message>
    <message>
        <source>Conservé</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Historique de l’identité</source>
        <translation>History of the identity</translation>
    </message>
    <message>
        <source>Type de pièce</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>Pièce du parent</source>
        <translation>Parent’s document</translation>
    </message>
    <message>
        <source>Numéro de la pièce</source>
        <translation>Number of the document</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Fin de validité</source>
        <translation>End of validity</translation>
    </message>
    <message>
        <source>Lever la mention « homonyme »</source>
        <translation>Remove the “namesake” mark</translation>
    </message>
</context>
<context>
    <name>ambroise::identity::ui::DocumentBox</name>
    <message>
        <source>Choisir</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Pièce présentée</source>
        <translation>Document presented</translation>
    </message>
    <message>
        <source>Pièce du parent ou du tuteur</source>
        <translation>Document of the parent or guardian</translation>
    </message>
    <message>
        <source>Présentation</source>
        <translation>Presentation</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Copie</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Numérique</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <source>Traits de la pièce</source>
        <translation>Traits of the document</translation>
    </message>
    <message>
        <source>Code lu</source>
        <translation>Code read</translation>
    </message>
    <message>
        <source>Saisis</source>
        <translation>Typed</translation>
    </message>
    <message>
        <source>À l’œil</source>
        <translation>By eye</translation>
    </message>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Zone de lecture</source>
        <translation>Machine-readable zone</translation>
    </message>
    <message>
        <source>Passer la douchette sur la pièce, ou recopier les lignes qui contiennent des &lt;</source>
        <translation>Scan the document, or copy the lines that contain &lt;</translation>
    </message>
    <message>
        <source>%1 (ne prouve pas l’identité)</source>
        <translation>%1 (proves no identity)</translation>
    </message>
</context>
<context>
    <name>ambroise::identity::ui::DocumentKindsPage</name>
    <message>
        <source>Haut niveau de confiance</source>
        <translation>High level of trust</translation>
    </message>
    <message>
        <source>Ne prouve pas l’identité</source>
        <translation>Does not prove an identity</translation>
    </message>
    <message>
        <source>, pour un mineur avec la pièce d’un parent</source>
        <translation>, for a minor with a parent’s document</translation>
    </message>
    <message>
        <source>Retirée</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Prouve</source>
        <translation>Proves</translation>
    </message>
    <message>
        <source>Pièces d’identité</source>
        <translation>Identity documents</translation>
    </message>
    <message>
        <source>Ce qu’une personne peut présenter. Aucune n’est choisie d’avance lors du contrôle.</source>
        <translation>What somebody may present. None is chosen beforehand when checking.</translation>
    </message>
    <message>
        <source>Niveau de confiance</source>
        <translation>Level of trust</translation>
    </message>
    <message>
        <source>Haut</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Faible</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Pour qui</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Mineur</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Attention : le RNIV ne cite pas cette pièce parmi celles à haut niveau de confiance. Une carte Vitale seule, un permis de conduire ou une copie ne valident aucune identité.</source>
        <translation>Mind: the RNIV does not name this document among those of a high level of trust. A carte Vitale alone, a driving licence or a copy validates no identity.</translation>
    </message>
    <message>
        <source>Vérifié : le RNIV accepte cette pièce</source>
        <translation>Verified: the RNIV accepts this document</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nouvelle pièce</source>
        <translation>New document</translation>
    </message>
    <message>
        <source>Ne plus proposer</source>
        <translation>No longer offer</translation>
    </message>
    <message>
        <source>Enregistrer d’abord (Ctrl ↵)</source>
        <translation>Save first (Ctrl ↵)</translation>
    </message>
    <message>
        <source>ou abandonner (Échap).</source>
        <translation>or give up (Esc).</translation>
    </message>
    <message>
        <source>Pour le RNIV : %1.</source>
        <translation>For the RNIV: %1.</translation>
    </message>
    <message>
        <source>Pour le RNIV, cette pièce ne prouve pas l’identité.</source>
        <translation>For the RNIV this document does not prove an identity.</translation>
    </message>
    <message>
        <source>Haut : la pièce prouve l’identité. Faible : pour mémoire.</source>
        <translation>High: the document proves the identity. Low: for the record.</translation>
    </message>
    <message>
        <source>Pour le RNIV, pour un mineur, avec la pièce d’un parent ou du tuteur.</source>
        <translation>For the RNIV: for a minor, with the document of a parent or guardian.</translation>
    </message>
    <message>
        <source>Mineur : avec la pièce d’un parent ou du tuteur.</source>
        <translation>Minor: with the document of a parent or guardian.</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Proposer à nouveau</source>
        <translation>Offer again</translation>
    </message>
    <message>
        <source>« %1 » ajoutée.</source>
        <translation>“%1” added.</translation>
    </message>
    <message>
        <source>« %1 » enregistrée.</source>
        <translation>“%1” saved.</translation>
    </message>
    <message>
        <source>« %1 » est proposée à nouveau.</source>
        <translation>“%1” is offered again.</translation>
    </message>
    <message>
        <source>« %1 » n’est plus proposée. Les contrôles faits avec elle la gardent.</source>
        <translation>“%1” is no longer offered. Checks made with it keep it.</translation>
    </message>
</context>
<context>
    <name>ambroise::identity::ui::IdentityPage</name>
    <message>
        <source>Contrôler la pièce d’identité</source>
        <translation>Check the identity document</translation>
    </message>
    <message>
        <source>Interroger INSi</source>
        <translation>Ask INSi</translation>
    </message>
    <message>
        <source>Qualifier l’identité</source>
        <translation>Qualify the identity</translation>
    </message>
    <message>
        <source>Signaler un écart</source>
        <translation>Report a difference</translation>
    </message>
    <message>
        <source>Identité douteuse</source>
        <translation>Doubtful identity</translation>
    </message>
    <message>
        <source>En cas de doute, ne pas qualifier.</source>
        <translation>When in doubt, do not qualify.</translation>
    </message>
    <message>
        <source>par délégation de %1</source>
        <translation>by delegation of %1</translation>
    </message>
    <message>
        <source>J’ai vu la personne et sa pièce, la photo et les 5 traits correspondent</source>
        <translation>I have seen the person and the document; the photo and the 5 traits match</translation>
    </message>
    <message>
        <source>J’ai vu la personne et sa pièce, la photo correspond</source>
        <translation>I have seen the person and the document; the photo matches</translation>
    </message>
    <message>
        <source>Accepter l’identité d’INSi</source>
        <translation>Accept INSi’s identity</translation>
    </message>
    <message>
        <source>Valider l’identité</source>
        <translation>Validate the identity</translation>
    </message>
    <message>
        <source>Lever le doute</source>
        <translation>Lift the doubt</translation>
    </message>
    <message>
        <source>Pièce d’identité</source>
        <translation>Identity document</translation>
    </message>
    <message>
        <source>Images et PDF (*.png *.jpg *.jpeg *.bmp *.gif *.pdf)</source>
        <translation>Images and PDF (*.png *.jpg *.jpeg *.bmp *.gif *.pdf)</translation>
    </message>
    <message>
        <source>Lecture de la pièce…</source>
        <translation>Reading the document…</translation>
    </message>
    <message>
        <source>INSi est interrogé…</source>
        <translation>Asking INSi…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>La clé du matricule d’INSi est fausse</source>
        <translation>The key of INSi’s number is wrong</translation>
    </message>
    <message>
        <source>il est conservé comme INSi l’a donné.</source>
        <translation>it is kept as INSi gave it.</translation>
    </message>
    <message>
        <source>INSi ne connaît personne sous ces traits</source>
        <translation>INSi knows nobody with these traits</translation>
    </message>
    <message>
        <source>les vérifier sur la pièce ; le statut ne change pas.</source>
        <translation>check them on the document; the status stays.</translation>
    </message>
    <message>
        <source>Plusieurs personnes dans INSi</source>
        <translation>Several people in INSi</translation>
    </message>
    <message>
        <source>ajouter les autres prénoms et le lieu de naissance.</source>
        <translation>add the other given names and the birth place.</translation>
    </message>
    <message>
        <source>Écart constaté</source>
        <translation>Difference found</translation>
    </message>
    <message>
        <source>Garder la trace</source>
        <translation>Keep a trace</translation>
    </message>
    <message>
        <source>Motif de la levée du doute</source>
        <translation>Reason for lifting the doubt</translation>
    </message>
    <message>
        <source>Motif du doute</source>
        <translation>Reason for the doubt</translation>
    </message>
    <message>
        <source>Douter de l’identité</source>
        <translation>Mark as doubtful</translation>
    </message>
    <message>
        <source>Motif de l’annulation</source>
        <translation>Reason for withdrawing</translation>
    </message>
    <message>
        <source>Annuler le contrôle</source>
        <translation>Withdraw the check</translation>
    </message>
    <message>
        <source>Code de la carte</source>
        <translation>Card code</translation>
    </message>
    <message>
        <source>Signer l’appel</source>
        <translation>Sign the call</translation>
    </message>
    <message>
        <source>Motif de la levée</source>
        <translation>Reason for removing it</translation>
    </message>
    <message>
        <source>Lever la mention « homonyme »</source>
        <translation>Remove the “namesake” mark</translation>
    </message>
    <message>
        <source>Vérifier l’INS</source>
        <translation>Verify the INS</translation>
    </message>
    <message>
        <source>Maj F5</source>
        <translation>Shift F5</translation>
    </message>
    <message>
        <source>INSi reconnaît cet INS.</source>
        <translation>INSi holds this INS.</translation>
    </message>
    <message>
        <source>INSi ne reconnaît plus cet INS.</source>
        <translation>INSi no longer holds this INS.</translation>
    </message>
    <message>
        <source>Il a été retiré, et le statut avec lui : interroger INSi à nouveau.</source>
        <translation>It was removed, and the status with it: ask INSi again.</translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::CurveView</name>
    <message>
        <source>Durée</source>
        <translation>Time shown</translation>
    </message>
    <message>
        <source>6 mois</source>
        <translation>6 months</translation>
    </message>
    <message>
        <source>2 ans</source>
        <translation>2 years</translation>
    </message>
    <message>
        <source>5 ans</source>
        <translation>5 years</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Courbe</source>
        <translation>Curve</translation>
    </message>
    <message numerus="yes">
        <source>%n résultat(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message>
        <source>référence %1</source>
        <translation>reference %1</translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::InboxModel</name>
    <message>
        <source>À lire</source>
        <translation>To be read</translation>
    </message>
    <message>
        <source>Patient à choisir</source>
        <translation>Patient to be chosen</translation>
    </message>
    <message>
        <source>Sans identité</source>
        <translation>Without identity</translation>
    </message>
    <message numerus="yes">
        <source>%n très anormaux</source>
        <translation>
            <numerusform>%n very abnormal</numerusform>
            <numerusform>%n very abnormal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anormaux</source>
        <translation>
            <numerusform>%n abnormal</numerusform>
            <numerusform>%n abnormal</numerusform>
        </translation>
    </message>
    <message>
        <source>Contrôles attendus</source>
        <translation>Awaited controls</translation>
    </message>
    <message>
        <source>%1, demandé par %2</source>
        <translation>%1, asked for by %2</translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::InboxPage</name>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Tous les résultats sont lus.</source>
        <translation>All results are read.</translation>
    </message>
    <message>
        <source>Lu et suivant</source>
        <translation>Read, next</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>Document joint</source>
        <translation>Joined document</translation>
    </message>
    <message>
        <source>Importer…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Résultats à traiter</source>
        <translation>Results to be dealt with</translation>
    </message>
    <message numerus="yes">
        <source>%n à lire</source>
        <translation>
            <numerusform>%n to be read</numerusform>
            <numerusform>%n to be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) à choisir</source>
        <translation>
            <numerusform>%n patient to be chosen</numerusform>
            <numerusform>%n patients to be chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 : lu.</source>
        <translation>%1, %2: read.</translation>
    </message>
    <message>
        <source>Rangé au dossier de %1.</source>
        <translation>Filed in the record of %1.</translation>
    </message>
    <message>
        <source>Ne plus attendre</source>
        <translation>No longer await</translation>
    </message>
    <message numerus="yes">
        <source>%n contrôle(s) attendu(s)</source>
        <translation>
            <numerusform>%n awaited control</numerusform>
            <numerusform>%n awaited controls</numerusform>
        </translation>
    </message>
    <message>
        <source>Contrôle de %1, demandé par %2 le %3, attendu le %4.
Aucun résultat de cette analyse n’est arrivé depuis.</source>
        <translation>Control of %1, asked for by %2 on %3, awaited on %4.
No result of this analysis has come since.</translation>
    </message>
    <message>
        <source>%1, contrôle de %2 : plus attendu.</source>
        <translation>%1, control of %2: no longer awaited.</translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::PatientChoice</name>
    <message>
        <source>Chercher un autre patient</source>
        <translation>Look for another patient</translation>
    </message>
    <message>
        <source>Dossiers possibles</source>
        <translation>Possible records</translation>
    </message>
    <message>
        <source>Le document ne dit pas de qui il s’agit.</source>
        <translation>The document does not say who it is about.</translation>
    </message>
    <message>
        <source>prescrit par %1</source>
        <translation>prescribed by %1</translation>
    </message>
    <message>
        <source>Non rangé : %1.</source>
        <translation>Not filed: %1.</translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::RecheckLine</name>
    <message>
        <source>Autre date</source>
        <translation>Another date</translation>
    </message>
    <message>
        <source>Ne plus attendre</source>
        <translation>No longer await</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>%1 : contrôle attendu depuis le %2</source>
        <translation>%1: control awaited since %2</translation>
    </message>
    <message>
        <source>%1 : contrôle demandé pour le %2</source>
        <translation>%1: control asked for by %2</translation>
    </message>
    <message>
        <source>par %1, le %2</source>
        <translation>by %1, on %2</translation>
    </message>
    <message>
        <source>Contrôle de %1 : délai (15 j, 3 mois) ou date</source>
        <translation>Control of %1: in (15 d, 3 months), or a date</translation>
    </message>
    <message>
        <source>Demander</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>3 mois</source>
        <translation>3 months</translation>
    </message>
    <message>
        <source>Contrôle de %1 demandé pour le %2.</source>
        <translation>Control of %1 asked for by %2.</translation>
    </message>
    <message>
        <source>Contrôle de %1 : plus attendu.</source>
        <translation>Control of %1: no longer awaited.</translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::ReportPanel</name>
    <message>
        <source>Signalé d’après les valeurs de référence du laboratoire.</source>
        <translation>Flagged by the laboratory&apos;s reference values.</translation>
    </message>
    <message>
        <source>Compte rendu du laboratoire</source>
        <translation>The laboratory&apos;s report</translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::ResultsModel</name>
    <message>
        <source>Sans date</source>
        <translation>Without date</translation>
    </message>
    <message>
        <source>Anormal le %1</source>
        <translation>Abnormal on %1</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Analyses</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>Unité</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tendance</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analysis</translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::ResultsPage</name>
    <message>
        <source>Aucun résultat dans ce dossier.</source>
        <translation>No result in this record.</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Marquer lu</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Document joint</source>
        <translation>Joined document</translation>
    </message>
    <message>
        <source>Importer…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Courbe : moins de temps</source>
        <translation>Curve: less time</translation>
    </message>
    <message>
        <source>Courbe : plus de temps</source>
        <translation>Curve: more time</translation>
    </message>
    <message>
        <source>Retirer ce compte rendu du dossier</source>
        <translation>Take this report out of the record</translation>
    </message>
    <message>
        <source>Résultats par analyse et par date</source>
        <translation>Results by analysis and date</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>reçue le %1 à %2</source>
        <translation>received on %1 at %2</translation>
    </message>
    <message>
        <source>lue par %1 le %2</source>
        <translation>read by %1 on %2</translation>
    </message>
    <message numerus="yes">
        <source>%n anormaux</source>
        <translation>
            <numerusform>%n abnormal</numerusform>
            <numerusform>%n abnormal</numerusform>
        </translation>
    </message>
    <message>
        <source>Lu</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>À lire, partiel</source>
        <translation>To be read, partial</translation>
    </message>
    <message>
        <source>À lire</source>
        <translation>To be read</translation>
    </message>
    <message>
        <source>Le laboratoire n’a pas joint de texte.</source>
        <translation>The laboratory joined no text.</translation>
    </message>
    <message>
        <source>%1 : lu.</source>
        <translation>%1: read.</translation>
    </message>
    <message>
        <source>%1 : retiré du dossier, patient à choisir.</source>
        <translation>%1: taken out of the record, patient to be chosen.</translation>
    </message>
    <message>
        <source>Enregistrer la courbe</source>
        <translation>Save the curve</translation>
    </message>
    <message>
        <source>Images (*.png)</source>
        <translation>Pictures (*.png)</translation>
    </message>
    <message>
        <source>Choisir le patient</source>
        <translation>Choose the patient</translation>
    </message>
    <message>
        <source>Demander un contrôle</source>
        <translation>Ask for a control</translation>
    </message>
    <message>
        <source>Ne plus attendre ce contrôle</source>
        <translation>No longer await this control</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::AdministrativeColumn</name>
    <message>
        <source>Entourage, équipe de soins, droits, consentements</source>
        <translation>People around, care team, rights, consents</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Retiré.</source>
        <translation>Taken away.</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Modifié par %1</source>
        <translation>Changed by %1</translation>
    </message>
    <message>
        <source>Retiré entre-temps</source>
        <translation>Taken away meanwhile</translation>
    </message>
    <message>
        <source>Le mien</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Le sien</source>
        <translation>Theirs</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::AdministrativeModel</name>
    <message>
        <source>du %1 au %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>jusqu’au %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>depuis le %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>écrit du %1</source>
        <translation>writing of %1</translation>
    </message>
    <message>
        <source>pas d’écrit connu</source>
        <translation>no writing known</translation>
    </message>
    <message>
        <source>Non renseigné</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Entourage</source>
        <translation>People around</translation>
    </message>
    <message>
        <source>Équipe de soins</source>
        <translation>Care team</translation>
    </message>
    <message>
        <source>médecin traitant</source>
        <translation>médecin traitant</translation>
    </message>
    <message>
        <source>Droits</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>Consentements et oppositions</source>
        <translation>Consents and objections</translation>
    </message>
    <message>
        <source>Jamais demandé</source>
        <translation>Never asked</translation>
    </message>
    <message>
        <source>terminé</source>
        <translation>over</translation>
    </message>
    <message>
        <source>à venir</source>
        <translation>to come</translation>
    </message>
    <message>
        <source>finit bientôt</source>
        <translation>ends soon</translation>
    </message>
    <message>
        <source>noté par %1</source>
        <translation>noted by %1</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::ConsentForm</name>
    <message>
        <source>Consentement, opposition</source>
        <translation>Consent, objection</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Sujet</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Réponse</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Le</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Donnée par, si ce n’est pas le patient</source>
        <translation>Given by, if not by the patient</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>%1 le %2, %3, noté par %4</source>
        <translation>%1 on %2, %3, noted by %4</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::CorrespondentsPage</name>
    <message>
        <source>Nom, profession, ville</source>
        <translation>Name, profession, town</translation>
    </message>
    <message>
        <source>Titre (Dr, Pr, Mme, M. ; vide : un lieu)</source>
        <translation>Title (Dr, Pr, Mme, M.; empty: a place)</translation>
    </message>
    <message>
        <source>Profession, service</source>
        <translation>Profession, department</translation>
    </message>
    <message>
        <source>Nom, ou nom du lieu</source>
        <translation>Surname, or name of the place</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Rue</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Courriel</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Adresse MSSanté</source>
        <translation>MSSanté address</translation>
    </message>
    <message>
        <source>Numéro RPPS</source>
        <translation>RPPS number</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Correspondants</source>
        <translation>Correspondents</translation>
    </message>
    <message>
        <source>Nouveau correspondant</source>
        <translation>New correspondent</translation>
    </message>
    <message>
        <source>%1 (mis de côté)</source>
        <translation>%1 (put aside)</translation>
    </message>
    <message>
        <source>Proposer de nouveau</source>
        <translation>Propose again</translation>
    </message>
    <message>
        <source>Mettre de côté</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>Clé fausse : relire le numéro.</source>
        <translation>Wrong key: read the number again.</translation>
    </message>
    <message>
        <source>Correspondant enregistré : %1</source>
        <translation>Correspondent saved: %1</translation>
    </message>
    <message>
        <source>Mis de côté : %1 n’est plus proposé.</source>
        <translation>Put aside: %1 is no longer proposed.</translation>
    </message>
    <message>
        <source>De nouveau proposé : %1</source>
        <translation>Proposed again: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::CoverageForm</name>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Droit</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Organisme</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Du</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Au</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Ajouter un droit</source>
        <translation>Add a right</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::DuplicatesList</name>
    <message>
        <source>Aucun doublon trouvé.</source>
        <translation>No duplicate found.</translation>
    </message>
    <message>
        <source>Doublons possibles</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>Recherche de doublons…</source>
        <translation>Looking for duplicates…</translation>
    </message>
    <message>
        <source>Recherche de doublons… %1 %</source>
        <translation>Looking for duplicates… %1 %</translation>
    </message>
    <message>
        <source>Les %1 plus probables ; la suite vient à mesure.</source>
        <translation>The %1 likeliest; the others follow as these are dealt with.</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::IdentitiesPage</name>
    <message>
        <source>Identités</source>
        <translation>Identities</translation>
    </message>
    <message>
        <source>Pièce à contrôler</source>
        <translation>Document to check</translation>
    </message>
    <message>
        <source>INSi à interroger</source>
        <translation>INSi to ask</translation>
    </message>
    <message>
        <source>Provisoires</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>Douteuses</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>Aucune identité dans cette liste.</source>
        <translation>No identity in this list.</translation>
    </message>
    <message>
        <source>Identités à établir</source>
        <translation>Identities to establish</translation>
    </message>
    <message>
        <source>Doublons</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Les %1 modifiées en dernier ; la suite vient à mesure.</source>
        <translation>The %1 changed last; the others follow as these are dealt with.</translation>
    </message>
    <message>
        <source>Qualifiées</source>
        <translation>Qualified</translation>
    </message>
    <message>
        <source>Vérifier auprès d’INSi</source>
        <translation>Verify with INSi</translation>
    </message>
    <message>
        <source>Aucune identité de cette liste n’a d’INS.</source>
        <translation>No identity of this list has an INS.</translation>
    </message>
    <message>
        <source>attendu à %1</source>
        <translation>expected at %1</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::IdentityChart</name>
    <message>
        <source>qualifiées</source>
        <translation>qualified</translation>
    </message>
    <message>
        <source>validées</source>
        <translation>validated</translation>
    </message>
    <message>
        <source>récupérées</source>
        <translation>retrieved</translation>
    </message>
    <message>
        <source>provisoires</source>
        <translation>provisional</translation>
    </message>
    <message>
        <source>douteuses</source>
        <translation>doubtful</translation>
    </message>
    <message>
        <source>fictives</source>
        <translation>fictive</translation>
    </message>
    <message>
        <source>Identités du cabinet : %1</source>
        <translation>Identities of the practice: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::MemberForm</name>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Correspondants trouvés</source>
        <translation>Correspondents found</translation>
    </message>
    <message>
        <source>Médecin traitant</source>
        <translation>Médecin traitant</translation>
    </message>
    <message>
        <source>Nom, ou profession et ville</source>
        <translation>Name, or profession and town</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Profession</translation>
    </message>
    <message>
        <source>Depuis le</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Pas encore dans les correspondants : y sera ajouté.</source>
        <translation>Not among the correspondents yet: will be added.</translation>
    </message>
    <message>
        <source>Équipe de soins</source>
        <translation>Care team</translation>
    </message>
    <message>
        <source>Ajouter à l’équipe de soins</source>
        <translation>Add to the care team</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::MergeModel</name>
    <message>
        <source>Contenu</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>tout est gardé</source>
        <translation>all of it is kept</translation>
    </message>
    <message>
        <source>différent</source>
        <translation>different</translation>
    </message>
    <message>
        <source>Dossier nº %1</source>
        <translation>Record no. %1</translation>
    </message>
    <message>
        <source>Après la fusion</source>
        <translation>After the merge</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::MergePage</name>
    <message>
        <source>Une personne ou deux ?</source>
        <translation>One person or two?</translation>
    </message>
    <message>
        <source>Dossier gardé</source>
        <translation>Record to keep</translation>
    </message>
    <message>
        <source>Le premier</source>
        <translation>The first</translation>
    </message>
    <message>
        <source>Le second</source>
        <translation>The second</translation>
    </message>
    <message>
        <source>Fusionner</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Ce sont deux personnes</source>
        <translation>They are two persons</translation>
    </message>
    <message>
        <source>Ouvrir le dossier gardé</source>
        <translation>Open the kept record</translation>
    </message>
    <message>
        <source>Rien n’est effacé : une fusion se défait.</source>
        <translation>Nothing is deleted: a merge can be undone.</translation>
    </message>
    <message>
        <source>le sexe</source>
        <translation>the sex</translation>
    </message>
    <message>
        <source>la date de naissance</source>
        <translation>the date of birth</translation>
    </message>
    <message>
        <source>le prénom</source>
        <translation>the given name</translation>
    </message>
    <message>
        <source>Ces dossiers ne disent pas la même chose : %1.</source>
        <translation>These records do not say the same: %1.</translation>
    </message>
    <message>
        <source>S’assurer que c’est une seule personne.</source>
        <translation>Make sure that it is one person.</translation>
    </message>
    <message>
        <source>Motif de la fusion</source>
        <translation>Reason for the merge</translation>
    </message>
    <message>
        <source>Même personne</source>
        <translation>Same person</translation>
    </message>
    <message>
        <source>Ce qui les distingue</source>
        <translation>What tells them apart</translation>
    </message>
    <message>
        <source>Garder deux dossiers</source>
        <translation>Keep two records</translation>
    </message>
    <message>
        <source>← → : de quel dossier vient une ligne</source>
        <translation>← →: which record a line comes from</translation>
    </message>
    <message>
        <source>Marquer les deux dossiers « homonyme » (Alt H) : à chaque ouverture, tous les traits seront à vérifier</source>
        <translation>Mark both records as “namesake” (Alt H): at each opening all traits are to be checked</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::MergeTable</name>
    <message>
        <source>Dossiers comparés</source>
        <translation>Compared records</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::MergedRecords</name>
    <message>
        <source>Le dossier de %1 (nº %2) est fusionné dans celui-ci</source>
        <translation>The record of %1 (no. %2) is merged into this one</translation>
    </message>
    <message>
        <source>le %1 par %2, « %3 »</source>
        <translation>on %1 by %2, “%3”</translation>
    </message>
    <message>
        <source>Séparer</source>
        <translation>Separate</translation>
    </message>
    <message>
        <source>Motif de la séparation</source>
        <translation>Reason for separating</translation>
    </message>
    <message>
        <source>Séparer les dossiers</source>
        <translation>Separate the records</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::NewPatientPage</name>
    <message>
        <source>Dossiers proches</source>
        <translation>Close records</translation>
    </message>
    <message>
        <source>Nouveau patient : le chercher d’abord</source>
        <translation>New patient: look for them first</translation>
    </message>
    <message>
        <source>Créer un dossier</source>
        <translation>Create a record</translation>
    </message>
    <message>
        <source>Nouveau patient</source>
        <translation>New patient</translation>
    </message>
    <message>
        <source>Date de naissance</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Nom de naissance ou utilisé</source>
        <translation>Birth or used name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Ou matricule INS</source>
        <translation>Or INS number</translation>
    </message>
    <message>
        <source>JJ/MM/AAAA</source>
        <translation>DD/MM/YYYY</translation>
    </message>
    <message>
        <source>3 lettres suffisent</source>
        <translation>3 letters are enough</translation>
    </message>
    <message>
        <source>15 caractères</source>
        <translation>15 characters</translation>
    </message>
    <message>
        <source>Pour créer, taper d’abord le nom.</source>
        <translation>To create, type the name first.</translation>
    </message>
    <message>
        <source>se prononce ainsi</source>
        <translation>sounds like this</translation>
    </message>
    <message>
        <source>même date de naissance</source>
        <translation>same birth date</translation>
    </message>
    <message>
        <source>jour et mois inversés</source>
        <translation>day and month exchanged</translation>
    </message>
    <message>
        <source>Aucun dossier proche.</source>
        <translation>No close record.</translation>
    </message>
    <message>
        <source>Taper la date de naissance, puis 3 lettres du nom.</source>
        <translation>Type the birth date, then 3 letters of the name.</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::OtherRecordPage</name>
    <message>
        <source>↵ : comparer les deux dossiers · Échap : revenir</source>
        <translation>↵: compare the two records · Esc: back</translation>
    </message>
    <message>
        <source>Avec quel dossier fusionner celui de %1 ?</source>
        <translation>Which record is to be merged with that of %1?</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::PatientBanner</name>
    <message>
        <source>née le %1</source>
        <translation>born on %1</translation>
    </message>
    <message>
        <source>né le %1</source>
        <translation>born on %1</translation>
    </message>
    <message>
        <source>décès le %1</source>
        <translation>died on %1</translation>
    </message>
    <message>
        <source>Nom utilisé %1</source>
        <translation>Name used %1</translation>
    </message>
    <message>
        <source>Prénom utilisé %1</source>
        <translation>Given name used %1</translation>
    </message>
    <message>
        <source>INS %1 %2</source>
        <translation>INS %1 %2</translation>
    </message>
    <message>
        <source>, non qualifiée</source>
        <translation>, not qualified</translation>
    </message>
    <message>
        <source>Homonyme : vérifier tous les traits</source>
        <translation>Namesake: check every trait</translation>
    </message>
    <message>
        <source>Allergie : %1</source>
        <translation>Allergy: %1</translation>
    </message>
    <message>
        <source>Aucune allergie connue</source>
        <translation>No known allergy</translation>
    </message>
    <message>
        <source>Allergies non renseignées</source>
        <translation>Allergies not recorded</translation>
    </message>
    <message>
        <source>Allergies illisibles</source>
        <translation>Allergies unreadable</translation>
    </message>
    <message>
        <source>lues avant : %1</source>
        <translation>read before: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::PatientFields</name>
    <message>
        <source>Note pour l’accueil</source>
        <translation>Note for the front desk</translation>
    </message>
    <message>
        <source>à préciser</source>
        <translation>to be specified</translation>
    </message>
    <message>
        <source>Féminin</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Masculin</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Indéterminé</source>
        <translation>Undetermined</translation>
    </message>
    <message>
        <source>Nom de naissance</source>
        <translation>Birth name</translation>
    </message>
    <message>
        <source>Prénoms de naissance, dans l’ordre</source>
        <translation>Given names at birth, in order</translation>
    </message>
    <message>
        <source>Premier prénom</source>
        <translation>First given name</translation>
    </message>
    <message>
        <source>Date de naissance</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Sexe</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Lieu de naissance</source>
        <translation>Birthplace</translation>
    </message>
    <message>
        <source>Nom utilisé</source>
        <translation>Name used</translation>
    </message>
    <message>
        <source>Prénom utilisé</source>
        <translation>Given name used</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>Email address</translation>
    </message>
    <message>
        <source>Rue</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Médecin traitant</source>
        <translation>Primary doctor</translation>
    </message>
    <message>
        <source>Décès le</source>
        <translation>Died on</translation>
    </message>
    <message>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Nom utilisé et contacts</source>
        <translation>Name used and contacts</translation>
    </message>
    <message>
        <source>Laisser vide s’il n’est pas utilisé.</source>
        <translation>Leave empty if not used.</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>Écrit entre-temps par une autre personne : %1</source>
        <translation>Written meanwhile by someone else: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::PatientForm</name>
    <message>
        <source>Dossier proche</source>
        <translation>Similar record</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Saisie retrouvée, pas encore enregistrée.</source>
        <translation>Entry recovered, not saved yet.</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Dossier relu.</source>
        <translation>Record read again.</translation>
    </message>
    <message>
        <source>Repris : %1.</source>
        <translation>Taken over: %1.</translation>
    </message>
    <message>
        <source>Votre saisie reste, pas encore enregistrée.</source>
        <translation>What you typed stays, not saved yet.</translation>
    </message>
    <message>
        <source>Brouillon non enregistré.</source>
        <translation>Draft not saved.</translation>
    </message>
    <message>
        <source>Dossiers proches non recherchés</source>
        <translation>Similar records not looked for</translation>
    </message>
    <message>
        <source>Trait issu d’INSi modifié :</source>
        <translation>Trait from INSi changed:</translation>
    </message>
    <message>
        <source>enregistrer repasse l’identité en provisoire, sans INS</source>
        <translation>saving makes the identity provisional again, without INS</translation>
    </message>
    <message>
        <source>Pas encore enregistré.</source>
        <translation>Not saved yet.</translation>
    </message>
    <message>
        <source>Lire l’avertissement, puis enregistrer de nouveau.</source>
        <translation>Read the warning, then save again.</translation>
    </message>
    <message>
        <source>Une autre personne a écrit dans les mêmes champs.</source>
        <translation>Someone else wrote in the same fields.</translation>
    </message>
    <message>
        <source>Traits lus sur un code INS.</source>
        <translation>Traits read from an INS code.</translation>
    </message>
    <message>
        <source>Les vérifier ; INSi et la pièce restent à contrôler.</source>
        <translation>Check them; INSi and the document remain to be checked.</translation>
    </message>
    <message>
        <source>Traits lus sur une carte Vitale, qui ne prouve rien.</source>
        <translation>Traits read from a carte Vitale, which proves nothing.</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::PatientListModel</name>
    <message>
        <source>décédé</source>
        <translation>deceased</translation>
    </message>
    <message>
        <source>utilise %1</source>
        <translation>uses %1</translation>
    </message>
    <message>
        <source>homonyme</source>
        <translation>namesake</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::PatientSearchPage</name>
    <message>
        <source>Nom, date de naissance, téléphone ou matricule</source>
        <translation>Name, birth date, phone or matricule</translation>
    </message>
    <message>
        <source>Nouveau patient</source>
        <translation>New patient</translation>
    </message>
    <message>
        <source>Patients trouvés</source>
        <translation>Patients found</translation>
    </message>
    <message>
        <source>Taper les premières lettres du nom, ou une date de naissance.</source>
        <translation>Type the first letters of the name, or a birth date.</translation>
    </message>
    <message>
        <source>Aucun patient pour « %1 ».</source>
        <translation>No patient for “%1”.</translation>
    </message>
    <message>
        <source>Ouverts récemment</source>
        <translation>Opened recently</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::PersonForm</name>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>conjoint</source>
        <translation>husband, partner</translation>
    </message>
    <message>
        <source>conjointe</source>
        <translation>wife, partner</translation>
    </message>
    <message>
        <source>mère</source>
        <translation>mother</translation>
    </message>
    <message>
        <source>père</source>
        <translation>father</translation>
    </message>
    <message>
        <source>fille</source>
        <translation>daughter</translation>
    </message>
    <message>
        <source>fils</source>
        <translation>son</translation>
    </message>
    <message>
        <source>sœur</source>
        <translation>sister</translation>
    </message>
    <message>
        <source>frère</source>
        <translation>brother</translation>
    </message>
    <message>
        <source>voisin, voisine</source>
        <translation>neighbour</translation>
    </message>
    <message>
        <source>ami, amie</source>
        <translation>friend</translation>
    </message>
    <message>
        <source>Nom et prénom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lien</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Courriel</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Écrit ou jugement du</source>
        <translation>Writing or judgment of</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Entourage</source>
        <translation>People around</translation>
    </message>
    <message>
        <source>Ajouter à l’entourage</source>
        <translation>Add somebody</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::PlaceField</name>
    <message>
        <source>Le code %1 (%2) n’existait pas le %3 : il date du %4.</source>
        <translation>Code %1 (%2) did not exist on %3: it dates from %4.</translation>
    </message>
    <message>
        <source>Le code %1 (%2) n’existait plus le %3 : il a fini le %4.</source>
        <translation>Code %1 (%2) no longer existed on %3: it ended on %4.</translation>
    </message>
    <message>
        <source>Commune, pays ou code</source>
        <translation>Town, country or code</translation>
    </message>
    <message>
        <source>Lieux proposés</source>
        <translation>Proposed places</translation>
    </message>
    <message>
        <source>Liste des communes absente : taper le code, puis le nom.</source>
        <translation>No list of towns here: type the code, then the name.</translation>
    </message>
    <message>
        <source>Code d’un lieu inconnu.</source>
        <translation>Code of an unknown place.</translation>
    </message>
    <message>
        <source>Le code %1 n’est celui d’aucun lieu connu.</source>
        <translation>Code %1 is that of no known place.</translation>
    </message>
    <message>
        <source>Alors : %1.</source>
        <translation>At that time: %1.</translation>
    </message>
    <message>
        <source>%1 : %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Aucun lieu de ce nom à cette date : il n’a pas de code.</source>
        <translation>No place of that name at that date: it has no code.</translation>
    </message>
    <message>
        <source>Sans code : choisir un lieu de la liste (↓ puis ↵).</source>
        <translation>No code: choose a place from the list (↓ then ↵).</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>country</translation>
    </message>
    <message>
        <source>dép. %1</source>
        <translation>dept. %1</translation>
    </message>
    <message>
        <source>jusqu’au %1</source>
        <translation>until %1</translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::VerificationPanel</name>
    <message>
        <source>INS qu’INSi ne reconnaît plus</source>
        <translation>INS that INSi no longer holds</translation>
    </message>
    <message numerus="yes">
        <source>Vérifier %n INS auprès d’INSi, l’un après l’autre ?</source>
        <translation>
            <numerusform>Verify %n INS with INSi?</numerusform>
            <numerusform>Verify %n INS with INSi, one after the other?</numerusform>
        </translation>
    </message>
    <message>
        <source>Une identité dont INSi ne reconnaît plus l’INS le perd, et son statut avec lui.</source>
        <translation>An identity whose INS is no longer held by INSi loses it, and its status with it.</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Renoncer</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>INSi est interrogé…</source>
        <translation>INSi is being asked…</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>INSi est interrogé : %1.</source>
        <translation>INSi is being asked: %1.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>%1 INS vérifiés sur %2</source>
        <translation>%1 of %2 INS verified</translation>
    </message>
    <message>
        <source>INSi reconnaît tous ceux qui l’ont été.</source>
        <translation>INSi holds all those that were.</translation>
    </message>
    <message numerus="yes">
        <source>INSi n’en reconnaît plus %n : identité à établir de nouveau.</source>
        <translation>
            <numerusform>INSi no longer holds %n: identity to be established again.</numerusform>
            <numerusform>INSi no longer holds %n: identities to be established again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code de la carte</source>
        <translation>Card code</translation>
    </message>
    <message>
        <source>Signer l’appel</source>
        <translation>Sign the call</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::AlertSettingsPage</name>
    <message>
        <source>Signaux</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Ce qui est montré aussitôt sous l’ordonnance. Le reste est replié : F6 le montre, le journal le garde. Les contre-indications et les signaux graves restent montrés.</source>
        <translation>What is shown at once under the prescription. The rest is folded: F6 shows it, the log keeps it. Contra-indications and grave signals stay shown.</translation>
    </message>
    <message>
        <source>Tout rétablir</source>
        <translation>Show all again</translation>
    </message>
    <message>
        <source>Ce que disent les marques</source>
        <translation>What the marks say</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Dès PE</source>
        <translation>From PE</translation>
    </message>
    <message>
        <source>Dès AD</source>
        <translation>From AD</translation>
    </message>
    <message>
        <source>CI seules</source>
        <translation>CI alone</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Dès avertissement</source>
        <translation>From warnings</translation>
    </message>
    <message>
        <source>Graves seuls</source>
        <translation>Grave alone</translation>
    </message>
    <message>
        <source>Sous le niveau de sécurité par défaut : des signaux sont repliés (%1).</source>
        <translation>Below the usual level of safety: some signals are folded (%1).</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::DemandeForm</name>
    <message>
        <source>12/12 ou 5j</source>
        <translation>12/12 or 5j</translation>
    </message>
    <message>
        <source>12/12</source>
        <translation>12/12</translation>
    </message>
    <message>
        <source>À choisir</source>
        <translation>To be chosen</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::DemandeItemModel</name>
    <message>
        <source>produit de contraste iodé</source>
        <translation>iodinated contrast medium</translation>
    </message>
    <message>
        <source>ALD</source>
        <translation>ALD</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::DemandeItems</name>
    <message>
        <source>En rapport avec l’ALD</source>
        <translation>Related to the ALD</translation>
    </message>
    <message>
        <source>Produit de contraste</source>
        <translation>Contrast medium</translation>
    </message>
    <message>
        <source>Actes demandés</source>
        <translation>Acts asked for</translation>
    </message>
    <message>
        <source>Précision : côté, incidence, fréquence</source>
        <translation>Detail: side, view, frequency</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Code LPP</source>
        <translation>LPP code</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::DemandePage</name>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n analyse(s))</source>
        <translation>
            <numerusform>%1 (%n analysis)</numerusform>
            <numerusform>%1 (%n analyses)</numerusform>
        </translation>
    </message>
    <message>
        <source>Actes trouvés</source>
        <translation>Acts found</translation>
    </message>
    <message>
        <source>Examen, soin ou matériel ; ↵ garde ce qui n’est pas dans la liste</source>
        <translation>Examination, care or device; ↵ keeps what is not in the list</translation>
    </message>
    <message>
        <source>Acte à demander</source>
        <translation>Act to ask for</translation>
    </message>
    <message>
        <source>Repartir d’une demande vide</source>
        <translation>Start an empty request</translation>
    </message>
    <message>
        <source>Demande remplacée.</source>
        <translation>Request replaced.</translation>
    </message>
    <message>
        <source>%1, signée le %2</source>
        <translation>%1, signed on %2</translation>
    </message>
    <message>
        <source>Voir la feuille</source>
        <translation>See the sheet</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Take up</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Demande effacée.</source>
        <translation>Request cleared.</translation>
    </message>
    <message>
        <source>Envoyée à %1.</source>
        <translation>Sent to %1.</translation>
    </message>
    <message>
        <source>Signée, rangée dans le dossier, envoyée à %1.</source>
        <translation>Signed, filed in the record, sent to %1.</translation>
    </message>
    <message>
        <source>Signée, rangée dans le dossier.</source>
        <translation>Signed, filed in the record.</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::FeedbackPage</name>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>3 mois</source>
        <translation>3 months</translation>
    </message>
    <message>
        <source>12 mois</source>
        <translation>12 months</translation>
    </message>
    <message>
        <source>3 ans</source>
        <translation>3 years</translation>
    </message>
    <message>
        <source>Prescripteur</source>
        <translation>Prescriber</translation>
    </message>
    <message>
        <source>Moi</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Tout le cabinet</source>
        <translation>The whole practice</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Bilan de prescription</source>
        <translation>Prescribing review</translation>
    </message>
    <message>
        <source>Classes (ATC)</source>
        <translation>Classes (ATC)</translation>
    </message>
    <message>
        <source>Substances</source>
        <translation>Substances</translation>
    </message>
    <message>
        <source>Signaux montrés à la signature</source>
        <translation>Signals shown at signature</translation>
    </message>
    <message>
        <source>Lecture des ordonnances…</source>
        <translation>Reading the ordonnances…</translation>
    </message>
    <message>
        <source>Aucune ordonnance signée dans cette période.</source>
        <translation>No ordonnance signed in this period.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n ordonnance(s)</source>
        <translation>
            <numerusform>%n ordonnance</numerusform>
            <numerusform>%n ordonnances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annulée(s)</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message>
        <source>En dénomination commune : %1 · dans un groupe générique : %2 · non substituables : %3 · en rapport avec une ALD : %4</source>
        <translation>By common name: %1 · in a generic group: %2 · not substitutable: %3 · related to an ALD: %4</translation>
    </message>
    <message>
        <source>Sans classe connue</source>
        <translation>Without a known class</translation>
    </message>
    <message numerus="yes">
        <source>%n avec motif</source>
        <translation>
            <numerusform>%n with a reason</numerusform>
            <numerusform>%n with a reason</numerusform>
        </translation>
    </message>
    <message>
        <source>Groupe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lignes</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Ordonnances</source>
        <translation>Ordonnances</translation>
    </message>
    <message>
        <source>En dénomination commune</source>
        <translation>By common name</translation>
    </message>
    <message>
        <source>Dans un groupe générique</source>
        <translation>In a generic group</translation>
    </message>
    <message>
        <source>Non substituables</source>
        <translation>Not substitutable</translation>
    </message>
    <message>
        <source>En rapport avec une ALD</source>
        <translation>Related to an ALD</translation>
    </message>
    <message>
        <source>Mois</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Signaux</source>
        <translation>Signals</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::LineEditor</name>
    <message>
        <source>non dite</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>non dit</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>En rapport avec l’ALD</source>
        <translation>Related to the ALD</translation>
    </message>
    <message>
        <source>Non remboursable (NR)</source>
        <translation>Not reimbursable (NR)</translation>
    </message>
    <message>
        <source> j</source>
        <translation> d</translation>
    </message>
    <message>
        <source>Substituable</source>
        <translation>Substitutable</translation>
    </message>
    <message>
        <source>Posologie</source>
        <translation>Dosage</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Boîtes</source>
        <translation>Boxes</translation>
    </message>
    <message>
        <source>Renouvellements</source>
        <translation>Renewals</translation>
    </message>
    <message>
        <source>Substitution</source>
        <translation>Substitution</translation>
    </message>
    <message>
        <source>Commentaire imprimé</source>
        <translation>Printed comment</translation>
    </message>
    <message>
        <source>Hors AMM, donc NR</source>
        <translation>Off-label, hence not reimbursed</translation>
    </message>
    <message>
        <source>AT ou maladie professionnelle</source>
        <translation>Work injury or occupational disease</translation>
    </message>
    <message>
        <source>Au titre de la prévention</source>
        <translation>For prevention</translation>
    </message>
    <message>
        <source>Délivrance en une seule fois</source>
        <translation>Dispensed all at once</translation>
    </message>
    <message>
        <source>Chevauchement autorisé</source>
        <translation>Overlap allowed</translation>
    </message>
    <message>
        <source>Commence plus tard</source>
        <translation>Starts later</translation>
    </message>
    <message>
        <source>Traitement de substitution</source>
        <translation>Substitution treatment</translation>
    </message>
    <message>
        <source>Selon le médicament</source>
        <translation>As the drug wants</translation>
    </message>
    <message>
        <source>Ordonnance sécurisée</source>
        <translation>Secured form</translation>
    </message>
    <message>
        <source>Médicament d’exception</source>
        <translation>Médicament d’exception form</translation>
    </message>
    <message>
        <source>Imprimée sur</source>
        <translation>Printed on</translation>
    </message>
    <message>
        <source>Pharmacien qui délivre</source>
        <translation>Dispensing pharmacist</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Hors AMM n’est pas remboursé.</source>
        <translation>Off-label use is not reimbursed.</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::LineList</name>
    <message>
        <source>Lignes de l’ordonnance</source>
        <translation>Lines of the prescription</translation>
    </message>
    <message>
        <source>Ordonnance</source>
        <translation>Prescription</translation>
    </message>
    <message>
        <source>Changer de zone ALD</source>
        <translation>Change ALD zone</translation>
    </message>
    <message>
        <source>Monter la ligne</source>
        <translation>Move the line up</translation>
    </message>
    <message>
        <source>Descendre la ligne</source>
        <translation>Move the line down</translation>
    </message>
    <message>
        <source>Ligne retirée : %1</source>
        <translation>Line removed: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::LineModel</name>
    <message>
        <source>Affection de longue durée</source>
        <translation>Long-term condition (ALD)</translation>
    </message>
    <message>
        <source>Sans rapport avec l’ALD</source>
        <translation>Unrelated to the ALD</translation>
    </message>
    <message numerus="yes">
        <source>%n boîte(s)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
    <message>
        <source>nouveau</source>
        <translation>new</translation>
    </message>
    <message>
        <source>dose changée</source>
        <translation>dose changed</translation>
    </message>
    <message>
        <source>renouvelé</source>
        <translation>renewed</translation>
    </message>
    <message>
        <source>Dose changée. Avant : %1</source>
        <translation>Dose changed. Before: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::MonthChart</name>
    <message>
        <source>Lignes prescrites par mois</source>
        <translation>Lines prescribed by month</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::NotCheckedList</name>
    <message>
        <source>Non contrôlé</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>pas encore contrôlé par ce logiciel</source>
        <translation>not yet checked by this program</translation>
    </message>
    <message>
        <source>Contrôlé avec : %1.</source>
        <translation>Checked with: %1.</translation>
    </message>
    <message>
        <source>doublons de classe</source>
        <translation>duplicates of a class</translation>
    </message>
    <message>
        <source>Toutes les lignes</source>
        <translation>Every line</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::OrdonnanceHead</name>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>total inconnu</source>
        <translation>total unknown</translation>
    </message>
    <message>
        <source>total %1</source>
        <translation>total %1</translation>
    </message>
    <message>
        <source>total : au moins %1</source>
        <translation>total: at least %1</translation>
    </message>
    <message>
        <source>Des lignes n’ont pas de prix, pas de nombre de boîtes ou plus d’un prix : la boîte la moins chère est comptée.</source>
        <translation>Some lines have no price, no number of boxes or more than one price: the cheapest box is counted.</translation>
    </message>
    <message>
        <source>Arrêté depuis le %1 : %2</source>
        <translation>Stopped since %1: %2</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::OrdonnancePage</name>
    <message>
        <source>Enregistré à %1</source>
        <translation>Saved at %1</translation>
    </message>
    <message>
        <source>Ordonnance du %1</source>
        <translation>Ordonnance of %1</translation>
    </message>
    <message>
        <source>Ordonnances</source>
        <translation>Ordonnances</translation>
    </message>
    <message>
        <source>Lignes du %1 reprises. À relire avant de signer.</source>
        <translation>Lines of %1 copied. Read them again before signing.</translation>
    </message>
    <message>
        <source>Aucune ordonnance à renouveler.</source>
        <translation>No ordonnance to renew.</translation>
    </message>
    <message>
        <source>Brouillon retrouvé.</source>
        <translation>Draft recovered.</translation>
    </message>
    <message>
        <source>Remplacé par %1</source>
        <translation>Replaced by %1</translation>
    </message>
    <message>
        <source>Non enregistré</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>%1 : arrêté</source>
        <translation>%1: stopped</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::ProtocolBar</name>
    <message numerus="yes">
        <source>%1 (%n ligne(s))</source>
        <translation>
            <numerusform>%1 (%n line)</numerusform>
            <numerusform>%1 (%n lines)</numerusform>
        </translation>
    </message>
    <message>
        <source>Modèles d’ordonnance</source>
        <translation>Prescription templates</translation>
    </message>
    <message>
        <source>Modèle d’ordonnance</source>
        <translation>Prescription template</translation>
    </message>
    <message>
        <source>Ordonnance</source>
        <translation>Prescription</translation>
    </message>
    <message>
        <source>Modèle</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Faire un modèle</source>
        <translation>Make a template</translation>
    </message>
    <message>
        <source>Aucun modèle. Maj+F4 en fait un des lignes de l’ordonnance.</source>
        <translation>No template. Shift+F4 makes one of the lines of the prescription.</translation>
    </message>
    <message>
        <source>Modèle inséré : %1</source>
        <translation>Template inserted: %1</translation>
    </message>
    <message>
        <source>Nom du modèle</source>
        <translation>Name of the template</translation>
    </message>
    <message>
        <source>Garder ces lignes</source>
        <translation>Keep these lines</translation>
    </message>
    <message>
        <source>Modèle gardé : %1. F4 l’insère.</source>
        <translation>Template kept: %1. F4 inserts it.</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::ProtocolsPage</name>
    <message>
        <source>Modèles d’ordonnance</source>
        <translation>Prescription templates</translation>
    </message>
    <message>
        <source>Un modèle se fait dans une ordonnance, de ses lignes : Maj+F4. F4 l’insère. Ses lignes sont contrôlées comme les autres.</source>
        <translation>A template is made in a prescription, of its lines: Shift+F4. F4 inserts it. Its lines are checked as any other.</translation>
    </message>
    <message>
        <source>Renommer</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Supprimer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lignes</source>
        <translation>Lines</translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Aucun modèle pour l’instant.</source>
        <translation>No template yet.</translation>
    </message>
    <message>
        <source>Modèle enregistré : %1</source>
        <translation>Template saved: %1</translation>
    </message>
    <message>
        <source>Modèle supprimé : %1</source>
        <translation>Template removed: %1</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Put back</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::QuickLine</name>
    <message>
        <source>Médicament, DCI ou code, puis posologie et durée</source>
        <translation>Drug, DCI or code, then dosage and duration</translation>
    </message>
    <message>
        <source>Ligne à prescrire</source>
        <translation>Line to prescribe</translation>
    </message>
    <message>
        <source>Médicaments trouvés</source>
        <translation>Drugs found</translation>
    </message>
    <message>
        <source>Posologie, puis durée : 1 comprimé matin et soir 7j</source>
        <translation>Dosage, then duration, in French: 1 comprimé matin et soir 7j</translation>
    </message>
    <message>
        <source>Absent de la base. ↵ pour le prescrire tel qu’écrit.</source>
        <translation>Not in the drug base. ↵ to prescribe it as written.</translation>
    </message>
    <message>
        <source>%1 :</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 : %2, ou bien %3</source>
        <translation>%1: %2, or else %3</translation>
    </message>
    <message>
        <source>%1 : %2 (texte libre : contrôles de dose impossibles)</source>
        <translation>%1: %2 (free text: doses cannot be checked)</translation>
    </message>
    <message>
        <source>ALD</source>
        <translation>ALD</translation>
    </message>
    <message>
        <source>Suppr pour l’oublier</source>
        <translation>Del to forget it</translation>
    </message>
    <message numerus="yes">
        <source>signé %n fois</source>
        <translation>
            <numerusform>signed %n time</numerusform>
            <numerusform>signed %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Vos posologies habituelles</source>
        <translation>Your usual dosages</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::SheetLine</name>
    <message>
        <source>annulée : %1</source>
        <translation>cancelled: %1</translation>
    </message>
    <message>
        <source>pas encore délivrée ici</source>
        <translation>not dispensed here yet</translation>
    </message>
    <message>
        <source>signée</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>Voir la feuille</source>
        <translation>View the sheet</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>signée, envoyée à %1</source>
        <translation>signed, sent to %1</translation>
    </message>
    <message>
        <source>signée. %1</source>
        <translation>signed. %1</translation>
    </message>
    <message>
        <source>Motif de l’annulation</source>
        <translation>Reason for cancelling</translation>
    </message>
    <message>
        <source>Annuler l’ordonnance</source>
        <translation>Cancel the ordonnance</translation>
    </message>
    <message>
        <source>annulée</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>annulée, ne s’imprime plus</source>
        <translation>cancelled, no longer printed</translation>
    </message>
    <message>
        <source>envoyée à %1</source>
        <translation>sent to %1</translation>
    </message>
    <message>
        <source>imprimée. %1</source>
        <translation>printed. %1</translation>
    </message>
    <message>
        <source>Signer par carte</source>
        <translation>Sign by card</translation>
    </message>
    <message>
        <source>Code de la carte</source>
        <translation>Code of the card</translation>
    </message>
    <message>
        <source>la carte signe…</source>
        <translation>the card is signing…</translation>
    </message>
    <message>
        <source>signée par la carte de %1, autorité de la carte non vérifiée</source>
        <translation>signed by the card of %1, the card&apos;s authority not verified</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Imprimer ce qui manque</source>
        <translation>Print what is missing</translation>
    </message>
    <message>
        <source>imprimée en partie</source>
        <translation>printed in part</translation>
    </message>
    <message>
        <source>signature exportée</source>
        <translation>signature exported</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::SignalList</name>
    <message>
        <source>Ordonnance</source>
        <translation>Ordonnance</translation>
    </message>
    <message>
        <source>Tous les signaux</source>
        <translation>All signals</translation>
    </message>
    <message>
        <source>Passer outre avec motif</source>
        <translation>Go on, with a reason</translation>
    </message>
    <message>
        <source>Motif pour passer outre</source>
        <translation>Reason for going on</translation>
    </message>
    <message>
        <source>Garder le motif</source>
        <translation>Keep the reason</translation>
    </message>
    <message numerus="yes">
        <source>%n signal(aux)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signals</numerusform>
        </translation>
    </message>
    <message>
        <source>F6 replie</source>
        <translation>F6 folds</translation>
    </message>
    <message numerus="yes">
        <source>%n autre(s), F6</source>
        <translation>
            <numerusform>%n other, F6</numerusform>
            <numerusform>%n others, F6</numerusform>
        </translation>
    </message>
    <message>
        <source>F6 détaille</source>
        <translation>F6 tells more</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Motif : %1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Le niveau dépend de ce qui n’est pas connu ici.</source>
        <translation>The level depends on what is not known here.</translation>
    </message>
    <message>
        <source>Source : %1, %2</source>
        <translation>Source: %1, %2</translation>
    </message>
    <message>
        <source>Faire ce que le signal propose</source>
        <translation>Do what the signal proposes</translation>
    </message>
    <message>
        <source>Aucun acte sûr</source>
        <translation>No sure act</translation>
    </message>
    <message>
        <source>Plus d’une ligne est en cause : choisir celle à changer.</source>
        <translation>More than one line is concerned: choose the one to change.</translation>
    </message>
    <message>
        <source>Retirer la ligne %1</source>
        <translation>Remove line %1</translation>
    </message>
    <message numerus="yes">
        <source>%n replié(s) par votre réglage</source>
        <translation>
            <numerusform>%n folded by your settings</numerusform>
            <numerusform>%n folded by your settings</numerusform>
        </translation>
    </message>
    <message>
        <source>avec %1</source>
        <translation>with %1</translation>
    </message>
    <message>
        <source>Arrêter %1</source>
        <translation>Stop %1</translation>
    </message>
    <message>
        <source>Signaux</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Source : les noms tels qu’ils sont écrits, sans fiche de médicament</source>
        <translation>Source: the names as they are written, without a drug sheet</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::SignedDemandes</name>
    <message>
        <source>Aucune demande signée dans ce dossier.</source>
        <translation>No signed request in this record.</translation>
    </message>
    <message>
        <source>Signées</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Demandes signées</source>
        <translation>Signed requests</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::SignedList</name>
    <message>
        <source>Aucune pour l’instant.</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>Ordonnances signées</source>
        <translation>Signed ordonnances</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::SignedModel</name>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Annulée</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Délivrée</source>
        <translation>Dispensed</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::TreatmentChart</name>
    <message>
        <source>Frise des traitements</source>
        <translation>Timeline of the treatments</translation>
    </message>
    <message>
        <source>janv.</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>févr.</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>mars</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>avr.</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>mai</source>
        <translation>May</translation>
    </message>
    <message>
        <source>juin</source>
        <translation>June</translation>
    </message>
    <message>
        <source>juil.</source>
        <translation>July</translation>
    </message>
    <message>
        <source>août</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>sept.</source>
        <translation>Sept</translation>
    </message>
    <message>
        <source>oct.</source>
        <translation>Oct</translation>
    </message>
    <message>
        <source>nov.</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>déc.</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::TreatmentModel</name>
    <message>
        <source>Traitement</source>
        <translation>Treatment</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Fin prévue</source>
        <translation>Planned end</translation>
    </message>
    <message>
        <source>Arrêté le</source>
        <translation>Stopped on</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Prescripteur</source>
        <translation>Prescriber</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::TreatmentSteps</name>
    <message>
        <source>Arrêté : %1</source>
        <translation>Stopped: %1</translation>
    </message>
    <message>
        <source>Arrêt repris : %1</source>
        <translation>Stop taken back: %1</translation>
    </message>
    <message>
        <source>repris le %1 par %2</source>
        <translation>taken back on %1 by %2</translation>
    </message>
    <message>
        <source>jusqu’au %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>fin non dite</source>
        <translation>end not told</translation>
    </message>
    <message>
        <source>changé</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>au résumé du dossier, par %1</source>
        <translation>in the summary of the record, by %1</translation>
    </message>
    <message>
        <source>Usage : %1</source>
        <translation>Use: %1</translation>
    </message>
    <message>
        <source>noté par %1</source>
        <translation>recorded by %1</translation>
    </message>
    <message>
        <source>avant : %1</source>
        <translation>before: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::TreatmentsPage</name>
    <message>
        <source>Durée</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>1 an</source>
        <translation>1 year</translation>
    </message>
    <message>
        <source>5 ans</source>
        <translation>5 years</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Arrêté le</source>
        <translation>Stopped on</translation>
    </message>
    <message>
        <source>Aucun traitement dans ce dossier. Une ordonnance signée ou une ligne du résumé le montre ici.</source>
        <translation>No treatment in this record. A signed prescription or a line of the summary shows here.</translation>
    </message>
    <message>
        <source>Ordonnance</source>
        <translation>Prescription</translation>
    </message>
    <message>
        <source>Traitements</source>
        <translation>Treatments</translation>
    </message>
    <message>
        <source>Reprendre l’arrêt</source>
        <translation>Take the stop back</translation>
    </message>
    <message>
        <source>Autre durée</source>
        <translation>Another span</translation>
    </message>
    <message>
        <source>Barre épaisse : fond · fine : ponctuel · filet : fin non dite · pointillés : à venir</source>
        <translation>Thick bar: long-term · thin: short-term · line: end not told · dotted: to come</translation>
    </message>
    <message>
        <source>Étapes du traitement</source>
        <translation>Steps of the treatment</translation>
    </message>
    <message>
        <source>%1 · depuis : %2 · fin prévue : %3</source>
        <translation>%1 · since: %2 · planned end: %3</translation>
    </message>
    <message>
        <source>Arrêter le traitement</source>
        <translation>Stop the treatment</translation>
    </message>
    <message>
        <source>%1 : arrêté</source>
        <translation>%1: stopped</translation>
    </message>
    <message>
        <source>%1 : arrêt repris</source>
        <translation>%1: stop taken back</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Deux arrêts</source>
        <translation>Two stops</translation>
    </message>
    <message>
        <source>Le mien</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Le sien</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>Arrêté aussi par %1, le %2 : %3</source>
        <translation>Also stopped by %1, on %2: %3</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::DueModel</name>
    <message>
        <source>À venir</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>Fait</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Refusé ou non concerné</source>
        <translation>Declined or not concerned</translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::DuePanel</name>
    <message>
        <source>Dernier : %1.</source>
        <translation>Last: %1.</translation>
    </message>
    <message>
        <source>Une date inconnue ne compte pas pour le délai.</source>
        <translation>An unknown date does not count for the interval.</translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) trop tôt, non comptée(s).</source>
        <translation>
            <numerusform>%n dose too early, not counted.</numerusform>
            <numerusform>%n doses too early, not counted.</numerusform>
        </translation>
    </message>
    <message>
        <source>Jusqu’au %1.</source>
        <translation>Until %1.</translation>
    </message>
    <message>
        <source>Source : %1 (%2) : %3.</source>
        <translation>Source: %1 (%2): %3.</translation>
    </message>
    <message>
        <source>À vérifier : %1.</source>
        <translation>To be verified: %1.</translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::DuePatientModel</name>
    <message>
        <source>dernier : %1</source>
        <translation>last: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::PreventionListPage</name>
    <message>
        <source>Nom dans la liste</source>
        <translation>Name in the list</translation>
    </message>
    <message>
        <source>Acte de prévention</source>
        <translation>Act of prevention</translation>
    </message>
    <message>
        <source>Patients concernés</source>
        <translation>Patients concerned</translation>
    </message>
    <message>
        <source>Prévention</source>
        <translation>Prevention</translation>
    </message>
    <message>
        <source>Lettres d’invitation</source>
        <translation>Letters of invitation</translation>
    </message>
    <message>
        <source>Objet</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Champs : {acte}, {patient}, {cabinet}, {telephone}. Une page par patient de la liste.</source>
        <translation>Fields: {acte}, {patient}, {cabinet}, {telephone}. One page per patient of the list.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Préparer</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Préparer les lettres</source>
        <translation>Prepare the letters</translation>
    </message>
    <message>
        <source>Lecture des dossiers…</source>
        <translation>Reading the records…</translation>
    </message>
    <message>
        <source>Lecture des dossiers… %1&#x202f;%</source>
        <translation>Reading the records… %1%</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message>
        <source>Personne à prévenir pour cet acte.</source>
        <translation>Nobody is due for this act.</translation>
    </message>
    <message>
        <source>Aucun de ces noms dans la liste.</source>
        <translation>None of these names is in the list.</translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::PreventionPage</name>
    <message>
        <source>Vaccinations</source>
        <translation>Vaccinations</translation>
    </message>
    <message>
        <source>Aucune vaccination notée.</source>
        <translation>No vaccination noted.</translation>
    </message>
    <message>
        <source>Prévention</source>
        <translation>Prevention</translation>
    </message>
    <message>
        <source>Certificat de vaccination</source>
        <translation>Vaccination certificate</translation>
    </message>
    <message>
        <source>Volet de la ligne</source>
        <translation>Side of the line</translation>
    </message>
    <message>
        <source>Vaccination</source>
        <translation>Vaccination</translation>
    </message>
    <message>
        <source>Fait</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Non concerné</source>
        <translation>Not concerned</translation>
    </message>
    <message>
        <source>Retirer la vaccination</source>
        <translation>Remove the vaccination</translation>
    </message>
    <message>
        <source>À faire</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>%1 : noté.</source>
        <translation>%1: noted.</translation>
    </message>
    <message>
        <source>%1, fait le</source>
        <translation>%1, done on</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>%1, refusé : motif</source>
        <translation>%1, declined: reason</translation>
    </message>
    <message>
        <source>%1, non concerné : motif</source>
        <translation>%1, not concerned: reason</translation>
    </message>
    <message>
        <source>%1 : fait.</source>
        <translation>%1: done.</translation>
    </message>
    <message>
        <source>%1 : refusé.</source>
        <translation>%1: declined.</translation>
    </message>
    <message>
        <source>%1 : non concerné.</source>
        <translation>%1: not concerned.</translation>
    </message>
    <message>
        <source>%1 : retiré.</source>
        <translation>%1: removed.</translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::VaccinationForm</name>
    <message>
        <source>Vaccination</source>
        <translation>Vaccination</translation>
    </message>
    <message>
        <source>Lire le Datamatrix de la boîte, ou saisir le nom.</source>
        <translation>Scan the box’s Datamatrix, or type the name.</translation>
    </message>
    <message>
        <source>Fait ici</source>
        <translation>Given here</translation>
    </message>
    <message>
        <source>deltoïde gauche</source>
        <translation>left deltoid</translation>
    </message>
    <message>
        <source>deltoïde droit</source>
        <translation>right deltoid</translation>
    </message>
    <message>
        <source>cuisse gauche</source>
        <translation>left thigh</translation>
    </message>
    <message>
        <source>cuisse droite</source>
        <translation>right thigh</translation>
    </message>
    <message>
        <source>par la bouche</source>
        <translation>by mouth</translation>
    </message>
    <message>
        <source>Vaccin</source>
        <translation>Vaccine</translation>
    </message>
    <message>
        <source>Contre</source>
        <translation>Against</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Péremption</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>jour, mois ou année ; vide : inconnue</source>
        <translation>day, month or year; empty: unknown</translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::VaccinationModel</name>
    <message>
        <source>déclaré</source>
        <translation>told</translation>
    </message>
    <message>
        <source>%1, déclaré</source>
        <translation>%1, told</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Vaccin</source>
        <translation>Vaccine</translation>
    </message>
    <message>
        <source>Contre</source>
        <translation>Against</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::CurveChart</name>
    <message>
        <source>Courbe, %1</source>
        <translation>Curve, %1</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::CurveListModel</name>
    <message>
        <source>Calculé</source>
        <translation>Computed</translation>
    </message>
    <message>
        <source>Mesuré</source>
        <translation>Measured</translation>
    </message>
    <message>
        <source>aucune mesure</source>
        <translation>no measurement</translation>
    </message>
    <message>
        <source>ET</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>Croissance, %1</source>
        <translation>Growth, %1</translation>
    </message>
    <message>
        <source>Croissance</source>
        <translation>Growth</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::EntryReader</name>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Texte de l’entrée</source>
        <translation>Text of the entry</translation>
    </message>
    <message>
        <source>Actuelle, %1, %2</source>
        <translation>Current, %1, %2</translation>
    </message>
    <message>
        <source>N° %1, %2, %3</source>
        <translation>No. %1, %2, %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Voir le document</source>
        <translation>See the document</translation>
    </message>
    <message>
        <source>Pièce : %1</source>
        <translation>Attached: %1</translation>
    </message>
    <message>
        <source>Avec : %1</source>
        <translation>With: %1</translation>
    </message>
    <message>
        <source>Voir les ordonnances</source>
        <translation>See the prescriptions</translation>
    </message>
    <message>
        <source>Comparer</source>
        <translation>Compare</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::FilterChips</name>
    <message numerus="yes">
        <source>%1, %n entrée(s)</source>
        <translation>
            <numerusform>%1, %n entry</numerusform>
            <numerusform>%1, %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::HistoryColumn</name>
    <message>
        <source>Chercher dans le dossier</source>
        <translation>Search in the record</translation>
    </message>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Entrées de ce dossier illisibles.</source>
        <translation>The entries of this record cannot be read.</translation>
    </message>
    <message>
        <source>Aucune entrée dans ce dossier.</source>
        <translation>No entry in this record.</translation>
    </message>
    <message>
        <source>Rien de tel dans ce dossier.</source>
        <translation>Nothing like it in this record.</translation>
    </message>
    <message>
        <source>Filtrer l’historique</source>
        <translation>Filter the history</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::InlineCurve</name>
    <message>
        <source>Courbe</source>
        <translation>Curve</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::MeasureLine</name>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Nouvelle mesure : poids 72,5 ; TA 13/8</source>
        <translation>New measurement: poids 72,5; TA 13/8</translation>
    </message>
    <message>
        <source>Nouvelle mesure</source>
        <translation>New measurement</translation>
    </message>
    <message>
        <source>Date de la mesure</source>
        <translation>Date of the measurement</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Correction de %1, %2</source>
        <translation>Correction of %1, %2</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::MeasuresPage</name>
    <message>
        <source>Aucune mesure dans ce dossier.</source>
        <translation>No measurement in this record.</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>1 an</source>
        <translation>1 year</translation>
    </message>
    <message>
        <source>5 ans</source>
        <translation>5 years</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Courbes de référence</source>
        <translation>Reference curves</translation>
    </message>
    <message>
        <source>Écarts-types</source>
        <translation>Std. deviations</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>Percentiles</translation>
    </message>
    <message>
        <source>Mesures</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Ajouter une mesure</source>
        <translation>Add a measurement</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Copier l’image</source>
        <translation>Copy the image</translation>
    </message>
    <message>
        <source>Courbe : plus près</source>
        <translation>Curve: nearer</translation>
    </message>
    <message>
        <source>Courbe : plus loin</source>
        <translation>Curve: wider</translation>
    </message>
    <message>
        <source>Courbe : tout voir</source>
        <translation>Curve: show all</translation>
    </message>
    <message>
        <source>Mesures du dossier</source>
        <translation>Measurements of the record</translation>
    </message>
    <message>
        <source>%1 : dans le dossier.</source>
        <translation>%1: in the record.</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Rayer</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>%1, valeurs</source>
        <translation>%1, values</translation>
    </message>
    <message>
        <source>, avant correction %1 (%2)</source>
        <translation>, before correction %1 (%2)</translation>
    </message>
    <message>
        <source>Cette mesure est dans la note du %1.</source>
        <translation>This measurement is in the note of %1.</translation>
    </message>
    <message>
        <source>Elle se corrige avec elle.</source>
        <translation>It is corrected with it.</translation>
    </message>
    <message>
        <source>Corriger la note</source>
        <translation>Correct the note</translation>
    </message>
    <message>
        <source>%1 du %2 : rayé.</source>
        <translation>%1 of %2: struck.</translation>
    </message>
    <message>
        <source>Enregistrer la courbe</source>
        <translation>Save the curve</translation>
    </message>
    <message>
        <source>Images (*.png)</source>
        <translation>Images (*.png)</translation>
    </message>
    <message>
        <source>Courbe copiée.</source>
        <translation>Curve copied.</translation>
    </message>
    <message>
        <source>Âge civil : le terme de naissance n’est pas dans le dossier.</source>
        <translation>Civil age: the term at birth is not in the record.</translation>
    </message>
    <message>
        <source>Âge civil, %1.</source>
        <translation>Civil age, %1.</translation>
    </message>
    <message>
        <source>Âge corrigé jusqu’à 2 ans, %1.</source>
        <translation>Corrected age until 2 years, %1.</translation>
    </message>
    <message>
        <source>Âge civil, %1 : sans correction.</source>
        <translation>Civil age, %1: uncorrected.</translation>
    </message>
    <message>
        <source>%1 n’a pas de valeurs pour cette mesure.</source>
        <translation>%1 has no values for this measure.</translation>
    </message>
    <message>
        <source>Courbes : %1. Source : %2.</source>
        <translation>Curves: %1. Source: %2.</translation>
    </message>
    <message>
        <source>Celles du carnet de santé (AFPA – CRESS/Inserm – CompuGroup Medical 2018) sont sous licence : le fichier obtenu s’importe dans Réglages, Référentiels.</source>
        <translation>Those of the French health booklet (AFPA – CRESS/Inserm – CompuGroup Medical 2018) are licensed: the file obtained is imported in Settings, Referentials.</translation>
    </message>
    <message>
        <source>Âge civil</source>
        <translation>Civil age</translation>
    </message>
    <message>
        <source>Âge corrigé</source>
        <translation>Corrected age</translation>
    </message>
    <message>
        <source>Autre référence de croissance</source>
        <translation>Other growth reference</translation>
    </message>
    <message>
        <source>Référence de croissance</source>
        <translation>Growth reference</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::NotePage</name>
    <message>
        <source>Mesures</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Abandonner la correction</source>
        <translation>Give up the correction</translation>
    </message>
    <message>
        <source>Modèle</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Correction de la consultation du %1</source>
        <translation>Correction of the consultation of %1</translation>
    </message>
    <message>
        <source>Consultation du %1</source>
        <translation>Consultation of %1</translation>
    </message>
    <message>
        <source>Enregistré à %1</source>
        <translation>Saved at %1</translation>
    </message>
    <message>
        <source>Champ à remplir : %1.</source>
        <translation>Field to fill in: %1.</translation>
    </message>
    <message>
        <source>Ctrl ↵ de nouveau pour signer sans.</source>
        <translation>Ctrl ↵ again to sign without it.</translation>
    </message>
    <message>
        <source>Modifié par %1 à %2.</source>
        <translation>Changed by %1 at %2.</translation>
    </message>
    <message>
        <source>Les deux versions restent dans le dossier.</source>
        <translation>Both versions stay in the record.</translation>
    </message>
    <message>
        <source>Garder la mienne</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>Garder la sienne</source>
        <translation>Keep theirs</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>See</translation>
    </message>
    <message>
        <source>Aucun modèle</source>
        <translation>No template</translation>
    </message>
    <message>
        <source>Faire un modèle de cette note…</source>
        <translation>Make a template of this note…</translation>
    </message>
    <message>
        <source>Nom du modèle, un mot à taper après /</source>
        <translation>Name of the template, a word to type after /</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Repartir d’une note vide</source>
        <translation>Begin again with an empty note</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::PersonalNotePage</name>
    <message>
        <source>Notes personnelles</source>
        <translation>Personal notes</translation>
    </message>
    <message>
        <source>Vous seul les lisez. Elles ne font pas partie du dossier : ni cherchées, ni partagées, ni exportées avec lui.</source>
        <translation>You alone read them. They are no part of the record: neither searched, nor shared, nor exported with it.</translation>
    </message>
    <message>
        <source>Enregistré le %1 à %2</source>
        <translation>Saved on %1 at %2</translation>
    </message>
    <message>
        <source>Du dossier réuni à celui-ci :</source>
        <translation>From the record merged into this one:</translation>
    </message>
    <message>
        <source>Écrit entre-temps à un autre poste.</source>
        <translation>Written meanwhile at another post.</translation>
    </message>
    <message>
        <source>Garder les deux</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Garder ce texte</source>
        <translation>Keep this text</translation>
    </message>
    <message>
        <source>Prendre l’autre</source>
        <translation>Take the other</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::PracticeSearchPage</name>
    <message>
        <source>Mots des consultations, courriers, documents…</source>
        <translation>Words of consultations, letters, documents…</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Consultations</translation>
    </message>
    <message>
        <source>Courriers</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Entrées trouvées</source>
        <translation>Entries found</translation>
    </message>
    <message>
        <source>Chercher dans les dossiers</source>
        <translation>Search the records</translation>
    </message>
    <message>
        <source>Taper deux lettres au moins d’un diagnostic, d’un traitement, d’un nom : chaque mot est cherché par son début.</source>
        <translation>Type at least two letters of a diagnosis, a treatment, a name: each word is looked for by its beginning.</translation>
    </message>
    <message>
        <source>Aucune entrée des dossiers n’a tous ces mots.</source>
        <translation>No entry of the records has all these words.</translation>
    </message>
    <message numerus="yes">
        <source>%n entrée(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Les entrées les plus anciennes sont encore en cours de lecture.</source>
        <translation>The oldest entries are still being read.</translation>
    </message>
    <message>
        <source>Elles ne sont pas encore trouvées.</source>
        <translation>They are not found yet.</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::ReadingsModel</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Évolution</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Calculé de</source>
        <translation>Computed from</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
    <message>
        <source>, corrigée</source>
        <translation>, corrected</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Percentile</translation>
    </message>
    <message>
        <source>Âge</source>
        <translation>Age</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::SectionEdit</name>
    <message>
        <source>Ajouter « %1 » au dictionnaire</source>
        <translation>Add “%1” to the dictionary</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::SummaryColumn</name>
    <message>
        <source>Résumé du dossier</source>
        <translation>Summary of the record</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Aucun</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Arrêté le</source>
        <translation>Stopped on</translation>
    </message>
    <message>
        <source>Arrêter le traitement</source>
        <translation>Stop the treatment</translation>
    </message>
    <message>
        <source>Arrêté : %1</source>
        <translation>Stopped: %1</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::SummaryForm</name>
    <message>
        <source>Réaction</source>
        <translation>Reaction</translation>
    </message>
    <message>
        <source>Posologie</source>
        <translation>Dosage</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Terminé : passe aux antécédents</source>
        <translation>Over: goes to past history</translation>
    </message>
    <message>
        <source>Noté par erreur : à retirer</source>
        <translation>Noted by mistake: to be removed</translation>
    </message>
    <message>
        <source>Codes trouvés</source>
        <translation>Codes found</translation>
    </message>
    <message>
        <source>père</source>
        <translation>father</translation>
    </message>
    <message>
        <source>mère</source>
        <translation>mother</translation>
    </message>
    <message>
        <source>frère</source>
        <translation>brother</translation>
    </message>
    <message>
        <source>sœur</source>
        <translation>sister</translation>
    </message>
    <message>
        <source>fils</source>
        <translation>son</translation>
    </message>
    <message>
        <source>fille</source>
        <translation>daughter</translation>
    </message>
    <message>
        <source>grand-parent</source>
        <translation>grandparent</translation>
    </message>
    <message>
        <source>oncle, tante</source>
        <translation>uncle, aunt</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Intitulé</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>De qui</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>année, mois/année ou date</source>
        <translation>year, month/year or date</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Gravité</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Certitude</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Ajouter au résumé</source>
        <translation>Add to the summary</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Deux versions</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Modifié par %1 : « %2 »</source>
        <translation>Changed by %1: “%2”</translation>
    </message>
    <message>
        <source>Le mien</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Le sien</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Fin prévue</source>
        <translation>Planned end</translation>
    </message>
    <message>
        <source>date, ou durée : 10 j, 3 mois</source>
        <translation>date, or duration: 10 d, 3 months</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::SummaryModel</name>
    <message>
        <source>Mesures</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>dernière valeur</source>
        <translation>last value</translation>
    </message>
    <message>
        <source>non renseigné</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>À faire</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Z %1</source>
        <translation>Z %1</translation>
    </message>
    <message>
        <source>IMC</source>
        <translation>BMI</translation>
    </message>
    <message>
        <source>Z à l’âge corrigé</source>
        <translation>Z at the corrected age</translation>
    </message>
    <message>
        <source>jusqu’au %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>dépassée</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>fin prévue %1</source>
        <translation>planned end %1</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::TemplatesPage</name>
    <message>
        <source>Partagé avec tout le cabinet</source>
        <translation>Shared with the whole practice</translation>
    </message>
    <message>
        <source>Enregistrer le modèle</source>
        <translation>Save the template</translation>
    </message>
    <message>
        <source>Supprimer</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Modèles de note</source>
        <translation>Note templates</translation>
    </message>
    <message>
        <source>Dans une note, taper / et le nom du modèle. [PA] est un champ à remplir : Tab va de l’un à l’autre. Une ligne [S], [O], [A] ou [P] commence l’interrogatoire, l’examen, la conclusion ou la conduite.</source>
        <translation>In a note, type / and the name of the template. [PA] is a field to fill in: Tab goes from one to the next. A line [S], [O], [A] or [P] begins the history, the examination, the assessment or the plan.</translation>
    </message>
    <message>
        <source>Nom, un mot</source>
        <translation>Name, one word</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Nouveau modèle</source>
        <translation>New template</translation>
    </message>
    <message>
        <source>Modèle enregistré : /%1</source>
        <translation>Template saved: /%1</translation>
    </message>
    <message>
        <source>Modèle supprimé : /%1</source>
        <translation>Template deleted: /%1</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>partagé</source>
        <translation>shared</translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::YearRuler</name>
    <message>
        <source>Années</source>
        <translation>Years</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n entrée(s)</source>
        <translation>
            <numerusform>%1, %n entry</numerusform>
            <numerusform>%1, %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::AskLine</name>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::Chip</name>
    <message>
        <source>Identité qualifiée</source>
        <translation>Qualified identity</translation>
    </message>
    <message>
        <source>Identité validée</source>
        <translation>Validated identity</translation>
    </message>
    <message>
        <source>Identité récupérée</source>
        <translation>Retrieved identity</translation>
    </message>
    <message>
        <source>Identité provisoire</source>
        <translation>Provisional identity</translation>
    </message>
    <message>
        <source>Identité douteuse</source>
        <translation>Doubtful identity</translation>
    </message>
    <message>
        <source>Identité fictive</source>
        <translation>Fictitious identity</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::CommandPalette</name>
    <message>
        <source>Choisir</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Patient ou action</source>
        <translation>Patient or action</translation>
    </message>
    <message>
        <source>Chercher un patient ou une action</source>
        <translation>Search for a patient or an action</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Aucun résultat. Effacer une lettre, ou chercher un patient par sa date de naissance.</source>
        <translation>No result. Delete a letter, or search for a patient by birth date.</translation>
    </message>
    <message>
        <source>#&#xa0;patient   &gt;&#xa0;action   /&#xa0;dossier</source>
        <translation>#&#xa0;patient   &gt;&#xa0;action   /&#xa0;record</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::ComparedText</name>
    <message numerus="yes">
        <source>%n ligne(s) sans changement</source>
        <translation>
            <numerusform>%n line unchanged</numerusform>
            <numerusform>%n lines unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::ComparisonView</name>
    <message>
        <source>Comparaison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Suivante</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Précédente</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Tout le texte</source>
        <translation>Whole text</translation>
    </message>
    <message>
        <source>Comparaison…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>Aucun texte des deux côtés.</source>
        <translation>No text on either side.</translation>
    </message>
    <message>
        <source>Les deux textes disent la même chose.</source>
        <translation>Both texts say the same.</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>retiré « %1 »</source>
        <translation>removed “%1”</translation>
    </message>
    <message>
        <source>ajouté « %1 »</source>
        <translation>added “%1”</translation>
    </message>
    <message>
        <source>« %1 » devient « %2 »</source>
        <translation>“%1” becomes “%2”</translation>
    </message>
    <message>
        <source>Modification %1 : %2</source>
        <translation>Change %1: %2</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::DraftKeeper</name>
    <message>
        <source>Enregistré à %1</source>
        <translation>Saved at %1</translation>
    </message>
    <message>
        <source>Brouillon retrouvé.</source>
        <translation>Draft found.</translation>
    </message>
    <message>
        <source>À relire : le dossier a pu changer.</source>
        <translation>Read it again: the record may have changed.</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::KeyMapOverlay</name>
    <message>
        <source>Touches de cette page</source>
        <translation>Keys of this page</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::OpenTabs</name>
    <message>
        <source>Dossiers ouverts</source>
        <translation>Open records</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Fermer %1</source>
        <translation>Close %1</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::PasswordField</name>
    <message>
        <source>Masquer</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Afficher</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Masquer le mot de passe</source>
        <translation>Hide the password</translation>
    </message>
    <message>
        <source>Afficher le mot de passe</source>
        <translation>Show the password</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::Rail</name>
    <message numerus="yes">
        <source>%1, %n en attente</source>
        <translation>
            <numerusform>%1, %n pending</numerusform>
            <numerusform>%1, %n pending</numerusform>
        </translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::ReasonForm</name>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::RecordTabs</name>
    <message>
        <source>Pages du dossier</source>
        <translation>Pages of the record</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::SideForm</name>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::SignaturePad</name>
    <message>
        <source>Signature à tracer</source>
        <translation>Signature to draw</translation>
    </message>
    <message>
        <source>Se trace au stylet, au doigt ou à la souris. Sans tracé, la place reste libre sur le papier pour signer à la main.</source>
        <translation>Drawn with a pen, a finger or the mouse. Without a drawing the place is left free on paper to sign by hand.</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::StatusBar</name>
    <message>
        <source>Bac à sable</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::StrengthMeter</name>
    <message>
        <source>Solidité : %1 sur %2</source>
        <translation>Strength: %1 of %2</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::Toast</name>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::TopBar</name>
    <message>
        <source>Patient ou action</source>
        <translation>Patient or action</translation>
    </message>
    <message>
        <source>Chercher un patient ou une action</source>
        <translation>Search for a patient or an action</translation>
    </message>
    <message>
        <source>Verrouiller : %1</source>
        <translation>Lock: %1</translation>
    </message>
    <message>
        <source>Verrouiller, changer d’utilisateur</source>
        <translation>Lock, switch user</translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::keyText</name>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Maj</source>
        <translation>Shift</translation>
    </message>
</context>
</TS>
