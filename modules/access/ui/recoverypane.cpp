// SPDX-License-Identifier: GPL-3.0-or-later
#include "recoverypane.h"

#include <ambroise/access/account.h>
#include <ambroise/access/ui/newpassword.h>
#include <ambroise/access/ui/notice.h>
#include <ambroise/crypto/recoverykey.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QString>
#include <QVBoxLayout>
#include <QWidget>

namespace ambroise::access::ui {
namespace {

using namespace uikit;

constexpr int fieldHeight = 36;
constexpr int keyCharacters = 36;
constexpr int groupLength = 4;

QString plainKey(const QString &typed)
{
    QString plain;
    for (const QChar c : typed)
        if (c.isLetterOrNumber())
            plain += c.toUpper();
    return plain;
}

} // namespace

RecoveryPane::RecoveryPane(Explain explain, QWidget *parent)
    : QWidget(parent)
    , m_explain(std::move(explain))
    , m_title(new Label({}, TextRole::Patient))
    , m_subtitle(new Label({}, TextRole::Body, Token::Text2))
    , m_login(new QLineEdit)
    , m_key(new QLineEdit)
    , m_loginField(new FormField(tr("Identifiant"), m_login))
    , m_keyField(new FormField(tr("Clé de secours"), m_key))
    , m_password(new NewPassword(tr("Nouveau mot de passe")))
    , m_notice(new Notice)
    , m_next(new PrimaryButton(tr("Continuer"), u"↵"_qs))
    , m_back(new Button(tr("Retour"), tr("Échap")))
{
    build();
    connect(m_login, &QLineEdit::textEdited, this, [this] { m_loginField->setError({}); });
    connect(m_login, &QLineEdit::returnPressed, this, [this] { m_key->setFocus(); });
    connect(m_key, &QLineEdit::textEdited, this, &RecoveryPane::groupKey);
    connect(m_key, &QLineEdit::returnPressed, this, &RecoveryPane::goOn);
    connect(m_password, &NewPassword::confirmed, this, &RecoveryPane::goOn);
    connect(m_next, &QPushButton::clicked, this, &RecoveryPane::goOn);
    connect(m_back, &QPushButton::clicked, this, &RecoveryPane::goBack);
    place();
    refresh();
}

void RecoveryPane::build()
{
    m_login->setObjectName(u"recoveryLogin"_qs);
    m_login->setMaxLength(40);
    m_key->setObjectName(u"recoveryKey"_qs);
    m_key->setMaxLength(60);
    m_key->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_password->setObjectName(u"recoveryPassword"_qs);
    m_notice->setObjectName(u"recoveryNotice"_qs);
    m_next->setObjectName(u"recoveryNext"_qs);
    m_next->setTall(true);
    m_back->setObjectName(u"recoveryBack"_qs);
    m_back->setTall(true);
    m_subtitle->setWordWrap(true);
    m_foot = new QWidget;
    auto *foot = new QHBoxLayout(m_foot);
    foot->addWidget(m_next);
    foot->addStretch(1);
    foot->addWidget(m_back);
    auto *layout = new QVBoxLayout(this);
    const std::initializer_list<QWidget *> parts = {
        m_title, m_subtitle, m_loginField, m_keyField, m_password, m_notice, m_foot};
    for (QWidget *part : parts)
        layout->addWidget(part);
    layout->addStretch(1);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &RecoveryPane::goBack);
}

void RecoveryPane::place()
{
    layout()->setContentsMargins({});
    layout()->setSpacing(0);
    m_title->setMinimumHeight(scaled(24));
    m_subtitle->setContentsMargins(0, 0, 0, scaled(24));
    for (QWidget *field : {static_cast<QWidget *>(m_loginField), static_cast<QWidget *>(m_keyField),
                           static_cast<QWidget *>(m_password)})
        field->setContentsMargins(0, 0, 0, scaled(12));
    m_foot->layout()->setContentsMargins(0, scaled(12), 0, 0);
    for (QLineEdit *field : {m_login, m_key})
        field->setFixedHeight(scaled(fieldHeight));
    m_key->setFont(codeFont(TextRole::Small));
}

