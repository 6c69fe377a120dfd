// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/pkcs11shim.h>

#include <p11-kit/pkcs11.h>

#include <dlfcn.h>

#include <algorithm>
#include <utility>
#include <vector>

using ambroise::test::ShimState;
using Lock = std::unique_lock<std::mutex>;

namespace {

ShimState shared; // NOLINT: a PKCS#11 library has one state
CK_FUNCTION_LIST *real = nullptr;
CK_FUNCTION_LIST mine;

std::string serialOf(CK_SLOT_ID slot)
{
    CK_TOKEN_INFO info{};
    if (real->C_GetTokenInfo(slot, &info) != CKR_OK || !(info.flags & CKF_TOKEN_INITIALIZED))
        return {};
    std::string serial(reinterpret_cast<const char *>(info.serialNumber), sizeof info.serialNumber);
    serial.erase(serial.find_last_not_of(' ') + 1);
    return serial;
}

std::string serialOfSession(CK_SESSION_HANDLE session)
{
    CK_SESSION_INFO info{};
    return real->C_GetSessionInfo(session, &info) == CKR_OK ? serialOf(info.slotID) : std::string();
}

//! Why a call to that card cannot be handed on; CKR_OK where it can.
CK_RV obstacle(const std::string &serial, CK_RV absent)
{
    if (shared.failing)
        return CKR_GENERAL_ERROR;
    return shared.unplugged || shared.removed.count(serial) ? absent : CKR_OK;
}

CK_RV obstacleOfSession(CK_SESSION_HANDLE session)
{
    const Lock lock(shared.mutex);
    return obstacle(serialOfSession(session), CKR_DEVICE_REMOVED);
}

CK_RV initialise(void *arguments)
{
    const Lock lock(shared.mutex);
    if (shared.failing)
        return CKR_GENERAL_ERROR;
    const CK_RV answer = real->C_Initialize(arguments);
    shared.initialised += answer == CKR_OK;
    return answer;
}

CK_RV finalise(void *arguments)
{
    const Lock lock(shared.mutex);
    --shared.initialised;
    return real->C_Finalize(arguments);
}

CK_RV slotList(CK_BBOOL withToken, CK_SLOT_ID *slots, CK_ULONG *count)
{
    const Lock lock(shared.mutex);
    if (shared.failing)
        return CKR_GENERAL_ERROR;
    CK_ULONG total = 0;
    if (const CK_RV answer = real->C_GetSlotList(withToken, nullptr, &total); answer != CKR_OK)
        return answer;
    std::vector<CK_SLOT_ID> all(total);
    if (const CK_RV answer = real->C_GetSlotList(withToken, all.data(), &total); answer != CKR_OK)
        return answer;
    all.resize(total);
    std::erase_if(all, [](CK_SLOT_ID id) { return shared.unplugged || serialOf(id).empty(); });
    const CK_ULONG room = *count;
    *count = all.size();
    if (!slots)
        return CKR_OK;
    if (room < all.size())
        return CKR_BUFFER_TOO_SMALL;
    std::copy(all.begin(), all.end(), slots);
    return CKR_OK;
}

CK_RV slotInfo(CK_SLOT_ID slot, CK_SLOT_INFO *info)
{
    const Lock lock(shared.mutex);
    if (shared.failing || shared.unplugged)
        return shared.failing ? CKR_GENERAL_ERROR : CKR_SLOT_ID_INVALID;
    const CK_RV answer = real->C_GetSlotInfo(slot, info);
    if (answer == CKR_OK && shared.removed.count(serialOf(slot)))
        info->flags &= ~CK_FLAGS(CKF_TOKEN_PRESENT);
    return answer;
}

CK_FLAGS pinFlags(const std::string &serial)
{
    const int wrong = shared.wrong[serial];
    if (!shared.pinFlags || wrong == 0)
        return 0;
    const int left = shared.pinTries - wrong;
    if (left <= 0)
        return CKF_USER_PIN_LOCKED;
    return CKF_USER_PIN_COUNT_LOW | (left == 1 ? CKF_USER_PIN_FINAL_TRY : 0);
}

CK_RV tokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
    const Lock lock(shared.mutex);
    const std::string serial = serialOf(slot);
    if (const CK_RV absent = obstacle(serial, CKR_TOKEN_NOT_PRESENT); absent != CKR_OK)
        return absent;
    const CK_RV answer = real->C_GetTokenInfo(slot, info);
    info->flags &= ~CK_FLAGS(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED);
    info->flags |= pinFlags(serial);
    if (shared.longestPin > 0)
        info->ulMaxPinLen = CK_ULONG(shared.longestPin);
    if (!shared.keypad.empty())
        info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
    return answer;
}

