// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentbox.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace ambroise::identity::ui {
namespace {

constexpr std::chrono::milliseconds pause{250}; // a scanner that types ends its lines faster
constexpr int shortestZone = 60;                // of an old card's first line and a half

QComboBox *kindBox(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setPlaceholderText(DocumentBox::tr("Choisir"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

} // namespace

DocumentBox::DocumentBox(bool hasCamera, QWidget *parent)
    : QWidget(parent)
    , m_kind(kindBox(tr("Pièce présentée"), this))
    , m_parent(kindBox(tr("Pièce du parent ou du tuteur"), this))
    , m_presentation(new uikit::Segmented(tr("Présentation"),
                                          {tr("Original"), tr("Copie"), tr("Numérique")},
                                          uikit::Segmented::Density::Regular, this))
    , m_source(new uikit::Segmented(tr("Traits de la pièce"),
                                    {tr("Code lu"), tr("Saisis"), tr("À l’œil")},
                                    uikit::Segmented::Density::Dense, this))
    , m_zone(new QPlainTextEdit(this))
    , m_verdict(new uikit::Chip(uikit::Meaning::Done, {}, {}, this))
    , m_pause(new QTimer(this))
{
    auto *left = new QVBoxLayout;
    left->setSpacing(uikit::scaled(8));
    left->addWidget(new uikit::FormField(tr("Pièce présentée"), m_kind, this));
    m_parentField = new uikit::FormField(tr("Pièce du parent ou du tuteur"), m_parent, this);
    left->addWidget(m_parentField);
    left->addWidget(new uikit::FormField(tr("Présentation"), m_presentation, this));
    left->addStretch();

    auto *head = new QHBoxLayout;
    head->setSpacing(uikit::scaled(8));
    head->addWidget(m_source);
    head->addStretch();
    head->addWidget(m_verdict);
    auto *camera = new uikit::Button(tr("Caméra"), u"F2"_qs, this);
    camera->setIcon(uikit::icon(u"camera"));
    camera->setVisible(hasCamera);
    auto *file = new uikit::Button(tr("Fichier"), u"F3"_qs, this);
    file->setIcon(uikit::icon(u"file-earmark-arrow-up"));
    head->addWidget(camera);
    head->addWidget(file);

    m_zone->setAccessibleName(tr("Zone de lecture"));
    m_zone->setPlaceholderText(
        tr("Passer la douchette sur la pièce, ou recopier les lignes qui contiennent des <"));
    m_zone->setFont(uikit::codeFont(uikit::TextRole::Note));
    m_zone->setTabChangesFocus(true);
    m_zone->setFixedHeight(uikit::scaled(82));
    m_zone->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *right = new QVBoxLayout;
    right->setSpacing(uikit::scaled(6));
    right->addLayout(head);
    right->addWidget(m_zone);
    right->addStretch();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(20));
    layout->addLayout(left, 1);
    layout->addLayout(right, 3);

    m_pause->setSingleShot(true);
    m_pause->setInterval(pause);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DocumentBox::kindChanged);
    connect(m_parent, &QComboBox::currentIndexChanged, this, &DocumentBox::changed);
    connect(m_presentation, &uikit::Segmented::currentChanged, this, &DocumentBox::changed);
    connect(m_source, &uikit::Segmented::currentChanged, this, [this] {
        m_zone->setEnabled(source() == Source::Code);
        Q_EMIT sourceChanged();
    });
    connect(m_zone, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            m_pause->start();
    });
    connect(m_pause, &QTimer::timeout, this, &DocumentBox::zoneChanged);
    connect(camera, &QPushButton::clicked, this, &DocumentBox::cameraRequested);
    connect(file, &QPushButton::clicked, this, &DocumentBox::fileRequested);
    clear();
}

void DocumentBox::setKinds(const QList<DocumentKind> &kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    const QSignalBlocker quiet(m_kind);
    const QSignalBlocker quietParent(m_parent);
    m_kind->clear();
    m_parent->clear();
    for (const DocumentKind &kind : kinds) {
        m_kind->addItem(kind.trust == Trust::High
                            ? kind.label
                            : tr("%1 (ne prouve pas l’identité)").arg(kind.label),
                        kind.code);
        if (kind.trust == Trust::High && kind.forWhom == ForWhom::Anyone)
            m_parent->addItem(kind.label, kind.code);
    }
    m_kind->setCurrentIndex(-1); // none is chosen beforehand (guide EXI ID 19)
    m_parent->setCurrentIndex(-1);
    kindChanged();
}

void DocumentBox::clear()
{
    m_pause->stop();
    m_showing = true;
    m_zone->clear();
    m_showing = false;
    m_verdict->hide();
    m_kind->setCurrentIndex(-1);
    m_parent->setCurrentIndex(-1);
    m_presentation->setCurrent(0);
    m_source->setCurrent(0);
    kindChanged();
}

void DocumentBox::showRead(const ReadDocument &read)
{
    m_showing = true;
    m_source->setCurrent(int(Source::Code));
    if (m_zone->toPlainText() != read.text)
        m_zone->setPlainText(read.text);
    m_showing = false;
    m_verdict->set(read.sound ? uikit::Meaning::Done : uikit::Meaning::Stop, read.verdict,
                   read.sound ? u"check2-all"_qs : u"x-lg"_qs);
    m_verdict->setVisible(!read.verdict.isEmpty());
}

void DocumentBox::showUnreadable(const QString &why)
{
    m_verdict->set(uikit::Meaning::Stop, why);
    m_verdict->show();
}

std::optional<DocumentKind> DocumentBox::kind() const
{
    const int row = m_kind->currentIndex();
    return row < 0 ? std::nullopt : std::optional(m_kinds.at(row));
}

std::optional<DocumentKind> DocumentBox::parentKind() const
{
    const QString code = m_parent->currentData().toString();
    for (const DocumentKind &kind : m_kinds)
        if (!code.isEmpty() && kind.code == code)
            return kind;
    return std::nullopt;
}

Presentation DocumentBox::presentation() const
{
    return Presentation(m_presentation->current());
}

DocumentBox::Source DocumentBox::source() const
{
    return Source(m_source->current());
}

void DocumentBox::kindChanged()
{
    const auto chosen = kind();
    m_parentField->setVisible(chosen && chosen->forWhom == ForWhom::Minor);
    Q_EMIT changed();
}

void DocumentBox::zoneChanged()
{
    const QString text = m_zone->toPlainText();
    if (text.trimmed().isEmpty()) {
        m_verdict->hide();
        Q_EMIT codeTyped({});
    } else if (text.simplified().remove(u' ').size() >= shortestZone) {
        Q_EMIT codeTyped(text);
    }
}

} // namespace ambroise::identity::ui
