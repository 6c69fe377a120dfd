// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/formulary.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/clinicalchecks.h>

#include <support/engines.h>
#include <support/result.h>

#include <QRegularExpression>

//! The demonstration formulary, a patient and an ordonnance, checked.
namespace ambroise::test {

inline const QDate checkDay(2026, 11, 27);

class Clinic {
public:
    Clinic()
    {
        m_database =
            m_engines.practice(storage::Engine::Embedded, {storage::schema(), drugs::schema()});
        auto connected = m_database->connect();
        if (!connected.ok() || !drugs::importFormulary(**connected, m_engines.clock()).ok())
            qFatal("no formulary");
        m_connection = std::move(*connected);
        knowledge = std::make_unique<prescription::OpenDrugKnowledge>(*m_connection);
        person.today = checkDay;
    }

    storage::Connection &connection() { return *m_connection; }
    const Clock &clock() { return m_engines.clock(); }

    //! "DOLIPRANE 1000 mg, comprimé" and the like by CIS, else substances.
    Clinic &prescribe(const QString &drug, const QString &posology = {}, bool current = false)
    {
        static const QRegularExpression cis(u"^\\d{8}$"_qs);
        prescription::Line line;
        line.posology = posology;
        const bool isCis = cis.match(drug).hasMatch();
        if (isCis)
            line.cis = drug;
        const auto checked =
            prescription::checkedLine(line, isCis ? QString() : drug, current, *knowledge);
        if (!checked.ok())
            qFatal("%s", qPrintable(checked.error().subject));
        m_lines << *checked;
        return *this;
    }

    void clear() { m_lines.clear(); }

    Clinic &born(QDate day, const QString &sex = {})
    {
        person.birth = day;
        person.sex = sex;
        return *this;
    }

    Clinic &allergicTo(const QStringList &words)
    {
        person.allergies.emplace();
        for (const QString &one : words) {
            prescription::KnownAllergy allergy;
            allergy.text = one;
            person.allergies->append(allergy);
        }
        return *this;
    }

    Clinic &has(const QStringList &codes)
    {
        for (const QString &code : codes)
            person.conditions.append({code, {}, {}});
        person.conditionsAreAll = true;
        return *this;
    }

    [[nodiscard]] prescription::CheckReport report() const
    {
        prescription::Treatment treatment;
        treatment.lines = m_lines;
        treatment.person = person;
        treatment.patient = prescription::stateOf(person);
        treatment.today = person.today;
        const auto made = prescription::PrescriptionChecker(*knowledge).run(treatment);
        if (!made.ok())
            qFatal("%s", qPrintable(made.error().subject));
        return *made;
    }

    [[nodiscard]] QList<prescription::Alert> alerts(prescription::CheckKind kind) const
    {
        QList<prescription::Alert> found;
        for (const prescription::Alert &alert : report().alerts)
            if (alert.kind == kind && !alert.folded)
                found << alert;
        return found;
    }

    //! "stop", "warn stop"; empty: nothing is told.
    [[nodiscard]] QString levels(prescription::CheckKind kind) const
    {
        QStringList all;
        for (const prescription::Alert &alert : alerts(kind))
            all << alert.level;
        return all.join(u' ');
    }

    [[nodiscard]] QStringList whyNot(prescription::CheckKind kind) const
    {
        QStringList why;
        for (const prescription::NotChecked &one : report().notChecked)
            if (one.what == kind)
                why << (one.about.isEmpty() ? one.why
                                            : one.why + u": "_qs + one.about.join(u", "_qs));
        return why;
    }

    prescription::PatientFacts person{};
    std::unique_ptr<prescription::OpenDrugKnowledge> knowledge{};

private:
    Engines m_engines;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Connection> m_connection;
    QList<prescription::CheckedLine> m_lines;
};

} // namespace ambroise::test
