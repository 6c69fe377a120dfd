// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/newpassword.h>

#include <ambroise/crypto/password.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/type.h>

#include <QVBoxLayout>

#include <array>

namespace ambroise::access::ui {
namespace {

using crypto::PasswordRules;
using crypto::PasswordStrength;

struct Advice {
    QStringView hint;
    const char *sentence;
};

constexpr std::array advices = {
    Advice{u"password.short", QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword",
                                                "Douze caractères au moins. Quatre mots sans lien "
                                                "font un bon mot de passe.")},
    Advice{u"password.long", QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword",
                                               "Trop long : 1024 caractères au plus.")},
    Advice{u"password.common", QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword",
                                                 "Trop connu. Ajouter des mots moins attendus.")},
    Advice{u"password.contains_name",
           QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword",
                             "Il contient un nom du cabinet ou le vôtre. En choisir un autre.")},
    Advice{u"password.repeats", QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword",
                                                  "Trop de répétitions. Varier les mots.")},
    Advice{u"password.sequence",
           QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword",
                             "Une suite de touches ou de chiffres se devine. Varier les mots.")},
    Advice{u"password.more_words",
           QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword",
                             "Accepté. Un ou deux mots de plus le rendraient solide.")},
};

constexpr std::array praises = {
    "",
    QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword", "Faible."),
    QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword", "Moyen."),
    QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword", "Solide."),
    QT_TRANSLATE_NOOP("ambroise::access::ui::NewPassword", "Très solide."),
};

QString sentenceOf(const QString &hint)
{
    for (const Advice &advice : advices)
        if (advice.hint == hint)
            return NewPassword::tr(advice.sentence);
    return NewPassword::tr("Ce mot de passe n’est pas accepté. En choisir un autre.");
}

QString wordsOf(const PasswordStrength &strength)
{
    if (!strength.hints.isEmpty())
        return sentenceOf(strength.hints.first());
    return NewPassword::tr(praises.at(size_t(strength.score)));
}

} // namespace

using namespace uikit;

NewPassword::NewPassword(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_field(new PasswordField)
    , m_form(new FormField(label, m_field))
    , m_meter(new StrengthMeter)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(6));
    layout->addWidget(m_form);
    layout->addWidget(m_meter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_form->setError({});
        judge();
        Q_EMIT changed();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &NewPassword::confirmed);
    judge();
}

void NewPassword::setContext(const QStringList &context)
{
    m_context = context;
    judge();
}

QString NewPassword::text() const
{
    return m_field->text();
}

void NewPassword::clear()
{
    m_field->clear();
    m_field->setRevealed(false);
    m_form->setError({});
}

bool NewPassword::isAccepted() const
{
    return PasswordRules::accept(text(), m_context).ok();
}

bool NewPassword::check()
{
    const Status accepted = PasswordRules::accept(text(), m_context);
    // The meter says the reason already; the mark tells that it is not enough.
    m_form->setError(accepted.ok() ? QString() : sentenceOf(accepted.error().subject));
    m_meter->setVisible(accepted.ok());
    return accepted.ok();
}

void NewPassword::setError(const QString &sentence)
{
    m_form->setError(sentence);
}

void NewPassword::judge()
{
    m_meter->setVisible(true);
    if (text().isEmpty()) {
        m_meter->setStrength(0, tr("Douze caractères au moins, une phrase si possible."));
        return;
    }
    const PasswordStrength strength = PasswordRules::estimate(text(), m_context);
    m_meter->setStrength(strength.score, wordsOf(strength));
}

} // namespace ambroise::access::ui
