// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every component of the kit, in light and dark, saved as pictures to be looked at beside the
// mock-ups: uikit_gallery FOLDER
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/keymap.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/palette/commandpalette.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shell/rail.h>
#include <ambroise/uikit/shell/recordtabs.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/shell/tabs.h>
#include <ambroise/uikit/shell/topbar.h>
#include <ambroise/uikit/shortcuts.h>

#include <QtWidgets>

using namespace ambroise::uikit;

namespace ambroise::gallery {
namespace {

QHBoxLayout *rowOf(QWidget *parent, const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    Q_UNUSED(parent)
    return row;
}

QWidget *onBase(QWidget *widget)
{
    widget->setBackgroundRole(QPalette::Base);
    widget->setAutoFillBackground(true);
    return widget;
}

QWidget *chips()
{
    auto *plate = onBase(new QWidget);
    auto *box = new QVBoxLayout(plate);
    for (const QList<Meaning> &line :
         {QList{Meaning::Qualified, Meaning::Validated, Meaning::Retrieved},
          QList{Meaning::Provisional, Meaning::Doubtful, Meaning::Fictive}}) {
        QList<QWidget *> widgets;
        for (const Meaning meaning : line)
            widgets << new Chip(meaning, standardWord(meaning), standardIcon(meaning));
        box->addLayout(rowOf(plate, widgets));
    }
    box->addLayout(rowOf(
        plate,
        {new Chip(Meaning::Stop, u"Allergie : pénicillines"_qs, u"exclamation-triangle-fill"_qs),
         new Chip(Meaning::Homonym, u"1 homonyme : WEBER Antoine, 1991"_qs, u"people-fill"_qs),
         new Chip(Meaning::Done, u"Délivré 1/3"_qs, u"check2"_qs),
         new Chip(Meaning::Apc, u"À lire"_qs), new Chip(Meaning::Fictive, u"Bac à sable"_qs)}));
    box->addLayout(
        rowOf(plate,
              {new StatusTag(Meaning::Stop, u"CI"_qs), new StatusTag(Meaning::Avoid, u"AD"_qs),
               new StatusTag(Meaning::Caution, u"PE"_qs), new StatusTag(Meaning::Apc, u"APC"_qs),
               new StatusTag(Meaning::Info, u"i"_qs), new StatusTag(Meaning::Stop, u"▲▲ 7,8"_qs)}));
    box->addLayout(
        rowOf(plate, {new KeyCap(u"N"_qs), new KeyCap(u"Ctrl K"_qs), new KeyCap(u"↵"_qs),
                      new KeyCap(u"Ctrl ↵"_qs), new KeyCap(u"Échap"_qs), new KeyCap(u"↑ ↓"_qs),
                      new KeyCap(u"/"_qs), new KeyCap(u"F8"_qs)}));
    box->addStretch(1);
    return plate;
}

QWidget *buttons()
{
    auto *plate = onBase(new QWidget);
    auto *box = new QVBoxLayout(plate);
    auto *qualify = new PrimaryButton(u"Qualifier l’identité"_qs, u"Ctrl ↵"_qs);
    qualify->setIcon(icon(u"shield-fill-check"));
    auto *off = new PrimaryButton(u"Signer et envoyer"_qs, u"Ctrl ↵"_qs);
    off->setEnabled(false);
    auto *hangUp = new Button(u"Raccrocher"_qs);
    hangUp->setIcon(icon(u"telephone-x"));
    hangUp->setLook(Button::Look::Stop);
    auto *micro = new Button(u"Micro"_qs, u"F9"_qs);
    micro->setIcon(icon(u"mic"));
    box->addLayout(rowOf(plate, {qualify, new Button(u"Signaler un écart"_qs, u"Alt S"_qs),
                                 new Button(u"Identité douteuse"_qs, u"Alt D"_qs)}));
    box->addLayout(rowOf(plate, {micro, new Button(u"Dossier"_qs), hangUp, off,
                                 new PrimaryButton(u"Terminer"_qs, u"Ctrl ↵"_qs)}));
    auto *open = new PrimaryButton(u"Ouvrir la session"_qs, u"↵"_qs);
    open->setTall(true);
    auto *camera = new Button(u"Caméra"_qs, u"F2"_qs);
    camera->setIcon(icon(u"camera"));
    camera->setTall(true);
    box->addLayout(rowOf(plate, {open, camera}));
    auto *origin =
        new Segmented(u"Présentation"_qs, {u"Original"_qs, u"Copie"_qs, u"Numérique"_qs});
    origin->setFixedWidth(250);
    auto *history = new Segmented(
        u"Historique"_qs, {u"Tout"_qs, u"Notes"_qs, u"Résultats"_qs, u"Ordo."_qs, u"Courriers"_qs},
        Segmented::Density::Dense);
    history->setFixedWidth(280);
    box->addLayout(rowOf(plate, {origin, new Segmented(u"Vue"_qs, {u"Jour"_qs, u"Semaine"_qs})}));
    box->addLayout(rowOf(plate, {history}));
    box->addStretch(1);
    return plate;
}

QWidget *forms()
{
    auto *plate = onBase(new QWidget);
    auto *box = new QVBoxLayout(plate);
    box->setContentsMargins(16, 16, 16, 16);
    auto *grid = new FormGrid(3);
    auto *name = new QLineEdit(u"VASSEUR"_qs);
    grid->add(u"Nom de naissance"_qs, name);
    grid->add(u"Premier prénom"_qs, new QLineEdit(u"Madeleine"_qs));
    auto *birth = grid->add(u"Date de naissance"_qs, new QLineEdit(u"31/02/1958"_qs));
    birth->setError(u"Cette date n’existe pas. La relire sur la pièce."_qs);
    auto *sex = new QComboBox;
    sex->addItems({u"Féminin"_qs, u"Masculin"_qs, u"Indéterminé"_qs});
    grid->add(u"Sexe"_qs, sex);
    auto *locked = new QLineEdit(u"63113 Clermont-Ferrand"_qs);
    locked->setReadOnly(true);
    grid->add(u"Lieu de naissance"_qs, locked)->setHint(u"Trait repris d’INSi."_qs);
    auto *off = new QLineEdit(u"2 58 03 63 113 981 55"_qs);
    off->setEnabled(false);
    grid->add(u"Matricule INS"_qs, off);
    auto *secret = new PasswordField;
    secret->setText(u"un mot de passe"_qs);
    auto *meter = new StrengthMeter;
    meter->setStrength(3, u"Solide. Une phrase de quatre mots le serait davantage."_qs);
    grid->add(u"Mot de passe"_qs, secret);
    grid->add(meter);
    grid->add(new SearchField(u"Chercher dans le dossier"_qs, u"/"_qs));
    auto *spin = new QSpinBox;
    spin->setValue(7);
    grid->add(u"Durée (jours)"_qs, spin);
    auto *date = new QDateEdit(QDate(2026, 11, 24));
    date->setCalendarPopup(true);
    grid->add(u"Reprise"_qs, date);
    box->addWidget(grid);
    auto *seen = new QCheckBox(u"J’ai vu la personne et sa pièce, la photo correspond"_qs);
    seen->setChecked(true);
    auto *free = new QCheckBox(u"Sans accord"_qs);
    auto *yes = new QRadioButton(u"Oui"_qs);
    yes->setChecked(true);
    box->addLayout(rowOf(plate, {seen, free, yes, new QRadioButton(u"Non"_qs)}));
    auto *note = new QTextEdit(u"Toux grasse depuis vendredi, 38,6 °C samedi et dimanche."_qs);
    note->setFixedHeight(60);
    box->addWidget(note);
    box->addStretch(1);
    return plate;
}

QWidget *messages()
{
    auto *plate = onBase(new QWidget);
    auto *box = new QVBoxLayout(plate);
    box->setContentsMargins({});
    box->setSpacing(0);
    const auto line = [&](Meaning grade, const QString &strong, const QString &rest) {
        auto *message = new MessageLine(grade);
        message->setText(strong, rest);
        message->setInset(16);
        box->addWidget(message);
        return message;
    };
    auto *stop = line(Meaning::Stop, u"Clarithromycine + colchicine"_qs,
                      u"(12/08, « reprise hier ») : surdosage, risque vital"_qs);
    stop->setTag(u"CI"_qs);
    stop->addAct(u"Retirer"_qs, u"Suppr"_qs, [] {});
    stop->addAct(u"Motif"_qs, u"F8"_qs, [] {});
    auto *caution = line(Meaning::Caution, u"Clarithromycine + atorvastatine"_qs,
                         u": rhabdomyolyse ; réduire ou suspendre 7 jours"_qs);
    caution->setTag(u"PE"_qs);
    caution->addAct(u"Suspendre"_qs, u"F7"_qs, [] {});
    line(Meaning::Info, u"DFG 52"_qs,
         u"(17/11) : clarithromycine, dose habituelle jusqu’à 30 mL/min"_qs)
        ->setTag(u"i"_qs);
    auto *error = line(Meaning::Stop, u"INSi ne répond pas."_qs,
                       u"L’identité reste provisoire ; nouvel essai à 10:50."_qs);
    error->addAct(u"Réessayer"_qs, u"F5"_qs, [] {});
    auto *conflict =
        line(Meaning::Caution, u"Modifié par N. Brunel à 10:44"_qs, u"(téléphone)."_qs);
    conflict->addAct(u"Garder le mien"_qs, u"M"_qs, [] {});
    conflict->addAct(u"Le sien"_qs, u"S"_qs, [] {});
    conflict->addAct(u"Voir"_qs, u"V"_qs, [] {});
    auto *toast = new Toast;
    toast->say(u"Ordonnance envoyée."_qs, [] {});
    box->addWidget(toast);
    auto *title = new SectionTitle(u"Nouveau depuis le 12/08"_qs, u"3"_qs);
    title->setAccented(true);
    box->addWidget(title);
    box->addWidget(new SectionTitle(u"Traitement en cours"_qs, u"6"_qs));
    auto *empty = new EmptyState(u"Aucun résultat."_qs);
    empty->setAct(u"Ranger un document"_qs, u"Ctrl I"_qs, [] {});
    box->addWidget(empty);
    box->addStretch(1);
    return plate;
}

QAction *act(QObject *owner, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, owner);
    action->setShortcut(key);
    return action;
}

TopBar *topBar()
{
    auto *top = new TopBar;
    top->setUser(u"Dr Claire Fontanel"_qs);
    top->setCard(u"CPS"_qs);
    for (const QString &name : {u"VASSEUR Madeleine"_qs, u"DIALLO Ibrahim"_qs, u"LE GOFF Maël"_qs})
        top->tabs().add(name, name);
    return top;
}

Rail *rail()
{
    auto *rail = new Rail;
    rail->addItem(u"day"_qs, u"calendar3", u"Journée"_qs);
    rail->addItem(u"patients"_qs, u"people", u"Patients"_qs);
    rail->addItem(u"mail"_qs, u"envelope", u"Courrier"_qs);
    rail->addItem(u"results"_qs, u"clipboard2-pulse", u"Résultats"_qs);
    rail->addItem(u"remote"_qs, u"camera-video", u"Télésanté"_qs);
    rail->addItem(u"fees"_qs, u"cash-coin", u"Recettes"_qs);
    rail->addItem(u"reports"_qs, u"bar-chart", u"Bilans"_qs);
    rail->addFootItem(u"settings"_qs, u"gear", u"Réglages"_qs);
    rail->setCount(u"mail"_qs, 4);
    rail->setCount(u"results"_qs, 12);
    rail->setCurrent(u"patients"_qs);
    return rail;
}

RecordTabs *recordTabs()
{
    auto *tabs = new RecordTabs;
    const std::pair<QString, int> pages[] = {{u"Consultation"_qs, -1}, {u"Ordonnances"_qs, 41},
                                             {u"Résultats"_qs, 63},    {u"Documents"_qs, 118},
                                             {u"Prévention"_qs, 3},    {u"Courriers"_qs, 29},
                                             {u"Télésanté"_qs, 2},     {u"Administratif"_qs, -1}};
    for (const auto &[name, count] : pages) {
        tabs->add(name, name);
        if (count >= 0)
            tabs->setCount(name, count);
    }
    tabs->setNext(u"DIALLO Ibrahim"_qs, u"attend depuis 6 min"_qs, u"Ctrl ↓"_qs);
    return tabs;
}

ActionBar *actionBar()
{
    auto *bar = new ActionBar;
    const std::pair<QString, Qt::Key> acts[] = {
        {u"Note"_qs, Qt::Key_N},       {u"Ordonnance"_qs, Qt::Key_O}, {u"Courrier"_qs, Qt::Key_C},
        {u"Certificat"_qs, Qt::Key_T}, {u"Demande"_qs, Qt::Key_D},    {u"Honoraires"_qs, Qt::Key_H},
        {u"Envoyer"_qs, Qt::Key_E},    {u"Historique"_qs, Qt::Key_I}};
    for (const auto &[name, key] : acts) {
        QAction *action = act(bar, name, key);
        action->setCheckable(true);
        action->setChecked(key == Qt::Key_N);
        bar->addAct(action);
    }
    bar->setNotice(u"Prochain :"_qs, u"revue à 48 h"_qs);
    bar->setPrimary(act(bar, u"Terminer"_qs, Qt::CTRL | Qt::Key_Return));
    return bar;
}

StatusBar *statusBar()
{
    auto *bar = new StatusBar;
    bar->set({u"outbox"_qs, u"2 envois en attente"_qs, u"cloud-arrow-up"_qs, false, true});
    bar->set({u"ref"_qs, u"BDPM 12/11/2026 · ANSM 09/2023"_qs, {}, true});
    bar->set({u"post"_qs, u"Poste Cabinet 1"_qs, {}, true});
    bar->setSandbox(true);
    return bar;
}

QListView *listOf(const QList<Row> &rows, RowDelegate *delegate, int current,
                  QPalette::ColorRole ground = QPalette::Base)
{
    auto *view = new QListView;
    auto *model = new QStandardItemModel(view);
    for (const Row &row : rows) {
        auto *item = new QStandardItem(row.title);
        item->setData(QVariant::fromValue(row), RowRole);
        item->setSelectable(!row.section);
        model->appendRow(item);
    }
    view->setModel(model);
    view->setItemDelegate(delegate);
    prepareList(*view, ground);
    delegate->setParent(view);
    if (current >= 0)
        view->setCurrentIndex(model->index(current, 0));
    return view;
}

QListView *summary()
{
    const auto section = [](const QString &title, const QString &count) {
        Row row;
        row.title = title;
        row.right = count;
        row.section = true;
        return row;
    };
    const auto line = [](const QString &title, const QString &right, const QString &rest = {}) {
        Row row;
        row.title = title;
        row.rest = rest;
        row.right = right;
        row.strong = false;
        return row;
    };
    auto *view = listOf(
        {section(u"Problèmes"_qs, u"5"_qs), line(u"Diabète de type 2"_qs, u"2011"_qs, u"ALD"_qs),
         line(u"Hypertension artérielle"_qs, u"2009"_qs),
         line(u"Maladie rénale chronique 3a"_qs, u"2021"_qs), line(u"Dyslipidémie"_qs, u"2012"_qs),
         line(u"Goutte"_qs, u"2019"_qs), section(u"Traitement en cours"_qs, u"6"_qs),
         line(u"Metformine 1000 mg"_qs, u"1-0-1"_qs), line(u"Ramipril 5 mg"_qs, u"1-0-0"_qs),
         line(u"Colchicine 1 mg"_qs, u"si crise"_qs)},
        new DenseDelegate, -1, QPalette::AlternateBase);
    return view;
}

QListView *history()
{
    const auto line = [](const QString &day, const QString &mark, const QString &title,
                         const QString &secondary) {
        Row row;
        row.lead = day;
        row.icon = mark;
        row.title = title;
        row.secondary = secondary;
        return row;
    };
    return listOf({line(u"22/11"_qs, u"file-earmark-medical"_qs, u"SOS Médecins, visite"_qs,
                        u"Fièvre 38,6, toux. Paracétamol, revoir MT si…"_qs),
                   line(u"17/11"_qs, u"clipboard2-pulse"_qs, u"Biologie, labo des Volcans"_qs,
                        u"HbA1c 7,4 % · DFG 52"_qs),
                   line(u"12/08"_qs, u"journal-text"_qs, u"Crise de goutte, gros orteil D"_qs,
                        u"Colchicine 1 mg, 3 j. Uricémie à 15 jours."_qs)},
                  new TwoLineDelegate(42), -1, QPalette::AlternateBase);
}

QListView *waiting()
{
    const auto line = [](const QString &time, const QString &name, const QString &what,
                         Meaning meaning, const QString &word, const QString &since) {
        Row row;
        row.lead = time;
        row.title = name;
        row.secondary = what;
        row.right = since;
        row.chip = RowChip{meaning, word, standardIcon(meaning)};
        row.chipFirst = true;
        return row;
    };
    auto *delegate = new TwoLineDelegate(46);
    delegate->setSeparators(true);
    return listOf({line(u"10:36"_qs, u"DIALLO Ibrahim"_qs, u"11:00 · Dr Fontanel · certificat"_qs,
                        Meaning::Qualified, u"Qualifiée"_qs, u"15 min"_qs),
                   line(u"10:43"_qs, u"WEBER Anton"_qs, u"11:15 · Dr Fontanel · fièvre, ajouté"_qs,
                        Meaning::Retrieved, u"Récupérée"_qs, u"pièce à contrôler"_qs),
                   line(u"10:47"_qs, u"SIMON Léo"_qs, u"11:15 · S. Aubrac · avec sa mère"_qs,
                        Meaning::Provisional, u"Provisoire"_qs, u"INSi à interroger"_qs)},
                  delegate, 1);
}

QListView *mail()
{
    const auto line = [](const QString &from, const QString &what, const QString &time,
                         Meaning meaning, const QString &word, bool unread) {
        Row row;
        row.title = from;
        row.secondary = what;
        row.right = time;
        row.chip = RowChip{meaning, word,
                           meaning == Meaning::Qualified ? u"shield-fill-check"_qs : QString()};
        row.strong = unread;
        return row;
    };
    auto *delegate = new TwoLineDelegate(50);
    delegate->setSeparators(true);
    return listOf(
        {line(u"Laboratoire des Volcans"_qs, u"VASSEUR Madeleine · Biologie"_qs, u"10:41"_qs,
              Meaning::Stop, u"▲ Anormal"_qs, true),
         line(u"CHU, service de cardiologie"_qs, u"FERRAND Odile · CR d’hospitalisation"_qs,
              u"10:12"_qs, Meaning::Qualified, u"INS"_qs, true),
         line(u"Dr Amar, cardiologie"_qs, u"MARTEL Jean-Luc · Courrier"_qs, u"hier"_qs,
              Meaning::Qualified, u"INS"_qs, false)},
        delegate, 0);
}

QWidget *lists()
{
    auto *plate = onBase(new QWidget);
    auto *box = new QGridLayout(plate);
    box->addWidget(waiting(), 0, 0);
    box->addWidget(mail(), 0, 1);
    box->addWidget(history(), 1, 0);
    box->addWidget(summary(), 1, 1);
    auto *table = new QTableWidget(3, 4);
    table->setHorizontalHeaderLabels({u"Analyse"_qs, u"Valeur"_qs, u"Unité"_qs, u"Référence"_qs});
    const QStringList cells{u"Potassium"_qs, u"5,6"_qs, u"mmol/L"_qs, u"3,5 à 5,1"_qs};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setShowGrid(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->selectRow(1);
    box->addWidget(table, 2, 0);
    auto *tabs = new QTabWidget;
    tabs->addTab(new QTextEdit(u"Note"_qs), u"Général"_qs);
    tabs->addTab(new QWidget, u"Sauvegardes"_qs);
    box->addWidget(tabs, 2, 1);
    return plate;
}

QList<Command> commands(const QString &typed)
{
    const auto command = [](const QString &group, const QString &mark, const QString &title,
                            const QString &detail, const QString &key) {
        return Command{title, group, title, detail, key, icon(mark), [] {
                       }};
    };
    return filtered(
        {command(u"Pour ce dossier"_qs, u"clipboard2-plus"_qs, u"Biologie : nouvelle demande"_qs,
                 u"kaliémie, créatinine à J+2 proposées"_qs, u"D B"_qs),
         command(u"Pour ce dossier"_qs, u"graph-up"_qs, u"Résultats de biologie"_qs,
                 u"dernier le 24/11, 5 anormaux"_qs, u"G R"_qs),
         command(u"Pour ce dossier"_qs, u"send"_qs, u"Envoyer la biologie du 24/11"_qs,
                 u"Dr Amar, cardiologie"_qs, u"E B"_qs)},
        typed);
}

QList<Command> people(const QString &typed)
{
    const auto person = [](const QString &name, const QString &detail) {
        return Command{name, u"Patients"_qs, name, detail, {}, icon(u"person"), [] {
                       }};
    };
    return filtered(
        {person(u"BIOT Élodie"_qs, u"F · 12/06/1984 · 42 ans · qualifiée"_qs),
         person(u"BIONDI Franck"_qs, u"M · 30/01/1971 · 55 ans · qualifiée · homonyme"_qs),
         person(u"FABIO Luca"_qs, u"M · 19/04/2018 · 8 ans · provisoire"_qs)},
        typed);
}

ActionMap *keysOf(QWidget *owner)
{
    auto *map = new ActionMap(owner);
    const auto nothing = [] {
    };
    const std::pair<QString, char> letters[] = {{u"Note"_qs, 'N'},     {u"Ordonnance"_qs, 'O'},
                                                {u"Courrier"_qs, 'C'}, {u"Certificat"_qs, 'T'},
                                                {u"Demande"_qs, 'D'},  {u"Honoraires"_qs, 'H'},
                                                {u"Envoyer"_qs, 'E'},  {u"Historique"_qs, 'I'}};
    map->key({u"palette"_qs, u"Chercher"_qs, u"Partout"_qs}, Qt::CTRL | Qt::Key_K, nothing);
    map->key({u"lock"_qs, u"Verrouiller"_qs, u"Partout"_qs}, Qt::CTRL | Qt::Key_L, nothing);
    map->key({u"next"_qs, u"Patient suivant"_qs, u"Partout"_qs}, Qt::CTRL | Qt::Key_Down, nothing);
    map->key({u"main"_qs, u"Terminer"_qs, u"Partout"_qs}, Qt::CTRL | Qt::Key_Return, nothing);
    for (const auto &[text, letter] : letters)
        map->letter({text, text, u"Dossier"_qs}, letter, nothing);
    map->key({u"f7"_qs, u"Faire ce qui est proposé"_qs, u"Ordonnance"_qs}, Qt::Key_F7, nothing);
    map->key({u"f8"_qs, u"Passer outre avec motif"_qs, u"Ordonnance"_qs}, Qt::Key_F8, nothing);
    map->key({u"del"_qs, u"Retirer la ligne"_qs, u"Ordonnance"_qs}, Qt::Key_Delete, nothing);
    return map;
}

QWidget *window()
{
    auto *plate = new QWidget;
    auto *box = new QVBoxLayout(plate);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(topBar());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    Rail *places = rail();
    middle->addWidget(places);
    auto *work = onBase(new QWidget);
    auto *page = new QVBoxLayout(work);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addSpacing(scaled(56));
    page->addWidget(recordTabs());
    page->addWidget(new Column(summary(), messages(), history()), 1);
    page->addWidget(actionBar());
    middle->addWidget(work, 1);
    box->addLayout(middle, 1);
    box->addWidget(statusBar());
    ActionMap *map = keysOf(plate);
    int nth = 0;
    for (QToolButton *item : places->findChildren<QToolButton *>())
        map->add({item->text(), item->text(), u"Aller à"_qs}, item->defaultAction(),
                 QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + nth++)));
    return plate;
}

