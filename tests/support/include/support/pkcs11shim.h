// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace ambroise::test {

//! What the shim (tests/support/pkcs11shim) does with what SoftHSM answers. Shared by the test and
//! the library, which live in one process: the test reads and writes it under `mutex`.
struct ShimState {
    enum class Signing {
        AsItIs,
        Fails,   //!< CKR_FUNCTION_FAILED in the middle of C_Sign
        Removes, //!< the card is taken out in the middle of C_Sign
        Differs  //!< every signature is another one, as those of ECDSA are
    };

    std::mutex mutex;
    std::condition_variable changed;

    std::string forward;           //!< path of the real library
    bool failing = false;          //!< everything answers CKR_GENERAL_ERROR
    bool unplugged = false;        //!< there is no reader
    std::set<std::string> removed; //!< serial numbers of the cards that are out of their reader
    bool removedOnSession = false; //!< the card leaves just before the next session

    int pinTries = 3;                 //!< wrong codes that block a card
    int longestPin = 0;               //!< 0: as it is
    bool pinFlags = true;             //!< the card tells the state of its code
    std::map<std::string, int> wrong; //!< wrong codes so far, by serial number
    std::string keypad;               //!< the code that somebody types on the reader; none without

    Signing signing = Signing::AsItIs;
    bool onlyHashing = false; //!< CKM_SHA256_RSA_PKCS alone, no CKM_RSA_PKCS
    bool gateClosed = false;  //!< C_Login does not come back while it is
    int waiting = 0;          //!< calls before the gate
    int logins = 0;           //!< C_Login that reached a card
    int initialised = 0;      //!< C_Initialize less C_Finalize
};

} // namespace ambroise::test

//! The only state there is, for as long as the library is loaded.
extern "C" ambroise::test::ShimState *ambroise_shim_state();

//! Logs in to the card with that serial number, past the shim, in a session that nobody closes.
extern "C" bool ambroise_shim_log_in(const char *serial, const char *pin);
