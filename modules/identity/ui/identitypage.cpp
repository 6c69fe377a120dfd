// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/ui/identitypage.h>

#include "comparetable.h"
#include "decisionside.h"
#include "documentbox.h"
#include "documentreading.h"
#include "nextstep.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QCheckBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ambroise::identity::ui {

IdentityPage::IdentityPage(IdentityServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_reading(new DocumentReading(m_services, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new uikit::Column(nullptr, buildCentre(), buildSide(), this));
    followReading();
    connect(m_document, &DocumentBox::changed, this, &IdentityPage::update);
    connect(m_document, &DocumentBox::sourceChanged, m_reading, &DocumentReading::forget);
    connect(m_document, &DocumentBox::codeTyped, m_reading, &DocumentReading::takeText);
    connect(m_document, &DocumentBox::fileRequested, this, &IdentityPage::chooseFile);
    connect(m_document, &DocumentBox::cameraRequested, this, &IdentityPage::openCamera);
    connect(&m_table->compared(), &CompareModel::typedInto, m_reading, &DocumentReading::take);
    connect(m_seen, &QCheckBox::toggled, this, &IdentityPage::update);
    connect(m_primary, &QPushButton::clicked, this, &IdentityPage::decide);
    connect(m_insi, &QPushButton::clicked, this, &IdentityPage::askInsi);
    connect(m_verify, &QPushButton::clicked, this, &IdentityPage::verifyIns);
    connect(m_difference, &QPushButton::clicked, this, &IdentityPage::reportDifference);
    connect(m_doubt, &QPushButton::clicked, this, &IdentityPage::markDoubtful);
    connect(m_ask, &uikit::AskLine::answered, this, [this](const QString &text) {
        if (const auto answer = m_answer)
            answer(text);
    });
    connect(m_ask, &uikit::AskLine::givenUp, this, [this] {
        m_ask->finish();
        dropCode();
    });
    connect(m_side, &DecisionSide::labelRequested, this, &IdentityPage::printLabel);
    connect(m_side, &DecisionSide::withdrawRequested, this, &IdentityPage::withdrawCheck);
    connect(m_side, &DecisionSide::homonymRequested, this, &IdentityPage::liftHomonym);
}

IdentityPage::~IdentityPage()
{
    dropCode();
    m_asking.cancel();
    m_verifying.cancel();
}

QWidget *IdentityPage::buildCentre()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setBackgroundRole(QPalette::Base);
    auto *centre = new QWidget;
    scroll->setWidget(centre);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(uikit::scaled(20), uikit::scaled(12), uikit::scaled(20),
                               uikit::scaled(12));
    layout->setSpacing(uikit::scaled(10));
    auto *head = new QHBoxLayout;
    head->addWidget(new uikit::Label(tr("Contrôler la pièce d’identité"), uikit::TextRole::Document,
                                     uikit::Token::Text, true, centre));
    m_by = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, centre);
    head->addWidget(m_by);
    head->addStretch();
    m_insi = new uikit::Button(tr("Interroger INSi"), u"F5"_qs, centre);
    m_verify = new uikit::Button(tr("Vérifier l’INS"), tr("Maj F5"), centre);
    head->addWidget(m_verify);
    head->addWidget(m_insi);
    layout->addLayout(head);
    m_message = new uikit::MessageLine(uikit::Meaning::Stop, centre);
    m_message->hide();
    layout->addWidget(m_message);
    m_document = new DocumentBox(bool(m_services.openCamera), centre);
    layout->addWidget(m_document);
    m_table = new CompareTable(centre);
    layout->addWidget(m_table);
    layout->addStretch();
    m_conclusion = new uikit::Label({}, uikit::TextRole::Page, uikit::Token::Text, true, centre);
    m_conclusion->setWordWrap(true);
    m_explanation = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, centre);
    m_explanation->setWordWrap(true);
    layout->addWidget(m_conclusion);
    layout->addWidget(m_explanation);
    m_seen = new QCheckBox(centre);
    layout->addWidget(m_seen);
    m_ask = new uikit::AskLine(centre);
    layout->addWidget(m_ask);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(uikit::scaled(8));
    m_primary = new uikit::PrimaryButton(tr("Qualifier l’identité"), u"Ctrl ↵"_qs, centre);
    m_difference = new uikit::Button(tr("Signaler un écart"), u"Alt S"_qs, centre);
    m_doubt = new uikit::Button(tr("Identité douteuse"), u"Alt D"_qs, centre);
    acts->addWidget(m_primary);
    acts->addWidget(m_difference);
    acts->addWidget(m_doubt);
    acts->addStretch();
    acts->addWidget(new uikit::Label(tr("En cas de doute, ne pas qualifier."),
                                     uikit::TextRole::Body, uikit::Token::Text2, false, centre));
    layout->addLayout(acts);
    return scroll;
}

