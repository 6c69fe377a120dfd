// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QHash>
#include <QStringList>
#include <QTemporaryDir>

//! A small public drug base, made up, in the publisher's own form: 400 drugs to which a test adds
//! the rows that it is about. The files are written in Windows-1252 with CR LF, but for
//! CIS_CIP_bdpm.txt, which is UTF-8 with LF, as the publisher has it.
namespace ambroise::test {

inline const QString drugsFile = QStringLiteral("CIS_bdpm.txt");
inline const QString presentationsFile = QStringLiteral("CIS_CIP_bdpm.txt");
inline const QString componentsFile = QStringLiteral("CIS_COMPO_bdpm.txt");
inline const QString groupsFile = QStringLiteral("CIS_GENER_bdpm.txt");
inline const QString conditionsFile = QStringLiteral("CIS_CPD_bdpm.txt");
inline const QString classesFile = QStringLiteral("CIS_MITM.txt");
inline const QString availabilityFile = QStringLiteral("CIS_CIP_Dispo_Spec.txt");
inline const QString linksFile = QStringLiteral("HAS_LiensPageCT_bdpm.txt");
inline const QString smrFile = QStringLiteral("CIS_HAS_SMR_bdpm.txt");
inline const QString asmrFile = QStringLiteral("CIS_HAS_ASMR_bdpm.txt");
inline const QString hybridGroupsFile = QStringLiteral("fic02grp.txt");
inline const QString hybridsFile = QStringLiteral("fic03spe.txt");
inline const QString noticesFile = QStringLiteral("CIS_InfoImportantes_20260518093000_bdpm.txt");

//! A CIP13 with its key from its number of seven digits.
inline QString cip13Of(int cip7)
{
    const QString body = QStringLiteral("34009%1").arg(cip7, 7, 10, QLatin1Char('0'));
    int sum = 0;
    for (int i = 0; i < body.size(); ++i)
        sum += body[i].digitValue() * (i % 2 == 0 ? 1 : 3);
    return body + QString::number((10 - sum % 10) % 10);
}

inline QByteArray inCp1252(const QString &text)
{
    QByteArray out;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case 0x2019:
            out += '\x92';
            break;
        case 0x0153:
            out += '\x9C';
            break;
        case 0x0152:
            out += '\x8C';
            break;
        default:
            out += char(c.unicode());
        }
    }
    return out;
}

class BdpmFixture {
public:
    static constexpr int fillers = 400;

    BdpmFixture()
    {
        for (int i = 0; i < fillers; ++i)
            addFiller(i);
    }

    //! A marketed drug with one box at 2,18 €, and one substance.
    void addDrug(const QString &cis, const QString &label, const QString &substance,
                 const QString &dosage = QStringLiteral("500 mg"))
    {
        addRow(drugsFile,
               {cis, label, QStringLiteral("comprimé"), QStringLiteral("orale"),
                QStringLiteral("Autorisation active"), QStringLiteral("Procédure nationale"),
                QStringLiteral("Commercialisée"), QStringLiteral("12/03/1998"), QString(),
                QString(), QStringLiteral(" LABORATOIRE"), QStringLiteral("Non")});
        addRow(presentationsFile, box(cis, nextCip()));
        addRow(componentsFile,
               {cis, QStringLiteral("comprimé"), QStringLiteral("12345"), substance, dosage,
                QStringLiteral("un comprimé"), QStringLiteral("SA"), QStringLiteral("1")});
    }

    //! The columns of a box at 2,18 €, reimbursed at 65 %.
    static QStringList box(const QString &cis, int cip7)
    {
        return {cis,
                QString::number(cip7),
                QStringLiteral("plaquette de 8 comprimé(s)"),
                QStringLiteral("Présentation active"),
                QStringLiteral("Déclaration de commercialisation"),
                QStringLiteral("16/03/2011"),
                cip13Of(cip7),
                QStringLiteral("oui"),
                QStringLiteral("65%"),
                QStringLiteral("1,16"),
                QStringLiteral("2,18"),
                QStringLiteral("1,02"),
                QString()};
    }

    int nextCip() { return m_nextCip++; }

    void addRow(const QString &file, const QStringList &columns)
    {
        addLine(file, columns.join(QLatin1Char('\t')));
    }
    void addLine(const QString &file, const QString &line) { m_lines[file] << line; }
    //! The rows of a file, to change them.
    QStringList &lines(const QString &file) { return m_lines[file]; }
    void drop(const QString &file) { m_lines.remove(file); }

    //! What stands in the file, as the publisher would write it.
    [[nodiscard]] QByteArray content(const QString &file) const
    {
        const bool utf8 = file == presentationsFile;
        const QString end = utf8 ? QStringLiteral("\n") : QStringLiteral("\r\n");
        QString text = m_lines.value(file).join(end);
        if (file != classesFile)
            text += end; // the only one that the publisher does not close
        return utf8 ? text.toUtf8() : inCp1252(text);
    }

    //! Writes all files into a new folder, those of `instead` with that content.
    QString write(const QHash<QString, QByteArray> &instead = {})
    {
        const QString folder = m_folder.filePath(QString::number(++m_folders));
        QDir().mkpath(folder);
        for (auto it = m_lines.cbegin(); it != m_lines.cend(); ++it)
            writeFile(folder + QLatin1Char('/') + it.key(),
                      instead.value(it.key(), content(it.key())));
        return folder;
    }

    static void writeFile(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the fixture");
    }

private:
    void addFiller(int i)
    {
        const QString cis = QString::number(61000000 + i);
        addDrug(cis, QStringLiteral("REMPLISSAGE %1 mg, comprimé").arg(i + 1),
                QStringLiteral("REMPLISSOL"), QStringLiteral("%1 mg").arg(i + 1));
        addRow(groupsFile,
               {QString::number(1 + i / 4), QStringLiteral("REMPLISSOL - groupe %1").arg(i / 4),
                cis, i % 4 == 0 ? QStringLiteral("0") : QStringLiteral("1"),
                QString::number(1 + i % 4)});
        addRow(conditionsFile, {cis, QStringLiteral("liste II")});
        addRow(classesFile, {cis, QStringLiteral("N02BE01"), QStringLiteral("REMPLISSAGE"),
                             QStringLiteral("https://example.invalid/extrait.php?specid=") + cis});
        if (i < 200)
            addRow(availabilityFile,
                   {cis, QString(), QStringLiteral("4"), QStringLiteral("Remise à disposition"),
                    QStringLiteral("14/04/2026"), QStringLiteral("18/05/2026"), QString(),
                    QStringLiteral("https://example.invalid/") + cis});
    }

    QTemporaryDir m_folder;
    int m_folders = 0;
    int m_nextCip = 3000000;
    QHash<QString, QStringList> m_lines;
};

} // namespace ambroise::test
