"""What Discord shows: an answer planned as blocks on pages, and the blocks as Components V2.

Planning is pure and knows no Discord. Each screen is a function that returns a `tree.Card`, which keeps
Discord's limits on every page; a page that there is not is the nearest one that there is:

    answers.answer_card(answer, number, language, page=0, *, thread=False, ruled=Ruled())
    context.context_card(press, cited, paragraphs, page=None), of what context.cited_at(answer, place) returned
    sources.sources_card(press, answer, page=0) · sources.corpus_card(press, corpus, page=0)
    sources.article_card(press, source, paragraphs, page=0)
    reasons.reasons_card(press, answer, page=0)
    notices.notice_card(text, *, title="")
    setup.setup_card(settings, most_days, language, lacks)
    review.case_card(case, report, rulings, language, *, address)
    review_lists.queue_card · results_card · gaps_card · stats_card
    choosing_text.paragraphs_card · sentences_card · preview_card, the steps of a correction

`layout.view_of` turns a card into a ``discord.ui.LayoutView``, `reporting` and `ruling_forms` hold the modals,
`presses` and `review_presses` say which button of which card was pressed.
"""