QWidget *paletteOpen()
{
    QWidget *plate = window();
    auto *palette = new CommandPalette(plate);
    palette->addSource(SourceKind::Record, commands);
    palette->addSource(SourceKind::Patients, people);
    palette->addSource(SourceKind::Actions, [](const QString &typed) {
        return filtered({{u"a"_qs,
                          u"Actions"_qs,
                          u"Fiche patient : biopsie cutanée"_qs,
                          u"à remettre, tracée"_qs,
                          {},
                          icon(u"file-earmark-text"),
                          [] {
                          }},
                         {u"b"_qs,
                          u"Actions"_qs,
                          u"Réglages des normes de biologie"_qs,
                          {},
                          {},
                          icon(u"gear"),
                          [] {
                          }}},
                        typed);
    });
    palette->setContext(u"dossier ouvert : VASSEUR Madeleine"_qs);
    plate->resize(1366, 768);
    plate->show();
    palette->openWith(u"bio"_qs);
    return plate;
}

QWidget *keyMapOpen()
{
    QWidget *plate = window();
    auto *overlay = new KeyMapOverlay(plate);
    overlay->setDelay(std::chrono::milliseconds(0));
    plate->resize(1366, 768);
    plate->show();
    plate->activateWindow();
    QApplication::processEvents();
    QKeyEvent alt(QEvent::KeyPress, Qt::Key_Alt, Qt::AltModifier);
    QApplication::sendEvent(plate, &alt);
    QApplication::processEvents();
    QApplication::processEvents();
    return plate;
}

