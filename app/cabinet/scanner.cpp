// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner.h"

#include <QDir>
#include <QRegularExpression>
#include <QTimer>

namespace ambroise::app {
namespace {

constexpr int patience = 3000; // ms, for a program that was told to stop
constexpr qsizetype longestSaid = 4000;

//! scanimage ends with the SANE_Status of what it did (SANE standard 1.06, 4.2.7).
Status statusOf(int code)
{
    const auto told = [](const QString &subject, ErrorCode kind = ErrorCode::Unavailable) {
        return Status(Error{kind, subject, {}});
    };
    switch (code) {
    case 0:
        return done();
    case 2: // SANE_STATUS_CANCELLED
        return told(u"scanner.cancelled"_qs, ErrorCode::Cancelled);
    case 3: // DEVICE_BUSY
        return told(u"scanner.busy"_qs);
    case 6: // JAMMED
        return told(u"scanner.jam"_qs);
    case 7: // NO_DOCS
        return told(u"scanner.no_page"_qs);
    case 8: // COVER_OPEN
        return told(u"scanner.cover"_qs);
    case 1: // scanimage's own: the device cannot be opened
    case 4: // INVAL
        return told(u"scanner.gone"_qs);
    case 11: // ACCESS_DENIED
        return told(u"scanner.denied"_qs, ErrorCode::Denied);
    default:
        return told(u"scanner.failed"_qs);
    }
}

//! Pages are health data: they do not pass over a disk. Without a session of systemd's kind, the
//! shared memory.
QString folderInMemory()
{
    const QString session = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return session.isEmpty() ? u"/dev/shm"_qs : session;
}

QList<ScannerDevice> devicesIn(const QByteArray &answer)
{
    QList<ScannerDevice> devices;
    for (const QByteArray &line : answer.split('\n')) {
        const QStringList parts = QString::fromUtf8(line).split(u'\t');
        if (parts.size() == 3)
            devices.append({parts.at(0), (parts.at(1) + u' ' + parts.at(2)).simplified()});
    }
    return devices;
}

} // namespace

QString feederIn(const QString &options)
{
    static const QRegularExpression sources(u"^\\s*--source (.+?)(?: \\[.*)?$"_qs,
                                            QRegularExpression::MultilineOption);
    for (const QString &source : sources.match(options).captured(1).split(u'|'))
        if (source.contains(u"ADF"_qs, Qt::CaseInsensitive) ||
            source.contains(u"Feeder"_qs, Qt::CaseInsensitive))
            return source.trimmed();
    return {};
}

Scanner::Scanner(QObject *parent)
    : QObject(parent)
{
}

Scanner::~Scanner()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->terminate();
    if (!m_process->waitForFinished(patience))
        m_process->kill();
}

bool Scanner::isBusy() const
{
    return m_doing != Doing::Nothing;
}

void Scanner::list()
{
    if (isBusy())
        return;
    m_doing = Doing::Listing;
    run({u"-f"_qs, u"%d\t%v\t%m%n"_qs});
}

void Scanner::scan(const ScanSettings &settings)
{
    if (isBusy())
        return;
    m_settings = settings;
    m_feeder.clear();
    m_pages = 0;
    if (settings.feeder) { // its name is the driver's
        m_doing = Doing::Asking;
        run({u"-d"_qs, settings.device, u"-A"_qs});
        return;
    }
    m_doing = Doing::Scanning;
    run({});
}

void Scanner::cancel()
{
    if (!isBusy())
        return;
    m_cancelled = true;
    m_process->terminate(); // scanimage lets the page go and the device be
    QTimer::singleShot(patience, m_process.get(), [process = m_process.get()] {
        if (process->state() != QProcess::NotRunning)
            process->kill();
    });
}

