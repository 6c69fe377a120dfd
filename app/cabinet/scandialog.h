// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner.h"

#include <ambroise/documents/pagespdf.h>

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;

namespace ambroise::uikit {
class Button;
class MessageLine;
class PrimaryButton;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::app {

//! Pages read by the post's scanner, one after the other: seen, turned, taken out, then kept
//! together. What goes wrong takes no page away. The scanner and how it reads are remembered for
//! the post.
class ScanDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ScanDialog(QWidget *parent = nullptr);

    [[nodiscard]] const QList<documents::PageImage> &pages() const { return m_pages; }
    //! A sentence at the head of it, now or once it is shown again.
    void tell(const Error &error);

public Q_SLOTS:
    //! Asked once more where pages would be lost.
    void reject() override;

private:
    void build();
    void findDevices();
    void showDevices(const Result<QList<ScannerDevice>> &devices);
    void scan(bool feeder);
    void add(const QByteArray &page);
    void finish(const Status &status);
    void turn();
    void takeOut();
    void preview();
    void follow();

    Scanner m_scanner;
    QList<documents::PageImage> m_pages;
    QComboBox *m_devices;
    uikit::Segmented *m_resolution;
    uikit::Segmented *m_colours;
    QListWidget *m_list;
    QLabel *m_preview;
    uikit::MessageLine *m_problem;
    uikit::MessageLine *m_progress;
    QList<uikit::Button *> m_starts; //!< find, page, feeder
    uikit::Button *m_turn = nullptr;
    uikit::Button *m_takeOut = nullptr;
    uikit::PrimaryButton *m_keep = nullptr;
    bool m_warned = false;
};

} // namespace ambroise::app