QWidget *IdentityPage::buildSide()
{
    m_side = new DecisionSide;
    return m_side;
}

void IdentityPage::setIdentity(const Identity &identity)
{
    const bool same = m_identity && *m_identity == identity;
    m_identity = identity;
    if (!same) { // what was asked and read was of another identity
        cancelInsi();
        m_found.reset();
        m_reading->forget();
        m_seen->setChecked(false);
        m_ask->finish();
        dropCode();
        m_document->clear();
    }
    if (!same || m_mayNot) // what is still so is told again
        m_message->hide();
    const auto mandate = m_services.mandate();
    m_mayNot = mandate.ok() ? std::nullopt : std::optional(mandate.error());
    m_mandate = mandate.ok() ? *mandate : Mandate();
    const auto kinds = m_services.kinds();
    if (kinds.ok())
        m_document->setKinds(*kinds);
    else
        tell(kinds.error());
    if (m_mayNot)
        tell(*m_mayNot);
    showTrace();
    update();
}

void IdentityPage::update()
{
    if (!m_identity)
        return;
    showTable();
    showConclusion();
    Q_EMIT stateChanged();
}

void IdentityPage::showTable()
{
    ToldTraits document;
    if (const auto &read = m_reading->read())
        document = read->traits;
    m_table->compared().setToday(m_services.today());
    m_table->compared().setTyped(m_document->source() == DocumentBox::Source::Typed);
    const auto shown = evidence();
    const Findings now = findings(shown);
    m_table->compared().setPlaceName(now.placeName());
    m_table->compared().set(now.reference(), ToldTraits::of(m_identity->traits()), document,
                            m_found.has_value());
}

Result<Evidence> IdentityPage::evidence() const
{
    const auto kind = m_document->kind();
    const auto &read = m_reading->read();
    Evidence::Parts parts;
    parts.kind = kind.value_or(DocumentKind());
    parts.presentation = m_document->presentation();
    parts.readBy = m_document->source() == DocumentBox::Source::Sight ? ReadBy::Sight
                   : read                                             ? read->how
                                                                      : ReadBy::Typed;
    parts.parentKind = m_document->parentKind();
    parts.validUntil = read ? read->validUntil : QDate();
    return Evidence::make(std::move(parts), m_identity->traits().birthDate().date(),
                          m_services.today());
}

Findings IdentityPage::findings(const Result<Evidence> &evidence) const
{
    return {*m_identity,          m_mayNot,          m_found,
            m_reading->read(),    m_check,           m_document->kind().has_value(),
            m_document->source(), evidence,          m_seen->isChecked(),
            m_services.today(),   m_services.explain};
}