void Scanner::run(const QStringList &arguments)
{
    m_cancelled = false;
    m_answer.clear();
    m_said.clear();
    QStringList all = arguments;
    if (m_doing == Doing::Scanning) {
        m_folder = std::make_unique<QTemporaryDir>(
            QDir(folderInMemory()).filePath(u"ambroise-scan-XXXXXX"_qs));
        if (!m_folder->isValid()) {
            m_doing = Doing::Nothing;
            m_folder.reset();
            Q_EMIT finished(Error{ErrorCode::Unavailable, u"scanner.memory"_qs, {}});
            return;
        }
        all = {u"-d"_qs,
               m_settings.device,
               u"--format=png"_qs,
               u"--progress"_qs,
               u"--batch="_qs + m_folder->filePath(u"%d.png"_qs),
               u"--batch-print"_qs,
               u"--resolution=%1"_qs.arg(m_settings.resolution),
               u"--mode=%1"_qs.arg(m_settings.colour ? u"Color"_qs : u"Gray"_qs)};
        all << (m_feeder.isEmpty() ? u"--batch-count=1"_qs : u"--source="_qs + m_feeder);
    }
    if (m_process) // which may be telling that it ended
        m_process.release()->deleteLater();
    m_process = std::make_unique<QProcess>();
    QProcess &process = *m_process;
    connect(&process, &QProcess::readyReadStandardOutput, this, &Scanner::takeOutput);
    connect(&process, &QProcess::readyReadStandardError, this, &Scanner::takeOutput);
    connect(&process, &QProcess::finished, this, &Scanner::end);
    connect(&process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            QMetaObject::invokeMethod(this, &Scanner::end, Qt::QueuedConnection);
    });
    process.start(u"scanimage"_qs, all, QIODevice::ReadOnly);
}

void Scanner::takeOutput()
{
    m_answer += m_process->readAllStandardOutput();
    m_said = (m_said + m_process->readAllStandardError()).right(longestSaid);
    if (m_doing != Doing::Scanning)
        return;
    static const QRegularExpression percent(u"Progress: ([0-9]+)"_qs);
    auto found = percent.globalMatch(QString::fromUtf8(m_said));
    int last = -1;
    while (found.hasNext())
        last = found.next().captured(1).toInt();
    if (last >= 0)
        Q_EMIT progressed(last);
    takePages();
}

//! Its name is printed once a page is whole.
void Scanner::takePages()
{
    for (qsizetype end = m_answer.indexOf('\n'); end >= 0; end = m_answer.indexOf('\n')) {
        QFile file(QString::fromUtf8(m_answer.left(end)));
        m_answer.remove(0, end + 1);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray page = file.readAll();
        file.remove();
        ++m_pages;
        Q_EMIT scanned(page);
    }
}

void Scanner::end()
{
    takeOutput();
    const Doing was = std::exchange(m_doing, Doing::Nothing);
    const bool started = m_process->error() != QProcess::FailedToStart;
    Status status = m_cancelled ? Status(Error{ErrorCode::Cancelled, u"scanner.cancelled"_qs, {}})
                    : !started  ? Status(Error{ErrorCode::Unavailable, u"scanner.program"_qs, {}})
                    : m_process->exitStatus() == QProcess::CrashExit
                        ? Status(Error{ErrorCode::Unavailable, u"scanner.failed"_qs, {}})
                        : statusOf(m_process->exitCode());
    if (status.ok() && was == Doing::Asking) {
        m_feeder = feederIn(QString::fromUtf8(m_answer));
        if (!m_feeder.isEmpty()) {
            m_doing = Doing::Scanning;
            run({});
            return;
        }
        status = Error{ErrorCode::Unavailable, u"scanner.source"_qs, {}};
    }
    m_folder.reset();
    if (was == Doing::Listing) {
        if (status.ok())
            Q_EMIT listed(devicesIn(m_answer));
        else
            Q_EMIT listed(status.error());
        return;
    }
    if (status.ok() && m_pages == 0)
        status = Error{ErrorCode::Unavailable, u"scanner.no_page"_qs, {}};
    Q_EMIT finished(status);
}

} // namespace ambroise::app
