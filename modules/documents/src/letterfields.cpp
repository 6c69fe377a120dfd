// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/letterfields.h>

#include <ambroise/core/text.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::documents {
namespace {

const QString recipientField = QStringLiteral("DESTINATAIRE");
const QString dateField = QStringLiteral("DATE");

//! A brace after a backslash is no field.
const QRegularExpression &fieldForm()
{
    static const QRegularExpression form(u"(?<!\\\\)\\{([^{}\\n]*)\\}"_qs);
    return form;
}

const LetterField *fieldNamed(const QString &folded)
{
    const auto &all = letterFields();
    const auto found = std::find_if(all.begin(), all.end(), [&](const LetterField &one) {
        return text::folded(one.name) == folded;
    });
    return found == all.end() ? nullptr : &*found;
}

//! No letter of it is taken for markup, a field, or the mark of a list.
QString escaped(const QString &line)
{
    static const QString marks = u"\\*_[]{}"_qs;
    QString out;
    for (const QChar c : line) {
        if (marks.contains(c))
            out += u'\\';
        out += c == u'\n' ? u' ' : c;
    }
    if (out.startsWith(u'-') || out.startsWith(u'#'))
        out.prepend(u'\\');
    return out;
}

QString freeField(const LetterField &field)
{
    return u'[' + field.name.toString() + u" : "_qs + field.missing.toString() + u']';
}

bool standsAlone(const QString &text, qsizetype start, qsizetype end)
{
    const qsizetype lineStart = start == 0 ? 0 : text.lastIndexOf(u'\n', start - 1) + 1;
    const qsizetype found = text.indexOf(u'\n', end);
    const qsizetype lineEnd = found < 0 ? text.size() : found;
    return text.mid(lineStart, start - lineStart).trimmed().isEmpty() &&
           text.mid(end, lineEnd - end).trimmed().isEmpty();
}

QString shown(const QStringList &values, bool alone)
{
    const bool lines = alone && values.size() == 1; // a note keeps its lines
    QStringList written = lines ? values.first().split(u'\n') : values;
    for (QString &one : written)
        one = escaped(one);
    if (lines)
        return written.join(u'\n');
    return alone ? u"- "_qs + written.join(u"\n- "_qs) : written.join(u", "_qs);
}

template <class Replacement>
QString replaced(const QString &text, Replacement replacement)
{
    QString out;
    qsizetype at = 0;
    auto all = fieldForm().globalMatch(text);
    while (all.hasNext()) {
        const auto match = all.next();
        out += text.mid(at, match.capturedStart() - at) +
               replacement(text::folded(match.captured(1)), match);
        at = match.capturedEnd();
    }
    return out + text.mid(at);
}

} // namespace

const QList<LetterField> &letterFields()
{
    static const QList<LetterField> all{
        {u"patient", u"non renseigné", u"nom de naissance et premier prénom"},
        {u"nom utilisé", u"non renseigné", u"nom et prénom utilisés"},
        {u"e", u"non renseigné", u"accord au féminin : né{e}"},
        {u"il", u"non renseigné", u"« il » ou « elle »"},
        {u"naissance", u"non renseignée", u"date de naissance"},
        {u"âge", u"non renseigné", u"âge de ce jour"},
        {u"adresse", u"non renseignée", u"adresse du patient"},
        {u"médecin traitant", u"non renseigné", u"médecin traitant déclaré"},
        {u"médecin", u"non renseigné", u"qui signe"},
        {u"spécialité", u"non renseignée", u"spécialité de qui signe"},
        {u"cabinet", u"non renseigné", u"nom du cabinet"},
        {u"téléphone", u"non renseigné", u"téléphone du cabinet"},
        {u"ville", u"non renseignée", u"ville du cabinet"},
        {u"date", u"non renseignée", u"jour de la signature"},
        {u"destinataire", u"à choisir", u"nom du destinataire"},
        {u"problèmes", u"non renseignés", u"problèmes actifs"},
        {u"traitement", u"non renseigné", u"traitements en cours"},
        {u"allergies", u"non renseignées", u"allergies, ou « aucune allergie connue »"},
        {u"antécédents", u"non renseignés", u"antécédents personnels"},
        {u"antécédents familiaux", u"non renseignés", u"antécédents familiaux"},
        {u"mesures", u"non renseignées", u"dernières mesures, avec leur date"},
        {u"consultation", u"non renseignée", u"dernière consultation, avec sa date"}};
    return all;
}

std::optional<QString> unknownFieldIn(QStringView text)
{
    auto all = fieldForm().globalMatch(text.toString());
    while (all.hasNext()) {
        const QString name = all.next().captured(1);
        if (!fieldNamed(text::folded(name)))
            return name.trimmed();
    }
    return std::nullopt;
}

void FieldValues::set(QStringView field, const QStringList &values)
{
    QStringList kept;
    for (const QString &value : values)
        if (!value.trimmed().isEmpty())
            kept << value.trimmed();
    m_values.insert(text::folded(field), kept);
}

QStringList FieldValues::value(QStringView field) const
{
    return m_values.value(text::folded(field));
}

bool FieldValues::has(QStringView field) const
{
    return m_values.contains(text::folded(field));
}

QString filled(const QString &text, const FieldValues &values)
{
    return replaced(text, [&](const QString &name, const QRegularExpressionMatch &match) {
        const LetterField *field = fieldNamed(name);
        if (!field || name == recipientField || name == dateField)
            return match.captured();
        // The ending « né{e} » is nothing for a man: its value may be empty, its absence not.
        const QStringList value = values.value(field->name);
        if (value.isEmpty())
            return values.has(field->name) && name == u"E" ? QString() : freeField(*field);
        return shown(value, standsAlone(text, match.capturedStart(), match.capturedEnd()));
    });
}

QString filledLate(const QString &text, const QString &recipient, const QString &date)
{
    return replaced(text, [&](const QString &name, const QRegularExpressionMatch &match) {
        if (name == dateField)
            return escaped(date);
        if (name != recipientField)
            return match.captured();
        return recipient.trimmed().isEmpty() ? freeField(*fieldNamed(name))
                                             : escaped(recipient.trimmed());
    });
}

QString unfilled(const QString &text, const FieldValues &values)
{
    constexpr qsizetype shortest = 4; // « 7 » would be found anywhere
    static const QList<QStringView> ofThePatient{
        u"patient",     u"nom utilisé", u"naissance",  u"âge",
        u"adresse",     u"problèmes",   u"traitement", u"médecin traitant",
        u"allergies",   u"antécédents", u"mesures",    u"antécédents familiaux",
        u"consultation"};
    QList<std::pair<QString, QStringView>> known;
    for (const QStringView field : ofThePatient) {
        const QStringList value = values.value(field);
        if (value.isEmpty())
            continue;
        for (const QString &form : {shown(value, true), shown(value, false)})
            if (form.size() >= shortest)
                known.append({form, field});
    }
    std::stable_sort(known.begin(), known.end(), [](const auto &a, const auto &b) {
        return a.first.size() > b.first.size(); // a name before a part of it
    });
    QString out = text;
    for (const auto &[form, field] : known)
        out.replace(form, u'{' + field.toString() + u'}');
    static const QRegularExpression agreed(u"\\b(né|intéressé)(e|\\(e\\))?(?![\\p{L}{])"_qs,
                                           QRegularExpression::UseUnicodePropertiesOption);
    return out.replace(agreed, u"\\1{e}"_qs);
}

} // namespace ambroise::documents
