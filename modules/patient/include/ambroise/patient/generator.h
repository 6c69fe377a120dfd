// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/patient.h>

#include <memory>

namespace ambroise::patient {

//! Chance that is the same on every machine (SplitMix64, Steele et al. 2014).
class Chance {
public:
    explicit Chance(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next();
    //! 0 to `count` - 1.
    int below(int count) { return int(next() % quint64(count)); }
    bool perCent(int share) { return below(100) < share; }
    bool perMille(int share) { return below(1000) < share; }

private:
    quint64 m_state;
};

//! People who do not exist, for demonstrations and measures: French names as frequent as in life,
//! an age pyramid, twins and homonyms, telephone numbers that ARCEP keeps for fiction, e-mail at
//! example.org, INS of test only. The same seed gives the same people on every machine and on every
//! day.
class Generator {
public:
    explicit Generator(quint64 seed);
    ~Generator();
    Generator(Generator &&) noexcept;
    Generator &operator=(Generator &&) noexcept;

    NewPatient next();

private:
    class People;
    std::unique_ptr<People> m_people;
};

} // namespace ambroise::patient
