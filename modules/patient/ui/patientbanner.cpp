// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/patientbanner.h>

#include <ambroise/patient/ui/statuschip.h>

#include <ambroise/core/text.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ambroise::patient::ui {
namespace {

constexpr int bannerHeight = 56;

uikit::Label *label(uikit::TextRole role, uikit::Token ink, bool strong, QWidget *parent)
{
    return new uikit::Label({}, role, ink, strong, parent);
}

QVBoxLayout *pair(QWidget *upper, QWidget *lower)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(uikit::scaled(2));
    column->addWidget(upper, 0, Qt::AlignLeft);
    column->addWidget(lower, 0, Qt::AlignLeft);
    return column;
}

} // namespace

PatientBanner::PatientBanner(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_name(label(uikit::TextRole::Patient, uikit::Token::Text, true, this))
    , m_civil(label(uikit::TextRole::Note, uikit::Token::Text2, false, this))
    , m_used(label(uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_status(new uikit::Chip(uikit::Meaning::Provisional, {}, {}, this))
    , m_proof(label(uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_allergies(new uikit::Chip(uikit::Meaning::Apc, {}, {}, this))
    , m_allergyDetail(label(uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_facts(label(uikit::TextRole::Small, uikit::Token::Text2, false, this))
{
    setFixedHeight(uikit::scaled(bannerHeight));
    setFocusPolicy(Qt::TabFocus); // one stop, read whole
    m_name->setElided(true);
    m_used->setElided(true);
    m_facts->setElided(true);
    auto *first = new QHBoxLayout;
    first->setSpacing(uikit::scaled(8));
    first->addWidget(m_name);
    first->addWidget(m_civil, 1);
    auto *who = new QVBoxLayout;
    who->setSpacing(uikit::scaled(2));
    who->addLayout(first);
    who->addWidget(m_used);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(uikit::scaled(16), uikit::scaled(6), uikit::scaled(16),
                            uikit::scaled(6));
    row->setSpacing(uikit::scaled(24));
    row->addLayout(who, 3);
    row->addLayout(pair(m_status, m_proof));
    row->addLayout(pair(m_allergies, m_allergyDetail));
    row->addWidget(m_facts, 1);
}

void PatientBanner::showPatient(const Patient &patient)
{
    const auto &details = patient.details;
    const identity::StrictTraits &traits = details.identity.traits();
    m_name->setText(displayName(details));
    const QDate birth = traits.birthDate().date();
    const QString born = traits.sex() == identity::Sex::Female ? tr("née le %1") : tr("né le %1");
    QStringList civil{code(traits.sex()), born.arg(text::frenchDate(birth)),
                      text::frenchAge(birth, m_clock.today())};
    if (details.deceasedOn.isValid())
        civil << tr("décès le %1").arg(text::frenchDate(details.deceasedOn));
    m_civil->setText(civil.join(u" · "_qs));
    QStringList second;
    if (!details.usedSurname.isEmpty())
        second << tr("Nom utilisé %1").arg(details.usedSurname);
    if (!details.usedGivenName.isEmpty())
        second << tr("Prénom utilisé %1").arg(details.usedGivenName);
    if (const auto &ins = details.identity.ins())
        second << tr("INS %1 %2").arg(ins->matricule.grouped(), identity::nature(ins->authority)) +
                      (details.identity.isQualified() ? QString() : tr(", non qualifiée"));
    m_used->setText(second.join(u" · "_qs));
    const auto chip = statusChip(details.identity.status(), details.identity.attributes());
    m_status->set(chip.meaning, chip.text, chip.icon);
    m_proof->setText(details.identity.attributes().isHomonym()
                         ? tr("Homonyme : vérifier tous les traits")
                         : QString());
    describe();
}

void PatientBanner::showAllergies(const BannerAllergies &allergies)
{
    using State = BannerAllergies::State;
    m_allergies->setVisible(allergies.state != State::Hidden);
    m_allergyDetail->setText({});
    switch (allergies.state) {
    case State::Listed:
        m_allergies->set(uikit::Meaning::Stop, tr("Allergie : %1").arg(allergies.names.value(0)),
                         u"exclamation-triangle-fill"_qs);
        if (allergies.names.size() > 1)
            m_allergyDetail->setText(allergies.names.mid(1).join(u", "_qs));
        break;
    case State::NoneKnown:
        m_allergies->set(uikit::Meaning::Done, tr("Aucune allergie connue"), u"check2"_qs);
        break;
    case State::NotFilledIn:
        m_allergies->set(uikit::Meaning::Caution, tr("Allergies non renseignées"), {});
        break;
    case State::Unreadable:
        m_allergies->set(uikit::Meaning::Stop, tr("Allergies illisibles"),
                         u"exclamation-triangle-fill"_qs);
        if (!allergies.names.isEmpty())
            m_allergyDetail->setText(tr("lues avant : %1").arg(allergies.names.join(u", "_qs)));
        break;
    case State::Hidden:
        break;
    }
    describe();
}

void PatientBanner::showFacts(const QString &facts)
{
    m_facts->setText(facts);
    describe();
}

void PatientBanner::describe()
{
    QStringList parts;
    for (const QLabel *one :
         {static_cast<QLabel *>(m_name), static_cast<QLabel *>(m_civil),
          static_cast<QLabel *>(m_used), static_cast<QLabel *>(m_status),
          static_cast<QLabel *>(m_allergies), static_cast<QLabel *>(m_allergyDetail),
          static_cast<QLabel *>(m_facts)})
        if (!one->text().isEmpty() && !one->isHidden())
            parts << one->text();
    setAccessibleName(parts.join(u", "_qs));
}

void PatientBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto theme = uikit::Theme::of(*this);
    painter.fillRect(rect(), theme.color(uikit::Token::Base));
    painter.setPen(theme.color(uikit::Token::Line));
    painter.drawLine(0, rect().bottom(), rect().right(), rect().bottom());
}

} // namespace ambroise::patient::ui
