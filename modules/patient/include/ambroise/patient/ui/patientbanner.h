// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/patient.h>

#include <QWidget>

namespace ambroise::uikit {
class Chip;
class Label;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! What the banner says of allergies; never silence.
struct BannerAllergies {
    enum class State {
        NotFilledIn,
        NoneKnown,
        Listed,
        Unreadable, //!< `names`: those that were read before
        Hidden,     //!< this role does not see them
    };
    State state = State::NotFilledIn;
    QStringList names{};
};

//! Who the record is of and how sure that is, on every page of it, 56 high. Name, status and
//! allergies are never dropped; what is at the right end is, when the window is narrow.
class PatientBanner final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives the banner.
    explicit PatientBanner(const Clock &clock, QWidget *parent = nullptr);

    void showPatient(const Patient &patient);
    void showAllergies(const BannerAllergies &allergies);
    //! "74,2 kg · 161 cm", at the right end.
    void showFacts(const QString &facts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    const Clock &m_clock;
    uikit::Label *m_name;
    uikit::Label *m_civil;
    uikit::Label *m_used;
    uikit::Chip *m_status;
    uikit::Label *m_proof;
    uikit::Chip *m_allergies;
    uikit::Label *m_allergyDetail;
    uikit::Label *m_facts;
};

} // namespace ambroise::patient::ui
