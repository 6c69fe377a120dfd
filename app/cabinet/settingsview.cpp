// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsview.h"

#include "accountwiring.h"
#include "delegationwiring.h"
#include "documentkindswiring.h"
#include "insipage.h"
#include "journalwiring.h"
#include "labelpage.h"
#include "letterdesk.h"
#include "ordonnancewiring.h"
#include "patientwiring.h"
#include "postpage.h"
#include "practicepage.h"
#include "printerspage.h"
#include "recordwiring.h"
#include "referentialspage.h"
#include "settingspage.h"
#include "signaturepage.h"

#include <ambroise/storage/database.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QCoreApplication>
#include <QListWidget>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ambroise::app {
namespace {

constexpr std::array textSizes = {90, 100, 115, 130, 150};

} // namespace

SettingsView::SettingsView(Practice &practice, const access::Session &session, const Post &post,
                           Door door, QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_session(session)
    , m_titles(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    if (const auto kept = practice.preferences().get(session.account().id); kept.ok())
        m_preferences = *kept;
    m_titles->setFixedWidth(uikit::scaled(252));
    m_titles->setFrameShape(QFrame::NoFrame);
    m_titles->setAccessibleName(tr("Réglages"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_titles);
    layout->addWidget(m_pages, 1);
    addPage(tr("Apparence et verrouillage"), appearancePage());
    addPage(tr("Mon compte"), ownAccountPage(session, door));
    if (session.may(access::Right::Prescribe))
        addPage(tr("Ma signature"), new SignaturePage(practice, session));
    if (session.may(access::Right::ManageAccounts))
        addPage(tr("Comptes"), accountsPage(session, door));
    if (session.account().person.role == access::Role::Medecin ||
        session.may(access::Right::ManageAccounts))
        addPage(tr("Délégations"), delegationsPage(practice, session));
    if (session.may(access::Right::ManagePractice)) {
        auto *practicePage = new PracticePage(practice, session);
        addPage(tr("Cabinet"), practicePage);
        connect(practicePage, &PracticePage::saved, this, &SettingsView::practiceRenamed);
        auto *postPage = new PostPage(post);
        addPage(tr("Poste"), postPage);
        connect(postPage, &PostPage::saved, this, &SettingsView::postChanged);
    }
    if (session.may(access::Right::ManagePractice) ||
        session.may(access::Right::WriteAdministrative)) {
        addPage(tr("Imprimantes"), new PrintersPage);
        addPage(tr("Étiquettes"), new LabelPage);
    }
    if (session.may(access::Right::ManagePractice)) {
        addPage(tr("INSi"), new InsiPage(practice, session));
        addPage(tr("Pièces d’identité"), documentKindsPage(practice, session));
    }
    if (session.may(access::Right::WriteClinical)) {
        addPage(tr("Modèles de note"),
                new record::ui::TemplatesPage(templateServices(practice, session)));
        addPage(tr("Modèles de courrier"),
                new documents::ui::LetterTemplatesPage(letterTemplateServices(practice, session)));
    }
    if (session.may(access::Right::Prescribe)) {
        addPage(tr("Modèles d’ordonnance"),
                new prescription::ui::ProtocolsPage(protocolServices(practice, session)));
        addPage(tr("Signaux"), alertSettingsPage(practice, session));
    }
    if (session.may(access::Right::WriteAdministrative))
        addPage(tr("Correspondants"),
                new patient::ui::CorrespondentsPage(correspondentServices(practice, session)));
    auto *referentials = new ReferentialsPage(practice, session);
    addPage(tr("Référentiels"), referentials);
    connect(referentials, &ReferentialsPage::changed, this, &SettingsView::referentialsChanged);
    if (session.may(access::Right::ReadJournal)) {
        m_journal =
            new audit::ui::JournalPage(journalServices(practice, session), practice.clock());
        addPage(tr("Journal des accès"), m_journal);
        connect(m_journal, &audit::ui::JournalPage::backRequested, this,
                &SettingsView::backRequested);
    }
    addPage(tr("À propos"), aboutPage());
    connect(m_titles, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_titles->setCurrentRow(0);
    setFocusProxy(m_titles);
}

void SettingsView::addPage(const QString &title, QWidget *page)
{
    auto *item = new QListWidgetItem(title, m_titles);
    item->setSizeHint({0, uikit::scaled(34)});
    m_pages->addWidget(page);
}

void SettingsView::showJournal()
{
    if (m_journal)
        m_titles->setCurrentRow(m_pages->indexOf(m_journal));
}

void SettingsView::showJournalOf(PatientId patient, const QString &name)
{
    if (m_journal)
        m_journal->narrowTo(patient, name);
    showJournal();
}

QWidget *SettingsView::appearancePage()
{
    auto *page = new QWidget;
    auto *layout = settingsColumn(page, tr("Apparence et verrouillage"));
    auto *grid = new uikit::FormGrid(2, page);
    auto *appearance = new uikit::Segmented(tr("Apparence"), {tr("Claire"), tr("Sombre")},
                                            uikit::Segmented::Density::Regular, page);
    appearance->setCurrent(m_preferences.appearance == access::Appearance::Dark ? 1 : 0);
    auto *language = new uikit::Segmented(tr("Langue"), {u"Français"_qs, u"English"_qs},
                                          uikit::Segmented::Density::Regular, page);
    language->setCurrent(m_preferences.language == access::Language::English ? 1 : 0);
    QStringList sizes;
    for (const int size : textSizes)
        sizes << u"%1\u202F%"_qs.arg(size);
    auto *text = new uikit::Segmented(tr("Taille du texte"), sizes,
                                      uikit::Segmented::Density::Regular, page);
    const auto *found = std::find(textSizes.begin(), textSizes.end(), m_preferences.textPercent);
    text->setCurrent(found == textSizes.end() ? 1 : int(found - textSizes.begin()));
    auto *lock = new QSpinBox(page);
    lock->setRange(1, 60);
    lock->setSuffix(tr(" min"));
    lock->setValue(int(m_preferences.lockAfter.count()));
    grid->add(tr("Apparence"), appearance);
    grid->add(tr("Langue"), language);
    grid->add(tr("Taille du texte"), text);
    grid->add(tr("Verrouiller après"), lock);
    layout->addWidget(grid);
    auto *later = new uikit::MessageLine(uikit::Meaning::Info, page);
    later->setText(tr("Prend effet à la prochaine ouverture de session."));
    later->hide();
    layout->addWidget(later);
    layout->addStretch();
    connect(appearance, &uikit::Segmented::currentChanged, this, [this](int choice) {
        access::Preferences changed = m_preferences;
        changed.appearance = choice == 1 ? access::Appearance::Dark : access::Appearance::Light;
        keep(changed);
    });
    connect(language, &uikit::Segmented::currentChanged, this, [this, later](int choice) {
        access::Preferences changed = m_preferences;
        changed.language = choice == 1 ? access::Language::English : access::Language::French;
        keep(changed);
        later->show();
        later->announce();
    });
    connect(text, &uikit::Segmented::currentChanged, this, [this](int choice) {
        access::Preferences changed = m_preferences;
        changed.textPercent = textSizes.at(size_t(choice));
        keep(changed);
    });
    connect(lock, &QSpinBox::valueChanged, this, [this](int minutes) {
        access::Preferences changed = m_preferences;
        changed.lockAfter = std::chrono::minutes(minutes);
        keep(changed);
    });
    return page;
}

void SettingsView::keep(const access::Preferences &preferences)
{
    m_preferences = preferences;
    if (const Status kept = m_practice.preferences().put(m_session.account().id, preferences);
        !kept.ok())
        qWarning("preferences: %s", qPrintable(kept.error().subject));
    Q_EMIT preferencesChanged(preferences);
}

QWidget *SettingsView::aboutPage()
{
    auto *page = new QWidget;
    auto *layout = settingsColumn(page, u"Ambroise"_qs);
    const auto cipher = storage::cipherVersion();
    const QStringList lines{
        tr("Version %1").arg(QCoreApplication::applicationVersion()),
        tr("Logiciel libre, licence GPL 3 ou ultérieure. Sans garantie."),
        tr("Les signaux de prescription (interactions, doses, allergies, contre-indications…) sont "
           "donnés pour information : ce logiciel ne porte pas le marquage CE d’un dispositif "
           "médical. Sous « Non contrôlé », il dit ce qu’il ne sait pas."),
        tr("Qt %1, SQLCipher %2, SQLite, OpenSSL, Argon2, ZXing-C++, libqrencode, Poppler.")
            .arg(QString::fromLatin1(qVersion()), cipher.ok() ? *cipher : QString()),
        tr("Icônes : Bootstrap Icons (MIT). Police : Inter (SIL OFL 1.1)."),
        tr("Médicaments : base de données publique des médicaments (ANSM, HAS, UNCAM), "
           "réutilisation libre.")};
    for (const QString &line : lines) {
        auto *label =
            new uikit::Label(line, uikit::TextRole::Body, uikit::Token::Text, false, page);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addStretch();
    return page;
}

} // namespace ambroise::app
