// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mrzband.h"

#include <ambroise/core/result.h>

#include <memory>

namespace ambroise::codes::mrz {

//! What a cell may hold, the likeliest first.
using Choices = QString;

//! Tesseract, held ready for the lines of one picture.
class Ocr {
public:
    //! Error: Unavailable "mrz.engine".
    static Result<Ocr> open();
    Ocr(Ocr &&) noexcept;
    ~Ocr();

    //! For each cell of each line, in reading order; none for a cell where nothing is printed.
    [[nodiscard]] QList<Choices> read(const Band &band);

private:
    struct Engine;
    explicit Ocr(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> m_engine;
};

} // namespace ambroise::codes::mrz
