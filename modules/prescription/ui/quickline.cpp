// SPDX-License-Identifier: GPL-3.0-or-later
#include "quickline.h"

#include "choicemodel.h"
#include "linewords.h"

#include <ambroise/prescription/print.h>
#include <ambroise/prescription/typedline.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {

namespace {
constexpr int leastLetters = 2;
constexpr int shownChoices = 7;
constexpr int choiceHeight = 46;

QList<uikit::Row> rowsOf(const QList<DrugChoice> &choices)
{
    QList<uikit::Row> rows;
    for (const DrugChoice &choice : choices) {
        uikit::Row row;
        row.title = choice.label;
        row.secondary = choice.detail;
        row.right = choice.price;
        row.strong = choice.marketed;
        rows << row;
    }
    return rows;
}
} // namespace

QuickLine::QuickLine(const OrdonnanceServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_chip(new uikit::Chip(uikit::Meaning::Info, {}, {}, this))
    , m_edit(new QLineEdit(this))
    , m_preview(new uikit::Label({}, uikit::TextRole::Note, uikit::Token::Text, false, this))
    , m_list(new QListView(this))
    , m_model(new ChoiceModel(this))
{
    m_edit->setPlaceholderText(tr("Médicament, DCI ou code, puis posologie et durée"));
    m_edit->setAccessibleName(tr("Ligne à prescrire"));
    m_edit->setMinimumHeight(uikit::scaled(34));
    m_edit->setFont(uikit::font(uikit::TextRole::Note));
    m_edit->setMaxLength(500);
    m_chip->hide();
    m_preview->setElided(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(choiceHeight, m_list));
    uikit::prepareList(*m_list);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Médicaments trouvés"));
    m_list->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(uikit::scaled(8));
    row->addWidget(m_chip);
    row->addWidget(m_edit, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(6));
    layout->addLayout(row);
    layout->addWidget(m_preview);
    layout->addWidget(m_list);

    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, &QuickLine::typed);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row()); });
    setFocusProxy(m_edit);
}

bool QuickLine::isBusy() const
{
    return m_drug || !m_list->isHidden();
}

void QuickLine::begin()
{
    const bool wasBusy = isBusy();
    m_drug.reset();
    m_failure.reset();
    m_chip->hide();
    m_edit->clear();
    m_edit->setPlaceholderText(tr("Médicament, DCI ou code, puis posologie et durée"));
    showChoices({});
    preview();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT edited();
    if (wasBusy)
        Q_EMIT givenUp();
}

Draft::Pending QuickLine::pending() const
{
    return {m_drug ? m_drug->cis : QString(), m_drug ? m_drug->label : QString(),
            m_edit->text().trimmed()};
}

void QuickLine::resume(const Draft::Pending &pending)
{
    if (!pending.label.isEmpty())
        take(DrugChoice{pending.cis, pending.label});
    m_edit->setText(pending.typed);
    if (m_drug)
        preview();
    else
        search(pending.typed);
}

Line QuickLine::line() const
{
    const TypedLine typedLine = TypedLine::parse(m_edit->text());
    Line line;
    if (m_drug) {
        line.cis = m_drug->cis;
        line.label = m_drug->label;
    }
    line.posology = typedLine.posology;
    line.durationDays = typedLine.durationDays;
    line.boxes = typedLine.boxes;
    line.renewals = typedLine.renewals;
    return line;
}

void QuickLine::typed(const QString &text)
{
    Q_EMIT edited();
    if (m_drug) {
        showHabits();
        preview();
        Q_EMIT drugShown(m_drug->cis, m_drug->label); // another one may have been looked at since
        return;
    }
    const bool wasBusy = isBusy();
    search(text);
    preview();
    if (wasBusy && !isBusy())
        Q_EMIT givenUp();
}

void QuickLine::search(const QString &text)
{
    m_failure.reset();
    if (text.trimmed().size() < leastLetters) {
        showChoices({});
        return;
    }
    const auto found = m_services.searchDrugs(text);
    if (!found.ok())
        m_failure = found.error();
    showChoices(found.ok() ? *found : QList<DrugChoice>{});
}

void QuickLine::showChoices(const QList<DrugChoice> &choices)
{
    m_choices = choices;
    m_habits.clear();
    m_model->set(rowsOf(choices));
    m_list->setAccessibleName(tr("Médicaments trouvés"));
    placeList();
    if (!choices.isEmpty())
        highlight(0);
}

//! While nothing is typed of the posology. None is chosen by itself: ↵ alone adds nothing.
void QuickLine::showHabits()
{
    showChoices({});
    if (!m_drug || !m_edit->text().isEmpty() || !m_services.habits)
        return;
    const auto habits = m_services.habits(m_drug->cis, m_drug->label);
    if (!habits.ok()) {
        m_failure = habits.error();
        return;
    }
    m_habits = *habits;
    QList<uikit::Row> rows;
    for (const Habit &habit : m_habits) {
        const Line line = habit.line(m_drug->cis, m_drug->label);
        uikit::Row row;
        row.title = printedPosology(line);
        QStringList more = tagsOf(line);
        if (line.ald)
            more << tr("ALD");
        row.secondary = (more << tr("Suppr pour l’oublier")).join(u" · "_qs);
        row.right = tr("signé %n fois", nullptr, habit.times);
        row.strong = false;
        rows << row;
    }
    m_model->set(rows);
    m_list->setAccessibleName(tr("Vos posologies habituelles"));
    placeList();
}

