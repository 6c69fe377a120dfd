// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/record/conditionindex.h>
#include <ambroise/record/growthreferences.h>
#include <ambroise/record/ui/recordservices.h>
#include <ambroise/record/ui/templatespage.h>

#include <QObject>

namespace ambroise::app {

//! What all open records of a window share: the dictionary and the CIM-10 by its words for writing,
//! the practice's references of growth, all read in the background. Without one of them, it is as
//! if it knew nothing.
class WritingAids final : public QObject {
    Q_OBJECT
public:
    //! The practice outlives it.
    WritingAids(Practice &practice, UserId user);
    ~WritingAids() override;

    //! Again where something of it was imported meanwhile.
    void load();
    void loadGrowth(); //!< for who only reads, too
    [[nodiscard]] uikit::Spelling &spelling() { return *m_spelling; }
    [[nodiscard]] const record::ConditionIndex &conditions() const { return m_conditions; }
    [[nodiscard]] const QList<record::GrowthReference> &growth() const { return m_growth; }

Q_SIGNALS:
    void growthChanged(); //!< there are other references than before

private:
    Practice &m_practice;
    std::unique_ptr<uikit::Spelling> m_spelling;
    record::ConditionIndex m_conditions;
    QList<record::GrowthReference> m_growth;
};

//! Nothing: what is computed from measures needs an age and a sex.
[[nodiscard]] std::optional<record::ui::Examined> examinedOf(const patient::Patient &patient,
                                                             QDate today);

//! As lines of the history, newest first.
[[nodiscard]] QList<record::Entry>
ordonnanceLines(const QList<prescription::Ordonnance> &ordonnances);

//! What writing in that patient's record needs. The practice, the session and the aids outlive it.
[[nodiscard]] record::ui::RecordServices recordServices(Practice &practice,
                                                        const access::Session &session,
                                                        const patient::Patient &patient,
                                                        WritingAids &aids);

//! The templates of who is signed in.
[[nodiscard]] record::ui::TemplateServices templateServices(Practice &practice,
                                                            const access::Session &session);

} // namespace ambroise::app
