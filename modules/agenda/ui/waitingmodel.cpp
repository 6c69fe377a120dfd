// SPDX-License-Identifier: GPL-3.0-or-later
#include "waitingmodel.h"

namespace ambroise::agenda::ui {
namespace {

uikit::Row title(const QString &text, qsizetype count, const QString &remark = {})
{
    uikit::Row row;
    row.title = text;
    row.right = QString::number(count) + (remark.isEmpty() ? QString() : u" · "_qs + remark);
    row.section = true;
    return row;
}

QString minutesText(std::chrono::seconds time)
{
    return WaitingModel::tr("%1 min").arg(
        std::chrono::duration_cast<std::chrono::minutes>(time).count());
}

} // namespace

WaitingModel::WaitingModel(
    std::function<uikit::RowChip(const patient::PatientSummary &)> statusChip, UserId me,
    QObject *parent)
    : QAbstractListModel(parent)
    , m_statusChip(std::move(statusChip))
    , m_me(me)
{
}

WaitingModel::Line WaitingModel::lineOf(const DayBook &book, const Appointment &one) const
{
    const bool begun = one.state == AppointmentState::InConsultation;
    uikit::Row row;
    row.lead = hourText(begun ? one.begunAt : one.arrivedAt);
    row.title = book.nameOf(one);
    QStringList parts;
    if (!begun && !one.details.walkIn)
        parts << hourText(one.details.start);
    if (one.details.professional != m_me)
        parts << book.professionalOf(one);
    parts << reasonText(one);
    parts.removeAll(QString());
    row.secondary = parts.join(u" · "_qs);
    row.right =
        minutesText(std::chrono::seconds((begun ? one.begunAt : one.arrivedAt).secsTo(book.now)));
    if (const patient::PatientSummary *patient = book.patientOf(one))
        row.chip = m_statusChip(*patient);
    row.chipFirst = true;
    return {one.id, row};
}

void WaitingModel::show(const DayBook &book)
{
    beginResetModel();
    m_lines.clear();
    const QList<Appointment> there = waiting(book.appointments);
    const QList<Appointment> begun = inConsultation(book.appointments);
    m_lines.append(
        {{},
         title(tr("Salle d’attente"), there.size(),
               there.isEmpty() ? QString() : tr("attente %1").arg(minutesText(book.meanWait())))});
    for (const Appointment &one : there)
        m_lines << lineOf(book, one);
    m_lines.append({{}, title(tr("En consultation"), begun.size())});
    for (const Appointment &one : begun)
        m_lines << lineOf(book, one);
    endResetModel();
}

AppointmentId WaitingModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_lines.at(index.row()).id : AppointmentId{};
}

QModelIndex WaitingModel::indexOf(AppointmentId id) const
{
    for (int row = 0; id.isStored() && row < m_lines.size(); ++row)
        if (m_lines.at(row).id == id)
            return index(row);
    return {};
}

int WaitingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant WaitingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return uikit::rowData(m_lines.at(index.row()).row, role);
}

Qt::ItemFlags WaitingModel::flags(const QModelIndex &index) const
{
    return idAt(index).isStored() ? QAbstractListModel::flags(index) : Qt::NoItemFlags;
}

void DayListModel::show(const DayBook &book)
{
    beginResetModel();
    m_book = book;
    endResetModel();
}

AppointmentId DayListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_book.appointments.at(index.row()).id : AppointmentId{};
}

QModelIndex DayListModel::indexOf(AppointmentId id) const
{
    for (int row = 0; row < m_book.appointments.size(); ++row)
        if (m_book.appointments.at(row).id == id)
            return index(row);
    return {};
}

int DayListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_book.appointments.size());
}

QVariant DayListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Appointment &one = m_book.appointments.at(index.row());
    const bool closed = one.details.kind == AppointmentKind::Closed;
    uikit::Row row;
    row.lead = hourText(one.details.start);
    row.title = closed ? kindWord(one.details.kind) : m_book.nameOf(one);
    row.secondary = reasonText(one);
    if (const QString who = m_book.professionalOf(one); !who.isEmpty())
        row.secondary += (row.secondary.isEmpty() ? QString() : u" · "_qs) + who;
    row.right = closed ? QString() : stateWord(one.state);
    row.strong = one.state == AppointmentState::Planned || one.state == AppointmentState::Waiting;
    return uikit::rowData(row, role);
}

} // namespace ambroise::agenda::ui
