// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/linereader.h>

namespace ambroise::prescription {

Result<CheckedLine> LineReader::read(const Line &line, const QString &inn, bool current) const
{
    constexpr int mostKept = 2000; // some days of consultations
    AMBROISE_TRY(const QString edition, m_knowledge.edition());
    if (edition != m_edition || m_known.size() >= mostKept)
        m_known.clear();
    m_edition = edition;
    const QString key = QStringList{line.cis, inn, line.posology}.join(u'\n');
    auto known = m_known.constFind(key);
    if (known == m_known.cend()) {
        AMBROISE_TRY(const auto read, checkedLine(line, inn, current, m_knowledge));
        known = m_known.insert(key, read);
    }
    CheckedLine checked = *known;
    checked.line = line;
    checked.current = current;
    return checked;
}

} // namespace ambroise::prescription
