"""The fixed words in English."""

from bot.discord_ui.words.english_corpus import COMMANDS as CORPUS_COMMANDS
from bot.discord_ui.words.english_corpus import CORPUS
from bot.discord_ui.words.words import (
    AboutWords,
    AccessWords,
    AskingWords,
    ButtonWords,
    CardWords,
    PrivacyWords,
    ReportWords,
    SourcesWords,
    TroubleWords,
    Words,
)
from bot.presentation.wording import ENGLISH as ANSWER

ENGLISH = Words(
    answer=ANSWER,
    buttons=ButtonWords(
        in_context="In context",
        in_context_of="{citation} in context",
        sources="All sources",
        why="Why?",
        report="Report",
        thread="Continue in a thread",
        previous="Previous",
        next="Next",
        page="Page {page} of {pages}",
    ),
    card=CardWords(
        continued="{reports}, continued",
        cut="The quote is longer than a message; “In context” has all of it.",
        gap_noted="Noted for the editors.",
        not_stated="X stands for what an article does not state, such as the year.",
        paragraphs="¶\u00a0{numbers}",
        published="{month}\u00a0{day},\u00a0{year}",
        months=tuple(
            "January February March April May June July August September October November December".split()
        ),
        read_article="Read the article",
        answer_number="Answer {number}",
    ),
    report=ReportWords(
        title="Report this answer",
        category="What is wrong?",
        wrong_quote="The quote does not answer the question",
        wrong_source="The quote is not from this source",
        not_a_disagreement="This is not a disagreement",
        missed_disagreement="A disagreement is missing",
        other="Something else",
        text="What should a moderator know?",
        text_hint="Optional. Moderators read this.",
        thanks="Thank you. Your report is number {number}; a moderator will look at it.",
    ),
    asking=AskingWords(
        in_line="You are number {place} in line; your answer comes in about {seconds} s.",
        whole_question="Each question stands alone. Please ask the whole question, for example: "
        "“When does the trip end?”",
        cooldown="You have asked a lot in a short time. You can ask again in {seconds} s.",
        server_cooldown="This server has asked a lot in a short time. You can ask again in {seconds} s.",
        too_many="Too many questions are waiting. Please ask again in about {seconds} s.",
        empty="There is no question in that. Ask something like: When will they meet?",
        too_long="The question has {length} characters; at most {most} can be read.",
        nothing_to_ask="That message has no text to ask about.",
        thread_name="{question}",
        thread_opened="Go on asking in {thread}, by mentioning this bot. Each question stands alone.",
        no_thread="A thread cannot be opened here.",
        shutting_down="Crosscite is about to restart. Please ask again in a minute.",
    ),
    trouble=TroubleWords(
        failed="Something went wrong, and it was written down as {incident}. Please try again; if it stays, "
        "tell whoever runs this bot.",
        log_unavailable="The answer could not be written down, so it is not shown. Please try again later.",
        no_index="The sources are being indexed. Please ask again in a few minutes.",
        answer_gone="That answer can no longer be shown: words that it needs were taken down.",
        unknown_answer="That answer is not in the log of this server.",
        damaged="A stored text is damaged and is not shown. Please tell whoever runs this bot.",
    ),
    access=AccessWords(
        nobody="Nobody may use this.",
        managers="Only members who may manage this server can do that.",
        moderators="Only moderators can do that. Whoever manages this server names their roles with `/setup`.",
        editors="Only editors can do that. Whoever manages this server names their roles with `/setup`.",
        moderators_and_editors="Only moderators and editors can do that. Whoever manages this server names their "
        "roles with `/setup`.",
        in_a_server="That works in a server, not in direct messages.",
        other_corpus="The articles are not edited from this server. Whoever runs this bot can allow it.",
    ),
    sources=SourcesWords(
        title="Sources",
        count_one="1 article",
        count="{count} articles",
        length_one="1 paragraph",
        length="{count} paragraphs",
        none="There are no articles yet.",
        unknown="There is no source “{name}”. Choose one from the list that appears while you type.",
    ),
    about=AboutWords(
        title="Crosscite",
        does="Crosscite answers questions about a story only in its sources’ own words: every quote is word for "
        "word and cited. Where the sources disagree it shows every version, and picks none. Where they do not "
        "say, it says so. No language model writes sentences.",
        keeps="Questions and reports are kept for {days} days, under a keyed hash instead of your user id; "
        "what was quoted is kept, so that it can be checked. `/privacy` shows, exports or deletes what is yours.",
        version="Version {version} · {articles} · index {index}",
    ),
    privacy=PrivacyWords(
        title="What is kept of you",
        kept="Questions: {questions}\nReports: {reports}\nThey are deleted after {days} days, or when you delete them.",
        nothing_kept="Nothing is kept of you.",
        exported="Everything that is kept of you is in the file.",
        confirm="Delete every question and report of yours from the log? This cannot be undone.",
        confirm_button="Delete",
        cancel_button="Keep",
        cancelled="Nothing was deleted.",
        deleted_one="Deleted: the words of 1 entry.",
        deleted="Deleted: the words of {count} entries.",
        posts_stay="Answers that were already posted stay where they are; whoever may delete messages there can "
        "remove them.",
    ),
    corpus=CORPUS,
    commands=CORPUS_COMMANDS
    | {
        "ask": "ask",
        "ask.description": "Ask about the story; the answer is what its sources say, word for word",
        "ask.question": "question",
        "ask.question.description": "A whole question in English, such as: When will they meet?",
        "ask.private": "private",
        "ask.private.description": "Show the answer to you alone",
        "menu.ask": "Ask about this message",
        "sources": "sources",
        "sources.description": "See which articles are answered from",
        "sources.source": "source",
        "sources.source.description": "One of them, to see what it says of itself",
        "about": "about",
        "about.description": "What Crosscite does, what it keeps, and its version",
        "privacy": "privacy",
        "privacy.description": "What is kept of you",
        "privacy.show": "show",
        "privacy.show.description": "See what is kept of you, and for how long",
        "privacy.export": "export",
        "privacy.export.description": "Get everything that is kept of you as a file",
        "privacy.delete": "delete",
        "privacy.delete.description": "Delete everything that is kept of you",
    },
)
