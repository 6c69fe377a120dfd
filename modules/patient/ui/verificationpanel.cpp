// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/verificationpanel.h>

#include "patientlistmodel.h"

#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QListView>
#include <QVBoxLayout>

#include <utility>

namespace ambroise::patient::ui {
namespace {
constexpr int rowHeight = 46;
}

VerificationPanel::VerificationPanel(Services services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_message(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_ask(new uikit::AskLine(this))
    , m_list(new QListView(this))
    , m_model(new PatientListModel(clock, this))
{
    m_list->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(rowHeight, m_list);
    delegate->setInset(16);
    delegate->setSeparators(true);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(tr("INS qu’INSi ne reconnaît plus"));
    uikit::prepareList(*m_list);
    m_message->setInset(16);
    m_message->hide();
    m_list->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_ask);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);
    connect(m_list, &QListView::activated, this, &VerificationPanel::openCurrent);
    connect(m_ask, &uikit::AskLine::answered, this,
            [this](const QString &code) { answerCode(code); });
    connect(m_ask, &uikit::AskLine::givenUp, this, [this] { answerCode(std::nullopt); });
}

VerificationPanel::~VerificationPanel()
{
    answerCode(std::nullopt);
    m_run.cancel();
}

bool VerificationPanel::showsLost() const
{
    return !m_list->isHidden();
}

void VerificationPanel::propose(IdentityQueue queue, qint64 count)
{
    if (isRunning() || count == 0 || m_proposed == queue)
        return;
    m_list->hide();
    m_proposed = queue;
    tell(uikit::Meaning::Info,
         tr("Vérifier %n INS auprès d’INSi, l’un après l’autre ?", nullptr, int(count)),
         tr("Une identité dont INSi ne reconnaît plus l’INS le perd, et son statut avec lui."));
    m_message->addAct(tr("Vérifier"), u"Ctrl ↵"_qs, [this] { confirm(); });
    m_message->addAct(tr("Renoncer"), tr("Échap"), [this] { leave(); });
    Q_EMIT changed();
}

void VerificationPanel::confirm()
{
    const auto queue = std::exchange(m_proposed, {});
    if (!queue)
        return;
    tell(uikit::Meaning::Info, tr("INSi est interrogé…"));
    m_message->addAct(tr("Arrêter"), tr("Échap"), m_services.stop);
    m_run = m_services.run(*queue);
    uikit::whenDone(
        this, m_run, [this](const Result<VerifiedIns> &verified) { finish(verified); },
        [this](const QString &far) {
            m_message->setText(tr("INSi est interrogé : %1.").arg(far));
        });
}

void VerificationPanel::finish(const Result<VerifiedIns> &verified)
{
    m_run = {};
    answerCode(std::nullopt);
    if (verified.ok())
        showResult(*verified);
    else
        tell(uikit::Meaning::Stop, m_services.explain(verified.error()));
    m_message->addAct(tr("Fermer"), tr("Échap"), [this] { leave(); });
    m_message->announce();
    Q_EMIT changed();
}

void VerificationPanel::showResult(const VerifiedIns &verified)
{
    const QString far = tr("%1 INS vérifiés sur %2").arg(verified.verified).arg(verified.wanted);
    const QString lost = verified.lost.isEmpty()
                             ? tr("INSi reconnaît tous ceux qui l’ont été.")
                             : tr("INSi n’en reconnaît plus %n : identité à établir de nouveau.",
                                  nullptr, int(verified.lost.size()));
    if (verified.stoppedBy && verified.stoppedBy->code != ErrorCode::Cancelled)
        tell(uikit::Meaning::Stop, m_services.explain(*verified.stoppedBy),
             verified.verified > 0 ? far + u". "_qs + lost : far + u'.');
    else
        tell(verified.lost.isEmpty() ? uikit::Meaning::Done : uikit::Meaning::Caution, far + u'.',
             verified.verified > 0 ? lost : QString());
    m_model->set(verified.lost);
    m_list->setVisible(!verified.lost.isEmpty());
    m_list->setCurrentIndex(m_model->index(0));
}

void VerificationPanel::tell(uikit::Meaning grade, const QString &text, const QString &rest)
{
    m_message->setGrade(grade);
    m_message->clearActs();
    m_message->setText(text, rest);
    m_message->show();
}

bool VerificationPanel::leave()
{
    if (isRunning()) {
        m_services.stop();
        return true;
    }
    if (m_message->isHidden())
        return false;
    m_proposed.reset();
    m_message->hide();
    m_list->hide();
    Q_EMIT changed();
    return true;
}

void VerificationPanel::askCode(CodeAnswer answer)
{
    answerCode(std::nullopt);
    m_code = std::move(answer);
    m_ask->askSecret(tr("Code de la carte"), tr("Signer l’appel"));
}

void VerificationPanel::answerCode(const std::optional<QString> &code)
{
    m_ask->finish();
    if (const CodeAnswer answer = std::exchange(m_code, {}))
        answer(code);
}

void VerificationPanel::openCurrent()
{
    if (const PatientId chosen = m_model->idAt(m_list->currentIndex()); chosen.isStored())
        Q_EMIT openRequested(chosen);
}

} // namespace ambroise::patient::ui
