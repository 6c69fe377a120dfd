// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/linereader.h>

#include "writtendrug.h"

namespace ambroise::prescription {

Result<CheckedLine> LineReader::readAgain(const Line &line, bool current) const
{
    if (!line.cis.isEmpty())
        return checkedLine(line, {}, current, m_knowledge);
    const QString name = writtenDrug(line.label).name;
    AMBROISE_TRY(const auto named, m_knowledge.substancesNamed(name));
    const QString inn = named.every.isEmpty() ? name : named.every.join(u'+');
    Line asked = line;
    if (!named.others.isEmpty()) // of which of them the strength is, nobody knows
        asked.label = name;
    AMBROISE_TRY(auto checked, checkedLine(asked, inn, current, m_knowledge));
    checked.perhaps = named.others;
    return checked;
}

Result<CheckedLine> LineReader::read(const Line &line, bool current) const
{
    constexpr int mostKept = 2000; // some days of consultations
    AMBROISE_TRY(const QString edition, m_knowledge.edition());
    if (edition != m_edition || m_known.size() >= mostKept)
        m_known.clear();
    m_edition = edition;
    const QString drug = line.cis.isEmpty() ? line.label : line.cis;
    const QString key = drug + u'\n' + line.posology;
    auto known = m_known.constFind(key);
    if (known == m_known.cend()) {
        AMBROISE_TRY(const auto read, readAgain(line, current));
        known = m_known.insert(key, read);
    }
    CheckedLine checked = *known;
    checked.line = line;
    checked.current = current;
    return checked;
}

} // namespace ambroise::prescription
