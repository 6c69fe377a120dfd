// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/personalnotepage.h>

#include <ambroise/core/text.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace ambroise::record::ui {
namespace {

constexpr std::chrono::milliseconds pause{300};
constexpr int textWidth = 760; // about ninety characters

} // namespace

PersonalNotePage::PersonalNotePage(PersonalNoteServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_text(new QPlainTextEdit(this))
    , m_saved(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text3, false, this))
    , m_others(new uikit::Label({}, uikit::TextRole::Note, uikit::Token::Text2, false, this))
    , m_told(new uikit::MessageLine(uikit::Meaning::Stop, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_told->setInset(16);
    m_told->hide();
    m_text->setAccessibleName(tr("Notes personnelles"));
    m_text->setFont(uikit::font(uikit::TextRole::Note));
    m_text->setTabChangesFocus(true);
    m_text->setEnabled(false); // until it is known what stands there, and of whom
    m_text->setMaximumWidth(uikit::scaled(textWidth));
    m_others->setWordWrap(true);
    m_others->setMaximumWidth(uikit::scaled(textWidth));
    auto *why = new uikit::Label(
        tr("Vous seul les lisez. Elles ne font pas partie du dossier : ni cherchées, ni partagées, "
           "ni exportées avec lui."),
        uikit::TextRole::Small, uikit::Token::Text2, false, this);
    why->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(new uikit::Label(tr("Notes personnelles"), uikit::TextRole::Document,
                                     uikit::Token::Text, true, this));
    head->addSpacing(uikit::scaled(12));
    head->addWidget(m_saved, 1);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                              uikit::scaled(16));
    inner->setSpacing(uikit::scaled(8));
    inner->addLayout(head);
    inner->addWidget(why);
    inner->addWidget(m_text, 1);
    inner->addWidget(m_others);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_told);
    layout->addLayout(inner, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        m_changed = true;
        m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, [this] { (void)save(); }); // says itself what fails
    setFocusProxy(m_text);
}

void PersonalNotePage::put(const PersonalNote &note)
{
    m_kept = note;
    m_changed = false;
    m_text->setEnabled(true);
    if (m_text->toPlainText() != note.body) {
        m_filling = true;
        m_text->setPlainText(note.body);
        m_filling = false;
    }
    const QDateTime at = note.writtenAt.toLocalTime();
    m_saved->setText(
        note.version == 0
            ? QString()
            : tr("Enregistré le %1 à %2").arg(text::frenchDate(at.date()), at.toString(u"HH:mm")));
}

void PersonalNotePage::refresh()
{
    const auto notes = m_services.read();
    if (!notes.ok()) {
        tell(notes.error());
        return;
    }
    QStringList others;
    for (const PersonalNote &one : notes->mid(1))
        if (!one.body.isEmpty())
            others << tr("Du dossier réuni à celui-ci :") + u'\n' + one.body;
    m_others->setText(others.join(u"\n\n"_qs));
    m_others->setVisible(!others.isEmpty());
    if (!m_changed)
        put(notes->first());
}

Status PersonalNotePage::save()
{
    m_pause.stop();
    if (!m_changed)
        return done();
    PersonalNote now = m_kept;
    now.body = m_text->toPlainText();
    const auto saved = m_services.save(now);
    if (saved.ok()) {
        m_told->hide();
        put(*saved);
        return done();
    }
    if (saved.error().subject == u"storage.version")
        tellConflict();
    else
        tell(saved.error());
    return saved.error();
}

//! Both texts stay until one is chosen.
void PersonalNotePage::tellConflict()
{
    const auto theirs = m_services.read();
    if (!theirs.ok()) {
        tell(theirs.error());
        return;
    }
    m_told->clearActs();
    m_told->setGrade(uikit::Meaning::Caution);
    m_told->setText(tr("Écrit entre-temps à un autre poste."));
    m_told->addAct(tr("Garder les deux"), {}, [this, other = theirs->first()] {
        m_kept = other;
        m_text->setPlainText(m_text->toPlainText() + u"\n\n"_qs + other.body);
        (void)save();
    });
    m_told->addAct(tr("Garder ce texte"), {}, [this, other = theirs->first()] {
        m_kept = other;
        (void)save();
    });
    m_told->addAct(tr("Prendre l’autre"), {}, [this, other = theirs->first()] {
        m_told->hide();
        put(other);
    });
    m_told->show();
    m_told->announce();
}

void PersonalNotePage::tell(const Error &error)
{
    m_told->say(uikit::Meaning::Stop, m_services.explain(error));
}

void PersonalNotePage::hideEvent(QHideEvent *event)
{
    (void)save();
    QWidget::hideEvent(event);
}

} // namespace ambroise::record::ui
