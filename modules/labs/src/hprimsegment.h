// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/cda.h>

namespace ambroise::labs {

//! As segment H declares them (7.2): field, component, repetition, escape, subcomponent.
struct Delimiters {
    QChar field = u'|';
    QChar component = u'~';
    QChar repetition = u'^';
    QChar escape = u'\\';
    QChar subcomponent = u'&';

    static Delimiters of(const QString &header)
    {
        Delimiters found;
        found.field = header.at(1);
        const QString others = header.mid(2).section(found.field, 0, 0);
        const auto take = [&](qsizetype place, QChar &delimiter) {
            if (place < others.size())
                delimiter = others.at(place);
        };
        take(0, found.component);
        take(1, found.repetition);
        take(2, found.escape);
        take(3, found.subcomponent);
        return found;
    }

    //! ASTM E1238 §6.6: \F\ stands for a field delimiter, and so on; others are left as they are.
    [[nodiscard]] QString plain(QString text) const
    {
        const auto escaped = [&](QChar name) {
            return QString(escape) + name + escape;
        };
        text.replace(escaped(u'F'), QString(field));
        text.replace(escaped(u'S'), QString(component));
        text.replace(escaped(u'R'), QString(repetition));
        text.replace(escaped(u'T'), QString(subcomponent));
        text.replace(escaped(u'E'), QString(escape));
        return text.trimmed();
    }
};

//! A segment with the fields as the recommendation numbers them: 10.6 is field 6 of OBX.
class Segment {
public:
    Segment(const QString &line, const Delimiters &delimiters)
        : m_fields(line.split(delimiters.field))
        , m_delimiters(delimiters)
    {
    }

    [[nodiscard]] QString name() const { return m_fields.first().trimmed(); }
    [[nodiscard]] QString raw(int number) const { return m_fields.value(number - 1); }
    [[nodiscard]] QString field(int number) const { return m_delimiters.plain(raw(number)); }
    [[nodiscard]] QStringList repeated(int number) const
    {
        return raw(number).split(m_delimiters.repetition);
    }
    [[nodiscard]] QStringList parts(int number) const { return partsOf(repeated(number).first()); }
    [[nodiscard]] QStringList partsOf(const QString &text) const
    {
        QStringList parts;
        for (const QString &part : text.split(m_delimiters.component))
            parts << m_delimiters.plain(part);
        return parts;
    }
    [[nodiscard]] documents::CdaTime time(int number) const
    {
        return documents::CdaTime::of(m_delimiters.plain(repeated(number).first()));
    }

private:
    QStringList m_fields;
    const Delimiters &m_delimiters;
};

} // namespace ambroise::labs
