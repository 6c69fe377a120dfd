// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/keymap.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/palette/commandpalette.h>
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

} // namespace

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

} // namespace ambroise::gallery
