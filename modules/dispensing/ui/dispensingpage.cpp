// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/dispensing/ui/dispensingpage.h>

#include "codebar.h"
#include "dispensingmodel.h"
#include "paperhead.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QFileDialog>
#include <QListView>
#include <QUuid>
#include <QVBoxLayout>

namespace ambroise::dispensing::ui {

DispensingPage::DispensingPage(DispensingServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_model(new DispensingModel(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead();
    buildLines();
    clear();
}

DispensingPage::~DispensingPage() = default;

void DispensingPage::buildHead()
{
    auto *bar = new CodeBar(bool(m_services.openCamera), this);
    layout()->addWidget(bar);
    connect(bar, &CodeBar::typed, this, &DispensingPage::takeCode);
    connect(bar, &CodeBar::cameraRequested, this, &DispensingPage::chooseCamera);
    connect(bar, &CodeBar::fileRequested, this, &DispensingPage::chooseFile);
    m_proof = new uikit::MessageLine(uikit::Meaning::Done, this);
    m_proof->setInset(16);
    layout()->addWidget(m_proof);
    m_patient = new PaperHead(this);
    layout()->addWidget(m_patient);
}

void DispensingPage::buildLines()
{
    m_empty = new uikit::EmptyState(
        tr("Aucune ordonnance. Scanner son code, ou ouvrir un fichier."), this);
    m_empty->setAct(tr("Ouvrir un fichier"), u"F3"_qs, [this] { chooseFile(); });
    layout()->addWidget(m_empty);
    m_view = new QListView(this);
    m_view->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(50, m_view);
    delegate->setInset(16);
    delegate->setSeparators(true);
    m_view->setItemDelegate(delegate);
    m_view->setAccessibleName(tr("Lignes de l’ordonnance"));
    uikit::prepareList(*m_view);
    auto *box = static_cast<QVBoxLayout *>(layout());
    box->addWidget(m_view, 1);
    m_problem = new uikit::MessageLine(uikit::Meaning::Stop, this);
    m_problem->setInset(16);
    box->addWidget(m_problem);
    auto *asked = new QHBoxLayout;
    asked->setContentsMargins(uikit::scaled(16), 0, uikit::scaled(16), 0);
    m_ask = new uikit::AskLine(this);
    asked->addWidget(m_ask);
    box->addLayout(asked);
    connect(m_ask, &uikit::AskLine::answered, this, [this](const QString &text) {
        if (const auto answer = m_answer) // a copy: the answer itself ends the asking
            answer(text);
    });
    connect(m_ask, &uikit::AskLine::givenUp, this, &DispensingPage::stopAsking);
    m_toast = new uikit::Toast(this);
    box->addWidget(m_toast);
}

void DispensingPage::next()
{
    if (!m_ask->isHidden())
        stopAsking();
    else if (mayLeave())
        clear();
}

bool DispensingPage::mayLeave()
{
    if (m_outcomes.isEmpty() || m_warned) {
        m_warned = false;
        return true;
    }
    m_warned = true;
    m_problem->say(uikit::Meaning::Caution, tr("Délivrance pas encore enregistrée"),
                   tr("l’enregistrer (Ctrl ↵), ou recommencer pour l’abandonner."));
    return false;
}

bool DispensingPage::mayRecord() const
{
    return m_scanned && m_scanned->ordonnance && !m_outcomes.isEmpty();
}

void DispensingPage::stopAsking()
{
    m_answer = {};
    m_ask->finish();
    m_view->setFocus();
}

void DispensingPage::clear()
{
    m_warned = false;
    ++m_reading; // a file that is still being read is no longer wanted
    m_ask->finish();
    m_answer = {};
    m_scanned.reset();
    m_outcomes.clear();
    m_token.clear();
    m_proof->hide();
    m_problem->hide();
    m_patient->hide();
    m_view->hide();
    m_empty->show();
    m_model->set(m_scanned, m_outcomes);
    Q_EMIT stateChanged();
}

void DispensingPage::takeCode(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return;
    const bool known = m_scanned && m_scanned->ordonnance;
    if (known && typed == m_scanned->ordonnance->code && !m_outcomes.isEmpty())
        return; // the scanner read it twice: what is treated stays
    const bool ordonnance = typed.startsWith(u"AMB") || !known;
    if (!ordonnance) {
        takeBox(typed);
        return;
    }
    if (mayLeave())
        showScan(m_services.scan(typed));
}

void DispensingPage::showScan(const Result<ScannedOrdonnance> &scanned)
{
    clear();
    if (!scanned.ok()) {
        m_empty->hide();
        m_proof->say(uikit::Meaning::Stop, m_services.explain(scanned.error()));
        m_view->show();
        return;
    }
    m_scanned = *scanned;
    m_token = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QDateTime local = m_scanned->code.signedAt().toLocalTime();
    m_proof->say(uikit::Meaning::Done, tr("Ordonnance authentique"),
                 tr("signée par %1, le %2 à %3. Non modifiée.")
                     .arg(m_scanned->issuer, text::frenchDate(local.date()),
                          local.time().toString(u"HH:mm")));
    m_empty->hide();
    if (m_scanned->tooOldForFirst) {
        m_problem->setGrade(uikit::Meaning::Caution);
        m_problem->setText(
            tr("Plus de trois mois sans délivrance"),
            tr("la première délivrance n’est plus possible pour les listes I et II."));
        m_problem->show();
    }
    showPatient();
    refreshLines();
    m_view->setVisible(m_scanned->ordonnance.has_value());
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
    m_view->setFocus();
}

void DispensingPage::showPatient()
{
    if (!m_scanned->ordonnance) {
        m_problem->setGrade(uikit::Meaning::Info);
        m_problem->setText(tr("Contenu à lire sur le papier"),
                           tr("ce cabinet ne partage pas ses ordonnances avec ce poste."));
        m_problem->show();
        return;
    }
    m_patient->showHeadOf(m_scanned->ordonnance->content, m_services.today());
    m_patient->show();
}

int DispensingPage::selectedLine() const
{
    return m_view->currentIndex().row();
}

int DispensingPage::dueOf(int line) const
{
    return boxesDue(*m_scanned->ordonnance, m_scanned->history, line);
}

bool DispensingPage::mayTreat(int line)
{
    if (!m_scanned || !m_scanned->ordonnance || line < 0)
        return false;
    const LineState state = stateOf(*m_scanned->ordonnance, m_scanned->history, line);
    if (state == LineState::Open || state == LineState::PartlyDispensed)
        return true;
    showIssue({ErrorCode::Conflict, u"dispensation.complete"_qs, {}});
    return false;
}

void DispensingPage::set(LineOutcome outcome)
{
    m_outcomes.removeIf([&](const LineOutcome &one) { return one.line == outcome.line; });
    m_outcomes << std::move(outcome);
    m_warned = false;
    m_problem->hide();
    refreshLines();
}

void DispensingPage::takeBox(const QString &text)
{
    const int line = selectedLine();
    if (!mayTreat(line))
        return;
    const prescription::Line &prescribed = m_scanned->ordonnance->content.lines().at(line);
    const auto box = m_services.box(text, prescribed);
    if (!box.ok()) {
        showIssue(box.error());
        return;
    }
    if (box->substitutes && prescribed.nonSubstitutable != prescription::NonSubstitutable::No) {
        showIssue({ErrorCode::Denied, u"dispensation.not_substitutable"_qs, {}});
        return;
    }
    LineOutcome outcome;
    outcome.line = line;
    outcome.cip13 = box->cip13;
    outcome.label = box->label;
    outcome.boxes = dueOf(line);
    outcome.substituted = box->substitutes;
    outcome.lot = box->lot;
    set(outcome);
}

void DispensingPage::dispense()
{
    const int line = selectedLine();
    if (!mayTreat(line))
        return;
    LineOutcome outcome;
    outcome.line = line;
    outcome.label = m_scanned->ordonnance->content.lines().at(line).label;
    outcome.boxes = dueOf(line);
    set(outcome);
}

void DispensingPage::quantity()
{
    const int line = selectedLine();
    if (!mayTreat(line))
        return;
    constexpr int most = 999;
    const int due = dueOf(line);
    m_answer = [this, line, due](const QString &text) {
        LineOutcome outcome;
        outcome.line = line;
        outcome.label = m_scanned->ordonnance->content.lines().at(line).label;
        for (const LineOutcome &one : m_outcomes)
            if (one.line == line && one.boxes > 0) // a refusal is not made a delivery
                outcome = one;
        outcome.boxes = text.toInt();
        outcome.outcome = outcome.boxes < due ? Outcome::Partly : Outcome::Dispensed;
        stopAsking();
        set(outcome);
    };
    m_ask->askNumber(tr("Boîtes délivrées, ligne %1").arg(line + 1), tr("Délivrer"), due, 1, most);
}

void DispensingPage::refuse()
{
    const int line = selectedLine();
    if (!mayTreat(line))
        return;
    m_answer = [this, line](const QString &reason) {
        if (reason.isEmpty())
            return; // the caret stays where the reason is wanted
        LineOutcome outcome;
        outcome.line = line;
        outcome.outcome = Outcome::NotDispensed;
        outcome.reason = reason;
        stopAsking();
        set(outcome);
    };
    m_ask->ask(tr("Motif, ligne %1").arg(line + 1), tr("Ne pas délivrer"));
}

void DispensingPage::later()
{
    const int line = selectedLine();
    if (!mayTreat(line))
        return;
    LineOutcome outcome;
    outcome.line = line;
    outcome.outcome = Outcome::Later;
    set(outcome);
}

void DispensingPage::recordAll()
{
    if (!m_scanned || !m_scanned->ordonnance)
        return;
    const Status kept = m_services.record(m_token, *m_scanned->ordonnance, m_outcomes,
                                          int(m_scanned->history.size()));
    if (!kept.ok()) {
        showIssue(kept.error());
        return;
    }
    const QString code = m_scanned->ordonnance->code;
    showScan(m_services.scan(code));
    m_toast->say(tr("Délivrance enregistrée."));
    Q_EMIT recorded();
}

void DispensingPage::chooseFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Ordonnance scannée"), {},
                                     tr("Images et PDF (*.png *.jpg *.jpeg *.bmp *.gif *.pdf)"));
    if (!path.isEmpty())
        openFile(path);
}

void DispensingPage::chooseCamera()
{
    if (m_services.openCamera)
        m_services.openCamera();
}

void DispensingPage::openFile(const QString &path)
{
    if (!mayLeave())
        return;
    clear();
    m_empty->hide();
    m_view->show();
    m_proof->setGrade(uikit::Meaning::Info);
    m_proof->setText(tr("Lecture du fichier…"));
    m_proof->show();
    uikit::whenDone(this, m_services.readFile(path),
                    [this, reading = m_reading](const Result<QString> &text) {
                        if (reading != m_reading)
                            return; // another ordonnance was scanned meanwhile
                        if (text.ok())
                            showScan(m_services.scan(*text));
                        else
                            showScan(Result<ScannedOrdonnance>(text.error()));
                    });
}

void DispensingPage::showIssue(const Error &error)
{
    m_warned = false; // its warning is no longer read
    m_problem->say(uikit::Meaning::Stop, m_services.explain(error));
}

void DispensingPage::refreshLines()
{
    m_model->set(m_scanned, m_outcomes);
    Q_EMIT stateChanged();
}

} // namespace ambroise::dispensing::ui