void QuickLine::forgetHabit()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_habits.size())
        return;
    const Status done = m_services.forgetHabit(m_drug->cis, m_drug->label, Habit(m_habits.at(row)));
    showHabits();
    if (!done.ok())
        m_failure = done.error();
    preview();
}

void QuickLine::highlight(int row)
{
    m_list->setCurrentIndex(m_model->index(row));
    if (!m_habits.isEmpty()) {
        preview();
        return;
    }
    Q_EMIT drugShown(m_choices.at(row).cis, m_choices.at(row).label);
}

void QuickLine::placeList()
{
    const int rows = std::min(m_model->rowCount(), shownChoices);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(rows * uikit::scaled(choiceHeight) + 2);
}

void QuickLine::choose(int row)
{
    if (row >= 0 && row < m_habits.size()) {
        const Line habitual = m_habits.at(row).line(m_drug->cis, m_drug->label);
        Q_EMIT lineReady(habitual);
        begin();
        return;
    }
    if (row < 0 || row >= m_choices.size())
        return;
    take(DrugChoice(m_choices.at(row)));
}

void QuickLine::take(const DrugChoice &drug)
{
    if (!m_drug)
        m_edit->clear(); // it named what was looked for
    m_drug = drug;
    m_chip->set(uikit::Meaning::Info, m_drug->label.section(u',', 0, 0));
    m_chip->setToolTip(uikit::plainTip(m_drug->label));
    m_chip->setAccessibleDescription(m_drug->label);
    m_chip->show();
    m_edit->setPlaceholderText(tr("Posologie, puis durée : 1 comprimé matin et soir 7j"));
    m_failure.reset();
    showHabits();
    preview();
    Q_EMIT drugShown(m_drug->cis, m_drug->label);
    Q_EMIT edited();
}

void QuickLine::enter()
{
    if (m_list->isVisible()) {
        choose(m_list->currentIndex().row());
        return;
    }
    const QString text = m_edit->text().trimmed();
    if (!m_drug) {
        // Not in the base: kept as it was typed, without a code.
        if (text.size() >= leastLetters) {
            m_choices = {DrugChoice{{}, text, {}, {}, true}};
            choose(0);
        }
        return;
    }
    if (text.isEmpty())
        return;
    Q_EMIT lineReady(line());
    begin();
}

void QuickLine::preview()
{
    if (!m_drug) {
        const bool nothing = m_edit->text().trimmed().size() >= leastLetters && m_choices.isEmpty();
        m_preview->setText(m_failure ? m_services.explain(*m_failure)
                           : nothing ? tr("Absent de la base. ↵ pour le prescrire tel qu’écrit.")
                                     : QString());
        return;
    }
    if (m_failure) {
        m_preview->setText(m_services.explain(*m_failure));
        return;
    }
    const int habit = m_list->currentIndex().row();
    m_preview->setText(previewOf(habit >= 0 && habit < m_habits.size()
                                     ? m_habits.at(habit).line(m_drug->cis, m_drug->label)
                                     : line()));
}

//! What means two things is shown with both of them, and stays as it was typed.
QString QuickLine::previewOf(const Line &current)
{
    if (current.posology.isEmpty())
        return tr("%1 :").arg(current.label);
    const QList<Posology> readings = readingOf(current).readings;
    if (readings.size() > 1)
        return tr("%1 : %2, ou bien %3")
            .arg(current.label, sentence(readings.at(0)), sentence(readings.at(1)));
    const QString printed = printedPosology(current);
    return !readings.isEmpty() && readings.first().isWords()
               ? tr("%1 : %2 (texte libre : contrôles de dose impossibles)")
                     .arg(current.label, printed)
               : tr("%1 : %2").arg(current.label, printed);
}

bool QuickLine::handleKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ControlModifier)
            return false;
        enter();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        if (!m_list->isVisible())
            return false;
        const int step = event.key() == Qt::Key_Down ? 1 : -1;
        const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_model->rowCount() - 1);
        highlight(row);
        return true;
    }
    case Qt::Key_Delete:
        if (m_habits.isEmpty() || !m_list->currentIndex().isValid())
            return false;
        forgetHabit();
        return true;
    case Qt::Key_Escape:
        if (!m_drug && m_edit->text().isEmpty())
            return false;
        begin();
        return true;
    case Qt::Key_Backspace:
        if (!m_drug || !m_edit->text().isEmpty())
            return false;
        begin();
        return true;
    default:
        return false;
    }
}

bool QuickLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress &&
        handleKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace ambroise::prescription::ui