void RecoveryPane::begin(const QString &login, const QStringList &names)
{
    forget();
    m_names = names;
    m_step = Step::Key;
    m_login->setText(login);
    refresh();
    if (login.isEmpty())
        m_login->setFocus();
    else
        m_key->setFocus();
}

QString RecoveryPane::login() const
{
    return m_login->text().trimmed();
}

QString RecoveryPane::key() const
{
    return m_key->text();
}

QString RecoveryPane::password() const
{
    return m_password->text();
}

void RecoveryPane::forget()
{
    m_key->clear();
    m_password->clear();
    m_keyField->setError({});
    m_loginField->setError({});
    m_notice->clear();
}

void RecoveryPane::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void RecoveryPane::setWait(const QString &sentence)
{
    if (sentence == m_wait)
        return;
    const bool counting = !m_wait.isEmpty();
    m_wait = sentence;
    m_notice->say(Meaning::Caution, sentence, counting);
    refresh();
}

void RecoveryPane::fail(const Error &error)
{
    const QString sentence = m_explain(error);
    const bool ofKey =
        error.subject == u"keyring.recovery" || error.subject.startsWith(u"recovery.");
    if (ofKey) {
        m_step = Step::Key;
        refresh();
        m_keyField->setError(sentence);
        m_key->setFocus();
        m_key->selectAll();
        return;
    }
    m_notice->say(Meaning::Stop, sentence);
    refresh();
}

void RecoveryPane::refresh()
{
    const bool asksKey = m_step == Step::Key;
    m_title->setText(asksKey ? tr("Accès perdu") : tr("Nouveau mot de passe"));
    m_subtitle->setText(asksKey
                            ? tr("Taper la clé de secours, imprimée à la création du cabinet. "
                                 "Elle donne un nouveau mot de passe.")
                            : tr("Pour %1. L’ancien mot de passe ne servira plus.").arg(login()));
    m_loginField->setVisible(asksKey);
    m_keyField->setVisible(asksKey);
    m_password->setVisible(!asksKey);
    const std::initializer_list<QWidget *> inputs = {m_login, m_key, m_password, m_back};
    for (QWidget *widget : inputs)
        widget->setEnabled(!m_busy);
    m_next->setEnabled(!m_busy && m_wait.isEmpty());
    m_next->setText(m_busy    ? tr("Ouverture…")
                    : asksKey ? tr("Continuer")
                              : tr("Ouvrir la session"));
}

void RecoveryPane::groupKey()
{
    m_keyField->setError({});
    // Typing in the middle keeps its place; only what is added at the end is grouped.
    if (m_key->cursorPosition() != m_key->text().size())
        return;
    const QString plain = plainKey(m_key->text());
    QStringList groups;
    for (int at = 0; at < plain.size(); at += groupLength)
        groups << plain.mid(at, groupLength);
    m_key->setText(groups.join(u'-'));
    if (plain.size() >= keyCharacters)
        checkKey();
}

bool RecoveryPane::checkKey()
{
    const auto parsed = crypto::RecoveryKey::parse(m_key->text());
    m_keyField->setError(parsed.ok() ? QString() : m_explain(parsed.error()));
    if (parsed.ok())
        m_keyField->setHint(tr("Clé complète."));
    return parsed.ok();
}

void RecoveryPane::goOn()
{
    if (m_busy || !m_wait.isEmpty())
        return;
    if (m_step == Step::Password) {
        if (m_password->check())
            Q_EMIT submitted();
        return;
    }
    const auto parsed = Login::parse(login());
    m_loginField->setError(parsed.ok() ? QString() : m_explain(parsed.error()));
    if (!parsed.ok())
        m_login->setFocus();
    if (!checkKey() || !parsed.ok())
        return;
    m_step = Step::Password;
    m_notice->clear();
    m_password->setContext(QStringList(m_names) << login());
    refresh();
    m_password->setFocus();
}

void RecoveryPane::goBack()
{
    if (m_busy)
        return;
    if (m_step == Step::Key) {
        Q_EMIT left();
        return;
    }
    m_step = Step::Key;
    m_password->clear();
    refresh();
    m_key->setFocus();
}

bool RecoveryPane::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        place();
    return QWidget::event(event);
}

} // namespace ambroise::access::ui
