// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/ui/preventionlistpage.h>

#include "duepatientmodel.h"

#include <ambroise/core/text.h>
#include <ambroise/prevention/ui/duewords.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/whendone.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QPlainTextEdit>

namespace ambroise::prevention::ui {
namespace {

constexpr int rowHeight = 46;
constexpr int rulesWidth = 320;
constexpr int filterWidth = 220;
constexpr int letterWidth = 400;

} // namespace

PreventionListPage::PreventionListPage(PreventionListServices services, const Clock &clock,
                                       QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_rules(new QComboBox(this))
    , m_filter(new uikit::SearchField(tr("Nom dans la liste"), {}, this))
    , m_count(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_progress(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_list(new QListView(this))
    , m_model(new DuePatientModel(this))
    , m_empty(new uikit::EmptyState({}, this))
    , m_side(new QWidget(this))
    , m_subject(new QLineEdit(this))
    , m_body(new QPlainTextEdit(this))
{
    build();
    bind();
    setFocusProxy(m_filter);
}

PreventionListPage::~PreventionListPage()
{
    stop();
}

void PreventionListPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    for (const Rule &one : m_services.book->rules())
        m_rules->addItem(kindWord(one.kind) + u" · "_qs + one.label, one.id);
    m_rules->setAccessibleName(tr("Acte de prévention"));
    m_rules->setMinimumWidth(uikit::scaled(rulesWidth));
    m_filter->setFixedWidth(uikit::scaled(filterWidth));
    m_problem->setInset(16);
    m_problem->hide();
    m_progress->hide();
    m_progress->setContentsMargins(uikit::scaled(16), uikit::scaled(8), 0, 0);
    m_empty->hide();
    m_list->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(rowHeight, m_list);
    delegate->setSeparators(true);
    delegate->setInset(16);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(tr("Patients concernés"));
    m_list->setUniformItemSizes(true);
    uikit::prepareList(*m_list);

    auto *keys = new uikit::ActionMap(this);
    const QString group = tr("Prévention");
    m_letters = new uikit::Button(
        keys->key({u"prevention.letters"_qs, tr("Lettres d’invitation"), group, u"envelope"_qs},
                  Qt::ALT | Qt::Key_I, [this] { beginLetter(); }),
        uikit::Button::Look::Plain, this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(uikit::scaled(16), uikit::scaled(8), uikit::scaled(16),
                             uikit::scaled(8));
    head->setSpacing(uikit::scaled(8));
    head->addWidget(
        new uikit::Label(tr("Prévention"), uikit::TextRole::Page, uikit::Token::Text, true, this));
    head->addWidget(m_rules);
    head->addWidget(m_filter);
    head->addWidget(m_count, 1);
    head->addWidget(m_letters);
    m_count->setElided(true);

    auto *centre = new QWidget(this);
    auto *inner = new QVBoxLayout(centre);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_problem);
    inner->addWidget(m_progress);
    inner->addWidget(m_empty);
    inner->addWidget(m_list, 1);

    QWidget *letter = m_side;
    letter->setFixedWidth(uikit::scaled(letterWidth));
    letter->setBackgroundRole(QPalette::AlternateBase);
    letter->setAutoFillBackground(true);
    letter->hide();
    auto *form = new uikit::FormGrid(1, letter);
    form->add(tr("Objet"), m_subject);
    form->add(tr("Texte"), m_body);
    auto *hint = new uikit::Label(tr("Champs : {acte}, {patient}, {cabinet}, {telephone}. Une page "
                                     "par patient de la liste."),
                                  uikit::TextRole::Small, uikit::Token::Text2, false, letter);
    hint->setWordWrap(true);
    auto *leave = new uikit::Button(tr("Annuler"), u"Échap"_qs, letter);
    auto *print = new uikit::PrimaryButton(tr("Préparer"), u"Ctrl ↵"_qs, letter);
    m_printLetters = print;
    connect(leave, &QPushButton::clicked, this, &PreventionListPage::leaveLetter);
    connect(print, &QPushButton::clicked, this, &PreventionListPage::write);
    auto *acts = new QHBoxLayout;
    acts->addWidget(leave);
    acts->addStretch();
    acts->addWidget(print);
    auto *column = new QVBoxLayout(letter);
    column->setContentsMargins(uikit::scaled(12), uikit::scaled(8), uikit::scaled(12),
                               uikit::scaled(12));
    column->setSpacing(uikit::scaled(8));
    column->addWidget(form);
    column->addWidget(hint);
    column->addStretch();
    column->addLayout(acts);
    m_body->setTabChangesFocus(true);
    m_body->setMinimumHeight(uikit::scaled(260));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(centre, 1);
    below->addWidget(m_side);
    layout->addLayout(below, 1);
    auto *send = new uikit::ActionMap(letter);
    uikit::Act prepare{u"prevention.prepare"_qs, tr("Préparer les lettres"), group};
    send->key(prepare, Qt::CTRL | Qt::Key_Return, [this] { write(); });
    send->key({u"prevention.leave_letters"_qs, tr("Annuler"), group, {}, false}, Qt::Key_Escape,
              [this] { leaveLetter(); });
}

void PreventionListPage::bind()
{
    (new uikit::ListKeys(
         *m_list, [this] { openChosen(); }, this))
        ->listenTo(*m_filter);
    connect(m_list, &QListView::activated, this, &PreventionListPage::openChosen);
    connect(m_rules, &QComboBox::currentIndexChanged, this, &PreventionListPage::look);
    connect(m_filter, &QLineEdit::textChanged, this, &PreventionListPage::filter);
}

bool PreventionListPage::isWriting() const
{
    return !m_side->isHidden();
}

const Rule *PreventionListPage::rule() const
{
    return m_services.book->rule(m_rules->currentData().toString());
}

void PreventionListPage::begin()
{
    look();
    setFocus(Qt::OtherFocusReason);
}

void PreventionListPage::stop()
{
    ++m_search;
    if (m_finding.isValid())
        m_finding.cancel();
    if (m_writing.isValid())
        m_writing.cancel();
}

void PreventionListPage::look()
{
    stop();
    leaveLetter();
    const Rule *chosen = rule();
    if (!chosen)
        return;
    m_problem->hide();
    m_empty->hide();
    m_found.clear();
    m_model->show({}, *chosen, m_clock.today());
    m_count->setText({});
    m_letters->setEnabled(false);
    m_progress->setText(tr("Lecture des dossiers…"));
    m_progress->show();
    m_finding = m_services.find(chosen->id);
    uikit::whenDone(
        this, m_finding,
        [this, search = m_search](const Result<QList<DuePatient>> &found) {
            if (search == m_search)
                take(found);
        },
        [this, search = m_search](const QString &percent) {
            if (search == m_search)
                m_progress->setText(tr("Lecture des dossiers… %1\u202F%").arg(percent));
        });
}

void PreventionListPage::take(const Result<QList<DuePatient>> &found)
{
    m_progress->hide();
    if (!found.ok()) {
        if (found.error().code != ErrorCode::Cancelled)
            tell(found.error());
        return;
    }
    m_found = *found;
    filter();
}

void PreventionListPage::filter()
{
    const Rule *chosen = rule();
    if (!chosen || m_progress->isVisibleTo(this))
        return;
    const QStringList words = text::foldedWords(m_filter->text());
    QList<DuePatient> passing;
    for (const DuePatient &one : std::as_const(m_found)) {
        const QString names =
            text::folded(one.patient.birthSurname + u' ' + one.patient.givenNames + u' ' +
                         one.patient.usedSurname + u' ' + one.patient.usedGivenName);
        const bool passes = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return names.startsWith(word) || names.contains(u' ' + word);
        });
        if (passes)
            passing << one;
    }
    m_model->show(passing, *chosen, m_clock.today());
    m_count->setText(tr("%n patient(s)", nullptr, int(passing.size())));
    m_letters->setEnabled(!passing.isEmpty());
    m_empty->setSentence(m_found.isEmpty() ? tr("Personne à prévenir pour cet acte.")
                                           : tr("Aucun de ces noms dans la liste."));
    m_empty->setVisible(passing.isEmpty());
    m_list->setVisible(!passing.isEmpty());
    m_list->setCurrentIndex(m_model->index(0));
}

int PreventionListPage::listed() const
{
    return m_model->rowCount();
}

void PreventionListPage::openChosen()
{
    const int row = m_list->currentIndex().row();
    if (row >= 0 && row < m_model->rowCount())
        Q_EMIT openRequested(m_model->patients().at(row).patient.id);
}

void PreventionListPage::beginLetter()
{
    const Rule *chosen = rule();
    if (!chosen || m_model->rowCount() == 0)
        return;
    m_problem->hide();
    const InvitationText proposed = proposedInvitation(*chosen);
    m_subject->setText(proposed.subject);
    m_body->setPlainText(proposed.body);
    m_side->show();
    m_body->setFocus(Qt::OtherFocusReason);
}

void PreventionListPage::leaveLetter()
{
    if (!isWriting())
        return;
    m_side->hide();
    setFocus(Qt::OtherFocusReason);
}

void PreventionListPage::write()
{
    const Rule *chosen = rule();
    if (!chosen || !isWriting() || (m_writing.isValid() && m_writing.isRunning()))
        return;
    m_problem->hide();
    if (m_model->rowCount() > mostLetters) {
        tell({ErrorCode::Invalid, u"invitation.many"_qs, {}});
        return;
    }
    m_printLetters->setEnabled(false);
    m_writing = m_services.write(chosen->id, {m_subject->text(), m_body->toPlainText()},
                                 m_model->patients());
    uikit::whenDone(this, m_writing, [this](const Result<QByteArray> &pdf) {
        m_printLetters->setEnabled(true);
        const Status shown = pdf.ok() ? m_services.show(*pdf) : Status(pdf.error());
        if (!shown.ok())
            tell(shown.error());
        else
            leaveLetter();
    });
}

void PreventionListPage::tell(const Error &error)
{
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

} // namespace ambroise::prevention::ui