QWidget *signIn()
{
    auto *plate = new QWidget;
    auto *box = new QVBoxLayout(plate);
    box->setContentsMargins({});
    auto *form = new QWidget;
    form->setFixedWidth(scaled(380));
    auto *column = new QVBoxLayout(form);
    column->setSpacing(scaled(12));
    column->addWidget(new Label(u"Bonjour Claire"_qs, TextRole::Patient));
    column->addWidget(
        new Label(u"Choisissez comment ouvrir votre session."_qs, TextRole::Body, Token::Text2));
    auto *secret = new PasswordField;
    secret->setMinimumHeight(scaled(36));
    auto *field = new FormField(u"Mot de passe"_qs, secret);
    field->setError(u"Mot de passe faux. Prochain essai dans 4 secondes."_qs);
    column->addWidget(field);
    auto *open = new PrimaryButton(u"Ouvrir la session"_qs, u"↵"_qs);
    open->setTall(true);
    column->addWidget(open);
    box->addStretch(1);
    box->addWidget(form, 0, Qt::AlignHCenter);
    box->addStretch(1);
    auto *bar = new StatusBar;
    bar->setTall(true);
    bar->set({u"post"_qs, u"Poste Cabinet 1"_qs, u"pc-display-horizontal"_qs});
    bar->set({u"base"_qs, u"Dossiers chiffrés, serveur du cabinet joint"_qs, u"database-check"_qs});
    bar->set({u"backup"_qs, u"1 envoi refusé"_qs, u"cloud-slash"_qs, false, true, Meaning::Stop});
    bar->set({u"now"_qs, u"mardi 24 novembre 2026, 08:31"_qs, {}, true});
    bar->setSandbox(true);
    box->addWidget(bar);
    return plate;
}

