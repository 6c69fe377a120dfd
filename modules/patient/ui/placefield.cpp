// SPDX-License-Identifier: GPL-3.0-or-later
#include "placefield.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace ambroise::patient::ui {
namespace {

using identity::BirthPlace;
using identity::Place;

constexpr qsizetype leastLetters = 2;
constexpr int codeRole = Qt::UserRole + 1;
constexpr int nameRole = Qt::UserRole + 2;
const QString unknownPlace = QStringLiteral("99999");

//! "63", "2A", "974"; empty for a country.
QString departmentOf(const QString &code)
{
    if (code.startsWith(u"99"))
        return {};
    const bool overseas = code.startsWith(u"97") || code.startsWith(u"98");
    return code.left(overseas ? 3 : 2);
}

QString absentText(const Place &place, QDate born)
{
    const QString day = text::frenchDate(born);
    const bool later = place.from.isValid() && born < place.from;
    return later ? PlaceField::tr("Le code %1 (%2) n’existait pas le %3 : il date du %4.")
                       .arg(place.code, place.label, day, text::frenchDate(place.from))
                 : PlaceField::tr("Le code %1 (%2) n’existait plus le %3 : il a fini le %4.")
                       .arg(place.code, place.label, day, text::frenchDate(place.until));
}

} // namespace

uikit::Row PlaceField::proposal(const Place &place)
{
    uikit::Row row;
    row.title = place.label;
    QStringList more{place.isCountry() ? tr("pays") : tr("dép. %1").arg(departmentOf(place.code))};
    if (place.until.isValid())
        more << tr("jusqu’au %1").arg(text::frenchDate(place.until.addDays(-1)));
    row.rest = more.join(u", "_qs);
    row.right = place.code;
    return row;
}

PlaceField::PlaceField(PlaceServices services, std::function<QDate()> born, const Clock &clock,
                       QWidget *parent)
    : QLineEdit(parent)
    , m_services(std::move(services))
    , m_born(std::move(born))
    , m_clock(clock)
    , m_proposed(new QStandardItemModel(this))
    , m_list(new QCompleter(m_proposed, this))
{
    setPlaceholderText(tr("Commune, pays ou code"));
    m_list->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_list->setWidget(this); // not setCompleter(): the arrows then leave what is typed
    m_list->popup()->setItemDelegate(new uikit::DenseDelegate(26, m_list));
    m_list->popup()->setAccessibleName(tr("Lieux proposés"));
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_typed = true;
        propose();
        Q_EMIT edited();
    });
    connect(m_list, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                choose({index.data(codeRole).toString(), index.data(nameRole).toString()});
            });
}

QString PlaceField::textOf(const BirthPlace &place)
{
    return QString(place.code() + u' ' + place.label()).trimmed();
}

Result<BirthPlace> PlaceField::place() const
{
    const QString written = text().simplified();
    if (written.isEmpty() || !written.front().isDigit())
        return BirthPlace::make({}, written);
    const QString code = written.section(u' ', 0, 0);
    return BirthPlace::make(code, written.mid(code.size()));
}

QDate PlaceField::day() const
{
    const QDate born = m_born();
    return born.isValid() ? born : m_clock.today();
}

void PlaceField::propose()
{
    m_proposed->clear();
    const QString typed = text().simplified();
    const bool hasCode = typed.contains(u' ') && typed.front().isDigit();
    if (typed.size() >= leastLetters && !hasCode)
        if (const auto found = m_services.search(typed, day()); found.ok()) // else remark() fails
            for (const Place &place : *found) {
                auto *item = new QStandardItem;
                const uikit::Row row = proposal(place);
                for (const int role :
                     {int(uikit::RowRole), int(Qt::DisplayRole), int(Qt::AccessibleTextRole)})
                    item->setData(uikit::rowData(row, role), role);
                item->setData(place.code, codeRole);
                item->setData(place.label, nameRole);
                m_proposed->appendRow(item);
            }
    if (m_proposed->rowCount() == 0) {
        m_list->popup()->hide();
        return;
    }
    m_list->complete();
    m_list->popup()->setCurrentIndex(m_list->completionModel()->index(0, 0));
}

void PlaceField::choose(const Place &place)
{
    m_typed = false;
    setText(place.code + u' ' + place.label);
    Q_EMIT edited();
}

Result<QList<Place>> PlaceField::named(const QString &name) const
{
    AMBROISE_TRY(QList<Place> found, m_services.search(name, day()));
    found.removeIf([&](const Place &one) { return text::folded(one.label) != text::folded(name); });
    return found;
}

void PlaceField::settle()
{
    m_typed = false;
    const auto written = place();
    if (!written.ok())
        return;
    if (written->code().isEmpty()) {
        const auto found = named(written->label());
        if (found.ok() && found->size() == 1)
            choose(found->first());
    } else if (written->label().isEmpty()) {
        const auto found = m_services.find(written->code(), day());
        if (found.ok() && *found)
            choose(**found);
    }
}

void PlaceField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && !m_list->popup()->isVisible())
        propose(); // again
    else
        QLineEdit::keyPressEvent(event);
}

void PlaceField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (m_typed && event->reason() != Qt::PopupFocusReason &&
        event->reason() != Qt::ActiveWindowFocusReason)
        settle();
}

Result<QString> PlaceField::remark() const
{
    AMBROISE_TRY(const bool known, m_services.areKnown());
    if (!known)
        return tr("Liste des communes absente : taper le code, puis le nom.");
    const auto written = place();
    if (!written.ok())
        return QString();
    if (!written->code().isEmpty())
        return remarkOnCode(*written);
    return written->label().isEmpty() ? QString() : remarkOnName(written->label());
}

Result<QString> PlaceField::remarkOnCode(const BirthPlace &written) const
{
    if (written.code() == unknownPlace)
        return tr("Code d’un lieu inconnu.");
    AMBROISE_TRY(const auto found, m_services.find(written.code(), day()));
    if (!found)
        return tr("Le code %1 n’est celui d’aucun lieu connu.").arg(written.code());
    const QDate born = m_born();
    if (born.isValid() && !found->holdsOn(born)) {
        AMBROISE_TRY(const auto then, named(found->label));
        const QString absent = absentText(*found, born);
        return then.size() == 1 ? absent + u' ' + tr("Alors : %1.").arg(then.first().code) : absent;
    }
    const bool same = text::folded(written.label()) == text::folded(found->label);
    return same ? QString() : tr("%1 : %2.").arg(found->code, found->label);
}

Result<QString> PlaceField::remarkOnName(const QString &name) const
{
    AMBROISE_TRY(const auto found, m_services.search(name, day()));
    return found.isEmpty() ? tr("Aucun lieu de ce nom à cette date : il n’a pas de code.")
                           : tr("Sans code : choisir un lieu de la liste (↓ puis ↵).");
}

} // namespace ambroise::patient::ui