void IdentityPage::showConclusion()
{
    const auto shown = evidence();
    const NextStep now = NextStep::from(findings(shown));
    m_conclusion->setText(now.title);
    m_explanation->setText(now.explanation);
    m_explanation->setVisible(!now.explanation.isEmpty());
    m_by->setText(m_mandate.isOwn() ? QString()
                                    : tr("par délégation de %1").arg(m_mandate.mandatorName));
    const bool bySight = m_document->source() == DocumentBox::Source::Sight;
    m_seen->setText(bySight ? tr("J’ai vu la personne et sa pièce, la photo et les 5 traits "
                                 "correspondent")
                            : tr("J’ai vu la personne et sa pièce, la photo correspond"));
    m_seen->setVisible(m_document->kind().has_value());
    const bool accepts = now.act == NextStep::Act::AcceptInsi;
    m_primary->setText(accepts ? tr("Accepter l’identité d’INSi")
                       : now.after == IdentityStatus::Validated ? tr("Valider l’identité")
                                                                : tr("Qualifier l’identité"));
    m_primary->setEnabled(now.act != NextStep::Act::None);
    m_verify->setVisible(m_identity->ins().has_value());
    m_verify->setEnabled(mayAskInsi().ok() && !isAsking() && bool(m_services.verifyIns));
    m_insi->setEnabled(mayAskInsi().ok() && !isAsking() && bool(m_services.askInsi) &&
                       m_identity->traits().sex() != Sex::Indeterminate);
    m_difference->setEnabled(!m_mayNot && m_document->kind().has_value());
    m_doubt->setEnabled(!m_mayNot && !m_identity->attributes().isFictive());
    m_doubt->setText(m_identity->attributes().isDoubtful() ? tr("Lever le doute")
                                                           : tr("Identité douteuse"));
    m_side->showDecision(*m_identity, now.after);
    m_side->showKept(m_document->kind() && shown.ok() ? std::optional(shown->parts())
                                                      : std::nullopt);
    m_side->setActs({.print = m_identity->isQualified() && bool(m_services.printLabel),
                     .withdraw = !m_mayNot && m_identity->facts().coherenceChecked,
                     .liftHomonym = !m_mayNot && m_identity->attributes().isHomonym()});
}

void IdentityPage::showTrace()
{
    const auto entries = m_services.trace();
    const auto calls = m_services.calls();
    const auto merged = m_services.mergedTraces ? m_services.mergedTraces()
                                                : Result<QList<MergedTrace>>(QList<MergedTrace>());
    if (!entries.ok())
        tell(entries.error());
    else if (!calls.ok())
        tell(calls.error());
    else if (!merged.ok())
        tell(merged.error());
    else
        m_side->showTrace(*entries, *calls, *merged);
    m_check.reset();
    for (const TraceEntry &entry : entries.ok() ? *entries : QList<TraceEntry>())
        if (!m_check && (entry.cause == Cause::Checked || entry.cause == Cause::ApcvRead))
            m_check = entry;
}

void IdentityPage::tell(const Error &error)
{
    say(uikit::Meaning::Stop, m_services.explain(error));
    m_message->announce();
}

void IdentityPage::say(uikit::Meaning grade, const QString &text, const QString &rest)
{
    m_message->setGrade(grade);
    m_message->setText(text, rest);
    m_message->clearActs();
    m_message->show();
}

void IdentityPage::followReading()
{
    connect(m_reading, &DocumentReading::began, this,
            [this] { say(uikit::Meaning::Info, tr("Lecture de la pièce…")); });
    connect(m_reading, &DocumentReading::ended, m_message, &QWidget::hide);
    connect(m_reading, &DocumentReading::changed, this, &IdentityPage::update);
    connect(m_reading, &DocumentReading::unreadable, this,
            [this](const Error &error) { m_document->showUnreadable(m_services.explain(error)); });
    connect(m_reading, &DocumentReading::recognized, this, [this] {
        const ReadDocument &read = *m_reading->read();
        m_document->showRead(read);
        if (!read.remark.isEmpty())
            say(uikit::Meaning::Caution, read.remark);
    });
}

void IdentityPage::takeText(const QString &text)
{
    m_reading->takeText(text);
}

void IdentityPage::takeScan(const QString &text)
{
    m_reading->takeScan(text);
}

