// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/letterbody.h>
#include <ambroise/documents/letterprint.h>

namespace ambroise::documents {

//! Lays a letter out on its pages. All measures in points.
class LetterLayout {
public:
    LetterLayout(PdfCanvas &canvas, const Letter &letter, const PaperHead &head,
                 const PaperPatient &patient);

    //! Draws everything; answers the number of pages.
    int draw();

private:
    //! Lines of one paragraph that stand on one page.
    struct Piece {
        qsizetype paragraph;
        int first;
        int count;
        double y;
    };
    struct Page {
        QList<Piece> pieces{};
        double end = 0;
    };

    [[nodiscard]] QList<Page> paginated(double firstTop) const;
    [[nodiscard]] bool keepsWithNext(qsizetype paragraph) const;
    double drawFirstHead();
    double drawRecipient(double top);
    double drawWho(double top);
    void drawPiece(const Piece &piece);
    void drawEnd(double y);
    void drawFoot(int page, int pages);

    PdfCanvas &m_canvas;
    const Letter &m_letter;
    const PaperHead &m_head;
    const PaperPatient &m_patient;
    QList<BodyParagraph> m_paragraphs;
    QList<int> m_lines; //!< of each paragraph
    QString m_copies;   //!< empty: none
};

} // namespace ambroise::documents
