// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/mergepage.h>

#include "mergetable.h"

#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>

#include <QCheckBox>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ambroise::patient::ui {

MergePage::MergePage(MergeServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_title(new uikit::Label(tr("Une personne ou deux ?"), uikit::TextRole::Document,
                               uikit::Token::Text, true, this))
    , m_message(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_kept(new uikit::Segmented(tr("Dossier gardé"), {tr("Le premier"), tr("Le second")},
                                  uikit::Segmented::Density::Regular, this))
    , m_table(new MergeTable(this))
    , m_homonyms(
          new QCheckBox(tr("Marquer les deux dossiers « homonyme » (Alt H) : à chaque ouverture, "
                           "tous les traits seront à vérifier"),
                        this))
    , m_ask(new uikit::AskLine(this))
    , m_merge(new uikit::PrimaryButton(tr("Fusionner"), u"Ctrl ↵"_qs, this))
    , m_distinct(new uikit::Button(tr("Ce sont deux personnes"), u"Alt D"_qs, this))
    , m_open(new uikit::Button(tr("Ouvrir le dossier gardé"), u"Alt O"_qs, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    layOut();
    m_homonyms->hide();
    setFocusProxy(m_table);
    connect(m_kept, &uikit::Segmented::currentChanged, this, [this](int which) {
        m_table->merged().keepLeft(which == 0);
        showCaution();
    });
    connect(m_merge, &QPushButton::clicked, this, &MergePage::merge);
    connect(m_distinct, &QPushButton::clicked, this, &MergePage::sayDistinct);
    connect(m_open, &QPushButton::clicked, this, &MergePage::openKept);
    connect(m_ask, &uikit::AskLine::answered, this, [this](const QString &reason) {
        if (!reason.isEmpty())
            m_answer(reason);
    });
    connect(m_ask, &uikit::AskLine::givenUp, this, [this] {
        endAsking();
        m_table->setFocus();
    });
}

void MergePage::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(20), uikit::scaled(12), uikit::scaled(20),
                               uikit::scaled(12));
    layout->setSpacing(uikit::scaled(10));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(new uikit::Label(tr("← → : de quel dossier vient une ligne"),
                                     uikit::TextRole::Body, uikit::Token::Text2, false, this));
    head->addStretch();
    head->addWidget(new uikit::Label(tr("Dossier gardé"), uikit::TextRole::Body,
                                     uikit::Token::Text2, false, this));
    head->addWidget(m_kept);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_homonyms);
    layout->addWidget(m_ask);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(uikit::scaled(8));
    acts->addWidget(m_merge);
    acts->addWidget(m_distinct);
    acts->addWidget(m_open);
    acts->addStretch();
    acts->addWidget(new uikit::Label(tr("Rien n’est effacé : une fusion se défait."),
                                     uikit::TextRole::Body, uikit::Token::Text2, false, this));
    layout->addLayout(acts);
}

void MergePage::compare(PatientId first, PatientId second)
{
    endAsking();
    const auto left = m_services.load(first);
    const auto right = m_services.load(second);
    const bool known = left.ok() && right.ok();
    for (QWidget *act : {static_cast<QWidget *>(m_merge), static_cast<QWidget *>(m_distinct),
                         static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_kept),
                         static_cast<QWidget *>(m_table)})
        act->setEnabled(known);
    if (!known) {
        tell(left.ok() ? right.error() : left.error());
        return;
    }
    m_table->merged().set(left->patient, right->patient, left->content, right->content);
    m_table->selectRow(0);
    const QSignalBlocker blocker(m_kept);
    m_kept->setCurrent(m_table->merged().kept().id == first ? 0 : 1);
    showCaution();
}

//! What makes one person unlikely is told; the decision stays a person's.
void MergePage::showCaution()
{
    const identity::StrictTraits &stays = m_table->merged().kept().details.identity.traits();
    const identity::StrictTraits &goes = m_table->merged().absorbed().details.identity.traits();
    QStringList differ;
    if (stays.sex() != goes.sex())
        differ << tr("le sexe");
    if (stays.birthDate() != goes.birthDate())
        differ << tr("la date de naissance");
    if (stays.firstGivenName() != goes.firstGivenName())
        differ << tr("le prénom");
    m_message->setVisible(!differ.isEmpty());
    m_message->setGrade(uikit::Meaning::Caution);
    m_message->setText(tr("Ces dossiers ne disent pas la même chose : %1.").arg(differ.join(u", ")),
                       tr("S’assurer que c’est une seule personne."));
}

void MergePage::tell(const Error &error)
{
    m_message->say(uikit::Meaning::Stop, m_services.explain(error));
}

void MergePage::ask(const QString &question, const QString &act, const QString &reason,
                    std::function<void(const QString &reason)> answer)
{
    m_homonyms->hide();
    m_answer = std::move(answer);
    m_ask->ask(question, act, reason);
}

void MergePage::merge()
{
    if (m_merge->isEnabled())
        ask(tr("Motif de la fusion"), tr("Fusionner"), tr("Même personne"),
            [this](const QString &reason) { write(reason); });
}

void MergePage::write(const QString &reason)
{
    const MergeModel &model = m_table->merged();
    const PatientId kept = model.kept().id;
    const PatientId absorbed = model.absorbed().id;
    const Status written = m_services.merge({.kept = kept,
                                             .keptVersion = model.kept().version,
                                             .absorbed = absorbed,
                                             .absorbedVersion = model.absorbed().version,
                                             .details = model.details(),
                                             .reason = reason});
    endAsking();
    if (written.ok())
        Q_EMIT merged(kept, absorbed);
    else
        tell(written.error());
}

void MergePage::sayDistinct()
{
    if (!m_distinct->isEnabled())
        return;
    ask(tr("Ce qui les distingue"), tr("Garder deux dossiers"), {},
        [this](const QString &reason) { writeDistinct(reason); });
    m_homonyms->setVisible(mayBeHomonyms());
}

void MergePage::sayHomonyms()
{
    if (m_homonyms->isVisible()) {
        m_homonyms->toggle();
        return;
    }
    sayDistinct();
    m_homonyms->setChecked(m_homonyms->isVisible());
}

void MergePage::writeDistinct(const QString &reason)
{
    const MergeModel &model = m_table->merged();
    const auto &say = m_homonyms->isVisible() && m_homonyms->isChecked() ? m_services.sayHomonyms
                                                                         : m_services.sayDistinct;
    const Status written = say(model.kept().id, model.absorbed().id, reason);
    endAsking();
    if (written.ok())
        Q_EMIT foundDistinct();
    else
        tell(written.error());
}

//! Not proposed where both are marked, and of nobody invented: that attribute goes with no other.
bool MergePage::mayBeHomonyms() const
{
    const auto attributesOf = [](const Patient &patient) {
        return patient.details.identity.attributes();
    };
    const auto stays = attributesOf(m_table->merged().kept());
    const auto goes = attributesOf(m_table->merged().absorbed());
    return !stays.isFictive() && !goes.isFictive() && !(stays.isHomonym() && goes.isHomonym());
}

void MergePage::endAsking()
{
    m_ask->finish();
    m_homonyms->hide();
    m_homonyms->setChecked(false);
}

void MergePage::openKept()
{
    if (m_open->isEnabled())
        Q_EMIT openRequested(m_table->merged().kept().id);
}

void MergePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::patient::ui
