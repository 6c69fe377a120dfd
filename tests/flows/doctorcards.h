// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deskfixture.h"

#include <support/softcard.h>

namespace ambroise::test {

//! As the card of Dr Claire Fontanel, who is "medecin" of the desk.
inline SoftCardSpec doctorsCard()
{
    SoftCardSpec spec;
    spec.label = u"CPS FONTANEL"_qs;
    spec.nationalId = u"889970021848"_qs;
    spec.surname = u"FONTANEL"_qs;
    spec.givenName = u"CLAIRE"_qs;
    return spec;
}

//! Two cards that authenticate and sign: the doctor's, and that of somebody of another name.
class DoctorCards {
public:
    Status make()
    {
        SoftCardSpec other;
        other.label = u"CPS AUTRE"_qs;
        AMBROISE_TRY(m_hers, made(doctorsCard()));
        AMBROISE_TRY(m_others, made(other));
        return done();
    }
    [[nodiscard]] const SoftCard &hers() const { return m_hers; }
    [[nodiscard]] const SoftCard &others() const { return m_others; }

    //! Signs the doctor in by password, with that card in the reader.
    void enter(Desk &desk, CardShim &shim, const SoftCard &card) const
    {
        for (const SoftCard *one : {&m_hers, &m_others})
            shim.take(*one);
        shim.put(card);
        app::Post post;
        post.cardModule = CardShim::modulePath();
        desk.open(post);
        QTRY_VERIFY(desk.window->cards()->card());
        desk.signIn(u"medecin"_qs);
        QTRY_VERIFY(desk.window->shell());
    }

private:
    Result<SoftCard> made(SoftCardSpec spec)
    {
        AMBROISE_TRY(const SoftCard card, m_box.make(spec));
        spec.keyId = QByteArray(1, char(0x10));
        AMBROISE_CHECK(m_box.addKey(card, spec));
        return card;
    }

    SoftCardBox m_box;
    SoftCard m_hers;
    SoftCard m_others;
};

} // namespace ambroise::test
