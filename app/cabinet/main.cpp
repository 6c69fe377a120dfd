// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"

int main(int argc, char **argv)
{
    return ambroise::app::runDesktop(argc, argv);
}
