// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "codejson.h"

#include <ambroise/codes/mrzreader.h>

#include <QBuffer>
#include <QFile>
#include <QImageReader>

#include <cstdio>

namespace ambroise::ctl {
namespace {

constexpr qint64 maxInput = 256'000'000;

Result<QByteArray> inputOf(const Arguments &arguments)
{
    if (!arguments.words().isEmpty())
        return readInput(arguments.word(0));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"cli.file"_qs, u"-"_qs};
    return input.read(maxInput);
}

bool isPicture(const QByteArray &input)
{
    QBuffer buffer;
    buffer.setData(input);
    return buffer.open(QIODevice::ReadOnly) && !QImageReader::imageFormat(&buffer).isEmpty();
}

Result<Answer> parse(const Context &context)
{
    AMBROISE_TRY(const QByteArray input, inputOf(context.arguments));
    AMBROISE_TRY(const auto mrz,
                 isPicture(input)
                     ? codes::readMrzData(input, context.clock.today(), context.progress)
                     : codes::Mrz::parse(QString::fromUtf8(input), context.clock.today()));
    return Answer{mrzToJson(mrz), mrzToText(mrz), mrz.isValid()};
}

} // namespace

QList<Command> mrzCommands()
{
    return {Command{u"mrz"_qs,
                    u"parse"_qs,
                    u"[FICHIER]"_qs,
                    Ctl::tr("Lit la bande MRZ d’une pièce d’identité : texte ou image."),
                    0,
                    1,
                    {},
                    {},
                    false,
                    parse}};
}

} // namespace ambroise::ctl
