// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QDate>
#include <QHash>
#include <QList>
#include <QStringList>

namespace ambroise::prevention {

//! Which valences a vaccine has, by the beginning of its name (resources/prevention/vaccines.json).
class Vaccines {
public:
    Vaccines() = default; //!< knows none
    //! Error: Invalid "prevention.vaccines", with file and line in the detail.
    static Result<Vaccines> parse(const QByteArray &json);
    static Result<Vaccines> shipped();

    //! Of « VAXIGRIP, suspension injectable… »; empty: not known to be a vaccine.
    [[nodiscard]] QStringList valencesOf(QStringView name) const;
    //! In French; the code itself where it is not known.
    [[nodiscard]] QString label(const QString &valence) const;
    //! « Diphtérie, Tétanos »
    [[nodiscard]] QString labels(const QStringList &valences) const;
    //! Every code, in the order of the file.
    [[nodiscard]] const QStringList &valences() const { return m_order; }
    //! Names known, for completion.
    [[nodiscard]] QStringList names() const;

private:
    struct Vaccine {
        QString name;   //!< as written
        QString folded; //!< as names are compared
        QStringList valences;
    };
    QList<Vaccine> m_vaccines; //!< the longest names first
    QHash<QString, QString> m_labels;
    QStringList m_order;
};

} // namespace ambroise::prevention
