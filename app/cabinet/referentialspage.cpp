// SPDX-License-Identifier: GPL-3.0-or-later
#include "referentialspage.h"

#include "drugchangesview.h"
#include "settingspage.h"

#include <words/sentences.h>

#include <ambroise/core/text.h>
#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/referential.h>
#include <ambroise/drugs/thesaurus.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/whendone.h>

#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ambroise::app {

ReferentialsPage::ReferentialsPage(Practice &practice, const access::Session &session,
                                   QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_session(session)
    , m_known(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, false, this))
    , m_late(new uikit::MessageLine(uikit::Meaning::Caution, this))
    , m_changes(new DrugChangesView(this))
    , m_progress(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    auto *column = settingsColumn(this, tr("Référentiels"));
    m_known->setWordWrap(true);
    m_progress->hide();
    m_late->hide();
    column->addWidget(m_late);
    column->addWidget(m_known);
    column->addWidget(m_changes);
    m_growthList = new QVBoxLayout;
    m_growthList->setSpacing(uikit::scaled(6));
    column->addLayout(m_growthList);
    column->addWidget(m_progress);
    addImport(
        {tr("Importer la base publique du médicament"),
         tr("Choisir le dossier où sont les fichiers officiels (CIS_bdpm.txt et les autres ; "
            "ceux du registre des hybrides de l’ANSM, fic02grp.txt et fic03spe.txt, à côté)."),
         tr("Dossier de la base du médicament")},
        &ReferentialsPage::importDrugs);
    addImport({tr("Importer le code officiel géographique"),
               tr("Les lieux de naissance. Choisir le dossier où sont les fichiers de "
                  "l’INSEE (v_commune_depuis_1943.csv et les autres)."),
               tr("Dossier du code officiel géographique")},
              &ReferentialsPage::importPlaces);
    addImport({tr("Importer la CIM-10"),
               tr("Les codes des maladies. Choisir le dossier où est le fichier des "
                  "libellés (CSV)."),
               tr("Dossier de la CIM-10")},
              &ReferentialsPage::importConditions);
    addImport({tr("Importer le thésaurus des interactions"),
               tr("Celui de l’ANSM. Choisir le dossier où est son fichier (JSON) ou ses tables."),
               tr("Dossier du thésaurus des interactions")},
              &ReferentialsPage::importInteractions);
    addImport({tr("Importer des courbes de croissance"),
               tr("Celles que le cabinet a obtenues, comme AFPA – CRESS/Inserm 2018, à "
                  "côté de celles de l’OMS. Choisir leur fichier (CSV, valeurs LMS)."),
               tr("Fichier des courbes de croissance"), true},
              &ReferentialsPage::importGrowth);
    column->addStretch();
    enableImports(true);
    list();
}

ReferentialsPage::~ReferentialsPage()
{
    *m_cancelled = true;
}

void ReferentialsPage::addImport(const Offer &offer,
                                 void (ReferentialsPage::*import)(const QString &path))
{
    auto *button = new uikit::Button(offer.act, {}, this);
    layout()->addWidget(button);
    layout()->setAlignment(button, Qt::AlignLeft);
    auto *how =
        new uikit::Label(offer.hint, uikit::TextRole::Small, uikit::Token::Text2, false, this);
    how->setWordWrap(true);
    layout()->addWidget(how);
    connect(button, &QPushButton::clicked, this, [this, offer, import] {
        const QString path = offer.file ? QFileDialog::getOpenFileName(this, offer.title)
                                        : QFileDialog::getExistingDirectory(this, offer.title);
        if (!path.isEmpty())
            (this->*import)(path);
    });
    m_imports << button;
}

