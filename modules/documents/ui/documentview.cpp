// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/ui/documentview.h>

#include "pagesview.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QStackedLayout>

namespace ambroise::documents::ui {

DocumentView::DocumentView(QWidget *parent)
    : QWidget(parent)
    , m_search(new uikit::SearchField(tr("Chercher dans le document"), {}, this))
    , m_state(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_kinds(new QStackedLayout)
    , m_pages(new PagesView(this))
    , m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Document"));
    m_pages->setAccessibleName(tr("Document"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(uikit::scaled(12), uikit::scaled(6), uikit::scaled(12),
                             uikit::scaled(6));
    line->setSpacing(uikit::scaled(8));
    line->addWidget(m_search, 1);
    line->addWidget(m_state);
    const auto act = [&](const QString &word, const QString &key, auto run) {
        auto *button = new uikit::Button(word, key, this);
        button->setLook(uikit::Button::Look::Act);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, run);
        line->addWidget(button);
        return button;
    };
    act(tr("Agrandir"), u"+"_qs, [this] { zoom(1.25); });
    act(tr("Réduire"), u"−"_qs, [this] { zoom(0.8); });
    act(tr("Tourner"), u"R"_qs, [this] { turn(); });
    m_compare = act(tr("Comparer"), u"A"_qs, [this] { Q_EMIT compareRequested(); });
    m_compare->hide();
    m_kinds->addWidget(m_pages);
    m_kinds->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addLayout(m_kinds, 1);
    connect(m_search, &QLineEdit::textChanged, this, &DocumentView::search);
    connect(m_search, &QLineEdit::returnPressed, m_pages, &PagesView::nextHit);
    connect(m_pages, &PagesView::drawn, this, &DocumentView::drawn);
    connect(m_pages, &PagesView::opened, this,
            [this] { m_state->setText(tr("%n page(s)", nullptr, m_pages->pages())); });
    connect(m_pages, &PagesView::searched, this, [this] {
        m_state->setText(m_search->text().trimmed().isEmpty()
                             ? tr("%n page(s)", nullptr, m_pages->pages())
                             : tr("%n fois", nullptr, m_pages->hits()));
    });
}

void DocumentView::open(const FileContent &content)
{
    clear();
    if (content.kind() == FileKind::Text) {
        m_text->setPlainText(QString::fromUtf8(content.bytes()));
        m_kinds->setCurrentWidget(m_text);
        return;
    }
    m_kinds->setCurrentWidget(m_pages);
    m_pages->open(content);
}

void DocumentView::clear()
{
    m_search->clear();
    m_state->clear();
    m_text->clear();
    m_pages->clear();
}

void DocumentView::zoom(double factor)
{
    m_pages->zoom(factor);
}

void DocumentView::setComparable(bool comparable)
{
    m_compare->setVisible(comparable);
}

void DocumentView::turn()
{
    m_pages->turn();
}

void DocumentView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

int DocumentView::pages() const
{
    return m_pages->pages();
}

int DocumentView::hits() const
{
    return m_pages->hits();
}

void DocumentView::search(const QString &text)
{
    if (m_kinds->currentWidget() == m_text) {
        m_text->moveCursor(QTextCursor::Start);
        (void)m_text->find(text);
        return;
    }
    m_pages->search(text);
}

} // namespace ambroise::documents::ui