CK_RV openSession(CK_SLOT_ID slot, CK_FLAGS flags, void *application, CK_NOTIFY notify,
                  CK_SESSION_HANDLE *session)
{
    const Lock lock(shared.mutex);
    const std::string serial = serialOf(slot);
    if (std::exchange(shared.removedOnSession, false))
        shared.removed.insert(serial);
    if (const CK_RV absent = obstacle(serial, CKR_TOKEN_NOT_PRESENT); absent != CKR_OK)
        return absent;
    return real->C_OpenSession(slot, flags, application, notify, session);
}

CK_RV findObjectsInit(CK_SESSION_HANDLE session, CK_ATTRIBUTE *like, CK_ULONG count)
{
    const CK_RV absent = obstacleOfSession(session);
    return absent != CKR_OK ? absent : real->C_FindObjectsInit(session, like, count);
}

CK_RV attributeValue(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE *values,
                     CK_ULONG count)
{
    const CK_RV absent = obstacleOfSession(session);
    return absent != CKR_OK ? absent : real->C_GetAttributeValue(session, object, values, count);
}

void waitBeforeGate(Lock &lock)
{
    ++shared.waiting;
    shared.changed.wait(lock, [] { return !shared.gateClosed; });
    --shared.waiting;
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, CK_ULONG size)
{
    Lock lock(shared.mutex);
    waitBeforeGate(lock);
    const std::string serial = serialOfSession(session);
    if (const CK_RV absent = obstacle(serial, CKR_DEVICE_REMOVED); absent != CKR_OK)
        return absent;
    ++shared.logins;
    if (shared.wrong[serial] >= shared.pinTries)
        return CKR_PIN_LOCKED;
    std::string keypad = shared.keypad;
    const CK_RV answer =
        pin ? real->C_Login(session, user, pin, size)
            : real->C_Login(session, user, reinterpret_cast<unsigned char *>(keypad.data()),
                            keypad.size());
    if (answer == CKR_PIN_INCORRECT)
        ++shared.wrong[serial];
    if (answer == CKR_OK)
        shared.wrong[serial] = 0;
    return answer;
}

CK_RV signInit(CK_SESSION_HANDLE session, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key)
{
    if (const CK_RV absent = obstacleOfSession(session); absent != CKR_OK)
        return absent;
    if (shared.onlyHashing && mechanism->mechanism == CKM_RSA_PKCS)
        return CKR_MECHANISM_INVALID;
    return real->C_SignInit(session, mechanism, key);
}

CK_RV sign(CK_SESSION_HANDLE session, unsigned char *data, CK_ULONG size, unsigned char *signature,
           CK_ULONG *signatureSize)
{
    static unsigned char noise = 0;
    const Lock lock(shared.mutex);
    const std::string serial = serialOfSession(session);
    if (shared.signing == ShimState::Signing::Removes)
        shared.removed.insert(serial);
    if (const CK_RV absent = obstacle(serial, CKR_DEVICE_ERROR); absent != CKR_OK)
        return absent;
    if (shared.signing == ShimState::Signing::Fails)
        return CKR_FUNCTION_FAILED;
    const CK_RV answer = real->C_Sign(session, data, size, signature, signatureSize);
    if (shared.signing == ShimState::Signing::Differs)
        signature[0] = ++noise;
    return answer;
}

CK_RV handOn()
{
    if (real)
        return CKR_OK;
    // Never closed: SoftHSM outlives the shim, which may be loaded several times.
    void *library = dlopen(shared.forward.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    const auto list =
        library ? reinterpret_cast<CK_C_GetFunctionList>(dlsym(library, "C_GetFunctionList"))
                : nullptr;
    if (!list || list(&real) != CKR_OK)
        return CKR_GENERAL_ERROR;
    mine = *real;
    mine.C_Initialize = initialise;
    mine.C_Finalize = finalise;
    mine.C_GetSlotList = slotList;
    mine.C_GetSlotInfo = slotInfo;
    mine.C_GetTokenInfo = tokenInfo;
    mine.C_OpenSession = openSession;
    mine.C_FindObjectsInit = findObjectsInit;
    mine.C_GetAttributeValue = attributeValue;
    mine.C_Login = login;
    mine.C_SignInit = signInit;
    mine.C_Sign = sign;
    return CKR_OK;
}

} // namespace

ShimState *ambroise_shim_state()
{
    return &shared;
}

bool ambroise_shim_log_in(const char *serial, const char *pin)
{
    std::vector<CK_SLOT_ID> all(16);
    CK_ULONG count = all.size();
    if (real->C_GetSlotList(CK_TRUE, all.data(), &count) != CKR_OK)
        return false;
    all.resize(count);
    std::string code = pin;
    for (const CK_SLOT_ID slot : all) {
        CK_SESSION_HANDLE session = 0;
        if (serialOf(slot) == serial)
            return real->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session) ==
                       CKR_OK &&
                   real->C_Login(session, CKU_USER, reinterpret_cast<unsigned char *>(code.data()),
                                 code.size()) == CKR_OK;
    }
    return false;
}

extern "C" CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    const CK_RV ready = handOn();
    *list = &mine;
    return ready;
}
