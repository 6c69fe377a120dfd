// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplelist.h"

#include "moments.h"

#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

namespace ambroise::access::ui {
namespace {

using Person = SignInPage::Person;
using namespace uikit;

constexpr int rowHeight = 52;
constexpr int rowGap = 4;
constexpr int rowRadius = 6;
constexpr int inset = 12;
constexpr int markSide = 32;

enum Role { NameRole = Qt::UserRole, WordRole, WhenRole, InitialsRole, LoginRole };

QStringList namesOf(const QString &name)
{
    static const QStringList titles = {u"Dr"_qs, u"Pr"_qs, u"M."_qs, u"Mme"_qs};
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 1 && titles.contains(words.first()))
        words.removeFirst();
    return words;
}

class PersonDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/,
                                 const QModelIndex & /*index*/) const override
    {
        return {scaled(200), scaled(rowHeight + rowGap)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Theme theme = Theme::of(option.palette);
        const bool on = option.state.testFlag(QStyle::State_Selected);
        const QRect row(option.rect.topLeft(), QSize(option.rect.width(), scaled(rowHeight)));
        paintGround(*painter, row, theme, option);
        paintMark(*painter, row, theme, on, index.data(InitialsRole).toString());
        paintWords(*painter, row, theme, index);
        painter->restore();
    }

private:
    static void paintGround(QPainter &painter, const QRect &row, const Theme &theme,
                            const QStyleOptionViewItem &option)
    {
        const bool on = option.state.testFlag(QStyle::State_Selected);
        QPainterPath shape;
        shape.addRoundedRect(row, rowRadius, rowRadius);
        if (on) {
            painter.fillPath(shape, theme.color(Token::Soft));
            painter.setClipPath(shape);
            painter.fillRect(QRect(row.topLeft(), QSize(paint::barWidth, row.height())),
                             theme.color(Token::Accent));
            painter.setClipping(false);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter.fillPath(shape, theme.color(Token::Line2));
        }
        if (option.state.testFlag(QStyle::State_HasFocus))
            paint::focusRing(painter, row, rowRadius, theme);
    }

    static void paintMark(QPainter &painter, const QRect &row, const Theme &theme, bool on,
                          const QString &initials)
    {
        const int side = scaled(markSide);
        const QRect mark(row.left() + scaled(inset), row.top() + (row.height() - side) / 2, side,
                         side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(on ? Token::Accent : Token::Line2));
        painter.drawEllipse(mark);
        painter.setFont(uikit::font(TextRole::Small, true));
        painter.setPen(theme.color(on ? Token::OnAccent : Token::Text2));
        painter.drawText(mark, Qt::AlignCenter | Qt::TextSingleLine, initials);
    }

    static void paintWords(QPainter &painter, const QRect &row, const Theme &theme,
                           const QModelIndex &index)
    {
        QRect words = row.adjusted(scaled(inset + markSide + inset), 0, -scaled(inset), 0);
        const QString when = index.data(WhenRole).toString();
        painter.setFont(uikit::font(TextRole::Small));
        const int wanted = painter.fontMetrics().horizontalAdvance(when) + 1;
        QRect right = words;
        right.setLeft(words.right() - qMin(wanted, words.width() / 2) + 1);
        painter.setPen(theme.color(Token::Text3));
        paint::line(painter, right, Qt::AlignRight, when);
        if (!when.isEmpty())
            words.setRight(right.left() - scaled(inset));

        const int nameLine = lineHeight(TextRole::Body);
        const int roleLine = lineHeight(TextRole::Small);
        const int top = row.top() + (row.height() - nameLine - roleLine) / 2;
        painter.setPen(theme.color(Token::Text2));
        paint::line(painter, QRect(words.left(), top + nameLine, words.width(), roleLine),
                    Qt::AlignLeft, index.data(WordRole).toString());
        painter.setFont(uikit::font(TextRole::Body, true));
        painter.setPen(theme.color(Token::Text));
        paint::line(painter, QRect(words.left(), top, words.width(), nameLine), Qt::AlignLeft,
                    index.data(NameRole).toString());
    }
};

} // namespace

