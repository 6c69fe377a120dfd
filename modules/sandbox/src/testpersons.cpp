// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/register.h>

namespace ambroise::sandbox {

//! The test identities that the CNDA gives to editors, by name; their sequences of CR follow from
//! who is there: HOUILLES is nobody, of DE VINCI there are two, TCHITCHI is not called OLA.
QList<Person> testPersons()
{
    const QString clermont = u"63220"_qs; // the place that most of the kit names
    return {
        {u"ADRUN"_qs, u"ZOE"_qs, u"F"_qs, u"1975-12-31"_qs, clermont, u"2751263220749"_qs,
         u"74"_qs},
        {u"ADRTROIS"_qs, u"DOMINIQUE"_qs, u"F"_qs, u"1997-02-26"_qs, u"2A020"_qs,
         u"297022A020778"_qs, u"78"_qs},
        {u"ADRTROIS"_qs, u"TOUSSAINT"_qs, u"M"_qs, u"1960-01-01"_qs, u"2B020"_qs,
         u"160012B020777"_qs, u"13"_qs},
        // The first of the former matricules ends before it begins, as INSi says it.
        {u"ECETINSI"_qs,
         u"PIERRE-ALAIN MURIEL FLORIANT"_qs,
         u"M"_qs,
         u"2009-07-14"_qs,
         clermont,
         u"1090763220834"_qs,
         u"89"_qs,
         false,
         false,
         {{u"2090763220834"_qs, u"39"_qs, u"2019-03-01"_qs, u"2019-02-28"_qs},
          {u"2090663220123"_qs, u"55"_qs}}},
        {u"PROVISOIRE"_qs, u"MATRICULE"_qs, u"M"_qs, u"2009-07-01"_qs, clermont,
         u"1090763220888"_qs, u"35"_qs, true, true},
        {u"CORSE"_qs,
         u"ANTHONY"_qs,
         u"M"_qs,
         u"1980-03-02"_qs,
         u"2B020"_qs,
         u"180032B020401"_qs,
         u"23"_qs,
         false,
         true,
         {{u"180032B020401"_qs, u"23"_qs}}},
        // Keys that are wrong on purpose: 76 and 26 would be right.
        {u"HERMANN"_qs,
         u"GATIEN"_qs,
         u"M"_qs,
         u"1981-03-24"_qs,
         clermont,
         u"1810363220456"_qs,
         u"60"_qs,
         false,
         true,
         {{u"1810363220456"_qs, u"60"_qs}, {u"2810363220456"_qs, u"10"_qs}}},
        {u"TCHITCHI"_qs, u"CATARINA BELLA"_qs, u"F"_qs, u"1936-06-21"_qs, clermont,
         u"2360663220836"_qs, u"56"_qs},
        {u"NESSI"_qs, u"MICHELANGELO ANTHONY"_qs, u"M"_qs, u"2010-08-07"_qs, clermont,
         u"1100863220830"_qs, u"60"_qs},
        // Two, whom only their birthplaces tell apart; of our making, like those below but one.
        {u"DE VINCI"_qs, u"LEONARDO"_qs, u"M"_qs, u"2014-02-01"_qs, u"75056"_qs,
         u"1140275056101"_qs, matriculeKey(u"1140275056101"_qs)},
        {u"DE VINCI"_qs, u"LEONARDO"_qs, u"M"_qs, u"2014-02-01"_qs, u"37003"_qs,
         u"1140237003102"_qs, matriculeKey(u"1140237003102"_qs)},
        {u"BENALI"_qs, u"FATIMA"_qs, u"F"_qs, u"1969-00-00"_qs, u"99350"_qs, u"2692099350157"_qs,
         matriculeKey(u"2692099350157"_qs)},
        {u"PAT-TROIS"_qs, u"DOMINIQUE MARIE-LOUISE"_qs, u"F"_qs, u"1979-03-28"_qs, u"51215"_qs,
         u"2790351215189"_qs, u"89"_qs},
    };
}

} // namespace ambroise::sandbox
