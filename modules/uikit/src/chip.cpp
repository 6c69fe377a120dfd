// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/paint.h>

#include <QCoreApplication>
#include <QPainter>

namespace ambroise::uikit {
namespace {

//! The middle of `outer`, from its left: a layout may give more height than asked.
QRect middle(const QRect &outer, QSize size)
{
    return {QPoint(outer.left(), outer.top() + (outer.height() - size.height()) / 2),
            QSize(qMin(size.width(), outer.width()), size.height())};
}

void prepare(QLabel &label)
{
    label.setTextFormat(Qt::PlainText);
    label.setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

} // namespace

QString standardWord(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Qualified:
        return QCoreApplication::translate("ambroise::uikit::Chip", "Identité qualifiée");
    case Meaning::Validated:
        return QCoreApplication::translate("ambroise::uikit::Chip", "Identité validée");
    case Meaning::Retrieved:
        return QCoreApplication::translate("ambroise::uikit::Chip", "Identité récupérée");
    case Meaning::Provisional:
        return QCoreApplication::translate("ambroise::uikit::Chip", "Identité provisoire");
    case Meaning::Doubtful:
        return QCoreApplication::translate("ambroise::uikit::Chip", "Identité douteuse");
    case Meaning::Fictive:
        return QCoreApplication::translate("ambroise::uikit::Chip", "Identité fictive");
    default:
        return {};
    }
}

QString standardIcon(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Qualified:
        return QStringLiteral("shield-fill-check");
    case Meaning::Validated:
        return QStringLiteral("shield-check");
    case Meaning::Retrieved:
        return QStringLiteral("shield-exclamation");
    case Meaning::Provisional:
        return QStringLiteral("shield");
    case Meaning::Doubtful:
        return QStringLiteral("shield-x");
    case Meaning::Fictive:
        return QStringLiteral("person-bounding-box");
    case Meaning::Homonym:
        return QStringLiteral("people-fill");
    case Meaning::Stop:
        return QStringLiteral("exclamation-triangle-fill");
    case Meaning::Avoid:
    case Meaning::Caution:
        return QStringLiteral("exclamation-triangle");
    case Meaning::Apc:
    case Meaning::Info:
        return QStringLiteral("info-circle");
    case Meaning::Done:
        return QStringLiteral("check2");
    }
    return {};
}

Chip::Chip(Meaning meaning, const QString &text, const QString &icon, QWidget *parent)
    : QLabel(parent)
    , m_meaning(meaning)
{
    prepare(*this);
    set(meaning, text, icon);
}

void Chip::set(Meaning meaning, const QString &text, const QString &icon)
{
    m_meaning = meaning;
    m_icon = icon;
    setText(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return paint::chipSize(text(), !m_icon.isEmpty());
}

void Chip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paint::chip(painter, middle(rect(), sizeHint()), Theme::of(*this), m_meaning, text(), m_icon);
}

KeyCap::KeyCap(const QString &key, QWidget *parent)
    : QLabel(key, parent)
{
    prepare(*this);
}

QSize KeyCap::sizeHint() const
{
    return paint::keyCapSize(text());
}

void KeyCap::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paint::keyCap(painter, middle(rect(), sizeHint()), Theme::of(*this), text());
}

StatusTag::StatusTag(Meaning meaning, const QString &code, QWidget *parent)
    : QLabel(code, parent)
    , m_meaning(meaning)
{
    prepare(*this);
}

void StatusTag::set(Meaning meaning, const QString &code)
{
    m_meaning = meaning;
    setText(code);
    update();
}

QSize StatusTag::sizeHint() const
{
    return paint::tagSize(text());
}

void StatusTag::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paint::tag(painter, middle(rect(), sizeHint()), Theme::of(*this), m_meaning, text());
}

} // namespace ambroise::uikit