void ReferentialsPage::list()
{
    const auto drugs = drugs::referentials(m_practice.connection());
    const auto places = m_practice.birthplaces().release();
    const auto conditions = m_practice.cim10().release();
    if (!drugs.ok() || !places.ok() || !conditions.ok()) { // not the same as none
        m_known->setText(sentenceOf(!drugs.ok()    ? drugs.error()
                                    : !places.ok() ? places.error()
                                                   : conditions.error()));
        return;
    }
    QStringList lines;
    for (const drugs::Referential &one : *drugs)
        lines << tr("%1, version du %2, importée le %3, %4 lignes")
                     .arg(one.kind == u"bdpm"   ? tr("Base publique du médicament")
                          : one.kind == u"ansm" ? tr("Thésaurus des interactions (ANSM)")
                                                : tr("Formulaire de démonstration"),
                          text::frenchDate(one.version),
                          text::frenchDate(one.importedAt.toLocalTime().date()))
                     .arg(one.rows);
    if (*places)
        lines << tr("Code officiel géographique, version du %1, importé le %2, %3 lieux de "
                    "naissance")
                     .arg(text::frenchDate(QDate::fromString((*places)->version, Qt::ISODate)),
                          text::frenchDate((*places)->importedAt.toLocalTime().date()))
                     .arg((*places)->rows);
    if (*conditions)
        lines << tr("CIM-10, importée le %1, %2 codes (%3)")
                     .arg(text::frenchDate((*conditions)->importedAt.toLocalTime().date()))
                     .arg((*conditions)->rows)
                     .arg((*conditions)->source);
    listDrugBase(*drugs);
    m_known->setText(lines.isEmpty() ? tr("Aucun référentiel importé.") : lines.join(u'\n'));
    listGrowth();
}

void ReferentialsPage::listDrugBase(const QList<drugs::Referential> &drugs)
{
    const QDate today = m_practice.clock().today();
    m_late->hide();
    for (const drugs::Referential &one : drugs) {
        if (!drugs::isLate(one, today))
            continue;
        m_late->setText(tr("La base du médicament est du %1.").arg(text::frenchDate(one.version)),
                        tr("Elle est mise à jour chaque mois : importer celle du mois."));
        m_late->show();
    }
    const auto changes = drugs::lastDrugChanges(m_practice.connection());
    if (changes.ok())
        m_changes->show(*changes);
    else
        tell(changes.error());
}

void ReferentialsPage::listGrowth()
{
    while (QLayoutItem *item = m_growthList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto releases = m_practice.growthReferences().releases();
    if (!releases.ok()) {
        tell(releases.error());
        return;
    }
    for (const record::GrowthRelease &one : *releases) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *what = new uikit::Label(
            tr("Courbes de croissance : %1, importées le %2 par %3, %4 lignes (%5)")
                .arg(one.name, text::frenchDate(one.importedAt.toLocalTime().date()),
                     one.importedBy)
                .arg(one.rows)
                .arg(one.file) +
            u'\n' + tr("Source : %1").arg(one.source));
        what->setTextFormat(Qt::PlainText); // as the file has it
        what->setWordWrap(true);
        auto *remove = new uikit::Button(tr("Retirer"), row);
        remove->setAccessibleName(tr("Retirer : %1").arg(one.name));
        remove->setLook(uikit::Button::Look::Act);
        remove->setEnabled(m_session.may(access::Right::ManagePractice));
        connect(remove, &QPushButton::clicked, this,
                [this, name = one.name] { askToRemove(name); });
        line->addWidget(what, 1);
        line->addWidget(remove, 0, Qt::AlignTop);
        m_growthList->addWidget(row);
    }
}

void ReferentialsPage::askToRemove(const QString &name)
{
    m_progress->setGrade(uikit::Meaning::Caution);
    m_progress->setText(tr("Retirer « %1 » ?").arg(name),
                        tr("Les courbes des enfants seront celles de l’OMS."));
    m_progress->clearActs();
    m_progress->addAct(tr("Retirer ces courbes"), {}, [this, name] { removeGrowth(name); });
    m_progress->addAct(tr("Garder"), {}, [this] { m_progress->hide(); });
    m_progress->show();
    m_progress->announce();
}

void ReferentialsPage::removeGrowth(const QString &name)
{
    const auto remove = [&]() -> Status {
        AMBROISE_CHECK(require(m_session, access::Right::ManagePractice));
        AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
        AMBROISE_CHECK(m_practice.growthReferences().remove(name));
        AMBROISE_CHECK(m_practice.journal().record(
            {audit::Action::Remove, audit::Subject::Referential, 0, {}, u"growth "_qs + name},
            m_session.actor()));
        return transaction.commit();
    };
    if (const Status removed = remove(); !removed.ok()) {
        tell(removed.error());
        return;
    }
    m_progress->say(uikit::Meaning::Done, tr("Courbes retirées : %1").arg(name));
    list();
    Q_EMIT changed();
}

void ReferentialsPage::tell(const Error &error)
{
    m_progress->say(uikit::Meaning::Stop, sentenceOf(error));
}

