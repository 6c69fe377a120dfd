// SPDX-License-Identifier: GPL-3.0-or-later
#include "scandialog.h"

#include "post.h"

#include <words/sentences.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QShortcut>
#include <QVBoxLayout>

namespace ambroise::app {
namespace {

constexpr int resolutions[] = {200, 300, 600};

} // namespace

ScanDialog::ScanDialog(QWidget *parent)
    : QDialog(parent)
    , m_devices(new QComboBox(this))
    , m_resolution(new uikit::Segmented(tr("Points par pouce"), {u"200"_qs, u"300"_qs, u"600"_qs},
                                        uikit::Segmented::Density::Regular, this))
    , m_colours(new uikit::Segmented(tr("Couleurs"), {tr("Gris"), tr("Couleur")},
                                     uikit::Segmented::Density::Regular, this))
    , m_list(new QListWidget(this))
    , m_preview(new QLabel(this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_progress(new uikit::MessageLine(uikit::Meaning::Info, this))
{
    setWindowTitle(tr("Scanner"));
    build();
    const Post post = Post::load();
    if (!post.scanner.isEmpty())
        m_devices->addItem(post.scannerName, post.scanner);
    m_resolution->setCurrent(post.scanResolution == 200 ? 0 : post.scanResolution == 600 ? 2 : 1);
    m_colours->setCurrent(post.scanColour ? 1 : 0);
    connect(&m_scanner, &Scanner::listed, this, &ScanDialog::showDevices);
    connect(&m_scanner, &Scanner::scanned, this, &ScanDialog::add);
    connect(&m_scanner, &Scanner::finished, this, &ScanDialog::finish);
    connect(&m_scanner, &Scanner::progressed, this, [this](int percent) {
        m_progress->setText(tr("Page %1 : %2 %").arg(m_pages.size() + 1).arg(percent));
    });
    if (post.scanner.isEmpty())
        findDevices();
    follow();
}

void ScanDialog::build()
{
    resize(uikit::scaled(900), uikit::scaled(640));
    m_devices->setAccessibleName(tr("Scanner"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFixedWidth(uikit::scaled(140));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_problem->hide();
    m_progress->hide();
    m_progress->addAct(tr("Arrêter"), {}, [this] { m_scanner.cancel(); });
    const auto act = [this](const QString &word, const QString &key, const QKeySequence &keys,
                            const std::function<void()> &run) {
        auto *button = new uikit::Button(word, key, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, run);
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
        return button;
    };
    auto *find = act(tr("Chercher"), u"F5"_qs, Qt::Key_F5, [this] { findDevices(); });
    auto *page = act(tr("Lire une page"), u"F2"_qs, Qt::Key_F2, [this] { scan(false); });
    auto *feeder = act(tr("Lire le chargeur"), u"F3"_qs, Qt::Key_F3, [this] { scan(true); });
    m_starts = {find, page, feeder};
    m_turn = act(tr("Tourner"), u"R"_qs, Qt::Key_R, [this] { turn(); });
    m_takeOut = act(tr("Retirer"), u"Suppr"_qs, Qt::Key_Delete, [this] { takeOut(); });
    m_keep = new uikit::PrimaryButton(tr("Ranger"), u"Ctrl ↵"_qs, this);
    m_keep->setAutoDefault(false);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::accept);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_keep,
            &QPushButton::click);
    connect(m_list, &QListWidget::currentRowChanged, this, &ScanDialog::preview);
    auto *head = new QHBoxLayout;
    head->addWidget(m_devices, 1);
    for (QWidget *one : {static_cast<QWidget *>(find), static_cast<QWidget *>(m_resolution),
                         static_cast<QWidget *>(m_colours)})
        head->addWidget(one);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list);
    middle->addWidget(m_preview, 1);
    auto *foot = new QHBoxLayout;
    for (QWidget *one : {page, feeder, m_turn, m_takeOut})
        foot->addWidget(one);
    foot->addStretch();
    foot->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_problem);
    layout->addWidget(m_progress);
    layout->addLayout(middle, 1);
    layout->addLayout(foot);
}

void ScanDialog::findDevices()
{
    m_problem->hide();
    m_progress->setText(tr("Recherche des scanners…"));
    m_scanner.list();
    follow();
}

void ScanDialog::showDevices(const Result<QList<ScannerDevice>> &devices)
{
    follow();
    if (!devices.ok()) {
        tell(devices.error());
        return;
    }
    const QString before = m_devices->currentData().toString();
    m_devices->clear();
    for (const ScannerDevice &one : *devices)
        m_devices->addItem(one.name, one.id);
    m_devices->setCurrentIndex(std::max(0, m_devices->findData(before)));
    if (devices->isEmpty())
        tell({ErrorCode::NotFound, u"scanner.none"_qs, {}});
    follow();
}

void ScanDialog::scan(bool feeder)
{
    m_problem->hide();
    m_warned = false;
    ScanSettings settings;
    settings.device = m_devices->currentData().toString();
    settings.resolution = resolutions[m_resolution->current()];
    settings.colour = m_colours->current() == 1;
    settings.feeder = feeder;
    Post post = Post::load();
    post.scanner = settings.device;
    post.scannerName = m_devices->currentText();
    post.scanResolution = settings.resolution;
    post.scanColour = settings.colour;
    if (const Status kept = post.save(); !kept.ok())
        tell(kept.error()); // it is read all the same
    m_progress->setText(tr("Lecture…"));
    m_scanner.scan(settings);
    follow();
}

void ScanDialog::add(const QByteArray &page)
{
    m_pages.append({page, 0});
    m_list->addItem(tr("Page %1").arg(m_pages.size()));
    m_list->setCurrentRow(int(m_pages.size()) - 1);
    follow();
}

void ScanDialog::finish(const Status &status)
{
    if (!status.ok())
        tell(status.error());
    follow();
}

void ScanDialog::turn()
{
    if (const int row = m_list->currentRow(); row >= 0) {
        m_pages[row].turns = (m_pages.at(row).turns + 1) % 4;
        preview();
    }
}

void ScanDialog::takeOut()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_pages.removeAt(row);
    delete m_list->takeItem(row);
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setText(tr("Page %1").arg(i + 1));
    preview();
    follow();
}

void ScanDialog::preview()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_pages.size()) {
        m_preview->clear();
        return;
    }
    const documents::PageImage &page = m_pages.at(row);
    const QImage image =
        QImage::fromData(page.bytes).transformed(QTransform().rotate(90.0 * page.turns));
    m_preview->setPixmap(QPixmap::fromImage(
        image.scaled(m_preview->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

void ScanDialog::follow()
{
    const bool busy = m_scanner.isBusy();
    m_progress->setVisible(busy);
    for (uikit::Button *one : std::as_const(m_starts))
        one->setEnabled(!busy && (one == m_starts.first() || m_devices->count() > 0));
    for (uikit::Button *one : {m_turn, m_takeOut, static_cast<uikit::Button *>(m_keep)})
        one->setEnabled(!busy && !m_pages.isEmpty());
}

void ScanDialog::tell(const Error &error)
{
    m_problem->setText(sentenceOf(error));
    m_problem->show();
    m_problem->announce();
}

void ScanDialog::reject()
{
    if (m_scanner.isBusy()) {
        m_scanner.cancel();
        return;
    }
    if (!m_pages.isEmpty() && !std::exchange(m_warned, true)) {
        tell({ErrorCode::Conflict, u"scanner.unfiled"_qs, {}});
        return;
    }
    QDialog::reject();
}

} // namespace ambroise::app
