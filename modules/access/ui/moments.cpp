// SPDX-License-Identifier: GPL-3.0-or-later
#include "moments.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

#include <array>

namespace ambroise::access::ui {
namespace {

constexpr const char *context = "ambroise::access::ui::Moments";

constexpr std::array days = {
    QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "lundi à %1"),
    QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "mardi à %1"),
    QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "mercredi à %1"),
    QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "jeudi à %1"),
    QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "vendredi à %1"),
    QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "samedi à %1"),
    QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "dimanche à %1"),
};

QString translated(const char *source)
{
    return QCoreApplication::translate(context, source);
}

} // namespace

QString momentWords(const QDateTime &moment, const Clock &clock)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const QString time = local.toString(u"HH:mm"_qs);
    const qint64 ago = local.date().daysTo(clock.today());
    if (ago == 0)
        return translated(QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "à %1")).arg(time);
    if (ago == 1)
        return translated(QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "hier à %1"))
            .arg(time);
    if (ago > 1 && ago < 7)
        return translated(days.at(size_t(local.date().dayOfWeek() - 1))).arg(time);
    return translated(QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "le %1"))
        .arg(text::frenchDate(local.date()));
}

QString waitWords(std::chrono::seconds wait)
{
    const qint64 seconds = wait.count();
    if (seconds < 60)
        return translated(QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "%1 s")).arg(seconds);
    return translated(QT_TRANSLATE_NOOP("ambroise::access::ui::Moments", "%1 min %2 s"))
        .arg(seconds / 60)
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace ambroise::access::ui
