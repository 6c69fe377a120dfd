// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace ambroise::app {

//! A scanner that SANE knows.
struct ScannerDevice {
    QString id{};   //!< "epson2:libusb:001:004"
    QString name{}; //!< « Epson Perfection V39 »

    friend bool operator==(const ScannerDevice &, const ScannerDevice &) = default;
};

struct ScanSettings {
    QString device{};
    int resolution = 300; //!< dots an inch
    bool colour = false;
    bool feeder = false; //!< every page in it; else the one on the glass
};

//! The scanner of the post, by SANE's own program `scanimage` in a process of its own: drivers of
//! makers run in it, and one that crashes or hangs takes no record with it. Pages are handed over
//! one by one, as PNG; on their way they are in memory (XDG_RUNTIME_DIR, else the shared memory)
//! for as long as a page takes.
//!
//! Errors: Unavailable "scanner.program" (not installed), "scanner.gone", "scanner.busy",
//! "scanner.jam", "scanner.no_page", "scanner.cover", "scanner.failed", "scanner.source" (no
//! feeder), "scanner.memory" (no room for a page); Denied "scanner.denied"; Cancelled
//! "scanner.cancelled".
class Scanner final : public QObject {
    Q_OBJECT
public:
    explicit Scanner(QObject *parent = nullptr);
    ~Scanner() override;

    void list(); //!< takes seconds; `listed` follows
    void scan(const ScanSettings &settings);
    void cancel();
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void listed(const ambroise::Result<QList<ambroise::app::ScannerDevice>> &devices);
    void progressed(int percent); //!< of the page
    void scanned(const QByteArray &page);
    void finished(const ambroise::Status &status);

private:
    void run(const QStringList &arguments);
    void takeOutput();
    void takePages();
    void end();

    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QTemporaryDir> m_folder;
    ScanSettings m_settings;
    QString m_feeder; //!< what the device calls it
    enum class Doing { Nothing, Listing, Asking, Scanning } m_doing = Doing::Nothing;
    QByteArray m_answer;
    QByteArray m_said; //!< the end of what it says of its work
    int m_pages = 0;
    bool m_cancelled = false;
};

//! The source that feeds pages, among what `scanimage -A` tells; empty: none.
[[nodiscard]] QString feederIn(const QString &options);

} // namespace ambroise::app
