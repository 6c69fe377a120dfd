// SPDX-License-Identifier: GPL-3.0-or-later
#include "machineprinters.h"

#include <QFile>
#include <QHash>
#include <QLibrary>
#include <QPrinterInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace ambroise::app {
namespace {

//! CUPS writes the description of a queue to a file for who asks; Qt's own plugin has the library
//! loaded where there is CUPS at all. Empty: no CUPS, or a queue without a description.
QByteArray descriptionOf(const QString &printer)
{
    using GetPpd = const char *(*)(const char *);
    QLibrary cups(u"cups"_qs, 2);
    const auto get = reinterpret_cast<GetPpd>(cups.resolve("cupsGetPPD"));
    const char *path = get ? get(printer.toLocal8Bit().constData()) : nullptr;
    if (!path)
        return {};
    QFile file(QString::fromLocal8Bit(path));
    const QByteArray ppd = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    file.remove();
    return ppd;
}

QString decoded(const QByteArray &ppd)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(ppd);
    return utf8.hasError() ? QString::fromLatin1(ppd) : text;
}

} // namespace

QList<PaperTray> traysIn(const QByteArray &ppd, const QString &language)
{
    static const QRegularExpression line(
        uR"(^\*(?:(\w+)\.)?InputSlot[ \t]+([^\s/:]+)(?:/([^:\r\n]*))?:)"_qs,
        QRegularExpression::MultilineOption);
    QList<PaperTray> trays;
    QHash<QString, QString> translated;
    auto found = line.globalMatch(decoded(ppd));
    while (found.hasNext()) {
        const auto one = found.next();
        const QString key = one.captured(2);
        const QString name = one.captured(3).trimmed();
        if (one.captured(1).isEmpty())
            trays.append({key, name.isEmpty() ? key : name});
        else if (one.captured(1) == language)
            translated.insert(key, name);
    }
    for (PaperTray &tray : trays)
        tray.name = translated.value(tray.key, tray.name);
    return trays;
}

QList<MachinePrinter> machinePrinters()
{
    QList<MachinePrinter> printers;
    const QList<QPrinterInfo> known = QPrinterInfo::availablePrinters();
    for (const QPrinterInfo &one : known)
        printers.append({one.printerName(),
                         one.description().isEmpty() ? one.printerName() : one.description(),
                         traysIn(descriptionOf(one.printerName()), u"fr"_qs), one.isDefault()});
    std::stable_partition(printers.begin(), printers.end(),
                          [](const MachinePrinter &one) { return one.isDefault; });
    return printers;
}

} // namespace ambroise::app
