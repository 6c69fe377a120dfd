// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace ambroise::test {

//! As which a word may stand in a file: in UTF-8, in UTF-16, in base64 wherever it begins.
inline QList<QByteArray> tracesOf(const QString &word)
{
    const QByteArray bytes = word.toUtf8();
    QList<QByteArray> traces{bytes, QByteArray(reinterpret_cast<const char *>(word.utf16()),
                                               word.size() * qsizetype(sizeof(char16_t)))};
    for (const int before : {0, 1, 2}) // what shares a letter with its neighbours left out
        traces << (QByteArray(before, ' ') + bytes)
                      .toBase64(QByteArray::OmitTrailingEquals)
                      .mid(before == 0 ? 0 : before + 1)
                      .chopped(1);
    return traces;
}

struct Readable {
    QStringList files{}; //!< in which something stands readable, with it
    int looked = 0;
};

//! Where in a folder the demonstration's Madeleine Vasseur, or what is prescribed to her, can be
//! read.
inline Readable readableIn(const QString &folder)
{
    Readable found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            found.files << file.fileName() + u": cannot be looked at"_qs;
            continue;
        }
        const QByteArray content = file.readAll();
        ++found.looked;
        for (const QString &word :
             {u"VASSEUR"_qs, u"Vasseur"_qs, u"MADELEINE"_qs, u"Mercadier"_qs, u"DOLIPRANE"_qs})
            for (const QByteArray &trace : tracesOf(word))
                if (content.contains(trace))
                    found.files << file.fileName() + u": "_qs + word;
    }
    return found;
}

} // namespace ambroise::test

//! Nothing of a patient is readable in that folder, and there was something to look at.
#define QVERIFY_UNREADABLE(folder)                                                                 \
    do {                                                                                           \
        const auto readable = ambroise::test::readableIn(folder);                                  \
        QVERIFY2(readable.files.isEmpty(), qPrintable(readable.files.join(u'\n')));                \
        QVERIFY(readable.looked > 4);                                                              \
    } while (false)
