// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListView;
class QWidget;

//! The plates of the gallery: each shows some components of the kit as pages use them.
namespace ambroise::gallery {

QWidget *chips();
QWidget *buttons();
QWidget *forms();
QWidget *messages();
QWidget *lists();
QListView *summary();
QListView *history();
QWidget *window();
QWidget *paletteOpen();
QWidget *keyMapOpen();
QWidget *signIn();
QWidget *officine();

//! On the ground of a work area.
QWidget *onBase(QWidget *widget);

} // namespace ambroise::gallery
