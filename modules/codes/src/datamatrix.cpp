// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/datamatrix.h>

#include <zint.h>

#include <memory>

namespace ambroise::codes {
namespace {

constexpr qsizetype maxContent = 3116; //!< digits in 144 modules a side, the most that any holds

using Symbol = std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)>;

//! Rows of bits, the least significant first.
ModuleGrid gridOf(const zint_symbol &symbol)
{
    ModuleGrid grid{symbol.width, QBitArray(qsizetype(symbol.width) * symbol.width)};
    for (int y = 0; y < grid.size; ++y)
        for (int x = 0; x < grid.size; ++x)
            grid.dark.setBit(qsizetype(y) * grid.size + x,
                             (symbol.encoded_data[y][x / 8] >> (x % 8) & 1) != 0);
    return grid;
}

} // namespace

Result<ModuleGrid> datamatrixGrid(QByteArrayView content)
{
    if (content.isEmpty())
        return Error{ErrorCode::Invalid, QStringLiteral("datamatrix.empty"), {}};
    const Error tooLong{ErrorCode::Invalid, QStringLiteral("datamatrix.too_long"), {}};
    if (content.size() > maxContent)
        return tooLong;
    const Symbol symbol(ZBarcode_Create(), &ZBarcode_Delete);
    const Error broken{ErrorCode::Unavailable, QStringLiteral("datamatrix.encoder"), {}};
    if (!symbol)
        return broken;
    symbol->symbology = BARCODE_DATAMATRIX;
    symbol->input_mode = DATA_MODE;
    symbol->option_3 = DM_SQUARE;
    const int code = ZBarcode_Encode(
        symbol.get(), reinterpret_cast<const unsigned char *>(content.data()), int(content.size()));
    if (code == ZINT_ERROR_TOO_LONG)
        return tooLong;
    if (code >= ZINT_ERROR || symbol->width != symbol->rows)
        return broken;
    return gridOf(*symbol);
}

Result<QImage> datamatrixImage(QByteArrayView content, int modulePixels, int quietModules)
{
    AMBROISE_TRY(const ModuleGrid grid, datamatrixGrid(content));
    return imageOf(grid, modulePixels, quietModules);
}

} // namespace ambroise::codes
