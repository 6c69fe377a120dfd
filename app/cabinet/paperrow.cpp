// SPDX-License-Identifier: GPL-3.0-or-later
#include "paperrow.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace ambroise::app {
namespace {

constexpr int shortestName = 12; // letters of a printer's name that are always seen

class PaperWords {
    Q_DECLARE_TR_FUNCTIONS(PaperWords)
};

QComboBox *shrinkingBox()
{
    auto *box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(shortestName);
    return box;
}

void choose(QComboBox &box, const QString &key, const QString &missing)
{
    if (box.findData(key) < 0)
        box.addItem(missing, key);
    box.setCurrentIndex(box.findData(key));
}

} // namespace

QString wordsOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::Ordonnance:
        return PaperWords::tr("Ordonnances");
    case PaperKind::Secured:
        return PaperWords::tr("Ordonnances sécurisées");
    case PaperKind::Exception:
        return PaperWords::tr("Médicaments d’exception");
    case PaperKind::Demande:
        return PaperWords::tr("Demandes");
    case PaperKind::Letter:
        return PaperWords::tr("Courriers et certificats");
    case PaperKind::Label:
        return PaperWords::tr("Étiquettes");
    case PaperKind::Other:
        break;
    }
    return PaperWords::tr("Autres documents");
}

PaperRow::PaperRow(PaperKind kind, bool asks, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_asks(asks)
    , m_printer(shrinkingBox())
    , m_tray(shrinkingBox())
    , m_copies(new QSpinBox)
{
    const QString words = wordsOf(kind);
    m_printer->setAccessibleName(tr("%1, imprimante").arg(words));
    m_tray->setAccessibleName(tr("%1, bac").arg(words));
    m_copies->setAccessibleName(tr("%1, nombre d’exemplaires").arg(words));
    m_copies->setRange(1, PaperChoice::mostCopies);
    connect(m_printer, &QComboBox::currentIndexChanged, this, [this] {
        fillTrays({}); // those of another printer are others
        Q_EMIT edited();
    });
    connect(m_tray, &QComboBox::currentIndexChanged, this, &PaperRow::edited);
    connect(m_copies, &QSpinBox::valueChanged, this, &PaperRow::edited);
}

void PaperRow::show(const PaperChoice &choice, const QList<MachinePrinter> &machine)
{
    m_machine = machine;
    const QSignalBlocker quiet(m_printer);
    const QSignalBlocker quietCopies(m_copies);
    fillPrinters(choice.printer);
    fillTrays(choice.tray);
    m_copies->setValue(choice.copies);
}

void PaperRow::fillPrinters(const QString &chosen)
{
    m_printer->clear();
    if (m_kind != PaperKind::Secured)
        m_printer->addItem(tr("Imprimante par défaut"), QString());
    else if (m_asks)
        m_printer->addItem(tr("Demander à chaque fois"), QString());
    for (const MachinePrinter &one : m_machine)
        m_printer->addItem(one.title, one.name);
    if (!chosen.isEmpty() || m_printer->findData(QString()) >= 0)
        choose(*m_printer, chosen, tr("%1 (introuvable)").arg(chosen));
}

void PaperRow::fillTrays(const QString &chosen)
{
    const QSignalBlocker quiet(m_tray);
    m_tray->clear();
    m_tray->addItem(tr("Bac habituel"), QString());
    const MachinePrinter *printer = machinePrinter();
    if (printer)
        for (const PaperTray &one : printer->trays)
            m_tray->addItem(one.name, one.key);
    choose(*m_tray, chosen, tr("%1 (introuvable)").arg(chosen));
    m_tray->setEnabled(m_tray->count() > 1);
    m_tray->setToolTip(m_tray->isEnabled() ? QString()
                       : printer           ? tr("Cette imprimante n’annonce pas de bac.")
                                           : tr("Choisir d’abord une imprimante."));
}

const MachinePrinter *PaperRow::machinePrinter() const
{
    const QString name = m_printer->currentData().toString();
    const bool byDefault = name.isEmpty() && m_kind != PaperKind::Secured;
    const auto found =
        std::find_if(m_machine.begin(), m_machine.end(), [&](const MachinePrinter &one) {
            return byDefault ? one.isDefault : one.name == name;
        });
    return found == m_machine.end() ? nullptr : &*found;
}

PaperChoice PaperRow::choice() const
{
    return {m_printer->currentData().toString(), m_tray->currentData().toString(),
            m_copies->value()};
}

} // namespace ambroise::app
