// SPDX-License-Identifier: GPL-3.0-or-later
#include "entryreader.h"

#include "sectionwords.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/comparisonview.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

QString moment(const QDateTime &instant)
{
    const QDateTime local = instant.toLocalTime();
    return local.toString(u"dd/MM/yy HH:mm"_qs);
}

//! « **gras** » in bold, its marks left out.
void writeText(QTextCursor &cursor, const QString &text, QTextCharFormat format)
{
    const QStringList pieces = text.split(u"**"_qs);
    const bool balanced = pieces.size() % 2 == 1;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        format.setFontWeight(balanced && i % 2 == 1 ? QFont::Bold : QFont::Normal);
        cursor.insertText((balanced || i == 0 ? QString() : u"**"_qs) + pieces.at(i), format);
    }
}

} // namespace

EntryReader::EntryReader(const RecordServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_title(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, true, this))
    , m_date(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_versions(new QComboBox(this))
    , m_compare(new uikit::Button(tr("Comparer"), this))
    , m_comparison(new uikit::ComparisonView(this))
    , m_correct(new uikit::Button(tr("Corriger"), this))
    , m_see(new uikit::Button(tr("Voir le document"), this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_linked(new QWidget(this))
    , m_body(new QTextBrowser(this))
{
    m_title->setElided(true);
    m_date->setElided(true);
    m_correct->setLook(uikit::Button::Look::Act);
    m_see->setLook(uikit::Button::Look::Act);
    m_versions->setAccessibleName(tr("Versions"));
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setOpenLinks(false);
    m_body->setAccessibleName(tr("Texte de l’entrée"));
    m_body->document()->setDocumentMargin(0);
    m_body->viewport()->setAutoFillBackground(false); // on the ground of its place
    auto *first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_correct);
    first->addWidget(m_see);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(12), uikit::scaled(8), uikit::scaled(12), 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addLayout(first);
    layout->addWidget(m_date);
    auto *versions = new QHBoxLayout;
    versions->addWidget(m_versions, 1);
    versions->addWidget(m_compare);
    layout->addLayout(versions);
    layout->addWidget(m_problem);
    layout->addWidget(m_linked);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_comparison, 1);
    auto *linked = new QVBoxLayout(m_linked);
    linked->setContentsMargins(0, 0, 0, 0);
    linked->setSpacing(0);
    m_problem->hide();
    connect(m_versions, &QComboBox::activated, this, &EntryReader::showVersion);
    m_compare->setLook(uikit::Button::Look::Act);
    m_compare->setCheckable(true);
    connect(m_compare, &QPushButton::toggled, this,
            [this] { showVersion(m_versions->currentIndex()); });
    connect(m_correct, &QPushButton::clicked, this, [this] { Q_EMIT correctionWanted(m_entry); });
    connect(m_see, &QPushButton::clicked, this, [this] { Q_EMIT fileWanted(m_entry); });
    clear();
}

void EntryReader::clear()
{
    m_entry = {};
    m_title->clear();
    m_date->clear();
    m_body->clear();
    m_versions->hide();
    m_compare->setChecked(false);
    m_compare->hide();
    m_comparison->hide();
    m_body->show();
    m_correct->hide();
    m_see->hide();
    showLinked();
}

void EntryReader::read(const Entry &entry)
{
    // Read again because something else of the record changed: what is looked at stays.
    const bool same = entry.id == m_entry.id && entry.version == m_entry.version;
    const int version = same ? m_versions->currentIndex() : -1;
    const bool comparing = same && m_compare->isChecked();
    m_entry = entry;
    m_problem->hide();
    m_correct->setVisible(m_services.mayWrite && entry.content.kind == EntryKind::Consultation);
    m_see->setVisible(m_services.hasFile && m_services.hasFile(entry));
    m_see->setText(entry.content.code.startsWith(ordonnanceCode) ? tr("Voir les ordonnances")
                                                                 : tr("Voir le document"));
    showVersions();
    showLinked();
    write(entry.content, entry.authorName);
    if (version > 0 && version < m_versions->count()) {
        m_versions->setCurrentIndex(version);
        showVersion(version);
    }
    if (comparing)
        m_compare->setChecked(true);
}

//! What was filed with it is one click away; a consultation is read in this place.
void EntryReader::showLinked()
{
    qDeleteAll(m_linked->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly));
    const auto linked = m_services.linkedWith && m_entry.id.isStored()
                            ? m_services.linkedWith(m_entry.id)
                            : Result<QList<Entry>>(QList<Entry>());
    m_linked->setVisible(linked.ok() && !linked->isEmpty());
    if (!linked.ok()) {
        m_problem->setText(m_services.explain(linked.error()));
        m_problem->show();
        return;
    }
    for (const Entry &one : *linked) {
        const bool file = m_services.hasFile && m_services.hasFile(one);
        auto *button = new uikit::Button(
            (file ? tr("Pièce : %1") : tr("Avec : %1")).arg(one.content.title), m_linked);
        button->setLook(uikit::Button::Look::Act);
        connect(
            button, &QPushButton::clicked, this,
            [this, file, one] {
                if (file)
                    Q_EMIT fileWanted(one);
                else
                    read(one);
            },
            Qt::QueuedConnection); // reading removes the button
        m_linked->layout()->addWidget(button);
    }
}

