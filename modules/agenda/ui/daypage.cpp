// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/agenda/ui/daypage.h>

#include "appointmentform.h"
#include "daygrid.h"
#include "visitpanel.h"
#include "waitingmodel.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/shortcuts.h>

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

namespace ambroise::agenda::ui {
namespace {

constexpr int rowHeight = 46;
constexpr int headHeight = 44;
constexpr int asGrid = 0;
constexpr int quarter = 15; // minutes

QListView *listOf(const QString &name, QAbstractItemModel *model, QPalette::ColorRole ground,
                  QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setModel(model);
    auto *delegate = new uikit::TwoLineDelegate(rowHeight, list);
    delegate->setSeparators(true);
    list->setItemDelegate(delegate);
    list->setAccessibleName(name);
    uikit::prepareList(*list, ground);
    return list;
}

//! « Mardi 24 novembre 2026 »
QString titleOf(QDate day)
{
    QString name = QLocale(QLocale::French).standaloneDayName(day.dayOfWeek());
    name[0] = name[0].toUpper();
    return name + u' ' + text::frenchLongDate(day);
}

} // namespace

DayPage::DayPage(AgendaServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_day(clock.today())
    , m_book(std::make_unique<DayBook>())
    , m_title(new uikit::Label({}, uikit::TextRole::Page, uikit::Token::Text, true, this))
    , m_counts(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_view(new uikit::Segmented(tr("Présentation"), {tr("Jour"), tr("Liste")},
                                  uikit::Segmented::Density::Regular, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_toast(new uikit::Toast(this))
    , m_days(new QStackedWidget(this))
    , m_grid(new DayGrid(this))
    , m_rows(new DayListModel(this))
    , m_side(new QStackedWidget(this))
    , m_there(new WaitingModel(m_services.statusChip, m_services.me, this))
    , m_form(new AppointmentForm(m_services, this))
{
    m_list = listOf(tr("Rendez-vous du jour"), m_rows, QPalette::Base, this);
    m_waiting = listOf(tr("Salle d’attente"), m_there, QPalette::AlternateBase, this);
    VisitPanel::Acts acts;
    acts.become = [this](AppointmentState state) {
        become(state);
    };
    acts.openRecord = [this] {
        openChosen();
    };
    acts.checkIdentity = [this] {
        if (const Appointment *one = current())
            Q_EMIT identityRequested(one->details.patient);
    };
    acts.printLabel = [this] {
        if (const Appointment *one = current())
            Q_EMIT labelRequested(one->details.patient);
    };
    acts.edit = [this] {
        editChosen();
    };
    m_panel = new VisitPanel(*this, acts);
    build();
    bind();
    setFocusProxy(m_grid);
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &DayPage::follow);
    m_minute.start();
}

DayPage::~DayPage() = default;

void DayPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_problem->setInset(16);
    m_problem->hide();
    m_days->addWidget(m_grid);
    m_days->addWidget(m_list);
    auto *centre = new QWidget(this);
    auto *inner = new QVBoxLayout(centre);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_days, 1);
    inner->addWidget(m_toast);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_problem);
    m_columns = new uikit::Column(nullptr, centre, buildSide(), this);
    layout->addWidget(m_columns, 1);
}

QWidget *DayPage::buildHead()
{
    auto *keys = new uikit::ActionMap(this);
    const QString group = tr("Journée");
    auto *head = new QWidget(this);
    const auto day = [&](const QString &id, const QString &text, const QKeySequence &key,
                         auto goes) {
        return new uikit::Button(keys->key({id, text, group}, key, goes),
                                 uikit::Button::Look::Plain, head);
    };
    auto *before = day(u"day.before"_qs, tr("Veille"), Qt::ALT | Qt::Key_Left,
                       [this] { go(m_day.addDays(-1)); });
    auto *today = new uikit::Button(keys->letter({u"day.today"_qs, tr("Aujourd’hui"), group}, 'J',
                                                 [this] { go(m_clock.today()); }),
                                    uikit::Button::Look::Plain, head);
    auto *after = day(u"day.after"_qs, tr("Lendemain"), Qt::ALT | Qt::Key_Right,
                      [this] { go(m_day.addDays(1)); });
    auto *add = new uikit::PrimaryButton(
        keys->letter({u"day.add"_qs, tr("Rendez-vous"), group, u"plus-lg"_qs}, 'R',
                     [this] {
                         if (!isWriting())
                             write(proposedNow(), false);
                     }),
        head);
    keys->letter({u"day.room"_qs, tr("Salle d’attente"), group, u"people"_qs}, 'I', [this] {
        if (m_columns->isNarrow())
            m_columns->showRight(!m_columns->isRightShown());
    });
    m_counts->setElided(true);
    m_view->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    head->setFixedHeight(uikit::scaled(headHeight));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(uikit::scaled(16), 0, uikit::scaled(16), 0);
    row->setSpacing(uikit::scaled(8));
    row->addWidget(m_title);
    row->addWidget(before);
    row->addWidget(today);
    row->addWidget(after);
    row->addWidget(m_view);
    row->addWidget(m_counts, 1);
    row->addWidget(add);
    return head;
}

QWidget *DayPage::buildSide()
{
    auto *room = new QWidget(m_side);
    auto *layout = new QVBoxLayout(room);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_waiting, 1);
    layout->addWidget(m_panel);
    m_side->addWidget(room);
    m_side->addWidget(m_form);
    return m_side;
}

