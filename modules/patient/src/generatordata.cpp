// SPDX-License-Identifier: GPL-3.0-or-later
#include "generatordata.h"

namespace ambroise::patient::data {
namespace {

QStringList listed(const QString &names)
{
    QStringList out;
    for (const QString &name : names.split(u','))
        out << name.simplified();
    return out;
}

QList<Commune> communes(const QString &rows)
{
    QList<Commune> out;
    for (const QString &row : rows.split(u';', Qt::SkipEmptyParts)) {
        const QStringList cells = row.simplified().split(u'|');
        out << Commune{cells.value(0), cells.value(1), cells.value(2)};
    }
    return out;
}

} // namespace

const QStringList &surnames()
{
    static const QStringList names = listed(
        uR"(Martin,Bernard,Thomas,Petit,Robert,Richard,Durand,Dubois,Moreau,Laurent,Simon,Michel,
Lefebvre,Leroy,Roux,David,Bertrand,Morel,Fournier,Girard,Bonnet,Dupont,Lambert,Fontaine,Rousseau,
Vincent,Muller,Lefèvre,Faure,André,Mercier,Blanc,Guérin,Boyer,Garnier,Chevalier,François,Legrand,
Gauthier,Garcia,Perrin,Robin,Clément,Morin,Nicolas,Henry,Roussel,Mathieu,Gautier,Masson,Marchand,
Duval,Denis,Dumont,Marie,Lemaire,Noël,Meyer,Dufour,Meunier,Brun,Blanchard,Giraud,Joly,Rivière,Lucas,
Brunet,Gaillard,Barbier,Arnaud,Martinez,Gérard,Roche,Renard,Schmitt,Roy,Leroux,Colin,Vidal,Caron,
Picard,Roger,Fabre,Aubert,Lemoine,Renaud,Dumas,Lacroix,Olivier,Philippe,Bourgeois,Pierre,Benoit,
Rey,Leclerc,Payet,Rolland,Leclercq,Guillaume,Lecomte,Lopez,Jean,Dupuy,Guillot,Hubert,Berger,
Carpentier,Sanchez,Dupuis,Moulin,Louis,Deschamps,Huet,Vasseur,Perez,Boucher,Fleury,Royer,Klein,
Jacquet,Adam,Paris,Poirier,Marty,Aubry,Guyot,Carré,Charles,Renault,Charpentier,Ménard,Maillard,
Baron,Bertin,Bailly,Hervé,Schneider,Fernandez,Le Gall,Collet,Léger,Bouvier,Julien,Prévost,Millet,
Perrot,Daniel,Le Roux,Cousin,Germain,Breton,Besson,Langlois,Rémy,Le Goff,Pelletier,Lévêque,Perrier,
Leblanc,Barré,Lebrun,Marchal,Weber,Mallet,Hamon,Boulanger,Jacob,Monnier,Michaud,Rodriguez,Guichard,
Gillet,Étienne,Grondin,Poulain,Tessier,Chevallier,Collin,Chauvin,Da Silva,Bouchet,Gay,Lemaître,
Bénard,Maréchal,Humbert,Reynaud,Antoine,Hoarau,Perret,Barthélemy,Cordier,Pichon,Lejeune,Gilbert,
Lamy,Delaunay,Pasquier,Carlier,Laporte,Gros,Buisson,Évrard,Jacques,Pereira,Benard,Blondel,Hebert,
Coulon,Briand,Ferreira,Mahé,Lesage,Bigot,Tanguy,Lebon,Chartier,Ferrand,Vallet,Charrier,Mace,Ferry,
Seguin,Goncalves,Rodrigues,Valentin,Guillet,Imbert,Delmas,Bazin,Colas,Tardif,Verdier,Dos Santos,
Rigaud,Thibault,Besnard,Costa,Wagner,Lacombe,Fischer,Prat,Guérin-Lassus,De Oliveira,Diallo,Traoré,
N'Diaye,Ba,Camara,Cissé,Keïta,Sow,Benali,Ben Youssef,Haddad,Mansouri,Saïdi,Cherif,El Amrani,
Belkacem,Nguyen,Tran,Pham,Le Guen,Le Bihan,Le Bras,Kerbrat,Guivarc'h,Quéméneur,D'Almeida,D'Angelo,
De La Fontaine,De La Tour,Du Plessis,O'Brien,Kowalski,Nowak,Wiśniewski,Rossi,Ferrari,Russo,Chabrol,
Chassaing,Fargeix,Mazet,Tourrette,Vialatte,Bressolette,Courtial,Estival,Fontanille,Jouvet,Labasse,
Montagnier,Pironon,Sabatier,Tixier,Védrine,Ollier,Barge,Gouttebel,Saint-Jean,Sainte-Marie,
Yıldız,Öztürk,Çelik,Popescu,Ionescu,Petrović,Papadopoulos,Øvergaard,Strauß)"_qs);
    return names;
}

namespace {

const QList<QStringList> &womensNames()
{
    static const QList<QStringList> names = {
        listed(uR"(Marie,Jeanne,Simone,Yvonne,Denise,Madeleine,Germaine,Marcelle,Suzanne,Marguerite,
Paulette,Jacqueline,Andrée,Raymonde,Lucienne,Georgette,Odette,Renée,Louise,Thérèse,Huguette,Ginette,
Hélène,Geneviève,Fernande,Yvette,Juliette,Henriette,Solange,Antoinette,Émilienne,Marie-Louise)"_qs),
        listed(uR"(Marie,Monique,Françoise,Jacqueline,Nicole,Michèle,Jeannine,Danielle,Christiane,
Annie,Colette,Chantal,Bernadette,Marie-Claude,Josette,Évelyne,Liliane,Éliane,Martine,Claudine,
Brigitte,Marie-Thérèse,Ginette,Arlette,Mireille,Odile,Dominique,Anne-Marie,Michelle,Régine,Élisabeth,
Marie-France)"_qs),
        listed(uR"(Nathalie,Sylvie,Isabelle,Catherine,Valérie,Véronique,Christine,Sandrine,Corinne,
Patricia,Sophie,Florence,Laurence,Stéphanie,Céline,Karine,Anne,Pascale,Carole,Béatrice,Marie-Christine,
Virginie,Delphine,Hélène,Muriel,Caroline,Fabienne,Agnès,Anne-Sophie,Fatima,Maria,Géraldine)"_qs),
        listed(uR"(Aurélie,Julie,Émilie,Élodie,Laura,Marion,Camille,Pauline,Marine,Charlotte,Sarah,
Lucie,Mélanie,Audrey,Anaïs,Mathilde,Amandine,Manon,Léa,Alice,Claire,Jennifer,Morgane,Justine,Fanny,
Marie-Amélie,Chloé,Gaëlle,Nadia,Leïla,Clémence,Solène)"_qs),
        listed(uR"(Emma,Jade,Louise,Alice,Chloé,Inès,Léa,Manon,Lina,Rose,Anna,Mila,Ambre,Julia,Léna,
Éloïse,Zoé,Juliette,Agathe,Louna,Nina,Romane,Lola,Jeanne,Maëlys,Lou,Inaya,Aya,Capucine,Maëlle,
Lou-Anne,Noélie)"_qs)};
    return names;
}

const QList<QStringList> &mensNames()
{
    static const QList<QStringList> names = {
        listed(uR"(Jean,André,Pierre,René,Roger,Marcel,Louis,Robert,Georges,Henri,Maurice,Raymond,
Paul,Lucien,Albert,Fernand,Gaston,Émile,Joseph,Charles,François,Eugène,Léon,Gilbert,Roland,Marius,
Jules,Edmond,Antoine,Camille,Gabriel,Jean-Marie)"_qs),
        listed(uR"(Michel,Jean,Pierre,Bernard,Jacques,Gérard,Daniel,Jean-Claude,Claude,André,Alain,
Christian,Jean-Pierre,Guy,Serge,Robert,Francis,Yves,Philippe,Roger,Marcel,Patrick,Gilbert,René,
Jean-Marie,Dominique,Maurice,Joël,Roland,Raymond,Jean-Paul,Hubert)"_qs),
        listed(
            uR"(Philippe,Patrick,Thierry,Pascal,Éric,Laurent,Christophe,Stéphane,Frédéric,Olivier,
David,Nicolas,Bruno,Didier,Sébastien,Jérôme,Franck,Vincent,Fabrice,Gilles,Marc,Cédric,Jean-François,
Hervé,Denis,Emmanuel,Arnaud,Jean-Luc,Karim,José,Xavier,Loïc)"_qs),
        listed(uR"(Julien,Thomas,Alexandre,Maxime,Kévin,Romain,Guillaume,Anthony,Nicolas,Jérémy,
Antoine,Florian,Clément,Quentin,Benjamin,Mathieu,Adrien,Pierre,Alexis,Mickaël,Valentin,Rémi,
Jonathan,Jordan,Mehdi,Bastien,François-Xavier,Hugo,Simon,Yohan,Grégory,Damien)"_qs),
        listed(
            uR"(Lucas,Gabriel,Léo,Raphaël,Louis,Adam,Jules,Hugo,Arthur,Nathan,Ethan,Enzo,Noah,Tom,
Mathis,Théo,Paul,Maël,Sacha,Gabin,Timéo,Yanis,Aaron,Nolan,Rayan,Malo,Éden,Léon,Ibrahim,Mohamed,
Jean-Baptiste,Noé)"_qs)};
    return names;
}

} // namespace

const QStringList &givenNames(identity::Sex sex, int year)
{
    const qsizetype period = year < 1940   ? 0
                             : year < 1960 ? 1
                             : year < 1980 ? 2
                             : year < 2000 ? 3
                                           : 4;
    return sex == identity::Sex::Female ? womensNames().at(period) : mensNames().at(period);
}

const QList<Commune> &birthPlaces()
{
    static const QList<Commune> places = communes(
        uR"(63113|Clermont-Ferrand;63113|Clermont-Ferrand;63113|Clermont-Ferrand;63300|Riom;63430|Thiers;
63178|Issoire;63284|Pont-du-Château;63124|Cournon-d'Auvergne;63014|Aubière;63075|Chamalières;
63003|Ambert;03190|Moulins;03310|Vichy;03185|Montluçon;15014|Aurillac;43157|Le Puy-en-Velay;
43040|Brioude;42218|Saint-Étienne;69123|Lyon;75056|Paris;13055|Marseille;31555|Toulouse;06088|Nice;
44109|Nantes;67482|Strasbourg;34172|Montpellier;33063|Bordeaux;59350|Lille;35238|Rennes;51454|Reims;
76540|Rouen;29019|Brest;87085|Limoges;37261|Tours;21231|Dijon;2A004|Ajaccio;2B033|Bastia;
97411|Saint-Denis;97209|Fort-de-France;97302|Cayenne;99139|Portugal;99134|Espagne;99350|Maroc;
99352|Algérie;99351|Tunisie;99127|Italie;99208|Turquie;99114|Roumanie;99122|Pologne;99341|Sénégal)"_qs);
    return places;
}

const QList<Commune> &homes()
{
    static const QList<Commune> places = communes(
        uR"(63113|Clermont-Ferrand|63000;63113|Clermont-Ferrand|63100;63124|Cournon-d'Auvergne|63800;
63075|Chamalières|63400;63300|Riom|63200;63014|Aubière|63170;63032|Beaumont|63110;63164|Gerzat|63360;
63284|Pont-du-Château|63430;63178|Issoire|63500;63193|Lempdes|63370;63307|Romagnat|63540;
63070|Ceyrat|63122;63141|Durtol|63830;63470|Volvic|63530;63308|Royat|63130)"_qs);
    return places;
}

const QStringList &streets()
{
    static const QStringList names = listed(
        uR"(rue des Lilas,rue du Port,avenue de la Gare,place du Marché,rue de l'Église,rue des Écoles,
impasse des Tilleuls,chemin des Vignes,rue de la Fontaine,avenue des Volcans,rue du Moulin,
rue des Acacias,allée des Cerisiers,boulevard du Puy,rue Neuve,route de la Limagne,rue Haute,
rue du Lavoir,square des Marronniers,rue de la Coifferie,rue des Genêts,cours des Tanneurs)"_qs);
    return names;
}

const QStringList &doctors()
{
    static const QStringList names = listed(
        u"Dr Claire Fontanel,Dr Claire Fontanel,Dr Claire Fontanel,Dr Paul Amblard,Dr Inès Roumagnac"_qs);
    return names;
}

} // namespace ambroise::patient::data
