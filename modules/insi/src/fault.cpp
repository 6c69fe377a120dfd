// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault.h"

#include <algorithm>
#include <initializer_list>

namespace ambroise::insi {
namespace {

bool isOneOf(const QString &subject, std::initializer_list<QStringView> subjects)
{
    return std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
}

} // namespace

Error faultOf(const Error &below)
{
    const QString why =
        below.detail.isEmpty() ? below.subject : below.subject + u": "_qs + below.detail;
    const QString &subject = below.subject;
    if (subject == u"net.timeout")
        return {ErrorCode::Timeout, u"insi.timeout"_qs, why};
    if (isOneOf(subject, {u"net.unreachable", u"net.cut", u"net.status"}))
        return {ErrorCode::Unavailable, u"insi.unreachable"_qs, why};
    if (isOneOf(subject, {u"net.server_certificate", u"net.refused"}))
        return {ErrorCode::Denied, u"insi.certificate"_qs, why};
    if (subject == u"net.cancelled")
        return {ErrorCode::Cancelled, u"insi.cancelled"_qs, {}};
    if (subject == u"net.html")
        return {ErrorCode::Corrupt, u"insi.html"_qs, why};
    if (isOneOf(subject, {u"net.card", u"card.removed", u"card.none", u"card.failure",
                          u"card.module", u"card.closed"}))
        return {ErrorCode::Unavailable, u"insi.card"_qs, why};
    if (subject == u"net.url")
        return {ErrorCode::Invalid, u"insi.not_set_up"_qs, why};
    if (subject.startsWith(u"net."))
        return {ErrorCode::Corrupt, u"insi.answer"_qs, why};
    return below; // of the card's code, or ours already
}

} // namespace ambroise::insi
