// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/spelling.h>

#include <ambroise/core/text.h>
#include <ambroise/uikit/whendone.h>

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QtConcurrent>

#include <hunspell/hunspell.hxx>

#include <algorithm>

namespace ambroise::uikit {
namespace {

constexpr qsizetype longestWord = 60;
constexpr qsizetype mostSuggestions = 6;

//! Letters, with the apostrophes and hyphens inside.
const QRegularExpression &words()
{
    static const QRegularExpression expression(
        u"[\\p{L}\\d][\\p{L}\\d\\p{M}]*(?:[’'-][\\p{L}\\d\\p{M}]+)*"_qs,
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool isAbbreviation(const QString &word)
{
    return std::none_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
}

//! Inside of a sentence it is somebody's, or a brand's.
bool isName(const QString &text, qsizetype start)
{
    if (!text.at(start).isUpper())
        return false;
    qsizetype before = start - 1;
    while (before >= 0 && text.at(before).isSpace() && text.at(before) != u'\n')
        --before;
    return before >= 0 && !u".!?…:\n-•*"_qs.contains(text.at(before));
}

bool hasDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

//! « l’examen » → « examen », « jusqu’au » → « au ».
QString withoutElision(const QString &word)
{
    static const QRegularExpression elided(u"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)’"_qs,
                                           QRegularExpression::CaseInsensitiveOption);
    QString rest = word;
    return rest.remove(elided);
}

Result<std::shared_ptr<Hunspell>> read(const QString &stem)
{
    const QByteArray affixes = QFile::encodeName(stem + u".aff"_qs);
    const QByteArray dictionary = QFile::encodeName(stem + u".dic"_qs);
    if (!QFile::exists(stem + u".aff"_qs) || !QFile::exists(stem + u".dic"_qs))
        return Error{ErrorCode::NotFound, u"spelling.none"_qs, {}};
    auto hunspell = std::make_shared<Hunspell>(affixes.constData(), dictionary.constData());
    if (hunspell->get_dict_encoding() != "UTF-8") // what we ask it in
        return Error{ErrorCode::Invalid, u"spelling.encoding"_qs, {}};
    return hunspell;
}

} // namespace

Spelling::Spelling(QObject *parent)
    : QObject(parent)
{
}

Spelling::~Spelling() = default;

QString Spelling::systemDictionary()
{
    for (const QString &name : {u"fr_FR"_qs, u"fr"_qs}) {
        const QString found = QStandardPaths::locate(QStandardPaths::GenericDataLocation,
                                                     u"hunspell/"_qs + name + u".aff"_qs);
        if (!found.isEmpty())
            return found.chopped(4);
    }
    return {};
}

void Spelling::load(const QString &dictionary)
{
    whenDone(this, QtConcurrent::run(read, dictionary),
             [this](const Result<std::shared_ptr<Hunspell>> &hunspell) {
                 if (!hunspell.ok())
                     return; // every word is known: nothing is marked
                 m_hunspell = *hunspell;
                 Q_EMIT changed();
             });
}

bool Spelling::isKnown(const QString &word) const
{
    if (!m_hunspell || word.size() > longestWord || hasDigit(word) || isAbbreviation(word))
        return true;
    QString typographic = word;
    typographic.replace(u'\'', u'’');
    const QString bare = withoutElision(typographic);
    for (const QString &form : {typographic, bare}) {
        if (m_learnt.contains(text::folded(form)))
            return true;
        QString plain = form;
        plain.replace(u'’', u'\''); // as the dictionary has it
        if (m_hunspell->spell(plain.toStdString()))
            return true;
    }
    const QStringList parts = bare.split(u'-');
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(),
                                           [this](const QString &part) { return isKnown(part); });
}

QList<Misspelling> Spelling::misspellingsIn(const QString &text) const
{
    QList<Misspelling> found;
    if (!m_hunspell)
        return found;
    auto matches = words().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (!isName(text, match.capturedStart()) && !isKnown(match.captured()))
            found.append({match.capturedStart(), match.capturedLength()});
    }
    return found;
}

QStringList Spelling::suggestions(const QString &word) const
{
    if (!m_hunspell)
        return {};
    QString typographic = word;
    typographic.replace(u'\'', u'’');
    const QString bare = withoutElision(typographic);
    const QString before = typographic.chopped(bare.size());
    QStringList found;
    for (const std::string &one : m_hunspell->suggest(bare.toStdString()))
        found << before + QString::fromStdString(one).replace(u'\'', u'’');
    return found.mid(0, mostSuggestions);
}

void Spelling::learn(const QStringList &words)
{
    for (const QString &word : words)
        m_learnt.insert(text::folded(word));
    Q_EMIT changed();
}

} // namespace ambroise::uikit
