// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitlook.h"

#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/type.h>

#include <QFontMetrics>
#include <QPainter>

namespace ambroise::agenda::ui {
namespace {

using uikit::Meaning;
using uikit::Token;

VisitLook meaning(const uikit::Theme &theme, Meaning which, const QString &icon)
{
    const uikit::Pair pair = theme.pair(which);
    return {pair.tint, pair.text, theme.color(Token::Text), theme.color(Token::Text2), icon, true};
}

VisitLook past(const uikit::Theme &theme, const QString &icon)
{
    return {theme.color(Token::Alt),
            theme.color(Token::Line),
            theme.color(Token::Text2),
            theme.color(Token::Text3),
            icon,
            false};
}

} // namespace

VisitLook lookOf(const Appointment &one, const uikit::Theme &theme)
{
    if (one.details.kind == AppointmentKind::Closed)
        return {theme.color(Token::Line2),
                theme.color(Token::Line2),
                theme.color(Token::Text2),
                theme.color(Token::Text2),
                {},
                true};
    switch (one.state) {
    case AppointmentState::Waiting:
        return meaning(theme, Meaning::Done, u"person-check"_qs);
    case AppointmentState::InConsultation:
        return {theme.color(Token::Soft), theme.color(Token::Accent),
                theme.color(Token::Text), theme.color(Token::Text2),
                u"door-open"_qs,          true};
    case AppointmentState::Done:
        return past(theme, u"check2"_qs);
    case AppointmentState::Absent:
        return meaning(theme, Meaning::Avoid, u"x-lg"_qs);
    case AppointmentState::Cancelled:
        return past(theme, {});
    case AppointmentState::Planned:
        break;
    }
    if (one.details.kind == AppointmentKind::Teleconsultation)
        return meaning(theme, Meaning::Info, u"camera-video"_qs);
    if (one.details.kind == AppointmentKind::HomeVisit)
        return meaning(theme, Meaning::Apc, u"geo-alt"_qs);
    return meaning(theme, Meaning::Apc, {});
}

void paintVisitLine(QPainter &painter, const QRect &rect, const DayBook &book,
                    const Appointment &one, const VisitLook &look)
{
    const bool closed = one.details.kind == AppointmentKind::Closed;
    const QString reason = reasonText(one);
    int left = rect.left();
    const auto put = [&](const QString &text, bool strong, const QColor &ink) {
        if (text.isEmpty() || left >= rect.right())
            return;
        painter.setFont(uikit::font(uikit::TextRole::Small, strong));
        painter.setPen(ink);
        const QRect place(left, rect.top(), rect.right() - left + 1, rect.height());
        uikit::paint::line(painter, place, Qt::AlignLeft | Qt::AlignVCenter, text);
        left += QFontMetrics(painter.font()).horizontalAdvance(text) + uikit::scaled(6);
    };
    if (closed) {
        put(reason.isEmpty() ? kindWord(one.details.kind) : reason, true, look.ink);
        return;
    }
    put(hourText(one.details.start), false, look.light);
    put(book.nameOf(one), look.strong, look.ink);
    put(reason, false, look.light);
}

} // namespace ambroise::agenda::ui
