// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/ui/documentkindspage.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QAbstractListModel>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QVBoxLayout>

namespace ambroise::identity::ui {

//! The practice's list, as rows.
class KindModel final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<ListedKind> &kinds)
    {
        beginResetModel();
        m_kinds = kinds;
        endResetModel();
    }
    [[nodiscard]] const QList<ListedKind> &kinds() const { return m_kinds; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_kinds.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const ListedKind &listed = m_kinds.at(index.row());
        const bool proves = listed.kind.trust == Trust::High;
        uikit::Row row;
        row.title = listed.kind.label;
        row.secondary = proves ? DocumentKindsPage::tr("Haut niveau de confiance")
                               : DocumentKindsPage::tr("Ne prouve pas l’identité");
        if (listed.kind.forWhom == ForWhom::Minor)
            row.secondary += DocumentKindsPage::tr(", pour un mineur avec la pièce d’un parent");
        row.right = listed.kind.code;
        row.strong = listed.offered;
        if (!listed.offered)
            row.chip = uikit::RowChip{uikit::Meaning::Apc, DocumentKindsPage::tr("Retirée"), {}};
        else if (proves)
            row.chip = uikit::RowChip{uikit::Meaning::Done, DocumentKindsPage::tr("Prouve"), {}};
        return uikit::rowData(row, role);
    }

private:
    QList<ListedKind> m_kinds;
};

namespace {
constexpr int longestLabel = 80;
constexpr int longestCode = 8;
constexpr int rowHeight = 46;
constexpr int formWidth = 380;
} // namespace

DocumentKindsPage::DocumentKindsPage(Calls calls, QWidget *parent)
    : QWidget(parent)
    , m_calls(std::move(calls))
    , m_model(new KindModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(uikit::scaled(24), uikit::scaled(16), uikit::scaled(24),
                               uikit::scaled(16));
    column->setSpacing(uikit::scaled(12));
    column->addWidget(new uikit::Label(tr("Pièces d’identité"), uikit::TextRole::Page,
                                       uikit::Token::Text, true, this));
    auto *what = new uikit::Label(
        tr("Ce qu’une personne peut présenter. Aucune n’est choisie d’avance lors du contrôle."),
        uikit::TextRole::Body, uikit::Token::Text2, false, this);
    what->setWordWrap(true);
    column->addWidget(what);
    m_message = new uikit::MessageLine(uikit::Meaning::Info, this);
    m_message->hide();
    column->addWidget(m_message);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(uikit::scaled(24));
    parts->addWidget(buildList(), 1);
    parts->addWidget(buildForm());
    column->addLayout(parts, 1);
    setFocusProxy(m_list);
    bindKeys();
    showChosen();
    refresh();
}

QWidget *DocumentKindsPage::buildList()
{
    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(rowHeight, m_list));
    m_list->setAccessibleName(tr("Pièces d’identité"));
    uikit::prepareList(*m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DocumentKindsPage::choose);
    return m_list;
}

