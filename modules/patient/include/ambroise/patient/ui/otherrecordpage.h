// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/ui/patientsearchpage.h>

namespace ambroise::uikit {
class Label;
}

namespace ambroise::patient::ui {

//! Which record is compared with one that is open: the search of patients without that one. ↵
//! chooses, Échap gives up.
class OtherRecordPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives the page.
    OtherRecordPage(const SearchServices &services, const Clock &clock, QWidget *parent = nullptr);

    //! Begins with the records of the same surname: that is what two of one person mostly share.
    void beginFor(const Patient &record);

Q_SIGNALS:
    void chosen(ambroise::PatientId record, ambroise::PatientId other);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] SearchServices withoutRecord(const SearchServices &services) const;

    PatientId m_record{};
    uikit::Label *m_title;
    PatientSearchPage *m_search;
};

} // namespace ambroise::patient::ui
