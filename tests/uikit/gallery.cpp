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
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shell/rail.h>
#include <ambroise/uikit/shell/recordtabs.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/shell/tabs.h>
#include <ambroise/uikit/shell/topbar.h>

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

QWidget *window()
{
    auto *plate = new QWidget;
    auto *box = new QVBoxLayout(plate);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(topBar());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail());
    auto *work = onBase(new QWidget);
    auto *page = new QVBoxLayout(work);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addSpacing(scaled(56));
    page->addWidget(recordTabs());
    page->addWidget(new Column(new QWidget, messages(), new QWidget), 1);
    page->addWidget(actionBar());
    middle->addWidget(work, 1);
    box->addLayout(middle, 1);
    box->addWidget(statusBar());
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
