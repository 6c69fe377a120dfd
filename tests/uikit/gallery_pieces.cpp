// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>

#include <QtWidgets>

using namespace ambroise::uikit;

namespace ambroise::gallery {
namespace {

QHBoxLayout *rowOf(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

} // namespace

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
        box->addLayout(rowOf(widgets));
    }
    box->addLayout(rowOf(
        {new Chip(Meaning::Stop, u"Allergie : pénicillines"_qs, u"exclamation-triangle-fill"_qs),
         new Chip(Meaning::Homonym, u"1 homonyme : WEBER Antoine, 1991"_qs, u"people-fill"_qs),
         new Chip(Meaning::Done, u"Délivré 1/3"_qs, u"check2"_qs),
         new Chip(Meaning::Apc, u"À lire"_qs), new Chip(Meaning::Fictive, u"Bac à sable"_qs)}));
    box->addLayout(
        rowOf({new StatusTag(Meaning::Stop, u"CI"_qs), new StatusTag(Meaning::Avoid, u"AD"_qs),
               new StatusTag(Meaning::Caution, u"PE"_qs), new StatusTag(Meaning::Apc, u"APC"_qs),
               new StatusTag(Meaning::Info, u"i"_qs), new StatusTag(Meaning::Stop, u"▲▲ 7,8"_qs)}));
    box->addLayout(rowOf({new KeyCap(u"N"_qs), new KeyCap(u"Ctrl K"_qs), new KeyCap(u"↵"_qs),
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
    box->addLayout(rowOf({qualify, new Button(u"Signaler un écart"_qs, u"Alt S"_qs),
                          new Button(u"Identité douteuse"_qs, u"Alt D"_qs)}));
    box->addLayout(rowOf({micro, new Button(u"Dossier"_qs), hangUp, off,
                          new PrimaryButton(u"Terminer"_qs, u"Ctrl ↵"_qs)}));
    auto *open = new PrimaryButton(u"Ouvrir la session"_qs, u"↵"_qs);
    open->setTall(true);
    auto *camera = new Button(u"Caméra"_qs, u"F2"_qs);
    camera->setIcon(icon(u"camera"));
    camera->setTall(true);
    box->addLayout(rowOf({open, camera}));
    auto *origin =
        new Segmented(u"Présentation"_qs, {u"Original"_qs, u"Copie"_qs, u"Numérique"_qs});
    origin->setFixedWidth(250);
    auto *history = new Segmented(
        u"Historique"_qs, {u"Tout"_qs, u"Notes"_qs, u"Résultats"_qs, u"Ordo."_qs, u"Courriers"_qs},
        Segmented::Density::Dense);
    history->setFixedWidth(280);
    box->addLayout(rowOf({origin, new Segmented(u"Vue"_qs, {u"Jour"_qs, u"Semaine"_qs})}));
    box->addLayout(rowOf({history}));
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
    box->addLayout(rowOf({seen, free, yes, new QRadioButton(u"Non"_qs)}));
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

} // namespace ambroise::gallery
