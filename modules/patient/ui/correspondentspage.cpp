// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/correspondentspage.h>

#include <ambroise/access/account.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>

namespace ambroise::patient::ui {

CorrespondentsPage::CorrespondentsPage(CorrespondentServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_search(new uikit::SearchField(tr("Nom, profession, ville"), {}, this))
    , m_list(new QListView(this))
    , m_names(new QStringListModel(this))
    , m_archive(new uikit::Button({}, {}, this))
    , m_told(new uikit::MessageLine(uikit::Meaning::Done, this))
{
    build();
    connect(m_search, &QLineEdit::textEdited, this, [this] { refresh(m_shown.id); });
    (new uikit::ListKeys(
         *m_list, [this] { m_edits.value(u"surname"_qs)->setFocus(Qt::OtherFocusReason); }, this))
        ->listenTo(*m_search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { read(index.row()); });
    connect(m_archive, &QPushButton::clicked, this, &CorrespondentsPage::archive);
}

void CorrespondentsPage::addField(uikit::FormGrid *grid, const QString &id, const QString &label,
                                  int span)
{
    auto *edit = new QLineEdit;
    m_edits.insert(id, edit);
    m_fields.insert(id, grid->add(label, edit, span));
    connect(edit, &QLineEdit::returnPressed, this, &CorrespondentsPage::save);
}

QWidget *CorrespondentsPage::buildFields()
{
    auto *grid = new uikit::FormGrid(2);
    addField(grid, u"title"_qs, tr("Titre (Dr, Pr, Mme, M. ; vide : un lieu)"));
    addField(grid, u"profession"_qs, tr("Profession, service"));
    addField(grid, u"surname"_qs, tr("Nom, ou nom du lieu"));
    addField(grid, u"given_name"_qs, tr("Prénom"));
    addField(grid, u"street"_qs, tr("Rue"), 2);
    addField(grid, u"postal_code"_qs, tr("Code postal"));
    addField(grid, u"city"_qs, tr("Ville"));
    addField(grid, u"phone"_qs, tr("Téléphone"));
    addField(grid, u"email"_qs, tr("Courriel"));
    addField(grid, u"mss"_qs, tr("Adresse MSSanté"));
    addField(grid, u"rpps"_qs, tr("Numéro RPPS"));
    addField(grid, u"note"_qs, tr("Remarque"), 2);
    auto *keep = new uikit::Button(tr("Enregistrer"), u"↵"_qs);
    connect(keep, &QPushButton::clicked, this, &CorrespondentsPage::save);
    auto *acts = new QHBoxLayout;
    acts->addWidget(keep);
    acts->addWidget(m_archive);
    acts->addStretch();
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(grid);
    column->addLayout(acts);
    column->addStretch();
    return fields;
}

void CorrespondentsPage::build()
{
    m_list->setModel(m_names);
    m_list->setAccessibleName(tr("Correspondants"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_told->hide();
    auto *fresh = new uikit::Button(tr("Nouveau correspondant"), {}, this);
    connect(fresh, &QPushButton::clicked, this, &CorrespondentsPage::begin);
    auto *sideBox = new QWidget(this);
    sideBox->setFixedWidth(uikit::scaled(300));
    auto *side = new QVBoxLayout(sideBox);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_search);
    side->addWidget(m_list, 1);
    side->addWidget(fresh);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(buildFields());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(uikit::scaled(16));
    columns->addWidget(sideBox);
    columns->addWidget(scroll, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(24), uikit::scaled(16), uikit::scaled(24),
                               uikit::scaled(16));
    layout->setSpacing(uikit::scaled(10));
    layout->addWidget(new uikit::Label(tr("Correspondants"), uikit::TextRole::Page,
                                       uikit::Token::Text, true, this));
    layout->addWidget(m_told);
    layout->addLayout(columns, 1);
    setFocusProxy(m_search);
}

void CorrespondentsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(m_shown.id);
}

void CorrespondentsPage::refresh(CorrespondentId chosen)
{
    const auto found = m_services.search(m_search->text());
    if (!found.ok()) {
        tell(found.error());
        return;
    }
    m_found = *found;
    QStringList names;
    int row = m_found.isEmpty() ? -1 : 0;
    for (int i = 0; i < m_found.size(); ++i) {
        const Correspondent &one = m_found.at(i);
        QStringList parts = {displayName(one), one.profession, one.address.city};
        parts.removeAll({});
        const QString line = parts.join(u", "_qs);
        names << (one.archived ? tr("%1 (mis de côté)").arg(line) : line);
        if (one.id == chosen)
            row = i;
    }
    m_names->setStringList(names);
    if (row >= 0)
        m_list->setCurrentIndex(m_names->index(row));
    else
        show({});
}

void CorrespondentsPage::read(int row)
{
    if (row >= 0 && row < m_found.size())
        show(m_found.at(row));
}

void CorrespondentsPage::show(const Correspondent &one)
{
    m_shown = one;
    const QHash<QString, QString> texts = {
        {u"title"_qs, one.title},
        {u"profession"_qs, one.profession},
        {u"surname"_qs, one.surname},
        {u"given_name"_qs, one.givenName},
        {u"street"_qs, one.address.street},
        {u"postal_code"_qs, one.address.postalCode},
        {u"city"_qs, one.address.city},
        {u"phone"_qs, one.phone ? one.phone->toFrench() : QString()},
        {u"email"_qs, one.email ? one.email->toString() : QString()},
        {u"mss"_qs, one.mssAddress ? one.mssAddress->toString() : QString()},
        {u"rpps"_qs, one.rpps},
        {u"note"_qs, one.note}};
    for (auto it = m_edits.cbegin(); it != m_edits.cend(); ++it) {
        it.value()->setText(texts.value(it.key()));
        it.value()->setCursorPosition(0);
        m_fields.value(it.key())->setError({});
    }
    m_archive->setText(one.archived ? tr("Proposer de nouveau") : tr("Mettre de côté"));
    m_archive->setVisible(one.id.isStored());
}

void CorrespondentsPage::begin()
{
    m_list->setCurrentIndex({});
    show({});
    m_edits.value(u"title"_qs)->setFocus(Qt::OtherFocusReason);
}

QString CorrespondentsPage::textOf(const QString &id) const
{
    return m_edits.value(id)->text().simplified();
}

std::optional<Correspondent> CorrespondentsPage::typed()
{
    Correspondent one = m_shown;
    one.title = textOf(u"title"_qs);
    one.profession = textOf(u"profession"_qs);
    one.surname = textOf(u"surname"_qs);
    one.givenName = textOf(u"given_name"_qs);
    one.address.street = textOf(u"street"_qs);
    one.address.postalCode = textOf(u"postal_code"_qs);
    one.address.city = textOf(u"city"_qs);
    one.rpps = textOf(u"rpps"_qs);
    one.note = textOf(u"note"_qs);
    bool right = true;
    const auto read = [&]<class Value>(const QString &id, std::optional<Value> &into) {
        into.reset();
        m_fields.value(id)->setError({});
        if (textOf(id).isEmpty())
            return;
        const auto value = Value::parse(textOf(id));
        if (value.ok()) {
            into = *value;
            return;
        }
        m_fields.value(id)->setError(m_services.explain(value.error()));
        right = false;
    };
    read(u"phone"_qs, one.phone);
    read(u"email"_qs, one.email);
    read(u"mss"_qs, one.mssAddress);
    const auto rpps = access::Rpps::parse(one.rpps);
    m_fields.value(u"rpps"_qs)
        ->setHint(rpps.ok() && !rpps->hasValidKey() ? tr("Clé fausse : relire le numéro.")
                                                    : QString());
    return right ? std::optional(one) : std::nullopt;
}

void CorrespondentsPage::save()
{
    if (const auto one = typed())
        store(*one, tr("Correspondant enregistré : %1").arg(displayName(*one)));
}

void CorrespondentsPage::archive()
{
    Correspondent one = m_shown;
    one.archived = !one.archived;
    store(one, one.archived ? tr("Mis de côté : %1 n’est plus proposé.").arg(displayName(one))
                            : tr("De nouveau proposé : %1").arg(displayName(one)));
}

void CorrespondentsPage::store(const Correspondent &one, const QString &done)
{
    const auto id = m_services.save(one);
    if (!id.ok()) {
        tell(id.error());
        return;
    }
    m_told->setGrade(uikit::Meaning::Done);
    m_told->setText(done);
    m_told->show();
    refresh(*id);
}

void CorrespondentsPage::tell(const Error &error)
{
    static const QHash<QString, QString> fields = {{u"correspondent.name"_qs, u"surname"_qs},
                                                   {u"correspondent.known"_qs, u"rpps"_qs},
                                                   {u"rpps.shape"_qs, u"rpps"_qs}};
    if (const auto field = fields.constFind(error.subject); field != fields.cend()) {
        m_told->hide();
        m_fields.value(*field)->setError(m_services.explain(error));
        m_edits.value(*field)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_told->say(uikit::Meaning::Stop, m_services.explain(error));
}

} // namespace ambroise::patient::ui
