// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/cda.h>

namespace ambroise::documents {

//! Makes lines of the text of a section (CDA R2 §4.3.5, NarrativeBlock), and notes in which of them
//! each ID stands. An exponent is written with "^" and what was struck out between "[-" and "-]":
//! without its format it would read as something else.
class Narrative {
public:
    explicit Narrative(CdaSection &section)
        : m_section(section)
    {
    }
    void read(const CdaElement &text);

private:
    void walk(const CdaElement &element);
    void walkChildren(const CdaElement &element);
    void walkList(const CdaElement &list);
    void walkTable(const CdaElement &table);
    void walkRow(const CdaElement &row, CdaLine::Kind kind);
    void note(const CdaElement &element, qsizetype line);
    void noteInside(const CdaElement &element, qsizetype line);
    void endLine();
    void addMedia();
    [[nodiscard]] QString cell(const CdaElement &element);
    void gather(const CdaElement &element, QString &out);

    CdaSection &m_section;
    QString m_line;      //!< being read
    QString m_bullet;    //!< before the next line
    QStringList m_media; //!< that stand in the line being read
};

} // namespace ambroise::documents