void DayPage::bind()
{
    connect(m_view, &uikit::Segmented::currentChanged, this, [this](int view) {
        m_days->setCurrentIndex(view);
        setFocusProxy(view == asGrid ? static_cast<QWidget *>(m_grid) : m_list);
        choose(m_chosen);
    });
    connect(m_grid, &DayGrid::chosenChanged, this, &DayPage::choose);
    connect(m_grid, &DayGrid::opened, this, &DayPage::openChosen);
    connect(m_grid, &DayGrid::placeOpened, this, [this](UserId professional, QTime start) {
        AppointmentDetails details = proposedNow();
        details.professional = professional;
        details.start = QDateTime(m_day, start, Qt::LocalTime).toUTC();
        if (!isWriting())
            write(details, false);
    });
    connect(m_list, &QListView::activated, this, &DayPage::openChosen);
    connect(m_waiting, &QListView::activated, this, &DayPage::openChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (m_list->hasFocus())
                    choose(m_rows->idAt(index));
            });
    connect(m_waiting->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (const AppointmentId id = m_there->idAt(index);
                    id.isStored() && m_waiting->hasFocus())
                    choose(id);
            });
    connect(m_form, &AppointmentForm::left, this, &DayPage::leaveForm);
    connect(m_form, &AppointmentForm::kept, this, [this](AppointmentId id) {
        m_chosen = id;
        leaveForm();
        read(false);
        choose(id);
    });
}

void DayPage::begin()
{
    m_problem->hide();
    read(true);
    setFocus(Qt::OtherFocusReason);
}

void DayPage::follow()
{
    if (isVisible())
        read(false);
}

void DayPage::go(QDate day)
{
    m_day = day;
    m_chosen = {};
    m_toast->dismiss(); // of another day
    m_problem->hide();
    read(true);
}

void DayPage::read(bool toNow)
{
    const auto book = readDay(m_services, m_day, m_clock.now());
    if (!book.ok()) { // not the same as an empty day
        tell(book.error());
        m_unread = true;
        return;
    }
    // Why an act was refused stays: what another post wrote is often the reason.
    if (std::exchange(m_unread, false))
        m_problem->hide();
    *m_book = *book;
    m_title->setText(titleOf(m_day));
    const qsizetype there = waiting(m_book->appointments).size();
    int expected = 0;
    for (const Appointment &one : m_book->appointments)
        if (one.details.kind != AppointmentKind::Closed && one.state != AppointmentState::Cancelled)
            ++expected;
    m_counts->setText(tr("%n rendez-vous", nullptr, expected) + u" · "_qs +
                      tr("%n en attente", nullptr, int(there)));
    m_grid->show(*m_book);
    m_rows->show(*m_book);
    m_there->show(*m_book);
    if (toNow)
        m_grid->scrollToNow();
    choose(m_chosen);
}

