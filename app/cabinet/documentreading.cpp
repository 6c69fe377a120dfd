// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentreading.h"

#include <ambroise/codes/classify.h>
#include <ambroise/codes/mrzreader.h>
#include <ambroise/codes/reader.h>

#include <QCoreApplication>

namespace ambroise::app {
namespace {

using identity::ReadBy;
using identity::ui::ReadDocument;

class Words {
    Q_DECLARE_TR_FUNCTIONS(DocumentReading)
};

//! "1991-09-02", with 00 for what the document does not know.
QString isoOf(const std::optional<PartialDate> &date)
{
    if (!date || date->year() == 0)
        return {};
    return u"%1-%2-%3"_qs.arg(date->year(), 4, 10, QChar(u'0'))
        .arg(date->month(), 2, 10, QChar(u'0'))
        .arg(date->day(), 2, 10, QChar(u'0'));
}

QDate wholeOf(const std::optional<PartialDate> &date)
{
    const auto whole = date ? date->whole() : std::nullopt;
    return whole.value_or(QDate());
}

QString verdictOf(const codes::MrzChecks &checks)
{
    int right = 0;
    int all = 0;
    for (const std::optional<bool> &check :
         {std::optional(checks.number), std::optional(checks.birth), checks.expiry, checks.optional,
          std::optional(checks.composite)}) {
        all += check.has_value() ? 1 : 0;
        right += check.value_or(false) ? 1 : 0;
    }
    return Words::tr("%1 clés sur %2 justes").arg(right).arg(all);
}

ReadDocument fromMrz(const codes::Mrz &mrz)
{
    ReadDocument read;
    read.how = ReadBy::Mrz;
    read.text = mrz.lines.join(u'\n');
    read.traits.surname = mrz.surname;
    read.traits.givenNames = mrz.givenNames.join(u' ');
    read.traits.birthDate = isoOf(mrz.birth);
    read.traits.sex = mrz.sex;
    read.traits.namesMayBeCut = mrz.surnameMayBeCut || mrz.givenNamesMayBeCut;
    read.verdict = verdictOf(mrz.checks);
    read.sound = mrz.isValid();
    read.validUntil = wholeOf(mrz.expiry);
    if (mrz.repaired)
        read.remark = Words::tr("Des caractères mal lus ont été corrigés. Comparer avec la pièce.");
    return read;
}

ReadDocument fromTwoDDoc(const codes::TwoDDocIdentity &told)
{
    ReadDocument read;
    if (told.mrz)
        read = fromMrz(*told.mrz);
    read.how = ReadBy::TwoDDoc;
    if (!told.surname.isEmpty())
        read.traits.surname = told.surname;
    if (!told.givenNames.isEmpty())
        read.traits.givenNames = told.givenNames.join(u' ');
    if (told.birth)
        read.traits.birthDate = isoOf(told.birth);
    if (!told.sex.isEmpty())
        read.traits.sex = told.sex;
    read.traits.birthPlaceName = told.birthPlace;
    read.traits.namesMayBeCut =
        read.traits.namesMayBeCut || told.surnameTruncated || told.givenNamesTruncated;
    read.validUntil = told.validTo.value_or(QDate());
    return read;
}

Result<ReadDocument> readTwoDDoc(const QByteArray &bytes, const codes::TwoDDocTrust &trust,
                                 QDate today)
{
    AMBROISE_TRY(const auto document, codes::TwoDDoc::parse(bytes));
    AMBROISE_TRY(const auto told, document.identity(today));
    const auto proof = document.verify(trust);
    if (!proof.ok() && proof.error().code == ErrorCode::Corrupt)
        return proof.error(); // forged: nothing in it is believed
    ReadDocument read = fromTwoDDoc(told);
    QStringList lines;
    for (const codes::TwoDDoc::Field &field : document.fields())
        lines << QString::fromLatin1(field.id) + u' ' + field.value;
    read.text = lines.join(u'\n');
    read.verdict = proof.ok() ? Words::tr("Signature vérifiée") : QString();
    if (!proof.ok())
        read.remark =
            Words::tr("Signature du 2D-Doc non vérifiée. Contrôler la pièce de vos yeux.");
    if (told.ofDeceased) { // it was not presented by whom it is about
        read.sound = false;
        read.remark = Words::tr("Certificat de décès : la personne est dite décédée.");
    }
    return read;
}

} // namespace

Result<ReadDocument> readDocument(const QString &text, const codes::TwoDDocTrust &trust,
                                  QDate today)
{
    const QByteArray bytes = text.trimmed().toUtf8();
    if (codes::kindOf(bytes) == codes::CodeKind::TwoDDoc)
        return readTwoDDoc(bytes, trust, today);
    AMBROISE_TRY(const auto mrz, codes::Mrz::parse(text, today));
    ReadDocument read = fromMrz(mrz);
    read.text = text;
    return read;
}

Result<ReadDocument> readDocumentFile(const QString &path, const codes::TwoDDocTrust &trust,
                                      QDate today)
{
    const auto symbols = codes::readFile(path);
    for (const codes::DecodedSymbol &symbol :
         symbols.ok() ? *symbols : QList<codes::DecodedSymbol>())
        if (codes::kindOf(symbol) == codes::CodeKind::TwoDDoc)
            if (const auto read = readTwoDDoc(symbol.bytes, trust, today);
                read.ok() || read.error().code == ErrorCode::Corrupt)
                return read;
    AMBROISE_TRY(const auto mrz, codes::readMrzFile(path, today));
    return fromMrz(mrz);
}

} // namespace ambroise::app
