// SPDX-License-Identifier: GPL-3.0-or-later
#include "postpage.h"

#include "postform.h"
#include "settingspage.h"
#include "vitalelink.h"

#include <words/sentences.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/access/ui/whendone.h>
#include <ambroise/cards/cardreader.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/type.h>

#include <QFileDialog>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

constexpr int widest = 640;

Result<cards::ReaderScan> tried(const QString &library)
{
    AMBROISE_TRY(auto module, cards::CardModule::load(library));
    return module.scan();
}

} // namespace

PostPage::PostPage(const Post &post, QWidget *parent)
    : QWidget(parent)
    , m_post(post)
    , m_form(new PostForm)
    , m_library(new QLineEdit)
    , m_vitale(new QLineEdit)
    , m_scans(new QLineEdit)
    , m_try(new uikit::Button(tr("Essayer"), u"Alt E"_qs))
    , m_save(new uikit::PrimaryButton(tr("Enregistrer"), u"Ctrl ↵"_qs))
    , m_notice(new access::ui::Notice)
{
    build();
    m_form->set(post);
    m_library->setText(post.cardModule);
    m_vitale->setText(post.vitaleSetup);
    m_scans->setText(post.scanFolder);
    m_save->setEnabled(false);
    const auto bind = [this](const QKeySequence &keys, void (PostPage::*run)()) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    bind(Qt::CTRL | Qt::Key_Return, &PostPage::save);
    bind(Qt::ALT | Qt::Key_E, &PostPage::tryLibrary);
    connect(m_try, &QPushButton::clicked, this, &PostPage::tryLibrary);
    connect(m_save, &QPushButton::clicked, this, &PostPage::save);
    const auto touched = [this] {
        m_notice->clear();
        m_save->setEnabled(true);
    };
    connect(m_form, &PostForm::edited, this, touched);
    connect(m_library, &QLineEdit::textChanged, this, [this, touched] {
        m_libraryField->setError({});
        touched();
    });
    connect(m_vitale, &QLineEdit::textChanged, this, [this, touched] {
        m_vitaleField->setError({});
        touched();
    });
    connect(m_scans, &QLineEdit::textChanged, this, [this, touched] {
        m_scansField->setError({});
        touched();
    });
}

void PostPage::build()
{
    auto *column = settingsColumn(this, tr("Poste"));
    m_library->setPlaceholderText(cardModuleOf({}));
    m_libraryField =
        fileField(*m_library, tr("Bibliothèque PKCS#11 des cartes"), u"*.so *.so.*"_qs, m_try);
    m_libraryField->setHint(tr("Vide : la Cryptolib CPS de l’ANS, si elle est installée."));
    m_vitaleField = fileField(*m_vitale, tr("Lecteur de carte Vitale"), u"*.json"_qs);
    m_vitaleField->setHint(
        tr("Fichier fourni avec le module de lecture, qui est soumis à licence. Vide : aucun."));
    m_scansField = fileField(*m_scans, tr("Dossier du scanner"), {});
    m_scansField->setHint(tr("Ce qui y arrive est proposé à ranger dans le dossier ouvert "
                             "(Ctrl+Maj+I), puis en est retiré. Vide : aucun."));
    m_form->setMaximumWidth(uikit::scaled(widest));
    m_notice->setMaximumWidth(uikit::scaled(widest));
    column->addWidget(m_form);
    column->addWidget(m_libraryField);
    column->addWidget(m_vitaleField);
    column->addWidget(m_scansField);
    column->addWidget(m_notice);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addStretch();
    setFocusProxy(m_form);
}

uikit::FormField *PostPage::fileField(QLineEdit &path, const QString &label, const QString &pattern,
                                      QWidget *after)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(uikit::scaled(8));
    auto *choose = new uikit::Button(tr("Parcourir"));
    row->addWidget(&path, 1);
    row->addWidget(choose);
    if (after)
        row->addWidget(after);
    line->setFocusProxy(&path);
    path.setAccessibleName(label);
    auto *field = new uikit::FormField(label, line);
    field->setMaximumWidth(uikit::scaled(widest));
    connect(choose, &QPushButton::clicked, this, [this, &path, label, pattern] {
        const QString from = QFileInfo(path.text()).absolutePath();
        const QString chosen = pattern.isEmpty()
                                   ? QFileDialog::getExistingDirectory(this, label, from)
                                   : QFileDialog::getOpenFileName(this, label, from, pattern);
        if (!chosen.isEmpty())
            path.setText(chosen);
    });
    return field;
}

void PostPage::tryLibrary()
{
    if (!m_try->isEnabled())
        return;
    Post post;
    post.cardModule = m_library->text().trimmed();
    m_try->setEnabled(false);
    m_notice->say(uikit::Meaning::Info, tr("Essai de la bibliothèque…"));
    access::ui::whenDone(
        this, QtConcurrent::run([library = cardModuleOf(post)] { return tried(library); }),
        [this](const Result<cards::ReaderScan> &scan) {
            m_try->setEnabled(true);
            m_notice->clear();
            if (!scan.ok()) {
                m_libraryField->setError(sentenceOf(scan.error()));
                return;
            }
            m_notice->say(uikit::Meaning::Done,
                          tr("Bibliothèque utilisable : %1, %2.")
                              .arg(tr("%n lecteur(s)", nullptr, scan->readers),
                                   tr("%n carte(s)", nullptr, int(scan->cards.size()))));
        });
}

void PostPage::save()
{
    auto post = m_form->post();
    if (!post.ok() || !m_save->isEnabled())
        return;
    post->cardModule = m_library->text().trimmed();
    post->vitaleSetup = m_vitale->text().trimmed();
    if (!post->vitaleSetup.isEmpty())
        if (const auto reader = VitaleLink::open(post->vitaleSetup); !reader.ok()) {
            m_vitaleField->setError(sentenceOf(reader.error()));
            return;
        }
    post->scanFolder = m_scans->text().trimmed();
    if (!post->scanFolder.isEmpty() && !QFileInfo(post->scanFolder).isDir()) {
        m_scansField->setError(sentenceOf({ErrorCode::NotFound, u"scan.folder"_qs, {}}));
        return;
    }
    if (const Status kept = post->save(); !kept.ok()) {
        m_notice->say(uikit::Meaning::Stop, sentenceOf(kept.error()));
        return;
    }
    m_post = *post;
    m_form->set(m_post);
    m_save->setEnabled(false);
    m_notice->say(uikit::Meaning::Done, tr("Enregistré. Prend effet à la prochaine ouverture de "
                                           "session ; les cartes, au prochain démarrage."));
    Q_EMIT saved(m_post);
}

} // namespace ambroise::app
