// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/practicesearchpage.h>

#include "foundmodel.h"

#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QHBoxLayout>
#include <QListView>

#include <array>

namespace ambroise::record::ui {
namespace {

constexpr std::chrono::milliseconds readAfter{1000};
constexpr std::array kinds = {EntryKind::Consultation, EntryKind::Letter, EntryKind::Result,
                              EntryKind::Document};

} // namespace

PracticeSearchPage::PracticeSearchPage(PracticeSearchServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_search(
          new uikit::SearchField(tr("Mots des consultations, courriers, documents…"), {}, this))
    , m_kinds(new uikit::Segmented(
          tr("Genre"),
          {tr("Tout"), tr("Consultations"), tr("Courriers"), tr("Résultats"), tr("Documents")},
          uikit::Segmented::Density::Regular, this))
    , m_count(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_told(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_empty(new uikit::EmptyState({}, this))
    , m_list(new QListView(this))
    , m_model(new FoundModel(this))
{
    build();
    (new uikit::ListKeys(
         *m_list, [this] { openChosen(); }, this))
        ->listenTo(*m_search);
    connect(m_search, &QLineEdit::textEdited, this, &PracticeSearchPage::look);
    connect(m_kinds, &uikit::Segmented::currentChanged, this, &PracticeSearchPage::look);
    connect(m_list, &QListView::activated, this, &PracticeSearchPage::openChosen);
    m_read.setSingleShot(true);
    m_read.setInterval(readAfter);
    connect(&m_read, &QTimer::timeout, this, [this] {
        if (const Status journaled = m_services.shown(m_model->rowCount()); !journaled.ok()) {
            m_model->set({});
            tell(journaled.error());
        }
    });
    setFocusProxy(m_search);
}

void PracticeSearchPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_told->setInset(16);
    m_told->hide();
    m_list->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(46, m_list);
    delegate->setSeparators(true);
    delegate->setInset(16);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(tr("Entrées trouvées"));
    m_list->setUniformItemSizes(true);
    uikit::prepareList(*m_list);
    m_search->setMinimumWidth(uikit::scaled(380));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(uikit::scaled(16), uikit::scaled(8), uikit::scaled(16),
                             uikit::scaled(8));
    head->setSpacing(uikit::scaled(12));
    head->addWidget(new uikit::Label(tr("Chercher dans les dossiers"), uikit::TextRole::Page,
                                     uikit::Token::Text, true, this));
    head->addWidget(m_search, 1);
    head->addWidget(m_kinds);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_told);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
}

void PracticeSearchPage::begin()
{
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
    look(); // somebody may have written meanwhile
}

std::optional<EntryKind> PracticeSearchPage::kind() const
{
    const int chosen = m_kinds->current();
    return chosen > 0 ? std::optional(kinds.at(size_t(chosen - 1))) : std::nullopt;
}

void PracticeSearchPage::look()
{
    m_read.stop();
    const QString typed = m_search->text().trimmed();
    uikit::whenDone(this, m_services.find(typed, kind()),
                    [this, typed, asked = ++m_question](const Result<QList<FoundLine>> &found) {
                        if (asked == m_question)
                            show(typed, found);
                    });
}

void PracticeSearchPage::show(const QString &typed, const Result<QList<FoundLine>> &found)
{
    m_told->hide();
    if (!found.ok()) { // what was found before stays
        tell(found.error());
        return;
    }
    const qsizetype count = found->size();
    m_model->set(*found);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_empty->setSentence(typed.size() < 2
                             ? tr("Taper deux lettres au moins d’un diagnostic, d’un traitement, "
                                  "d’un nom : chaque mot est cherché par son début.")
                             : tr("Aucune entrée des dossiers n’a tous ces mots."));
    m_count->setText(count > 0 ? tr("%n entrée(s)", "", int(count)) : QString());
    if (const auto left = m_services.left(); left.ok() && *left > 0) {
        m_told->setGrade(uikit::Meaning::Info);
        m_told->setText(tr("Les entrées les plus anciennes sont encore en cours de lecture."),
                        tr("Elles ne sont pas encore trouvées."));
        m_told->show();
    }
    if (count > 0)
        m_read.start();
}

void PracticeSearchPage::tell(const Error &error)
{
    m_told->say(uikit::Meaning::Stop, m_services.explain(error));
}

void PracticeSearchPage::openChosen()
{
    if (const FoundLine *line = m_model->lineAt(m_list->currentIndex()))
        Q_EMIT openRequested(line->found.entry.patient, line->found.entry.id);
}

} // namespace ambroise::record::ui
