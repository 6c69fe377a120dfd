// SPDX-License-Identifier: GPL-3.0-or-later
#include "referentialspage.h"

#include "settingspage.h"

#include <words/sentences.h>

#include <ambroise/core/text.h>
#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/referential.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/whendone.h>

#include <QCoreApplication>
#include <QFileDialog>
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
    , m_progress(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    auto *column = settingsColumn(this, tr("Référentiels"));
    m_known->setWordWrap(true);
    m_progress->hide();
    column->addWidget(m_known);
    column->addWidget(m_progress);
    m_drugs = addImport(
        tr("Importer la base publique du médicament"),
        tr("Choisir le dossier où sont les fichiers officiels (CIS_bdpm.txt et les autres)."),
        tr("Dossier de la base du médicament"), &ReferentialsPage::importDrugs);
    m_places =
        addImport(tr("Importer le code officiel géographique"),
                  tr("Les lieux de naissance. Choisir le dossier où sont les fichiers de "
                     "l’INSEE (v_commune_depuis_1943.csv et les autres)."),
                  tr("Dossier du code officiel géographique"), &ReferentialsPage::importPlaces);
    m_conditions = addImport(tr("Importer la CIM-10"),
                             tr("Les codes des maladies. Choisir le dossier où est le fichier des "
                                "libellés (CSV)."),
                             tr("Dossier de la CIM-10"), &ReferentialsPage::importConditions);
    column->addStretch();
    enableImports(true);
    list();
}

ReferentialsPage::~ReferentialsPage()
{
    *m_cancelled = true;
}

uikit::Button *ReferentialsPage::addImport(const QString &act, const QString &hint,
                                           const QString &title,
                                           void (ReferentialsPage::*import)(const QString &folder))
{
    auto *button = new uikit::Button(act, {}, this);
    layout()->addWidget(button);
    layout()->setAlignment(button, Qt::AlignLeft);
    auto *how = new uikit::Label(hint, uikit::TextRole::Small, uikit::Token::Text2, false, this);
    how->setWordWrap(true);
    layout()->addWidget(how);
    connect(button, &QPushButton::clicked, this, [this, title, import] {
        const QString folder = QFileDialog::getExistingDirectory(this, title);
        if (!folder.isEmpty())
            (this->*import)(folder);
    });
    return button;
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
    m_known->setText(lines.isEmpty() ? tr("Aucun référentiel importé.") : lines.join(u'\n'));
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
                if (self && self->m_cancelled == cancelled && !self->m_drugs->isEnabled())
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
        m_progress->setGrade(uikit::Meaning::Stop);
        m_progress->setText(sentenceOf(imported.error()));
        m_progress->announce();
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
    m_drugs->setEnabled(may);
    m_places->setEnabled(may);
    m_conditions->setEnabled(may);
}

} // namespace ambroise::app
