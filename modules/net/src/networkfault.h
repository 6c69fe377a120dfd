// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QNetworkReply>

#include <optional>

namespace ambroise::net {

//! Why a finished exchange brought no answer; nothing where it did, whatever its HTTP status.
//! `distrusted`: the server's certificate was not believed.
std::optional<Error> faultOf(const QNetworkReply &reply, int status, bool distrusted);

} // namespace ambroise::net
