// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/log.h>

#include <QDateTime>
#include <QFile>
#include <QMutex>
#include <QRegularExpression>

#include <cstdio>
#include <memory>

namespace ambroise::log {
namespace {

constexpr qint64 maxBytes = 5'000'000;

//! Qt offers a message handler no place for state of its own.
struct Sink {
    QMutex mutex;
    std::unique_ptr<QFile> file;
};

Sink &sink()
{
    static Sink theSink;
    return theSink;
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr char letters[] = {'D', 'W', 'C', 'F', 'I'};
    const QByteArray line =
        QStringLiteral("%1 %2 %3: %4\n")
            .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs))
            .arg(QLatin1Char(letters[type]))
            .arg(QLatin1String(context.category ? context.category : "default"), redacted(message))
            .toUtf8();
    Sink &to = sink();
    const QMutexLocker lock(&to.mutex);
    std::fputs(line.constData(), stderr);
    if (to.file) {
        to.file->write(line);
        to.file->flush();
    }
}

} // namespace

QString redacted(QStringView line)
{
    static const QRegularExpression mail(QStringLiteral("[^\\s@<>,;]+@[^\\s@<>,;]+"));
    static const QRegularExpression digits(QStringLiteral("[0-9](?:[ .]?[0-9AB]){8,}"));
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|«[^»]*»"));
    QString out = line.toString();
    out.replace(mail, QStringLiteral("<adresse>"));
    out.replace(quoted, QStringLiteral("<texte>"));
    out.replace(digits, QStringLiteral("<numéro>"));
    return out;
}

void install(const QString &path)
{
    Sink &to = sink();
    {
        const QMutexLocker lock(&to.mutex);
        to.file.reset();
        if (!path.isEmpty()) {
            if (QFile::exists(path) && QFile(path).size() > maxBytes) {
                QFile::remove(path + QStringLiteral(".1"));
                QFile::rename(path, path + QStringLiteral(".1"));
            }
            auto file = std::make_unique<QFile>(path);
            if (file->open(QIODevice::WriteOnly | QIODevice::Append)) {
                file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
                to.file = std::move(file);
            }
        }
    }
    qInstallMessageHandler(write);
}

} // namespace ambroise::log
