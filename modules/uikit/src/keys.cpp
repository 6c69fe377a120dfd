// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/keys.h>

#include <QCoreApplication>
#include <QStringList>

namespace ambroise::uikit {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ambroise::uikit::keyText", text);
}

QString nameOf(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return QStringLiteral("↵");
    case Qt::Key_Up:
        return QStringLiteral("↑");
    case Qt::Key_Down:
        return QStringLiteral("↓");
    case Qt::Key_Left:
        return QStringLiteral("←");
    case Qt::Key_Right:
        return QStringLiteral("→");
    case Qt::Key_Escape:
        return translated(QT_TRANSLATE_NOOP("ambroise::uikit::keyText", "Échap"));
    case Qt::Key_Delete:
        return translated(QT_TRANSLATE_NOOP("ambroise::uikit::keyText", "Suppr"));
    case Qt::Key_Space:
        return translated(QT_TRANSLATE_NOOP("ambroise::uikit::keyText", "Espace"));
    case Qt::Key_Tab:
        return QStringLiteral("Tab");
    default:
        return QKeySequence(key).toString(QKeySequence::PortableText);
    }
}

} // namespace

QString keyText(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return {};
    const QKeyCombination chord = keys[0];
    QStringList words;
    if (chord.keyboardModifiers() & Qt::ControlModifier)
        words << QStringLiteral("Ctrl");
    if (chord.keyboardModifiers() & Qt::AltModifier)
        words << QStringLiteral("Alt");
    if (chord.keyboardModifiers() & Qt::ShiftModifier)
        words << translated(QT_TRANSLATE_NOOP("ambroise::uikit::keyText", "Maj"));
    words << nameOf(chord.key());
    return words.join(u' ');
}

} // namespace ambroise::uikit
