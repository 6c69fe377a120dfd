// SPDX-License-Identifier: GPL-3.0-or-later
#include "keystep.h"

#include "qrview.h"

#include <cabinet/pdfout.h>
#include <practice/recoverysheet.h>
#include <words/sentences.h>

#include <ambroise/codes/qr.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QGridLayout>
#include <QShortcut>

namespace ambroise::app::firstrun {
namespace {

constexpr int columns = 3;

} // namespace

KeyStep::KeyStep(QWidget *parent)
    : Step(parent)
    , m_qr(new QrView)
    , m_print(new uikit::Button(tr("Imprimer"), u"Ctrl P"_qs))
    , m_save(new uikit::Button(tr("Enregistrer le PDF"), u"Ctrl S"_qs))
{
    auto *groups = new QGridLayout;
    groups->setHorizontalSpacing(uikit::scaled(28));
    groups->setVerticalSpacing(uikit::scaled(16));
    for (int i = 0; i < crypto::RecoveryKey::groups; ++i) {
        auto *number =
            new uikit::Label(QString::number(i + 1), uikit::TextRole::Key, uikit::Token::Text3);
        auto *group = new QLabel;
        group->setFont(uikit::codeFont(uikit::TextRole::Patient));
        group->setObjectName(u"recoveryGroup"_qs);
        m_groups << group;
        auto *place = new QHBoxLayout;
        place->setSpacing(uikit::scaled(8));
        place->addWidget(number);
        place->addWidget(group);
        groups->addLayout(place, i / columns, i % columns);
    }
    m_qr->setAccessibleName(tr("La même clé, en code QR"));
    auto *key = new QHBoxLayout;
    key->addLayout(groups);
    key->addStretch();
    key->addWidget(m_qr);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(uikit::scaled(8));
    acts->addWidget(m_print);
    acts->addWidget(m_save);
    acts->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(16));
    layout->addLayout(key);
    layout->addLayout(acts);
    setFocusProxy(m_print);
    const auto bind = [this](const QKeySequence &keys, void (KeyStep::*run)()) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    bind(Qt::CTRL | Qt::Key_P, &KeyStep::print);
    bind(Qt::CTRL | Qt::Key_S, &KeyStep::save);
    connect(m_print, &QPushButton::clicked, this, &KeyStep::print);
    connect(m_save, &QPushButton::clicked, this, &KeyStep::save);
}

KeyStep::~KeyStep()
{
    forget();
}

Status KeyStep::show(const QString &practice, const RecoveryKeyPtr &key, QDate day)
{
    forget();
    QString text = key->toString();
    auto sheet = recoverySheet(practice, *key, day);
    const auto grid = codes::qrGrid(text, codes::QrLevel::Q);
    for (int i = 0; i < m_groups.size(); ++i) {
        m_texts << text.section(u'-', i, i);
        m_groups.at(i)->setText(m_texts.last());
    }
    crypto::wipe(text);
    if (!grid.ok())
        return grid.error();
    m_qr->set(*grid);
    AMBROISE_TRY(m_sheet, std::move(sheet));
    return done();
}

void KeyStep::forget()
{
    for (QLabel *label : std::as_const(m_groups))
        label->clear(); // the texts are ours alone from here on
    for (QString &text : m_texts)
        crypto::wipe(text);
    m_texts.clear();
    m_qr->forget();
    crypto::wipe(m_sheet);
}

void KeyStep::print()
{
    const auto printed = printPdf(m_sheet, window());
    if (!printed.ok())
        Q_EMIT told(sentenceOf(printed.error()));
    else if (*printed == Outcome::Done)
        Q_EMIT kept(tr("Imprimée. La ranger hors du cabinet, sous clé."));
}

void KeyStep::save()
{
    const auto saved = savePdf(m_sheet, tr("cle-de-secours.pdf"), window());
    if (!saved.ok())
        Q_EMIT told(sentenceOf(saved.error()));
    else if (*saved == Outcome::Done)
        Q_EMIT kept(tr("Enregistrée. Mettre ce fichier hors de ce poste."));
}

} // namespace ambroise::app::firstrun