class PeopleModel final : public QAbstractListModel {
public:
    PeopleModel(const Clock &clock, QObject *parent)
        : QAbstractListModel(parent)
        , m_clock(clock)
    {
    }

    void set(const QList<Person> &people)
    {
        beginResetModel();
        m_people = people;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_people.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const Person &person = m_people.at(index.row());
        switch (role) {
        case Qt::DisplayRole: // what the first letters typed look for
            return namesOf(person.name).join(u' ');
        case NameRole:
            return person.name;
        case WordRole:
            return person.role;
        case WhenRole:
            return whenOf(person);
        case InitialsRole:
            return person.initials.isEmpty() ? initialsOf(person.name) : person.initials;
        case LoginRole:
            return person.login;
        case Qt::ToolTipRole:
            return plainTip(QStringList{person.name, person.role}.join(u", "_qs));
        case Qt::AccessibleTextRole:
            return sentenceOf(person);
        default:
            return {};
        }
    }

private:
    [[nodiscard]] QString whenOf(const Person &person) const
    {
        if (!person.openOn.isEmpty())
            return PeopleList::tr("ouverte sur %1").arg(person.openOn);
        return momentWords(person.last, m_clock);
    }
    [[nodiscard]] QString sentenceOf(const Person &person) const
    {
        QStringList parts = {person.name, person.role};
        if (!person.openOn.isEmpty())
            parts << PeopleList::tr("session ouverte sur %1").arg(person.openOn);
        else if (person.last.isValid())
            parts << PeopleList::tr("dernière session %1").arg(momentWords(person.last, m_clock));
        parts.removeAll(QString());
        return parts.join(u", "_qs);
    }

    const Clock &m_clock;
    QList<Person> m_people;
};

QString initialsOf(const QString &name)
{
    const QStringList words = namesOf(name);
    if (words.isEmpty())
        return {};
    const QString first = words.first().left(1);
    return (words.size() > 1 ? first + words.last().left(1) : first).toUpper();
}

QString givenNameOf(const QString &name)
{
    const QStringList words = namesOf(name);
    return words.isEmpty() ? QString() : words.first();
}

PeopleList::PeopleList(const Clock &clock, QWidget *parent)
    : QListView(parent)
    , m_model(new PeopleModel(clock, this))
{
    setObjectName(u"people"_qs);
    setAccessibleName(tr("Personnes du cabinet"));
    setModel(m_model);
    setItemDelegate(new PersonDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this, &PeopleList::taken);
    connect(this, &QListView::activated, this, &PeopleList::taken);
}

void PeopleList::setPeople(const QList<Person> &people)
{
    const QString kept = currentLogin();
    m_silent = true;
    m_model->set(people);
    setCurrentLogin(kept);
    m_silent = false;
    updateGeometry();
}

void PeopleList::setCurrentLogin(const QString &login)
{
    const bool silent = std::exchange(m_silent, true);
    const QModelIndexList found =
        login.isEmpty() || m_model->rowCount() == 0
            ? QModelIndexList()
            : m_model->match(m_model->index(0, 0), LoginRole, login, 1, Qt::MatchExactly);
    if (found.isEmpty()) {
        clearSelection();
        setCurrentIndex({});
    } else {
        setCurrentIndex(found.first());
    }
    m_silent = silent;
}

QString PeopleList::currentLogin() const
{
    return currentIndex().data(LoginRole).toString();
}

void PeopleList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_silent && current.isValid())
        Q_EMIT chosen(current.data(LoginRole).toString());
}

QSize PeopleList::sizeHint() const
{
    return {scaled(200), m_model->rowCount() * scaled(rowHeight + rowGap)};
}

QSize PeopleList::minimumSizeHint() const
{
    return {scaled(200), qMin(3, m_model->rowCount()) * scaled(rowHeight + rowGap)};
}

} // namespace ambroise::access::ui
