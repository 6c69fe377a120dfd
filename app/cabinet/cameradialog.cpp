// SPDX-License-Identifier: GPL-3.0-or-later
#include "cameradialog.h"

#include <ambroise/codes/ui/camerascanner.h>

#include <QCoreApplication>
#include <QDialog>
#include <QPointer>
#include <QThreadPool>
#include <QVBoxLayout>

namespace ambroise::app {

std::optional<QByteArray>
scanWithCamera(QWidget &parent, const std::function<bool(const codes::DecodedSymbol &)> &wanted)
{
    QThreadPool pool;
    const QPointer<QDialog> dialog(new QDialog(&parent)); // which may go first
    dialog->setWindowTitle(QCoreApplication::translate("CameraDialog", "Caméra"));
    auto *camera = new codes::ui::CameraScanner(pool, dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(camera);
    std::optional<QByteArray> found;
    QObject::connect(camera, &codes::ui::CameraScanner::found, dialog,
                     [&](const codes::DecodedSymbol &symbol) {
                         if (!wanted(symbol))
                             return;
                         found = symbol.bytes;
                         dialog->accept();
                     });
    dialog->exec();
    delete dialog;
    return found;
}

} // namespace ambroise::app
