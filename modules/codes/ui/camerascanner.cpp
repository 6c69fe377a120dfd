// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/ui/camerascanner.h>

#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <QVideoFrame>

#include <algorithm>
#include <utility>

namespace ambroise::codes::ui {
namespace {

constexpr int foundShownMs = 1500;
constexpr QSize enough(1280, 960); //!< frames of a code held before the camera need be no larger
constexpr QSize enoughForAPhotograph(2592, 1944);

//! Qt lists no camera that it may not open; the system still has its file.
bool isCameraRefused()
{
    const auto devices = QDir(QStringLiteral("/dev"))
                             .entryInfoList({QStringLiteral("video*")}, QDir::System | QDir::Files);
    return std::any_of(devices.begin(), devices.end(),
                       [](const QFileInfo &device) { return !device.isReadable(); });
}

//! The most pixels that are not too many; the camera's own choice where all are.
QCameraFormat formatFor(const QCameraDevice &device, QSize most)
{
    const auto pixels = [](const QCameraFormat &format) {
        return format.resolution().width() * format.resolution().height();
    };
    QCameraFormat best;
    for (const QCameraFormat &format : device.videoFormats())
        if (pixels(format) <= most.width() * most.height() &&
            (best.isNull() || pixels(format) > pixels(best)))
            best = format;
    return best;
}

} // namespace

CameraScanner::CameraScanner(QThreadPool &pool, Purpose purpose, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_scanner(pool)
    , m_sentence(new QLabel(this))
{
    m_sink.setParent(this);
    m_foundShown.setSingleShot(true);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_sentence);
    setAccessibleName(tr("Caméra"));
    m_session.setVideoSink(&m_sink);
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &CameraScanner::onFrame);
    connect(&m_scanner, &FrameScanner::found, this, &CameraScanner::onFound);
    connect(&m_foundShown, &QTimer::timeout, this, [this] { enter(State::Looking); });
    connect(&m_devices, &QMediaDevices::videoInputsChanged, this, [this] {
        if (isVisible())
            start();
    });
    enter(State::NoCamera);
}

CameraScanner::~CameraScanner() = default;

void CameraScanner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    start();
}

void CameraScanner::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    stop();
}

void CameraScanner::start()
{
    stop();
    const QCameraDevice device = QMediaDevices::defaultVideoInput();
    if (device.isNull()) {
        enter(isCameraRefused() ? State::Refused : State::NoCamera);
        return;
    }
    m_camera = std::make_unique<QCamera>(device);
    const QSize most = m_purpose == Purpose::Codes ? enough : enoughForAPhotograph;
    if (const QCameraFormat format = formatFor(device, most); !format.isNull())
        m_camera->setCameraFormat(format);
    connect(m_camera.get(), &QCamera::errorOccurred, this,
            [this] { enter(isCameraRefused() ? State::Refused : State::Silent); });
    m_session.setCamera(m_camera.get());
    enter(State::Looking);
    m_camera->start();
}

void CameraScanner::stop()
{
    m_session.setCamera(nullptr);
    m_camera.reset();
    m_foundShown.stop();
    m_scanner.forget();
    m_picture = {};
    m_looked = {};
}

void CameraScanner::onFrame(const QVideoFrame &frame)
{
    const QImage image = frame.isValid() ? frame.toImage() : QImage();
    if (image.isNull() || !isVisible())
        return;
    if (m_purpose == Purpose::Codes && m_scanner.offer(image))
        m_looked = image;
    if (m_state == State::Found)
        return;
    m_picture = image;
    enter(State::Looking);
    update();
}

void CameraScanner::onFound(const DecodedSymbol &symbol)
{
    if (!isVisible())
        return;
    m_picture = m_looked;
    m_outline = symbol.corners;
    enter(State::Found);
    m_foundShown.start(foundShownMs);
    update();
    Q_EMIT found(symbol);
}

void CameraScanner::enter(State state)
{
    const bool changed = std::exchange(m_state, state) != state;
    m_sentence->setText(sentence());
    if (changed)
        Q_EMIT stateChanged(state);
}

void CameraScanner::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_picture.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    const QRect frame = pictureFrame();
    painter.drawImage(frame, m_picture);
    if (m_state != State::Found)
        return;
    painter.translate(frame.topLeft());
    painter.scale(double(frame.width()) / m_picture.width(),
                  double(frame.height()) / m_picture.height());
    QPen pen(palette().color(QPalette::Link), 4);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.drawPolygon(m_outline);
}

//! As large as fits above the sentence.
QRect CameraScanner::pictureFrame() const
{
    QRect room = rect();
    room.setBottom(m_sentence->geometry().top() - layout()->spacing());
    QRect frame(QPoint(), m_picture.size().scaled(room.size(), Qt::KeepAspectRatio));
    frame.moveCenter(room.center());
    return frame;
}

QString CameraScanner::sentence() const
{
    switch (m_state) {
    case State::NoCamera:
        return m_purpose == Purpose::Photograph
                   ? tr("Aucune caméra sur ce poste. En brancher une, ou ranger un fichier.")
                   : tr("Aucune caméra sur ce poste. Lire le code à la douchette ou ouvrir un "
                        "fichier.");
    case State::Refused:
        return tr("Accès à la caméra refusé. L'autoriser dans les réglages du poste.");
    case State::Silent:
        return tr(
            "La caméra ne répond pas. Fermer l'autre logiciel qui l'utilise, ou la rebrancher.");
    case State::Looking:
        return m_purpose == Purpose::Photograph ? tr("Cadrer, puis prendre la photo.")
                                                : tr("Placer le code devant la caméra.");
    case State::Found:
        break;
    }
    return tr("Code lu.");
}

} // namespace ambroise::codes::ui
