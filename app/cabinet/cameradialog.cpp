// SPDX-License-Identifier: GPL-3.0-or-later
#include "cameradialog.h"

#include <ambroise/codes/ui/camerascanner.h>
#include <ambroise/uikit/button.h>

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

QImage takePhotograph(QWidget &parent)
{
    using codes::ui::CameraScanner;
    QThreadPool pool;
    const QPointer<QDialog> dialog(new QDialog(&parent)); // which may go first
    dialog->setWindowTitle(QCoreApplication::translate("CameraDialog", "Photographie"));
    auto *camera = new CameraScanner(pool, CameraScanner::Purpose::Photograph, dialog);
    auto *take = new uikit::PrimaryButton(
        QCoreApplication::translate("CameraDialog", "Prendre la photo"), u"↵"_qs, dialog);
    take->setDefault(true);
    const auto follow = [take](CameraScanner::State state) {
        take->setEnabled(state == CameraScanner::State::Looking);
    };
    follow(camera->state());
    QObject::connect(camera, &CameraScanner::stateChanged, take, follow);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(camera, 1);
    layout->addWidget(take, 0, Qt::AlignRight);
    QImage taken;
    QObject::connect(take, &QPushButton::clicked, dialog, [&] {
        taken = camera->picture();
        if (!taken.isNull())
            dialog->accept();
    });
    dialog->exec();
    delete dialog;
    return taken;
}

} // namespace ambroise::app
