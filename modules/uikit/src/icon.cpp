// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/theme.h>

#include "resources.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace ambroise::uikit {
namespace {

QString pathOf(QStringView name)
{
    return resourcePath(QStringLiteral("icons/%1.svg").arg(name));
}

QPixmap rendered(const QString &name, QSize pixels, const QColor &color)
{
    const QString key = QStringLiteral("ambroise-icon/%1/%2x%3/%4")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, std::optional<QColor> fixed)
        : m_name(std::move(name))
        , m_fixed(fixed)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        drawIcon(*painter, rect, m_name, color(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return rendered(m_name, size, color(mode, state));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal /*scale*/) override
    {
        return rendered(m_name, size, color(mode, state)); // `size` is in device pixels
    }
    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(m_name, m_fixed); }
    [[nodiscard]] QString key() const override { return QStringLiteral("ambroise"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        if (m_fixed)
            return *m_fixed;
        const Theme theme = Theme::of(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return theme.color(Token::Text3);
        if (mode == QIcon::Active || mode == QIcon::Selected || state == QIcon::On)
            return theme.color(Token::Accent);
        return theme.color(Token::Text2);
    }

    QString m_name;
    std::optional<QColor> m_fixed;
};

QIcon make(QStringView name, std::optional<QColor> fixed)
{
    if (!hasIcon(name)) {
        qWarning("No such icon: %ls", qUtf16Printable(name.toString()));
        return {};
    }
    return QIcon(new TintedEngine(name.toString(), fixed));
}

} // namespace

QIcon icon(QStringView name)
{
    return make(name, std::nullopt);
}

QIcon icon(QStringView name, const QColor &color)
{
    return make(name, color);
}

bool hasIcon(QStringView name)
{
    return !name.isEmpty() && QFile::exists(pathOf(name));
}

QStringList iconNames()
{
    QStringList names =
        QDir(resourcePath(u"icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

void drawIcon(QPainter &painter, const QRectF &rect, QStringView name, const QColor &color)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    QPixmap pixmap = rendered(name.toString(), (rect.size() * ratio).toSize(), color);
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

} // namespace ambroise::uikit