QWidget *officine()
{
    auto *plate = onBase(new QWidget);
    auto *box = new QVBoxLayout(plate);
    box->setContentsMargins({});
    auto *top = new TopBar;
    top->setTitle(u"Pharmacie du Marché"_qs, u"Ordonnances"_qs);
    top->setUser(u"Sylvie Keraudren"_qs);
    top->setCard(u"CPS retirée"_qs, false);
    box->addWidget(top);
    box->addStretch(1);
    return plate;
}

void save(QWidget *plate, QSize size, const QDir &folder, const QString &name)
{
    plate->resize(size);
    plate->show();
    QApplication::processEvents();
    plate->grab().save(folder.filePath(name + u".png"_qs));
    delete plate;
}

void saveAll(const QDir &folder, const QString &suffix, double factor)
{
    const auto size = [&](int width, int height) {
        return QSize(qRound(width * factor), qRound(height * factor));
    };
    save(chips(), size(720, 180), folder, u"chips-"_qs + suffix);
    save(buttons(), size(720, 220), folder, u"buttons-"_qs + suffix);
    save(forms(), size(860, 420), folder, u"forms-"_qs + suffix);
    save(window(), factor > 1 ? QSize(1920, 1080) : QSize(1366, 768), folder,
         u"window-"_qs + suffix);
    save(paletteOpen(), factor > 1 ? QSize(1920, 1080) : QSize(1366, 768), folder,
         u"palette-"_qs + suffix);
    save(keyMapOpen(), factor > 1 ? QSize(1920, 1080) : QSize(1366, 768), folder,
         u"keymap-"_qs + suffix);
    save(window(), QSize(1366, 768), folder, u"window-1366-"_qs + suffix);
    save(signIn(), QSize(1366, 768), folder, u"signin-"_qs + suffix);
    save(officine(), QSize(1024, 90), folder, u"officine-"_qs + suffix);
    save(lists(), size(860, 520), folder, u"lists-"_qs + suffix);
    save(messages(), size(900, 320), folder, u"messages-"_qs + suffix);
}

} // namespace
} // namespace ambroise::gallery

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (application.arguments().size() != 2) {
        qWarning("usage: uikit_gallery FOLDER");
        return 2;
    }
    const QDir folder(application.arguments().at(1));
    if (!folder.mkpath(u"."_qs))
        return 1;
    const std::tuple<Theme, double, QString> looks[] = {{Theme::light(), 1.0, u"clair"_qs},
                                                        {Theme::dark(), 1.0, u"sombre"_qs},
                                                        {Theme::light(), 1.5, u"clair-150"_qs}};
    for (const auto &[theme, factor, suffix] : looks) {
        apply(application, theme, factor);
        ambroise::gallery::saveAll(folder, suffix, factor);
    }
    return 0;
}