QWidget *DocumentKindsPage::buildForm()
{
    auto *form = new QWidget;
    form->setFixedWidth(uikit::scaled(formWidth));
    m_label = new QLineEdit;
    m_label->setMaxLength(longestLabel);
    m_code = new QLineEdit;
    m_code->setMaxLength(longestCode);
    m_trust = new uikit::Segmented(tr("Niveau de confiance"), {tr("Haut"), tr("Faible")});
    m_forWhom = new uikit::Segmented(tr("Pour qui"), {tr("Tous"), tr("Mineur")});
    m_labelField = new uikit::FormField(tr("Nom"), m_label, form);
    auto *codeField = new uikit::FormField(tr("Code"), m_code, form);
    m_trustField = new uikit::FormField(tr("Niveau de confiance"), m_trust, form);
    m_forWhomField = new uikit::FormField(tr("Pour qui"), m_forWhom, form);
    m_warning = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, false, form);
    m_warning->setInk(uikit::Meaning::Caution);
    m_warning->setWordWrap(true);
    m_warning->setText(tr("Attention : le RNIV ne cite pas cette pièce parmi celles à haut niveau "
                          "de confiance. Une carte Vitale seule, un permis de conduire ou une "
                          "copie ne valident aucune identité."));
    m_answered = new QCheckBox(tr("Vérifié : le RNIV accepte cette pièce"), form);
    m_save = new uikit::PrimaryButton(tr("Enregistrer"), u"Ctrl ↵"_qs, form);
    m_new = new uikit::Button(tr("Nouvelle pièce"), u"Alt N"_qs, form);
    m_retire = new uikit::Button(tr("Ne plus proposer"), u"Suppr"_qs, form);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(12));
    for (QWidget *part : std::initializer_list<QWidget *>{m_labelField, codeField, m_trustField,
                                                          m_forWhomField, m_warning, m_answered})
        layout->addWidget(part);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(uikit::scaled(8));
    acts->addWidget(m_save);
    acts->addWidget(m_new);
    acts->addStretch();
    layout->addLayout(acts);
    layout->addWidget(m_retire, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(m_label, &QLineEdit::textChanged, this, &DocumentKindsPage::update);
    connect(m_code, &QLineEdit::textChanged, this, &DocumentKindsPage::update);
    connect(m_trust, &uikit::Segmented::currentChanged, this, [this] {
        m_answered->setChecked(false);
        update();
    });
    connect(m_forWhom, &uikit::Segmented::currentChanged, this, &DocumentKindsPage::update);
    connect(m_answered, &QCheckBox::toggled, this, &DocumentKindsPage::update);
    return form;
}

void DocumentKindsPage::bindKeys()
{
    const auto bind = [](QShortcut *shortcut, QPushButton *button) {
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    };
    bind(new QShortcut(Qt::CTRL | Qt::Key_Return, this), m_save);
    bind(new QShortcut(Qt::ALT | Qt::Key_N, this), m_new);
    bind(new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut),
         m_retire);
    connect(m_save, &QPushButton::clicked, this, &DocumentKindsPage::save);
    connect(m_new, &QPushButton::clicked, this, &DocumentKindsPage::beginNew);
    connect(m_retire, &QPushButton::clicked, this, &DocumentKindsPage::toggleOffered);
}

void DocumentKindsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DocumentKindsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (isDirty() || !m_chosen)) {
        giveUp();
        return;
    }
    QWidget::keyPressEvent(event);
}

void DocumentKindsPage::refresh()
{
    if (isDirty())
        return;
    const auto all = m_calls.all();
    if (!all.ok()) {
        m_message->setGrade(uikit::Meaning::Stop);
        m_message->setText(m_calls.explain(all.error()));
        m_message->show();
        return;
    }
    const QString code = m_chosen ? m_chosen->kind.code : QString();
    m_chosen.reset(); // the model's rows are others now
    m_model->set(*all);
    select(code);
}

void DocumentKindsPage::select(const QString &code)
{
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (m_model->kinds().at(i).kind.code == code)
            row = i;
    m_list->setCurrentIndex(m_model->index(row));
}

void DocumentKindsPage::choose(const QModelIndex &now, const QModelIndex &before)
{
    if (!now.isValid())
        return;
    if (isDirty() && before.isValid()) {
        QMetaObject::invokeMethod( // a click selects after it made current
            this,
            [this, row = QPersistentModelIndex(before)] {
                const QSignalBlocker quiet(m_list->selectionModel());
                m_list->setCurrentIndex(row);
                m_list->viewport()->update();
            },
            Qt::QueuedConnection);
        m_message->say(uikit::Meaning::Caution, tr("Enregistrer d’abord (Ctrl ↵)"),
                       tr("ou abandonner (Échap)."));
        return;
    }
    m_chosen = m_model->kinds().at(now.row());
    m_message->hide();
    showChosen();
}

void DocumentKindsPage::beginNew()
{
    if (isDirty())
        return;
    m_chosen.reset();
    m_message->hide();
    showChosen();
    m_label->setFocus(Qt::OtherFocusReason);
}

void DocumentKindsPage::giveUp()
{
    m_message->hide();
    const QModelIndex current = m_list->currentIndex();
    if (!m_chosen && current.isValid())
        m_chosen = m_model->kinds().at(current.row());
    showChosen();
    m_list->setFocus(Qt::OtherFocusReason);
}

