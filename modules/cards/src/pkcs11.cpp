// SPDX-License-Identifier: GPL-3.0-or-later
#include "pkcs11.h"

#include <QFile>

#include <dlfcn.h>

#include <algorithm>

namespace ambroise::cards::p11 {

namespace {

constexpr CK_ULONG mostReaders = 64;

Error moduleError(const QString &detail)
{
    return {ErrorCode::Unavailable, u"card.module"_qs, detail};
}

QString detailOf(CK_RV value, const char *call)
{
    return QString::fromLatin1(call) + u": CKR 0x"_qs + QString::number(value, 16);
}

//! PKCS#11 pads with blanks; some libraries end with a zero.
template <size_t size>
QString padded(const unsigned char (&text)[size])
{
    const auto *end = std::find(text, text + size, '\0');
    return QString::fromUtf8(reinterpret_cast<const char *>(text), end - text).trimmed();
}

bool isUsable(const CK_FUNCTION_LIST *list)
{
    return list && list->version.major >= 2 && list->C_Initialize && list->C_Finalize &&
           list->C_GetSlotList && list->C_GetSlotInfo && list->C_GetTokenInfo &&
           list->C_OpenSession && list->C_CloseSession && list->C_Login && list->C_Logout &&
           list->C_FindObjectsInit && list->C_FindObjects && list->C_FindObjectsFinal &&
           list->C_GetAttributeValue && list->C_SignInit && list->C_Sign;
}

} // namespace

Error errorOf(CK_RV value, const char *call)
{
    const QString detail = detailOf(value, call);
    switch (value) {
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
    case CKR_DEVICE_REMOVED:
    case CKR_SLOT_ID_INVALID:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SESSION_CLOSED:
        return {ErrorCode::Unavailable, u"card.removed"_qs, detail};
    case CKR_CRYPTOKI_NOT_INITIALIZED:
        return moduleError(detail);
    default:
        return {ErrorCode::Unavailable, u"card.failure"_qs, detail};
    }
}

PinState Token::pinState() const
{
    if (flags & CKF_USER_PIN_LOCKED)
        return PinState::Locked;
    if (flags & CKF_USER_PIN_FINAL_TRY)
        return PinState::LastTry;
    return flags & CKF_USER_PIN_COUNT_LOW ? PinState::Few : PinState::Ok;
}

void Library::Unload::operator()(void *handle) const
{
    dlclose(handle);
}

Library::Library(Handle handle, CK_FUNCTION_LIST *functions)
    : m_handle(std::move(handle))
    , m_functions(functions)
{
}

Library::~Library()
{
    if (m_initialised)
        m_functions->C_Finalize(nullptr);
}

Result<std::unique_ptr<Library>> Library::open(const QString &path)
{
    // Without a slash dlopen would look through the system's folders.
    if (!path.contains(u'/'))
        return moduleError(u"not a path"_qs);
    Handle handle(dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL));
    if (!handle)
        return moduleError(QString::fromLocal8Bit(dlerror()));
    const auto list =
        reinterpret_cast<CK_C_GetFunctionList>(dlsym(handle.get(), "C_GetFunctionList"));
    CK_FUNCTION_LIST *functions = nullptr;
    if (!list || list(&functions) != CKR_OK || !isUsable(functions))
        return moduleError(u"no PKCS#11 library"_qs);
    std::unique_ptr<Library> library(new Library(std::move(handle), functions));
    AMBROISE_CHECK(library->initialise());
    return library;
}

Status Library::initialise()
{
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    CK_RV answer = m_functions->C_Initialize(&arguments);
    if (answer == CKR_CANT_LOCK || answer == CKR_ARGUMENTS_BAD)
        answer = m_functions->C_Initialize(nullptr);
    // Somebody else in this process began; it is theirs to end.
    if (answer == CKR_CRYPTOKI_ALREADY_INITIALIZED)
        return done();
    if (answer != CKR_OK)
        return moduleError(detailOf(answer, "C_Initialize"));
    m_initialised = true;
    return done();
}

Result<QList<CK_SLOT_ID>> Library::readers() const
{
    // Between the two questions a reader may have been plugged in.
    for (int attempt = 0; attempt < 3; ++attempt) {
        CK_ULONG count = 0;
        // Readers may appear only where the list is asked for with a null pointer (PKCS#11 2.40
        // §5.5).
        if (const CK_RV answer = m_functions->C_GetSlotList(CK_FALSE, nullptr, &count);
            answer != CKR_OK)
            return moduleError(detailOf(answer, "C_GetSlotList"));
        QList<CK_SLOT_ID> slotIds(qsizetype(std::min(count, mostReaders)));
        count = CK_ULONG(slotIds.size());
        if (slotIds.isEmpty())
            return slotIds;
        const CK_RV answer = m_functions->C_GetSlotList(CK_FALSE, slotIds.data(), &count);
        if (answer == CKR_BUFFER_TOO_SMALL)
            continue;
        if (answer != CKR_OK)
            return moduleError(detailOf(answer, "C_GetSlotList"));
        slotIds.resize(qsizetype(std::min(count, CK_ULONG(slotIds.size()))));
        return slotIds;
    }
    return moduleError(u"C_GetSlotList: never the same"_qs);
}

std::optional<Token> Library::token(CK_SLOT_ID slot) const
{
    CK_SLOT_INFO reader{};
    CK_TOKEN_INFO card{};
    if (m_functions->C_GetSlotInfo(slot, &reader) != CKR_OK ||
        !(reader.flags & CKF_TOKEN_PRESENT) || m_functions->C_GetTokenInfo(slot, &card) != CKR_OK ||
        !(card.flags & CKF_TOKEN_INITIALIZED))
        return {};
    return Token{slot,
                 padded(reader.slotDescription),
                 padded(card.serialNumber),
                 padded(card.label),
                 card.flags,
                 card.ulMinPinLen,
                 card.ulMaxPinLen};
}

} // namespace ambroise::cards::p11
