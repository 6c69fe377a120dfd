// SPDX-License-Identifier: GPL-3.0-or-later
#include "assistant.h"

#include "keystep.h"
#include "personstep.h"
#include "placestep.h"
#include "practicestep.h"
#include "proofstep.h"
#include "steplist.h"
#include "twosides.h"

#include <words/sentences.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/access/ui/whendone.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/type.h>

#include <QApplication>
#include <QShortcut>
#include <QVBoxLayout>

namespace ambroise::app::firstrun {
namespace {

const QString administrator = QStringLiteral("admin");

} // namespace

Assistant::Assistant(const Post &post, crypto::Argon2Params params, const Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_params(params)
    , m_clock(clock)
    , m_givenUp(std::make_shared<std::atomic<bool>>(false))
    , m_sides(new TwoSides(this))
    , m_list(new StepList)
    , m_notice(new access::ui::Notice)
    , m_practice(new PracticeStep)
    , m_place(new PlaceStep(post))
    , m_person(new PersonStep(access::Role::Medecin))
    , m_secretary(new PersonStep(access::Role::Secretaire))
    , m_keyStep(new KeyStep)
    , m_proof(new ProofStep)
    , m_next(new uikit::PrimaryButton(tr("Continuer"), u"↵"_qs))
    , m_later(new uikit::Button(tr("Plus tard"), u"Alt P"_qs))
    , m_back(new uikit::Button(tr("Retour"), tr("Échap")))
{
    build();
    bindKeys();
    const auto stages = {Stage::Practice,  Stage::Place, Stage::Person,
                         Stage::Secretary, Stage::Key,   Stage::Proof};
    for (const Stage stage : stages)
        listen(stepOf(stage), stage);
    connect(m_keyStep, &KeyStep::kept, this,
            [this](const QString &sentence) { m_notice->say(uikit::Meaning::Done, sentence); });
}

Assistant::~Assistant()
{
    *m_givenUp = true;
    m_job.waitForFinished();
}

void Assistant::build()
{
    m_sides->setSubtitle(tr("Créer un cabinet"));
    m_sides->left()->addWidget(m_list);
    m_sides->left()->addStretch();
    const std::initializer_list<QWidget *> steps = {m_practice,  m_place,   m_person,
                                                    m_secretary, m_keyStep, m_proof};
    for (QWidget *step : steps)
        m_sides->page()->addWidget(step);
    m_sides->page()->addSpacing(uikit::scaled(12));
    m_sides->page()->addWidget(m_notice);
    m_sides->page()->addStretch();
    auto *foot = new QWidget;
    auto *acts = new QHBoxLayout(foot);
    acts->setContentsMargins({});
    acts->setSpacing(uikit::scaled(8));
    acts->addWidget(m_back);
    acts->addStretch();
    acts->addWidget(m_later);
    acts->addWidget(m_next);
    m_next->setTall(true);
    m_later->setTall(true);
    m_back->setTall(true);
    m_sides->setFoot(foot);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_sides);
    connect(m_next, &QPushButton::clicked, this, &Assistant::next);
    connect(m_later, &QPushButton::clicked, this, &Assistant::later);
    connect(m_back, &QPushButton::clicked, this, &Assistant::back);
}

void Assistant::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    // ↵ presses the button that has the focus, as everywhere; elsewhere it continues.
    bind(Qt::Key_Return, [this] {
        if (auto *button = qobject_cast<uikit::Button *>(QApplication::focusWidget()))
            button->click();
        else
            next();
    });
    bind(Qt::Key_Enter, &Assistant::next);
    bind(Qt::CTRL | Qt::Key_Return, &Assistant::next);
    bind(Qt::ALT | Qt::Key_P, &Assistant::later);
    bind(Qt::Key_Escape, &Assistant::back);
}

void Assistant::listen(Step *step, Stage stage)
{
    connect(step, &Step::accepted, this, [this, stage] { accepted(stage); });
    connect(step, &Step::busy, this, &Assistant::setBusy);
    connect(step, &Step::told, this,
            [this](const QString &sentence) { m_notice->say(uikit::Meaning::Stop, sentence); });
}

Step *Assistant::stepOf(Stage stage) const
{
    switch (stage) {
    case Stage::Practice:
        return m_practice;
    case Stage::Place:
        return m_place;
    case Stage::Person:
        return m_person;
    case Stage::Secretary:
        return m_secretary;
    case Stage::Creating:
        return nullptr;
    case Stage::Key:
        return m_keyStep;
    case Stage::Proof:
        return m_proof;
    }
    return nullptr;
}

