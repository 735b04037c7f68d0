"""What Discord shows: an answer planned as blocks on pages, and the blocks as Components V2.

Planning is pure and knows no Discord. Each screen is a function that returns a `tree.Card`, which keeps
Discord's limits on every page; a page that there is not is the nearest one that there is:

    answers.answer_card(answer, number, language, page=0, *, thread=False)
    context.context_card(press, cited, paragraphs, page=None), of what context.cited_at(answer, place) returned
    sources.sources_card(press, answer, page=0) · sources.corpus_card(press, corpus, page=0)
    sources.article_card(press, source, paragraphs, page=0)
    reasons.reasons_card(press, answer, page=0)
    notices.notice_card(text, *, title="")

`layout.view_of` turns a card into a ``discord.ui.LayoutView``, `reporting` holds the modal, `presses` says
which button of which card was pressed.
"""
