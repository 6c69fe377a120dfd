// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/administrativecolumn.h>

#include "administrativeforms.h"
#include "administrativemodel.h"

#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>

namespace ambroise::patient::ui {
namespace {

struct Now {
    qint64 version = 0; //!< 0: it was taken away
    QString author{};
};

template <class Content>
Now nowIn(const QList<AdministrativeLine<Content>> &lines, AdministrativeLineId id)
{
    for (const auto &line : lines)
        if (line.id == id)
            return {line.version, line.authorName};
    return {};
}

//! What that line is in the file as it stands.
Now versionOf(const AdministrativeFile &file, const AnyAdministrativeLine &line)
{
    if (const auto *person = std::get_if<AdministrativeLine<RelatedPerson>>(&line))
        return nowIn(file.persons, person->id);
    if (const auto *member = std::get_if<AdministrativeLine<CareMember>>(&line))
        return nowIn(file.team, member->id);
    return nowIn(file.coverages, std::get<AdministrativeLine<Coverage>>(line).id);
}

} // namespace

AdministrativeColumn::AdministrativeColumn(AdministrativeServices services, const Clock &clock,
                                           QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_model(new AdministrativeModel(clock, this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView)
    , m_acts(new QWidget)
    , m_told(new uikit::MessageLine(uikit::Meaning::Stop))
    , m_person(new PersonForm(m_services, clock))
    , m_member(new MemberForm(m_services, clock))
    , m_coverage(new CoverageForm(m_services, clock))
    , m_consent(new ConsentForm(m_services, clock))
{
    build();
    bind();
    refresh();
}

void AdministrativeColumn::build()
{
    m_told->hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(42, m_list));
    m_list->setAccessibleName(tr("Entourage, équipe de soins, droits, consentements"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    m_list->installEventFilter(this);
    auto *row = new QHBoxLayout(m_acts);
    row->setContentsMargins(uikit::scaled(8), 0, uikit::scaled(8), 0);
    row->setSpacing(uikit::scaled(4));
    const auto act = [&](const QString &word, const QString &key,
                         void (AdministrativeColumn::*run)()) {
        auto *button = new uikit::Button(word, key, m_acts);
        button->setLook(uikit::Button::Look::Act);
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button);
    };
    act(tr("Modifier"), u"↵"_qs, &AdministrativeColumn::write);
    act(tr("Ajouter"), u"+"_qs, &AdministrativeColumn::addHere);
    act(tr("Retirer"), tr("Suppr"), &AdministrativeColumn::removeHere);
    row->addStretch();
    auto *reading = new QWidget;
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_told);
    column->addWidget(m_acts);
    m_acts->setVisible(m_services.mayWrite);
    m_stack->addWidget(reading);
    for (uikit::SideForm *form :
         std::initializer_list<uikit::SideForm *>{m_person, m_member, m_coverage, m_consent})
        m_stack->addWidget(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void AdministrativeColumn::bind()
{
    connect(m_list, &QListView::doubleClicked, this, &AdministrativeColumn::write);
    for (uikit::SideForm *form :
         std::initializer_list<uikit::SideForm *>{m_person, m_member, m_coverage, m_consent})
        connect(form, &uikit::SideForm::left, this, &AdministrativeColumn::close);
    const auto keeps = [this](auto *form) {
        connect(form, &uikit::SideForm::keepRequested, this, [this, form] {
            const auto line = form->line();
            if (!line)
                return;
            const Status saved = m_services.save(*line);
            if (saved.ok() || saved.error().subject != u"storage.version") {
                kept(saved, form);
                return;
            }
            tellConflict(
                form,
                [form](qint64 version) {
                    form->writeOver(version);
                    Q_EMIT form->keepRequested();
                },
                *line);
        });
    };
    keeps(m_person);
    keeps(m_member);
    keeps(m_coverage);
    connect(m_consent, &uikit::SideForm::keepRequested, this, [this] {
        if (const auto consent = m_consent->consent())
            kept(m_services.addConsent(*consent), m_consent);
    });
}

void AdministrativeColumn::kept(const Status &status, uikit::SideForm *form)
{
    if (!status.ok()) {
        form->tell(m_services.explain(status.error()));
        return;
    }
    refresh();
    close();
    Q_EMIT changed();
}

//! Somebody else changed the line meanwhile: theirs holds until one is chosen; both stay among its
//! versions.
void AdministrativeColumn::tellConflict(uikit::SideForm *form,
                                        const std::function<void(qint64 version)> &writeOver,
                                        const AnyAdministrativeLine &mine)
{
    const auto file = m_services.read();
    if (!file.ok()) {
        form->tell(m_services.explain(file.error()));
        return;
    }
    const auto now = versionOf(*file, mine);
    form->tell(now.version > 0 ? tr("Modifié par %1").arg(now.author) : tr("Retiré entre-temps"));
    form->problem()->setGrade(uikit::Meaning::Caution);
    if (now.version > 0)
        form->problem()->addAct(tr("Le mien"), {},
                                [writeOver, version = now.version] { writeOver(version); });
    form->problem()->addAct(tr("Le sien"), {}, [this] {
        refresh();
        close();
    });
}

void AdministrativeColumn::refresh()
{
    const auto file = m_services.read();
    if (!file.ok()) {
        tell(file.error()); // what was read before stays
        return;
    }
    m_told->hide();
    const int row = m_list->currentIndex().row();
    m_model->set(*file);
    m_list->setCurrentIndex(row >= 0 ? m_model->index(qMin(row, m_model->rowCount() - 1))
                                     : m_model->firstLine());
}

void AdministrativeColumn::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool AdministrativeColumn::isWriting() const
{
    return m_stack->currentIndex() > 0;
}

void AdministrativeColumn::keep()
{
    if (auto *form = qobject_cast<uikit::SideForm *>(m_stack->currentWidget()))
        Q_EMIT form->keepRequested();
}

void AdministrativeColumn::open(uikit::SideForm *form)
{
    m_told->hide();
    m_stack->setCurrentWidget(form);
    form->setFocus(Qt::OtherFocusReason);
}

void AdministrativeColumn::close()
{
    m_stack->setCurrentIndex(0);
    focusList();
}

void AdministrativeColumn::write()
{
    if (!m_services.mayWrite)
        return;
    const QModelIndex index = m_list->currentIndex();
    const AnyAdministrativeLine *line = m_model->lineAt(index);
    if (!line) {
        addHere();
    } else if (const auto *person = std::get_if<AdministrativeLine<RelatedPerson>>(line)) {
        m_person->edit(*person);
        open(m_person);
    } else if (const auto *member = std::get_if<AdministrativeLine<CareMember>>(line)) {
        m_member->edit(*member, m_model->file().correspondent(member->content.correspondent));
        open(m_member);
    } else if (const auto *coverage = std::get_if<AdministrativeLine<Coverage>>(line)) {
        m_coverage->edit(*coverage);
        open(m_coverage);
    }
}

void AdministrativeColumn::addHere()
{
    if (!m_services.mayWrite)
        return;
    const QModelIndex index = m_list->currentIndex();
    switch (m_model->sectionAt(index)) {
    case FileSection::Persons:
        m_person->edit({{}, m_services.patient});
        open(m_person);
        break;
    case FileSection::Team:
        m_member->edit({{}, m_services.patient}, nullptr);
        open(m_member);
        break;
    case FileSection::Coverages:
        m_coverage->edit({{}, m_services.patient});
        open(m_coverage);
        break;
    case FileSection::Consents:
        m_consent->begin(m_model->topicAt(index).value_or(ConsentTopic::DmpFeeding),
                         m_model->file().consents);
        open(m_consent);
        break;
    }
}

void AdministrativeColumn::removeHere()
{
    const AnyAdministrativeLine *line = m_model->lineAt(m_list->currentIndex());
    if (!line || !m_services.mayWrite)
        return;
    AnyAdministrativeLine gone = *line;
    const Status removed = m_services.remove(gone);
    if (!removed.ok()) {
        tell(removed.error());
        return;
    }
    // Put back, it is a new line: the versions of this one end here.
    std::visit(
        [](auto &one) {
            one.version = 0;
            one.id = {};
        },
        gone);
    refresh();
    Q_EMIT changed();
    m_told->clearActs();
    m_told->setGrade(uikit::Meaning::Done);
    m_told->setText(tr("Retiré."));
    m_told->addAct(tr("Remettre"), {}, [this, gone] {
        m_told->clearActs();
        const Status back = m_services.save(gone);
        if (!back.ok()) {
            tell(back.error());
            return;
        }
        refresh();
        Q_EMIT changed();
    });
    m_told->show();
}

void AdministrativeColumn::tell(const Error &error)
{
    m_told->say(uikit::Meaning::Stop, m_services.explain(error));
}

bool AdministrativeColumn::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        write();
        return true;
    case Qt::Key_Insert:
    case Qt::Key_Plus:
        addHere();
        return true;
    case Qt::Key_Delete:
        removeHere();
        return true;
    default:
        return false;
    }
}

bool AdministrativeColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) &&
            handleKey(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ambroise::patient::ui