void ReferentialsPage::importDrugs(const QString &folder)
{
    run([folder](storage::Connection &db, const Clock &clock,
                 const Progress &progress) -> Result<Imported> {
        AMBROISE_TRY(const auto report, drugs::importBdpm(db, folder, clock, progress));
        return Imported{report.kind + u' ' + report.version.toString(Qt::ISODate), report.rows(),
                        report.rejected.size()};
    });
}

void ReferentialsPage::importInteractions(const QString &folder)
{
    run([folder](storage::Connection &db, const Clock &clock,
                 const Progress &progress) -> Result<Imported> {
        AMBROISE_TRY(const auto report, drugs::importThesaurus(db, folder, clock, progress));
        return Imported{report.kind + u' ' + report.version.toString(Qt::ISODate), report.rows(),
                        report.rejected.size()};
    });
}

void ReferentialsPage::importPlaces(const QString &folder)
{
    run([folder](storage::Connection &db, const Clock &clock,
                 const Progress &progress) -> Result<Imported> {
        AMBROISE_TRY(const auto report, identity::Birthplaces(db, clock).import(folder, progress));
        return Imported{u"cog "_qs + report.release.version, report.release.rows,
                        report.rejected.size()};
    });
}

void ReferentialsPage::importConditions(const QString &folder)
{
    run([folder](storage::Connection &db, const Clock &clock,
                 const Progress &progress) -> Result<Imported> {
        AMBROISE_TRY(const auto report, record::Cim10(db, clock).import(folder, progress));
        return Imported{u"cim10 "_qs + report.release.source, report.release.rows,
                        report.rejected.size()};
    });
}

void ReferentialsPage::importGrowth(const QString &file)
{
    run([file, actor = m_session.actor()](storage::Connection &db, const Clock &clock,
                                          const Progress &) -> Result<Imported> {
        AMBROISE_TRY(const auto release, record::GrowthReferences(db, clock).import(file, actor));
        return Imported{u"growth "_qs + release.name, release.rows, 0};
    });
}

void ReferentialsPage::run(const Work &work)
{
    if (!m_session.may(access::Right::ManagePractice))
        return;
    enableImports(false);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_progress->setGrade(uikit::Meaning::Info);
    m_progress->setText(tr("Import en cours…"));
    m_progress->clearActs();
    m_progress->addAct(tr("Annuler"), {}, [cancelled = m_cancelled] { *cancelled = true; });
    m_progress->show();
    const auto whole = [database = m_practice.database(), work,
                        progress = progress()]() -> Result<Imported> {
        const SystemClock clock;
        AMBROISE_TRY(const auto db, database.connect());
        return work(*db, clock, progress);
    };
    uikit::whenDone(this, QtConcurrent::run(whole),
                    [this](const Result<Imported> &imported) { finish(imported); });
}

//! Comes from the importing thread: only the number crosses over.
Progress ReferentialsPage::progress()
{
    const QPointer<ReferentialsPage> self(this);
    return [self, cancelled = m_cancelled, last = -1](qint64 done, qint64 total) mutable {
        const int percent = total > 0 ? int(done * 100 / total) : 0;
        if (percent != last)
            QMetaObject::invokeMethod(qApp, [self, cancelled, percent] {
                if (self && self->m_cancelled == cancelled && !self->m_imports.first()->isEnabled())
                    self->m_progress->setText(
                        ReferentialsPage::tr("Import en cours : %1\u202F%").arg(percent));
            });
        last = percent;
        return !*cancelled;
    };
}

void ReferentialsPage::finish(const Result<Imported> &imported)
{
    enableImports(true);
    m_progress->clearActs();
    if (!imported.ok()) {
        tell(imported.error());
        return;
    }
    const Status told = m_practice.journal().record(
        {audit::Action::Import, audit::Subject::Referential, 0, {}, imported->name},
        m_session.actor());
    if (!told.ok())
        qWarning("journal: %s", qPrintable(told.error().subject));
    m_progress->setGrade(uikit::Meaning::Done);
    m_progress->setText(tr("%1 lignes importées").arg(imported->rows),
                        tr("%n écartée(s)", nullptr, int(imported->rejected)));
    m_progress->announce();
    list();
    Q_EMIT changed();
}

void ReferentialsPage::enableImports(bool enabled)
{
    const bool may = enabled && m_session.may(access::Right::ManagePractice);
    for (uikit::Button *import : std::as_const(m_imports))
        import->setEnabled(may);
}

} // namespace ambroise::app
