// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentbox.h"

#include <ambroise/identity/ui/identitypage.h>

namespace ambroise::identity::ui {

//! What is known on the page when the next step is looked for.
struct Findings {
    const Identity &identity;
    const std::optional<Error> &mayNot;      //!< why this person qualifies nothing
    const std::optional<InsiFound> &found;   //!< what INSi answered just now
    const std::optional<ReadDocument> &read; //!< what the document told
    const std::optional<TraceEntry> &check;  //!< what the status rests upon
    bool documentChosen = false;
    DocumentBox::Source source = DocumentBox::Source::Code;
    const Result<Evidence> &evidence; //!< of the document that was chosen
    bool seen = false;                //!< the person confirmed what only eyes can
    QDate today;
    const std::function<QString(const Error &error)> &explain;

    [[nodiscard]] const InsiPerson *person() const;
    //! What everything is compared with: INSi's answer, else the record's traits where they came
    //! from INSi, else nothing.
    [[nodiscard]] ToldTraits reference() const;
    //! What a person reads beside the code that INSi answered; the record's words for the same
    //! code where the name is not known.
    [[nodiscard]] QString placeName() const;
    //! The identity once INSi's answer is accepted; as it is where there is none.
    [[nodiscard]] Result<Identity> afterInsi() const;
    //! The document held against the reference, or against the record where there is none.
    [[nodiscard]] Comparison compared() const;
};

//! What can be decided now, and what the page says of it.
struct NextStep {
    enum class Act { None, AcceptInsi, Check };
    Act act = Act::None;
    std::optional<IdentityStatus> after{}; //!< what it would become; also before all is confirmed
    QString title{};
    QString explanation{};

    [[nodiscard]] static NextStep from(const Findings &findings);
};

//! A person as INSi tells them, for a comparison.
[[nodiscard]] ToldTraits toldBy(const InsiPerson &person);

} // namespace ambroise::identity::ui