void DayPage::tell(const Error &error)
{
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

const Appointment *DayPage::current() const
{
    return m_book->find(m_chosen);
}

AppointmentId DayPage::chosen() const
{
    return m_chosen;
}

void DayPage::choose(AppointmentId id)
{
    m_chosen = m_book->find(id) ? id : AppointmentId{};
    if (m_grid->chosen() != m_chosen)
        m_grid->choose(m_chosen);
    m_list->setCurrentIndex(m_rows->indexOf(m_chosen));
    m_waiting->setCurrentIndex(m_there->indexOf(m_chosen));
    // What is typed in the form is no key of the appointment that is chosen.
    m_panel->show(*m_book, isWriting() ? nullptr : current());
}

void DayPage::become(AppointmentState state)
{
    const Appointment *one = current();
    if (!one)
        return;
    const Appointment before = *one;
    const QString name = m_book->nameOf(before);
    if (took(m_services.become(before, state)))
        m_toast->say(tr("%1 : %2.").arg(name, stateWord(state)),
                     [this, before] { (void)took(m_services.takeBack(before)); });
}

//! Shows what came of an act; false: it was refused, and why is told.
bool DayPage::took(const Status &act)
{
    m_problem->hide();
    read(false);
    if (!act.ok())
        tell(act.error());
    return act.ok();
}

void DayPage::bring(AppointmentId id)
{
    m_day = m_clock.today();
    read(false);
    choose(id);
}

//! The next quarter of an hour, with who is signed in or the first who receives.
AppointmentDetails DayPage::proposedNow() const
{
    AppointmentDetails details;
    const Appointment *one = current();
    if (one)
        details.professional = one->details.professional;
    else if (!m_book->professionals.isEmpty())
        details.professional = m_book->professionals.first().id;
    for (const Professional &professional : m_book->professionals)
        if (!one && professional.id == m_services.me)
            details.professional = professional.id;
    const QTime now = m_clock.now().toLocalTime().time();
    const int minute = (now.hour() * 60 + now.minute() + quarter - 1) / quarter * quarter;
    details.start =
        QDateTime(m_day, QTime(std::min(minute / 60, 23), minute % 60), Qt::LocalTime).toUTC();
    return details;
}

void DayPage::write(const AppointmentDetails &proposed, bool there)
{
    m_form->begin(m_book->professionals, proposed, there);
    showForm();
}

void DayPage::showForm()
{
    m_columns->showRight(true);
    m_side->setCurrentWidget(m_form);
    m_panel->show(*m_book, nullptr);
    m_form->setFocus(Qt::OtherFocusReason);
}

bool DayPage::isWriting() const
{
    return m_side->currentWidget() == m_form;
}

void DayPage::propose(PatientId patient, bool there)
{
    m_day = m_clock.today();
    read(true);
    AppointmentDetails details = proposedNow();
    details.patient = patient;
    write(details, there);
}

void DayPage::editChosen()
{
    const Appointment *one = current();
    if (!one)
        return;
    m_form->edit(m_book->professionals, *one);
    showForm();
}

void DayPage::leaveForm()
{
    m_side->setCurrentIndex(0);
    if (m_columns->isNarrow())
        m_columns->showRight(false);
    choose(m_chosen);
    setFocus(Qt::OtherFocusReason);
}

void DayPage::openChosen()
{
    if (const Appointment *one = current(); one && one->details.patient.isStored())
        Q_EMIT openRequested(one->details.patient);
}

} // namespace ambroise::agenda::ui
