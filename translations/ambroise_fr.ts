<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="fr">
<context>
    <name>CurveTicks</name>
    <message numerus="yes">
        <source>%n mois</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n an(s)</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n j</source>
        <translation>
            <numerusform>%n j</numerusform>
            <numerusform>%n j</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrugSheet</name>
    <message numerus="yes">
        <source>référence de %n hybride(s)</source>
        <translation>
            <numerusform>référence de %n hybride</numerusform>
            <numerusform>référence de %n hybrides</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n j</source>
        <translation>
            <numerusform>%n j</numerusform>
            <numerusform>%n j</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mois</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n an(s)</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mesure(s)</source>
        <translation>
            <numerusform>%n mesure</numerusform>
            <numerusform>%n mesures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message numerus="yes">
        <source>a cherché dans les dossiers, %n entrée(s) montrée(s)</source>
        <translation>
            <numerusform>a cherché dans les dossiers, %n entrée montrée</numerusform>
            <numerusform>a cherché dans les dossiers, %n entrées montrées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labs</name>
    <message numerus="yes">
        <source>Et %n autre(s) fichier(s) refusé(s).</source>
        <translation>
            <numerusform>Et %n autre fichier refusé.</numerusform>
            <numerusform>Et %n autres fichiers refusés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n compte(s) rendu(s) rangé(s)</source>
        <translation>
            <numerusform>%n compte rendu rangé</numerusform>
            <numerusform>%n comptes rendus rangés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n compte(s) rendu(s) dont le patient est à choisir</source>
        <translation>
            <numerusform>%n compte rendu dont le patient est à choisir</numerusform>
            <numerusform>%n comptes rendus dont le patient est à choisir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n compte(s) rendu(s) déjà reçu(s)</source>
        <translation>
            <numerusform>%n compte rendu déjà reçu</numerusform>
            <numerusform>%n comptes rendus déjà reçus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message numerus="yes">
        <source>%n an(s)</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordWiring</name>
    <message numerus="yes">
        <source>Ordonnance, %n ligne(s)</source>
        <translation>
            <numerusform>Ordonnance, %n ligne</numerusform>
            <numerusform>Ordonnance, %n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::AccountModel</name>
    <message numerus="yes">
        <source>%n carte(s)</source>
        <translation>
            <numerusform>%n carte</numerusform>
            <numerusform>%n cartes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::access::ui::OpenPane</name>
    <message numerus="yes">
        <source>%n essai(s) avant blocage de la carte.</source>
        <translation>
            <numerusform>%n essai avant blocage de la carte.</numerusform>
            <numerusform>%n essais avant blocage de la carte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::agenda::ui::DayPage</name>
    <message numerus="yes">
        <source>%n rendez-vous</source>
        <translation>
            <numerusform>%n rendez-vous</numerusform>
            <numerusform>%n rendez-vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n en attente</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::app::DrugChangesView</name>
    <message numerus="yes">
        <source>%n nouveau(x)</source>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retiré(s) de la base</source>
        <translation>
            <numerusform>%n retiré de la base</numerusform>
            <numerusform>%n retirés de la base</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arrêt(s) de commercialisation</source>
        <translation>
            <numerusform>%n arrêt de commercialisation</numerusform>
            <numerusform>%n arrêts de commercialisation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n de nouveau commercialisé(s)</source>
        <translation>
            <numerusform>%n de nouveau commercialisé</numerusform>
            <numerusform>%n de nouveau commercialisés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prix changé(s)</source>
        <translation>
            <numerusform>%n prix changé</numerusform>
            <numerusform>%n prix changés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>et %n autre(s) (ambroisectl ref changes)</source>
        <translation>
            <numerusform>et %n autre (ambroisectl ref changes)</numerusform>
            <numerusform>et %n autres (ambroisectl ref changes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::app::DuplicatesDesk</name>
    <message numerus="yes">
        <source>%n élément(s) de dossier</source>
        <translation>
            <numerusform>%n élément de dossier</numerusform>
            <numerusform>%n éléments de dossier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordonnance(s)</source>
        <translation>
            <numerusform>%n ordonnance</numerusform>
            <numerusform>%n ordonnances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::app::OrdonnanceStrip</name>
    <message numerus="yes">
        <source>%n ligne(s), les dernières :</source>
        <translation>
            <numerusform>%n ligne, les dernières :</numerusform>
            <numerusform>%n lignes, les dernières :</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::app::PostPage</name>
    <message numerus="yes">
        <source>%n lecteur(s)</source>
        <translation>
            <numerusform>%n lecteur</numerusform>
            <numerusform>%n lecteurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n carte(s)</source>
        <translation>
            <numerusform>%n carte</numerusform>
            <numerusform>%n cartes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::app::ReferentialsPage</name>
    <message numerus="yes">
        <source>%n écartée(s)</source>
        <translation>
            <numerusform>%n écartée</numerusform>
            <numerusform>%n écartées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::dispensing::ui::DispensingModel</name>
    <message numerus="yes">
        <source>%1, %n boîte(s)</source>
        <translation>
            <numerusform>%1, %n boîte</numerusform>
            <numerusform>%1, %n boîtes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::documents::ui::DocumentView</name>
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
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::CurveView</name>
    <message numerus="yes">
        <source>%n résultat(s)</source>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::InboxModel</name>
    <message numerus="yes">
        <source>%n très anormaux</source>
        <translation>
            <numerusform>%n très anormal</numerusform>
            <numerusform>%n très anormaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anormaux</source>
        <translation>
            <numerusform>%n anormal</numerusform>
            <numerusform>%n anormaux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::InboxPage</name>
    <message numerus="yes">
        <source>%n à lire</source>
        <translation>
            <numerusform>%n à lire</numerusform>
            <numerusform>%n à lire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) à choisir</source>
        <translation>
            <numerusform>%n patient à choisir</numerusform>
            <numerusform>%n patients à choisir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contrôle(s) attendu(s)</source>
        <translation>
            <numerusform>%n contrôle attendu</numerusform>
            <numerusform>%n contrôles attendus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::labs::ui::ResultsPage</name>
    <message numerus="yes">
        <source>%n anormaux</source>
        <translation>
            <numerusform>%n anormal</numerusform>
            <numerusform>%n anormaux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::patient::ui::VerificationPanel</name>
    <message numerus="yes">
        <source>Vérifier %n INS auprès d’INSi, l’un après l’autre ?</source>
        <translation>
            <numerusform>Vérifier %n INS auprès d’INSi ?</numerusform>
            <numerusform>Vérifier %n INS auprès d’INSi, l’un après l’autre ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>INSi n’en reconnaît plus %n : identité à établir de nouveau.</source>
        <translation>
            <numerusform>INSi n’en reconnaît plus %n : identité à établir de nouveau.</numerusform>
            <numerusform>INSi n’en reconnaît plus %n : identités à établir de nouveau.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::DemandePage</name>
    <message numerus="yes">
        <source>%1 (%n analyse(s))</source>
        <translation>
            <numerusform>%1 (%n analyse)</numerusform>
            <numerusform>%1 (%n analyses)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::FeedbackPage</name>
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
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annulée(s)</source>
        <translation>
            <numerusform>%n annulée</numerusform>
            <numerusform>%n annulées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avec motif</source>
        <translation>
            <numerusform>%n avec motif</numerusform>
            <numerusform>%n avec motif</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::LineModel</name>
    <message numerus="yes">
        <source>%n boîte(s)</source>
        <translation>
            <numerusform>%n boîte</numerusform>
            <numerusform>%n boîtes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::OrdonnanceHead</name>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::ProtocolBar</name>
    <message numerus="yes">
        <source>%1 (%n ligne(s))</source>
        <translation>
            <numerusform>%1 (%n ligne)</numerusform>
            <numerusform>%1 (%n lignes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::ProtocolsPage</name>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::QuickLine</name>
    <message numerus="yes">
        <source>signé %n fois</source>
        <translation>
            <numerusform>signé %n fois</numerusform>
            <numerusform>signé %n fois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::SignalList</name>
    <message numerus="yes">
        <source>%n signal(aux)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n autre(s), F6</source>
        <translation>
            <numerusform>%n autre, F6</numerusform>
            <numerusform>%n autres, F6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replié(s) par votre réglage</source>
        <translation>
            <numerusform>%n replié par votre réglage</numerusform>
            <numerusform>%n repliés par votre réglage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prescription::ui::SignedModel</name>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::DuePanel</name>
    <message numerus="yes">
        <source>%n dose(s) trop tôt, non comptée(s).</source>
        <translation>
            <numerusform>%n dose trop tôt, non comptée.</numerusform>
            <numerusform>%n doses trop tôt, non comptées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::prevention::ui::PreventionListPage</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::FilterChips</name>
    <message numerus="yes">
        <source>%1, %n entrée(s)</source>
        <translation>
            <numerusform>%1, %n entrée</numerusform>
            <numerusform>%1, %n entrées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::PracticeSearchPage</name>
    <message numerus="yes">
        <source>%n entrée(s)</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::record::ui::YearRuler</name>
    <message numerus="yes">
        <source>%1, %n entrée(s)</source>
        <translation>
            <numerusform>%1, %n entrée</numerusform>
            <numerusform>%1, %n entrées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::ComparedText</name>
    <message numerus="yes">
        <source>%n ligne(s) sans changement</source>
        <translation>
            <numerusform>%n ligne sans changement</numerusform>
            <numerusform>%n lignes sans changement</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ambroise::uikit::Rail</name>
    <message numerus="yes">
        <source>%1, %n en attente</source>
        <translation>
            <numerusform>%1, %n en attente</numerusform>
            <numerusform>%1, %n en attente</numerusform>
        </translation>
    </message>
</context>
</TS>
