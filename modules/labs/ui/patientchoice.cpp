// SPDX-License-Identifier: GPL-3.0-or-later
#include "patientchoice.h"

#include "labwords.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>

#include <QAbstractListModel>
#include <QListView>
#include <QVBoxLayout>

namespace ambroise::labs::ui {

//! Records, each with what speaks for it and against it.
class NearModel final : public QAbstractListModel {
public:
    struct Line {
        PatientId id{};
        uikit::Row row{};
    };
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<Line> &lines)
    {
        beginResetModel();
        m_lines = lines;
        endResetModel();
    }
    [[nodiscard]] const Line *at(int row) const
    {
        return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(m_lines.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const Line *line = at(index.row());
        return line ? uikit::rowData(line->row, role) : QVariant();
    }

private:
    QList<Line> m_lines;
};

namespace {

constexpr int rowHeight = 46;

NearModel::Line lineOf(const patient::PatientSummary &patient, const QStringList &reasons,
                       const LabServices &services)
{
    uikit::Row row;
    row.title = patient::displayName(patient);
    QStringList parts{text::frenchDate(patient.birthDate)};
    if (!patient.usedSurname.isEmpty())
        parts << patient.usedSurname;
    parts << reasons;
    row.secondary = parts.join(u" · "_qs);
    row.chip = services.statusChip(patient);
    return {patient.id, row};
}

} // namespace

PatientChoice::PatientChoice(LabServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_told(new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true, this))
    , m_more(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_field(new uikit::SearchField(tr("Chercher un autre patient"), {}, this))
    , m_list(new QListView(this))
    , m_model(new NearModel(this))
{
    m_told->setElided(true);
    m_more->setWordWrap(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(rowHeight, m_list));
    m_list->setAccessibleName(tr("Dossiers possibles"));
    uikit::prepareList(*m_list);
    auto *keys = new uikit::ListKeys(
        *m_list, [this] { accept(); }, this);
    keys->listenTo(*m_field);
    connect(m_field, &QLineEdit::textChanged, this, &PatientChoice::search);
    connect(m_list, &QListView::activated, this, [this] { accept(); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16), 0);
    layout->setSpacing(uikit::scaled(8));
    layout->addWidget(m_told);
    layout->addWidget(m_more);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
}

void PatientChoice::show(const KeptReport &report, const LabReport &read)
{
    m_told->setText(report.toldPatient.isEmpty() ? tr("Le document ne dit pas de qui il s’agit.")
                                                 : report.toldPatient);
    QStringList more;
    for (const QString &reason : report.reasons)
        more << reasonWord(reason);
    if (!read.prescriber.isEmpty())
        more << tr("prescrit par %1").arg(read.prescriber);
    m_more->setText(tr("Non rangé : %1.").arg(more.join(u", "_qs)));
    const auto match = m_services.match(read);
    m_near = match.ok() ? match->candidates : QList<patient::MatchCandidate>();
    m_field->clear();
    search({});
}

void PatientChoice::search(const QString &typed)
{
    QList<NearModel::Line> lines;
    if (typed.trimmed().isEmpty()) {
        for (const patient::MatchCandidate &candidate : m_near) {
            QStringList reasons;
            for (const patient::MatchReason reason : candidate.reasons)
                reasons << reasonWord(code(reason));
            lines << lineOf(candidate.summary, reasons, m_services);
        }
    } else if (const auto found = m_services.search(typed); found.ok()) {
        for (const patient::PatientSummary &patient : *found)
            lines << lineOf(patient, {}, m_services);
    }
    m_model->show(lines);
    // Nobody is chosen until a person does, unless it was typed for.
    m_list->setCurrentIndex(typed.trimmed().isEmpty() ? QModelIndex() : m_model->index(0));
}

void PatientChoice::accept()
{
    if (const NearModel::Line *line = m_model->at(m_list->currentIndex().row()))
        Q_EMIT chosen(line->id, line->row.title);
}

} // namespace ambroise::labs::ui