bool Assistant::isOfficine() const
{
    return m_place->post().profile == Post::Profile::Officine;
}

QStringList Assistant::titles() const
{
    if (isOfficine())
        return {tr("Cabinet"), tr("Données et poste"), tr("Pharmacien"), tr("Clé de secours")};
    return {tr("Cabinet"), tr("Données et poste"), tr("Médecin"), tr("Secrétaire"),
            tr("Clé de secours")};
}

void Assistant::begin()
{
    show(m_stage);
}

void Assistant::show(Stage stage)
{
    m_stage = stage;
    const auto stages = {Stage::Practice,  Stage::Place, Stage::Person,
                         Stage::Secretary, Stage::Key,   Stage::Proof};
    for (const Stage other : stages)
        stepOf(other)->setVisible(other == stage);
    showWords();
    if (Step *step = stepOf(stage))
        step->setFocus();
    else
        setFocus();
}

void Assistant::showWords()
{
    struct Words {
        QString title, subtitle, next;
    };
    const auto words = [this]() -> Words {
        switch (m_stage) {
        case Stage::Practice:
            return {tr("Le cabinet"),
                    tr("Imprimé en tête de chaque ordonnance ; se change ensuite dans Réglages."),
                    tr("Continuer")};
        case Stage::Place:
            return {tr("Données et poste"), tr("Les réglages proposés conviennent à la plupart."),
                    tr("Continuer")};
        case Stage::Person:
            return {isOfficine() ? tr("Le pharmacien") : tr("Le médecin"),
                    tr("D’autres personnes s’ajoutent ensuite, dans Réglages, Comptes."),
                    isOfficine() ? tr("Créer le cabinet") : tr("Continuer")};
        case Stage::Secretary:
            return {tr("Le secrétariat"),
                    tr("Voit l’identité et les coordonnées des patients, pas le dossier médical."),
                    tr("Créer le cabinet")};
        case Stage::Creating:
            return {tr("Création du cabinet"), m_busy, {}};
        case Stage::Key:
            return {tr("Clé de secours du cabinet"),
                    tr("Elle ouvre le cabinet quand plus personne ne le peut : mot de passe "
                       "oublié, carte perdue. Qui la possède peut tout lire. Elle n’est montrée "
                       "qu’une seule fois : l’imprimer ou l’enregistrer, et la garder hors du "
                       "cabinet."),
                    tr("Clé gardée")};
        case Stage::Proof:
            return {tr("Vérifier que la clé est gardée"),
                    tr("Ambroise ne la garde pas et ne pourra plus la montrer : recopier un groupe "
                       "depuis la feuille prouve qu’elle est bien chez vous."),
                    tr("Terminer")};
        }
        return {};
    }();
    m_sides->setHeading(words.title, words.subtitle);
    m_next->setText(m_busy.isEmpty() ? words.next : m_busy);
    m_next->setKey(m_stage == Stage::Key ? u"Ctrl ↵"_qs : u"↵"_qs); // there ↵ prints
    m_next->setVisible(m_stage != Stage::Creating);
    m_next->setEnabled(m_busy.isEmpty());
    m_later->setVisible(m_stage == Stage::Secretary);
    m_back->setVisible(m_stage != Stage::Key);
    m_back->setText(m_stage == Stage::Creating ? tr("Annuler")
                    : m_stage == Stage::Proof  ? tr("Revoir la clé")
                                               : tr("Retour"));
    const int last = int(titles().size()) - 1;
    m_list->set(titles(), m_stage < Stage::Creating ? int(m_stage) : last);
}

void Assistant::setBusy(const QString &text)
{
    m_busy = text;
    if (Step *step = stepOf(m_stage))
        step->setEnabled(text.isEmpty());
    showWords();
}

void Assistant::next()
{
    Step *step = stepOf(m_stage);
    if (!step || !m_busy.isEmpty())
        return;
    m_notice->clear();
    step->submit();
}

void Assistant::back()
{
    if (m_stage == Stage::Creating) {
        *m_givenUp = true;
        setBusy(tr("Arrêt en cours…"));
        return;
    }
    if (!m_busy.isEmpty() || m_stage == Stage::Key)
        return;
    m_notice->clear();
    if (m_stage == Stage::Practice) {
        Q_EMIT left();
        return;
    }
    show(m_stage == Stage::Proof ? Stage::Key : Stage(int(m_stage) - 1));
}

