// SPDX-License-Identifier: GPL-3.0-or-later
#include "importing.h"

#include <ambroise/uikit/message.h>

#include <QCoreApplication>
#include <QFileDialog>
#include <QTimer>
#include <QUrl>

namespace ambroise::labs::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Labs)
};

constexpr std::chrono::milliseconds patience{500};

} // namespace

QStringList chosenFiles(QWidget &parent)
{
    return QFileDialog::getOpenFileNames(&parent, Words::tr("Importer des résultats"), {},
                                         Words::tr("Résultats (*.hpr *.hpm *.hprim *.hpr1 *.hpr2 "
                                                   "*.xml *.pdf *.txt);;Tous les fichiers (*)"));
}

QStringList droppedFiles(const QMimeData &dropped)
{
    QStringList paths;
    for (const QUrl &url : dropped.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

void beginImport(uikit::MessageLine &line)
{
    line.clearActs();
    line.setText(Words::tr("Lecture des résultats…"));
    line.hide();
    auto *timer = new QTimer(&line);
    timer->setSingleShot(true);
    timer->setObjectName(u"importing"_qs);
    QObject::connect(timer, &QTimer::timeout, &line, [&line, timer] {
        if (line.text() == Words::tr("Lecture des résultats…"))
            line.show();
        timer->deleteLater();
    });
    timer->start(patience);
}

void tellRefused(uikit::MessageLine &line, const Imported &imported,
                 const std::function<QString(const Error &)> &explain)
{
    const RefusedFile &first = imported.refused.first();
    QString text = first.name + u" : "_qs + explain(first.error);
    if (imported.refused.size() > 1)
        text += u' ' + Words::tr("Et %n autre(s) fichier(s) refusé(s).", nullptr,
                                 int(imported.refused.size()) - 1);
    line.setText(text);
    line.show();
    line.announce();
}

} // namespace ambroise::labs::ui
