"""Which questions are taken: small talk and languages that the models do not read are told so."""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

from rapidfuzz.distance import OSA

from bot.answering.answers import Outcome
from bot.answering.questions.standing import stands_alone
from bot.answering.questions.wording import respelt
from bot.answering.terms import STOP_WORDS, terms_of
from bot.errors import QuestionError

MAX_QUESTION_LENGTH = 1000  # characters: three times what Discord's own option for a question allows

_SMALL_TALK = frozenset(
    """
    hi hello hey heya hiya howdy yo sup greetings morning afternoon evening night goodnight bye goodbye cya
    thanks thank thx ty cheers ta please sorry welcome lol lmao haha hahaha rofl ok okay k yes no yep nope
    yeah nah sure cool nice great awesome amazing perfect wow good bad best love hate like you u bot
    crosscite test testing ping pong much very so lot lots help there all everyone guys mate friend again
    later see day today job work well done fine brilliant excellent dear sir madam a i am im me my your
    youre are is how what who whats up doing going things it that the do can for name called human robot ai
    real sentient alive tell joke sing dance happy birthday
    """.split()
)
# A question about the bot itself, however it is worded, holds no other word than these.
_GREETING = frozenset(
    """
    hi hello hey heya hiya howdy yo sup greetings morning afternoon evening night goodnight bye goodbye cya
    thanks thank thx ty cheers ta sorry lol lmao haha hahaha rofl ok okay k yes no yep nope yeah nah cool
    nice great awesome amazing perfect wow good bad best love hate u you bot crosscite test testing ping
    pong joke sing dance help robot ai human sentient birthday whats
    """.split()
)
# English function words that are words of German, Dutch, French, Spanish, Portuguese, Italian, Danish or
# Polish too: one of them is no sign that a question is English.
_SHARED = frozenset(
    """
    a i in on is was am an as at be do for had has have he her his it me my no not of or over own per so some same
    such to too till will we us use made mine more most mean means met set due name kind sort place long often
    die here were even ever please really very say tell
    """.split()
)
_TO_THE_BOT = frozenset("you u your youre up".split())  # "how are you?", "what's up"
_LATIN_SHARE = 0.5


def check_question(question: str) -> str:
    """Return the question trimmed.

    Raises:
        QuestionError: it is empty, not valid text, or longer than ``MAX_QUESTION_LENGTH`` characters.
    """
    trimmed = question.strip()
    if not any(character.isalnum() for character in trimmed):
        if any(unicodedata.category(character).startswith("S") for character in trimmed):
            return trimmed  # an emoji is small talk, not nothing
        raise QuestionError("The question is empty; ask something like: When will they meet?")
    if any("\ud800" <= character <= "\udfff" for character in trimmed):
        raise QuestionError("The question is not valid text; type it again or send it as UTF-8.")
    if len(trimmed) > MAX_QUESTION_LENGTH:
        raise QuestionError(
            f"The question has {len(trimmed):,} characters; at most {MAX_QUESTION_LENGTH:,} can be read."
        )
    return trimmed


def screen(
    question: str, detect: Callable[[str], str], corpus_words: Callable[[], Collection[str]]
) -> Outcome | None:
    """Return why a question is not looked up in the sources, None if it is.

    Args:
        question: the trimmed question.
        detect: names the language (ISO 639-1) of a text; called only where English words are missing,
            because language detectors err on short texts full of names.
        corpus_words: gives the words of the sources: names and terms that are no sign of a language.
    """
    words = [term.word.replace("'", "") for term in terms_of(question)]
    if _is_small_talk(words):
        return Outcome.SMALL_TALK
    letters = [character for character in question if character.isalpha()]
    latin = sum("LATIN" in unicodedata.name(character, "") for character in letters)
    if letters and latin < _LATIN_SHARE * len(letters):
        return Outcome.UNSUPPORTED_LANGUAGE
    if any(word in STOP_WORDS and word not in _SHARED for word in words) or respelt(question) != question:
        return None
    known = corpus_words()
    strange = [
        word for word in words if not word.isdigit() and word not in known and not _near(word, STOP_WORDS)
    ]
    if len(strange) < 2 and not (strange and len(words) <= 3 and not _plain_ascii(question)):
        return None
    return None if detect(question) == "en" else Outcome.UNSUPPORTED_LANGUAGE


def leans_on_another(question: str) -> bool:
    """Whether a question goes on from one before it and cannot be understood alone; small talk never does."""
    words = [term.word.replace("'", "") for term in terms_of(question)]
    return not _is_small_talk(words) and not stands_alone(question)


def _is_small_talk(words: Sequence[str]) -> bool:
    if any(word not in _SMALL_TALK for word in words):
        return False
    asks = bool(words) and words[0] in {"what", "who", "how"}
    return not words or any(word in (_TO_THE_BOT if asks else _GREETING) for word in words)


def _near(word: str, words: Collection[str]) -> bool:
    return len(word) >= 3 and any(OSA.distance(word, other, score_cutoff=1) <= 1 for other in words)


def _plain_ascii(text: str) -> bool:
    return re.fullmatch(r"[\x00-\x7f’“”–—]*", text) is not None