void Assistant::accepted(Stage stage)
{
    switch (stage) {
    case Stage::Practice:
        show(Stage::Place);
        return;
    case Stage::Place:
        showPerson();
        return;
    case Stage::Person:
        if (isOfficine())
            create();
        else
            showSecretary();
        return;
    case Stage::Secretary:
        m_withSecretary = true;
        create();
        return;
    case Stage::Key:
        m_proof->ask(m_key);
        show(Stage::Proof);
        return;
    case Stage::Proof:
        finish();
        return;
    case Stage::Creating:
        return;
    }
}

void Assistant::later()
{
    if (m_stage != Stage::Secretary)
        return;
    m_withSecretary = false;
    create();
}

void Assistant::showPerson()
{
    m_person->setRole(isOfficine() ? access::Role::Pharmacien : access::Role::Medecin);
    const bool manages = allows(m_person->role(), access::Right::ManageAccounts);
    m_person->setSurroundings(m_practice->profile().name,
                              manages ? QStringList() : QStringList{administrator});
    show(Stage::Person);
}

void Assistant::showSecretary()
{
    m_secretary->setSurroundings(m_practice->profile().name, {m_person->person().login.value()});
    show(Stage::Secretary);
}

CreationOptions Assistant::options() const
{
    CreationOptions options;
    options.profile = m_practice->profile();
    options.engine = m_place->engine();
    options.server = m_place->server();
    options.params = m_params;
    const FirstPerson first = m_person->person();
    options.people << first;
    if (!allows(first.person.role, access::Right::ManageAccounts)) {
        access::Person manager = first.person;
        manager.role = access::Role::Administrateur;
        options.people << FirstPerson{*access::Login::parse(administrator), manager,
                                      first.password};
    }
    if (m_withSecretary && !isOfficine())
        options.people << m_secretary->person();
    return options;
}

void Assistant::create()
{
    m_notice->clear();
    m_warned.clear();
    show(Stage::Creating);
    m_givenUp = std::make_shared<std::atomic<bool>>(false);
    m_job = createInBackground(PracticeFolder(m_place->folder()), options(), m_clock, m_givenUp);
    access::ui::whenDone(
        this, m_job, [this](const Result<RecoveryKeyPtr> &key) { ended(key); },
        [this](const QString &text) { setBusy(text); });
}

void Assistant::ended(const Result<RecoveryKeyPtr> &key)
{
    m_job = {};
    m_busy.clear();
    if (!key.ok()) {
        failed(key.error());
        return;
    }
    m_key = *key; // also of one that was whole before it was given up
    m_person->forgetPassword();
    m_secretary->forgetPassword();
    const Status shown = m_keyStep->show(m_practice->profile().name, m_key, m_clock.today());
    show(Stage::Key);
    if (!shown.ok()) // the groups are on the screen all the same
        m_notice->say(uikit::Meaning::Caution, sentenceOf(shown.error()));
}

void Assistant::failed(const Error &error)
{
    const auto stages = {Stage::Practice, Stage::Place, Stage::Person, Stage::Secretary};
    const Stage last = isOfficine() ? Stage::Person : Stage::Secretary;
    if (error.code == ErrorCode::Cancelled) {
        show(last);
        return;
    }
    for (const Stage stage : stages)
        if (stepOf(stage)->blame(error)) {
            show(stage);
            return;
        }
    show(last);
    m_notice->say(uikit::Meaning::Stop, sentenceOf(error));
}

void Assistant::finish()
{
    m_keyStep->forget();
    m_proof->forget();
    m_key.reset(); // wiped: nobody else has it
    Q_EMIT created(PracticeFolder(m_place->folder()).path(), m_person->person().login.value(),
                   m_place->post());
}

QString Assistant::wouldLose() const
{
    if (m_stage == Stage::Creating)
        return tr("La création du cabinet est en cours. Fermer encore une fois l’annule.");
    if (m_key)
        return tr("La clé de secours n’est pas encore gardée. Fermer encore une fois la perd.");
    return {};
}

bool Assistant::mayEnd()
{
    const QString lost = wouldLose();
    if (lost.isEmpty() || lost == m_warned)
        return true;
    m_warned = lost;
    m_notice->say(uikit::Meaning::Stop, lost);
    return false;
}

} // namespace ambroise::app::firstrun
