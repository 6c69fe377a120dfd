// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QList>
#include <QString>

#include <functional>

namespace ambroise::uikit {

//! A line of the command palette.
struct Command {
    QString id = {};
    QString group = {}; //!< the title over it: "Pour ce dossier", "Patients", "Actions"
    QString title = {};
    QString detail = {}; //!< after the title, in a lighter ink
    QString key = {};    //!< its direct key, as a cap shows it; the palette teaches the map
    QIcon icon = {};
    std::function<void()> run = {};
    bool strong = false; //!< the title in 600; the palette sets it for patients
};

//! Gives what it has for what was typed (its prefix taken off, trimmed), best first. Called on the
//! GUI thread at every keystroke: answer within a frame.
using CommandSource = std::function<QList<Command>(const QString &typed)>;

//! Which prefix leads to a source: none asks them all.
enum class SourceKind {
    Record,   //!< « / »
    Patients, //!< « # »
    Actions,  //!< « > »
    Others    //!< none: asked where nothing stands before what is typed
};

//! Whether every word typed begins a word of the title or of the detail, or is within the title;
//! accents and case ignored. For sources that hold their commands.
[[nodiscard]] bool matches(const Command &command, const QString &typed);
[[nodiscard]] QList<Command> filtered(const QList<Command> &commands, const QString &typed);

//! A part of a text.
struct TextSpan {
    qsizetype start;
    qsizetype length;

    friend bool operator==(TextSpan, TextSpan) = default;
};
//! Where the words typed stand in the text, accents and case ignored, in order, not overlapping.
[[nodiscard]] QList<TextSpan> matchedSpans(const QString &text, const QString &typed);

} // namespace ambroise::uikit
