// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/listrow.h>

#include <QtWidgets>

using namespace ambroise::uikit;

namespace ambroise::gallery {
namespace {

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

} // namespace

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

} // namespace ambroise::gallery
