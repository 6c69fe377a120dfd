// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/names.h>

using namespace ambroise::identity;

namespace {

void judge(NameField field, const QString &typed)
{
    const NameVerdict repaired = normalise(field, typed);
    const NameVerdict again = normalise(field, repaired.value);
    if (again.value != repaired.value || again.fault != repaired.fault)
        qFatal("repaired twice is another name");
    if (validateStrict(field, repaired.value).isValid() != repaired.isValid())
        qFatal("what is repaired is not what INSi sends");
    if (repaired.isValid() && (repaired.value.isEmpty() || repaired.value.size() > 100))
        qFatal("a name of no length");
}

} // namespace

//! A repaired name stays as it is, and is valid exactly where INSi could send it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString typed = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    judge(NameField::BirthSurname, typed);
    judge(NameField::GivenNames, typed);
    const qsizetype half = typed.size() / 2;
    (void)firstGivenNameMatches(QStringView(typed).left(half), QStringView(typed).mid(half));
    return 0;
}