void EntryReader::showVersions()
{
    m_versions->clear();
    m_former.clear();
    m_versions->setVisible(m_entry.version > 1);
    m_compare->setChecked(false);
    m_compare->setVisible(m_entry.version > 1);
    if (m_entry.version <= 1)
        return;
    const auto former = m_services.revisions(m_entry.id);
    if (!former.ok()) {
        m_problem->setText(m_services.explain(former.error()));
        m_problem->show();
        return;
    }
    m_former = *former;
    std::reverse(m_former.begin(), m_former.end());
    m_versions->addItem(tr("Actuelle, %1, %2").arg(moment(m_entry.writtenAt), m_entry.authorName));
    for (const Revision &one : std::as_const(m_former))
        m_versions->addItem(
            tr("N° %1, %2, %3")
                .arg(QString::number(one.version), moment(one.writtenAt), one.authorName));
}

void EntryReader::showVersion(int index)
{
    const bool comparing = m_compare->isChecked() && !m_former.isEmpty();
    if (comparing)
        compareVersions();
    m_comparison->setVisible(comparing);
    m_body->setVisible(!comparing);
    if (index <= 0)
        write(m_entry.content, m_entry.authorName);
    else if (index <= m_former.size())
        write(m_former.at(index - 1).content, m_former.at(index - 1).authorName);
}

//! A former version with the one that took its place; the current one with the one before.
void EntryReader::compareVersions()
{
    const auto former = std::max<qsizetype>(m_versions->currentIndex(), 1);
    if (former > m_former.size())
        return;
    const Revision &before = m_former.at(former - 1);
    const QString was = wordsOf(before.content, before.authorName);
    const QString became =
        former == 1 ? wordsOf(m_entry.content, m_entry.authorName)
                    : wordsOf(m_former.at(former - 2).content, m_former.at(former - 2).authorName);
    m_comparison->compare(was, became);
}

//! As they are read here.
QString EntryReader::wordsOf(const NewEntry &content, const QString &author)
{
    write(content, author);
    return content.title + u'\n' + m_body->toPlainText();
}

void EntryReader::write(const NewEntry &content, const QString &author)
{
    m_title->setText(content.title);
    m_date->setText(
        tr("%1 · %2").arg(text::frenchLongDate(content.happened.toLocalTime().date()), author));
    m_body->setFont(uikit::font(uikit::TextRole::Body));
    if (content.kind == EntryKind::Consultation)
        writeNote(content);
    else
        m_body->setPlainText(content.body);
    m_body->moveCursor(QTextCursor::Start);
}

void EntryReader::writeNote(const NewEntry &content)
{
    m_body->clear();
    const Note note = Note::of(content);
    const uikit::Theme theme = uikit::Theme::of(*this);
    QTextCharFormat label;
    label.setForeground(theme.color(uikit::Token::Text2));
    QTextCharFormat plain;
    plain.setForeground(theme.color(uikit::Token::Text));
    QTextCursor cursor(m_body->document());
    QTextBlockFormat gap;
    gap.setTopMargin(uikit::scaled(6));
    const auto begin = [&](const QString &word) {
        if (!m_body->document()->isEmpty())
            cursor.insertBlock(gap, label);
        cursor.insertText(word, label);
        cursor.insertBlock({}, plain);
    };
    const bool parted = content.body.contains(u'[');
    for (const NoteSection section : allNoteSections()) {
        const QString &text = note.text(section);
        if (section == NoteSection::Reason || text.isEmpty())
            continue;
        if (parted)
            begin(wordOf(section));
        writeText(cursor, text, plain);
    }
    if (note.codes.isEmpty())
        return;
    QStringList codes;
    for (const ConditionCode &code : note.codes) {
        const QString name = m_services.labelOf ? m_services.labelOf(code) : QString();
        codes << (name.isEmpty() ? code.code() : code.code() + u' ' + name);
    }
    begin(tr("Codes"));
    cursor.insertText(codes.join(u"\n"_qs), plain);
}

} // namespace ambroise::record::ui