void IdentityPage::openFile(const QString &path)
{
    m_reading->openFile(path);
}

void IdentityPage::chooseFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Pièce d’identité"), {},
                                     tr("Images et PDF (*.png *.jpg *.jpeg *.bmp *.gif *.pdf)"));
    if (!path.isEmpty())
        openFile(path);
}

void IdentityPage::openCamera()
{
    if (m_services.openCamera)
        m_services.openCamera();
}

Status IdentityPage::mayAskInsi() const
{
    if (m_mayNot)
        return *m_mayNot;
    if (m_identity->attributes().forcesProvisional())
        return Error{ErrorCode::Denied, u"identity.blocked"_qs, {}};
    return done();
}

void IdentityPage::askInsi()
{
    if (m_insi->isEnabled())
        waitForInsi(m_services.askInsi());
}

void IdentityPage::askInsiByCard(const InsiCardKey &key)
{
    if (const Status may = mayAskInsi(); !may.ok())
        tell(may.error());
    else if (!isAsking())
        waitForInsi(m_services.askInsiByCard(key));
}

void IdentityPage::tellAsking()
{
    say(uikit::Meaning::Info, tr("INSi est interrogé…"));
    m_message->addAct(tr("Annuler"), tr("Échap"), [this] { cancelInsi(); });
}

void IdentityPage::verifyIns()
{
    if (!m_verify->isEnabled() || m_verify->isHidden())
        return;
    tellAsking();
    m_verifying = m_services.verifyIns();
    uikit::whenDone(this, m_verifying, [this, question = ++m_question](const Result<bool> &holds) {
        if (question == m_question)
            showVerified(holds);
    });
    update();
}

void IdentityPage::showVerified(const Result<bool> &holds)
{
    m_verifying = {};
    m_message->hide();
    if (!holds.ok()) {
        tell(holds.error()); // a technical failure changes no status
    } else if (*holds) {
        say(uikit::Meaning::Done, tr("INSi reconnaît cet INS."));
    } else {
        Q_EMIT changed();
        say(uikit::Meaning::Caution, tr("INSi ne reconnaît plus cet INS."),
            tr("Il a été retiré, et le statut avec lui : interroger INSi à nouveau."));
    }
    m_message->announce();
    showTrace();
    update();
}

void IdentityPage::waitForInsi(const QFuture<Result<InsiFound>> &asking)
{
    tellAsking();
    m_asking = asking;
    const int question = ++m_question;
    uikit::whenDone(this, m_asking, [this, question](const Result<InsiFound> &found) {
        if (question == m_question)
            showAnswer(found);
    });
    update();
}

void IdentityPage::cancelInsi()
{
    if (!isAsking())
        return;
    if (m_code) {
        m_ask->finish();
        dropCode();
    }
    ++m_question;
    m_asking.cancel();
    m_asking = {};
    m_verifying.cancel();
    m_verifying = {};
    m_message->hide();
    update();
}

void IdentityPage::showAnswer(const Result<InsiFound> &found)
{
    m_asking = {};
    m_message->hide();
    if (!found.ok()) {
        tell(found.error()); // a technical failure changes no status
    } else if (found->answer.verdict == InsiAnswer::Verdict::Found) {
        m_found = *found;
        if (!found->answer.person->ins.matricule.hasRightKey())
            say(uikit::Meaning::Caution, tr("La clé du matricule d’INSi est fausse"),
                tr("il est conservé comme INSi l’a donné."));
    } else {
        m_found.reset();
        if (found->answer.verdict == InsiAnswer::Verdict::Nobody)
            say(uikit::Meaning::Caution, tr("INSi ne connaît personne sous ces traits"),
                tr("les vérifier sur la pièce ; le statut ne change pas."));
        else
            say(uikit::Meaning::Caution, tr("Plusieurs personnes dans INSi"),
                tr("ajouter les autres prénoms et le lieu de naissance."));
        m_message->announce();
    }
    showTrace();
    update();
}

