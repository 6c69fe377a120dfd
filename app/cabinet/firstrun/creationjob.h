// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/creation.h>

#include <QFuture>

#include <atomic>
#include <memory>

namespace ambroise::app::firstrun {

using RecoveryKeyPtr = std::shared_ptr<const crypto::RecoveryKey>;

//! Makes a practice on another thread and closes it again: who signs in opens it. Progress is told
//! in words. Setting `givenUp` undoes what was made. The clock outlives the future. Errors:
//! createPractice's.
[[nodiscard]] QFuture<Result<RecoveryKeyPtr>>
createInBackground(const PracticeFolder &folder, CreationOptions options, const Clock &clock,
                   std::shared_ptr<std::atomic<bool>> givenUp);

} // namespace ambroise::app::firstrun
