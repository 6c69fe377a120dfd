// SPDX-License-Identifier: GPL-3.0-or-later
#include "vitaleline.h"

#include <words/sentences.h>

#include <ambroise/core/text.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QListView>
#include <QShortcut>
#include <QVBoxLayout>

namespace ambroise::app {

using identity::VitaleBeneficiary;
using identity::VitaleReading;

//! Whom the card covers, as rows.
class BeneficiaryModel final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<VitaleBeneficiary> &beneficiaries)
    {
        beginResetModel();
        m_beneficiaries = beneficiaries;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_beneficiaries.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const VitaleBeneficiary &one = m_beneficiaries.at(index.row());
        uikit::Row row;
        row.title = one.key.surname + u' ' + one.givenName;
        const QDate birth = QDate::fromString(one.key.birthDate, Qt::ISODate);
        row.rest = birth.isValid() ? text::frenchDate(birth) : one.key.birthDate;
        row.right = one.isHolder ? VitaleLine::tr("assuré") : VitaleLine::tr("ayant droit");
        return uikit::rowData(row, role);
    }

private:
    QList<VitaleBeneficiary> m_beneficiaries;
};

namespace {
constexpr int rowHeight = 30;
constexpr int mostRows = 6;
} // namespace

VitaleLine::VitaleLine(VitaleSource source, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_clock(clock)
    , m_message(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_list(new QListView(this))
    , m_model(new BeneficiaryModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new uikit::DenseDelegate(rowHeight, m_list));
    m_list->setAccessibleName(tr("Bénéficiaires de la carte"));
    uikit::prepareList(*m_list);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(key), m_list, nullptr, nullptr, Qt::WidgetShortcut),
                &QShortcut::activated, this, [this] { choose(m_list->currentIndex().row()); });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row()); });
    hide();
}

VitaleLine::~VitaleLine()
{
    m_reading.cancel();
}

void VitaleLine::say(const QString &strong, const QString &rest)
{
    m_list->hide();
    m_message->setGrade(uikit::Meaning::Info);
    m_message->setText(strong, rest);
    m_message->clearActs();
    m_message->addAct(tr("Annuler"), tr("Échap"), [this] { finish(); });
    show();
    m_message->announce();
}

void VitaleLine::tell(const Error &error)
{
    say(sentenceOf(error));
    m_message->setGrade(uikit::Meaning::Stop);
    m_message->clearActs();
    m_message->addAct(tr("Fermer"), tr("Échap"), [this] { finish(); });
}

void VitaleLine::finish()
{
    ++m_count;
    m_reading.cancel();
    m_reading = {};
    m_read = {};
    m_model->set({});
    hide();
}

void VitaleLine::read()
{
    finish();
    const auto reader = m_source();
    if (!reader.ok()) {
        tell(reader.error());
        return;
    }
    say(tr("Lecture de la carte Vitale…"), tr("La laisser dans le lecteur."));
    m_reading = (*reader)->read();
    uikit::whenDone(this, m_reading, [this, count = m_count](const auto &read) {
        if (count == m_count)
            showReading(read);
    });
}

void VitaleLine::showReading(const Result<VitaleReading> &read)
{
    m_reading = {};
    if (!read.ok()) {
        tell(read.error());
        return;
    }
    m_read = *read;
    m_holdsUntil = m_clock.now().addSecs(read->lifetime().count());
    const qsizetype count = read->beneficiaries.size();
    if (count == 1) {
        choose(0);
        return;
    }
    say(tr("Plusieurs bénéficiaires sur cette carte."), tr("Choisir la personne présente (↵)."));
    m_model->set(read->beneficiaries);
    m_list->setFixedHeight(uikit::scaled(rowHeight) * int(std::min<qsizetype>(count, mostRows)));
    m_list->show();
    m_list->setCurrentIndex({}); // nobody is chosen beforehand
    m_list->setFocus(Qt::OtherFocusReason);
}

bool VitaleLine::holds() const
{
    return m_clock.now() < m_holdsUntil;
}

void VitaleLine::choose(int row)
{
    if (row < 0 || row >= m_read.beneficiaries.size())
        return;
    if (!holds()) {
        tell({ErrorCode::Timeout, u"vitale.expired"_qs, {}});
        return;
    }
    const VitaleBeneficiary beneficiary = m_read.beneficiaries.at(row);
    m_list->hide();
    hide();
    Q_EMIT chosen(beneficiary);
}

void VitaleLine::confirm(const QString &question, const QString &act, std::function<void()> run)
{
    say(question);
    m_message->clearActs();
    auto *button = m_message->addAct(act, u"↵"_qs, [this, run = std::move(run)] {
        if (!holds()) {
            tell({ErrorCode::Timeout, u"vitale.expired"_qs, {}});
            return;
        }
        finish();
        run();
    });
    m_message->addAct(tr("Annuler"), tr("Échap"), [this] { finish(); });
    button->setAutoDefault(true); // ↵ presses what has the focus
    button->setFocus(Qt::OtherFocusReason);
}

void VitaleLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        finish();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ambroise::app