void IdentityPage::write(const QList<IdentityChange> &changes)
{
    if (const Status written = m_services.decide(changes); written.ok())
        Q_EMIT changed();
    else
        tell(written.error());
}

void IdentityPage::decide()
{
    const auto shown = evidence();
    const Findings now = findings(shown);
    const NextStep step = NextStep::from(now);
    if (step.act == NextStep::Act::None)
        return;
    const auto after = now.afterInsi();
    QList<IdentityChange> changes;
    if (const InsiPerson *person = now.person())
        changes.append({Cause::Retrieved, *after, {}, {}, m_found->call, person->history});
    if (step.act == NextStep::Act::Check)
        changes.append({Cause::Checked, *after->checked(*shown), {}, shown->parts(), {}, {}});
    write(changes);
}

void IdentityPage::askCode(CodeAnswer answer)
{
    dropCode();
    m_code = std::move(answer);
    m_answer = [this](const QString &typed) {
        m_ask->finish();
        if (const CodeAnswer code = std::exchange(m_code, {}))
            code(typed);
    };
    m_ask->askSecret(tr("Code de la carte"), tr("Signer l’appel"));
}

void IdentityPage::dropCode()
{
    if (const CodeAnswer code = std::exchange(m_code, {}))
        code(std::nullopt);
}

void IdentityPage::ask(const QString &question, const QString &act,
                       std::function<void(const QString &)> answer)
{
    dropCode();
    m_answer = std::move(answer);
    m_ask->ask(question, act);
}

void IdentityPage::reportDifference()
{
    if (!m_difference->isEnabled())
        return;
    ask(tr("Écart constaté"), tr("Garder la trace"), [this](const QString &reason) {
        if (reason.trimmed().isEmpty())
            return;
        m_ask->finish();
        const auto shown = evidence();
        write({{Cause::Recorded,
                *m_identity,
                reason,
                shown.ok() ? std::optional(shown->parts()) : std::nullopt,
                {},
                {}}});
    });
}

void IdentityPage::markDoubtful()
{
    if (!m_doubt->isEnabled())
        return;
    const bool doubtful = m_identity->attributes().isDoubtful();
    ask(doubtful ? tr("Motif de la levée du doute") : tr("Motif du doute"),
        doubtful ? tr("Lever le doute") : tr("Douter de l’identité"),
        [this, doubtful](const QString &reason) {
            const auto attributes =
                IdentityAttributes::make(!doubtful, false, m_identity->attributes().isHomonym());
            if (reason.trimmed().isEmpty() || !attributes.ok())
                return;
            m_ask->finish();
            write(
                {{Cause::Attributes, m_identity->withAttributes(*attributes), reason, {}, {}, {}}});
        });
}

void IdentityPage::withdrawCheck()
{
    ask(tr("Motif de l’annulation"), tr("Annuler le contrôle"), [this](const QString &reason) {
        if (reason.trimmed().isEmpty())
            return;
        m_ask->finish();
        write({{Cause::CheckWithdrawn, m_identity->withoutCheck(), reason, {}, {}, {}}});
    });
}

void IdentityPage::liftHomonym()
{
    ask(tr("Motif de la levée"), tr("Lever la mention « homonyme »"),
        [this](const QString &reason) {
            const auto attributes =
                IdentityAttributes::make(m_identity->attributes().isDoubtful(), false, false);
            if (reason.trimmed().isEmpty() || !attributes.ok())
                return;
            m_ask->finish();
            write(
                {{Cause::Attributes, m_identity->withAttributes(*attributes), reason, {}, {}, {}}});
        });
}

void IdentityPage::printLabel()
{
    if (!m_services.printLabel || !m_identity || !m_identity->isQualified())
        return;
    if (const Status printed = m_services.printLabel(); !printed.ok())
        tell(printed.error());
}

void IdentityPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isAsking()) {
        cancelInsi();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ambroise::identity::ui