void DocumentKindsPage::showChosen()
{
    const DocumentKind shown = m_chosen ? m_chosen->kind : DocumentKind();
    m_label->setText(shown.label);
    m_code->setText(shown.code);
    m_code->setReadOnly(m_chosen.has_value());
    m_code->setFocusPolicy(m_chosen ? Qt::ClickFocus : Qt::StrongFocus);
    m_trust->setCurrent(shown.trust == Trust::High ? 0 : 1);
    m_forWhom->setCurrent(shown.forWhom == ForWhom::Minor ? 1 : 0);
    m_answered->setChecked(false);
    update();
}

DocumentKind DocumentKindsPage::typed() const
{
    return {m_code->text().trimmed(), m_label->text().simplified(),
            m_trust->current() == 0 ? Trust::High : Trust::Low,
            m_forWhom->current() == 1 ? ForWhom::Minor : ForWhom::Anyone};
}

bool DocumentKindsPage::isDirty() const
{
    return typed() != (m_chosen ? m_chosen->kind : DocumentKind());
}

bool DocumentKindsPage::isOwnTrust() const
{
    const DocumentKind kind = typed();
    return kind.trust == Trust::High && !usualDocumentKind(kind.code) &&
           !(m_chosen && m_chosen->kind.trust == Trust::High);
}

void DocumentKindsPage::update()
{
    const auto usual = usualDocumentKind(typed().code);
    const bool proofless = usual && usual->trust == Trust::Low;
    const bool minors = usual && usual->forWhom == ForWhom::Minor;
    m_labelField->setHint(usual ? tr("Pour le RNIV : %1.").arg(usual->label) : QString());
    m_trust->setEnabled(!proofless);
    m_trustField->setHint(proofless
                              ? tr("Pour le RNIV, cette pièce ne prouve pas l’identité.")
                              : tr("Haut : la pièce prouve l’identité. Faible : pour mémoire."));
    m_forWhom->setEnabled(!minors);
    m_forWhomField->setHint(
        minors ? tr("Pour le RNIV, pour un mineur, avec la pièce d’un parent ou du tuteur.")
               : tr("Mineur : avec la pièce d’un parent ou du tuteur."));
    m_warning->setVisible(isOwnTrust());
    m_answered->setVisible(isOwnTrust());
    m_save->setText(m_chosen ? tr("Enregistrer") : tr("Ajouter"));
    m_save->setEnabled(isDirty() && (!isOwnTrust() || m_answered->isChecked()));
    m_new->setEnabled(!isDirty() && m_chosen);
    m_retire->setEnabled(m_chosen && !isDirty());
    m_retire->setText(m_chosen && !m_chosen->offered ? tr("Proposer à nouveau")
                                                     : tr("Ne plus proposer"));
}

void DocumentKindsPage::save()
{
    const DocumentKind kind = typed();
    if (!m_chosen)
        kept(m_calls.add(kind), kind.code, tr("« %1 » ajoutée.").arg(kind.label));
    else
        kept(m_calls.change(*m_chosen, {kind, m_chosen->offered}), kind.code,
             tr("« %1 » enregistrée.").arg(kind.label));
}

void DocumentKindsPage::toggleOffered()
{
    const ListedKind after{m_chosen->kind, !m_chosen->offered};
    kept(m_calls.change(*m_chosen, after), after.kind.code,
         after.offered ? tr("« %1 » est proposée à nouveau.").arg(after.kind.label)
                       : tr("« %1 » n’est plus proposée. Les contrôles faits avec elle la gardent.")
                             .arg(after.kind.label));
}

void DocumentKindsPage::kept(const Status &written, const QString &code, const QString &sentence)
{
    if (written.ok()) {
        m_chosen = ListedKind{typed(), true}; // nothing is being typed any more
        m_chosen->kind.code = code;
        refresh();
        m_list->setFocus(Qt::OtherFocusReason);
    }
    m_message->say(written.ok() ? uikit::Meaning::Done : uikit::Meaning::Stop,
                   written.ok() ? sentence : m_calls.explain(written.error()));
}

} // namespace ambroise::identity::ui
