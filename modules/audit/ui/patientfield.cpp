// SPDX-License-Identifier: GPL-3.0-or-later
#include "patientfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

namespace ambroise::audit::ui {
namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int nameRole = Qt::UserRole + 2;
constexpr int leastLetters = 2;

} // namespace

PatientField::PatientField(Search search, QWidget *parent)
    : QLineEdit(parent)
    , m_search(std::move(search))
    , m_found(new QStandardItemModel(this))
{
    setClearButtonEnabled(true);
    setPlaceholderText(m_search ? tr("Tous") : tr("Numéro du dossier"));
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && m_patient.isStored()) {
            m_patient = {};
            Q_EMIT chosen();
        }
    });
    connect(this, &QLineEdit::textEdited, this, &PatientField::typed);
    if (!m_search)
        return;
    auto *completer = new QCompleter(m_found, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setCompleter(completer);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                choose(PatientId{index.data(idRole).toLongLong()}, index.data(nameRole).toString());
                Q_EMIT chosen();
            });
}

void PatientField::choose(PatientId patient, const QString &name)
{
    m_patient = patient;
    setText(name);
    setCursorPosition(0);
}

std::optional<PatientId> PatientField::patient() const
{
    if (text().trimmed().isEmpty())
        return PatientId{};
    return m_patient.isStored() ? std::optional(m_patient) : std::nullopt;
}

void PatientField::typed(const QString &text)
{
    const QString words = text.trimmed();
    const auto number = PatientId::fromString(words);
    m_patient = number.value_or(PatientId{});
    m_found->clear();
    if (number)
        Q_EMIT chosen();
    else if (m_search && words.size() >= leastLetters)
        search(words);
}

void PatientField::search(const QString &words)
{
    const auto choices = m_search(words);
    if (!choices.ok()) {
        Q_EMIT failed(choices.error());
        return;
    }
    for (const PatientChoice &choice : *choices) {
        auto *item = new QStandardItem(choice.name + u" · "_qs + choice.detail);
        item->setData(choice.id.value, idRole);
        item->setData(choice.name, nameRole);
        m_found->appendRow(item);
    }
}

} // namespace ambroise::audit::ui
