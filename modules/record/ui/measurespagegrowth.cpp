// SPDX-License-Identifier: GPL-3.0-or-later
// The growth of a child on the page of measures: by which reference, and by which age.
#include <ambroise/record/ui/measurespage.h>

#include "growthchoice.h"
#include "measuremodels.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/shortcuts.h>

#include <QAction>
#include <QComboBox>
#include <QSignalBlocker>

namespace ambroise::record::ui {
namespace {

constexpr int childUntil = 20; //!< years: whose growth is shown

} // namespace

std::optional<GrowthChild> MeasuresPage::child() const
{
    return growingChild(m_services.examined, m_measures, childUntil);
}

QList<GrowthCurve> MeasuresPage::growthCurves() const
{
    QList<GrowthCurve> curves;
    const auto whose = child();
    if (!whose)
        return curves;
    for (const GrowthIndicator indicator : allGrowthIndicators()) {
        const GrowthReference &reference = referenceFor(indicator, whose->sex, m_reference);
        const QList<GrowthPoint> points = growthOf(indicator, *whose, m_measures, reference, m_age);
        if (!points.isEmpty())
            curves.append({indicator, points, reference, m_age});
    }
    return curves;
}

CurveFigure MeasuresPage::growthFigure(const GrowthCurve &growth)
{
    const auto whose = child();
    m_note->setText(growthNote(growth));
    m_readings->showGrowth(growth, *whose);
    return growthFigureOf(growth, *whose, GrowthLines(m_lines->current()));
}

QString MeasuresPage::growthNote(const GrowthCurve &growth) const
{
    const GrowthChild whose = *child();
    QStringList said;
    if (!whose.term)
        said << tr("Âge civil : le terme de naissance n’est pas dans le dossier.");
    else if (!whose.isPremature())
        said << tr("Âge civil, %1.").arg(bornAt(whose));
    else if (m_age == GrowthAge::Corrected)
        said << tr("Âge corrigé jusqu’à 2 ans, %1.").arg(bornAt(whose));
    else
        said << tr("Âge civil, %1 : sans correction.").arg(bornAt(whose));
    if (growth.reference != m_reference)
        said << tr("%1 n’a pas de valeurs pour cette mesure.").arg(m_reference.title());
    said << tr("Courbes : %1. Source : %2.")
                .arg(growth.reference.names().join(u" ; "_qs),
                     growth.reference.sources().join(u" ; "_qs));
    if (m_references.size() == 1)
        said << tr("Celles du carnet de santé (AFPA – CRESS/Inserm – CompuGroup Medical 2018) sont "
                   "sous licence : le fichier obtenu s’importe dans Réglages, Référentiels.");
    return said.join(u' ');
}

void MeasuresPage::listReferences()
{
    const bool grows = child().has_value(); // those of the WHO are not read for who does not
    m_references = grows ? growthReferences(m_services) : QList<GrowthReference>();
    m_reference = grows ? chosenReference(m_services) : GrowthReference();
    const QSignalBlocker filling(m_choice);
    m_choice->clear();
    for (const GrowthReference &one : std::as_const(m_references))
        m_choice->addItem(one.title());
    m_choice->setCurrentIndex(int(m_references.indexOf(m_reference)));
}

void MeasuresPage::chooseReference(int index)
{
    if (index < 0 || index >= m_references.size() || !m_services.keepGrowthReference)
        return;
    m_services.keepGrowthReference(index == 0 ? QString() : m_references.at(index).title());
    refill();
    Q_EMIT changed(); // the scores of the summary too
}

void MeasuresPage::turnAge()
{
    const auto whose = child();
    if (!whose || !whose->isPremature())
        return;
    m_age = m_age == GrowthAge::Corrected ? GrowthAge::Civil : GrowthAge::Corrected;
    refill();
}

void MeasuresPage::showGrowthActs(const GrowthCurve *growth)
{
    m_lines->setVisible(growth);
    m_note->setVisible(growth);
    const bool several = m_references.size() > 1;
    m_choice->setVisible(growth && several);
    m_keys->action(u"measures.reference"_qs)->setEnabled(growth && several);
    const auto whose = child();
    const bool corrects = growth && whose && whose->isPremature();
    QAction *age = m_keys->action(u"measures.age"_qs);
    age->setEnabled(corrects);
    age->setText(m_age == GrowthAge::Corrected ? tr("Âge civil") : tr("Âge corrigé"));
    m_ageAct->setVisible(corrects);
}

} // namespace ambroise::record::ui
