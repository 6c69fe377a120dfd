// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every component of the kit, in light and dark, saved as pictures to be looked at beside the
// mock-ups: uikit_gallery FOLDER
#include "gallery.h"

#include <ambroise/uikit/theme.h>

#include <QtWidgets>

using namespace ambroise::uikit;

namespace ambroise::gallery {
namespace {

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
