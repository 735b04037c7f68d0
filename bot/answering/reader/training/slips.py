"""Questions as people type them: in words of their own, without a question mark, or with two letters slipped."""

from random import Random

from bot.answering.reader.training.rewordings import in_other_words

_SLIPPED = 0.06  # questions with a slip of the keyboard
_CARELESS = 0.1  # questions without a question mark


def as_typed(question: str, chance: Random) -> str:
    """Return *question*, mostly as it is."""
    question = in_other_words(question, chance)
    if chance.random() < _CARELESS:
        question = question.rstrip("? ")
    if chance.random() < _SLIPPED:
        words = question.split()
        place = chance.randrange(len(words)) if words else 0
        if words and len(words[place]) > 3:
            words[place] = slipped(words[place], chance)
            question = " ".join(words)
    return question


def slipped(word: str, chance: Random) -> str:
    """Return *word*, of three letters at least, with one after its first left out, doubled, or put behind the next."""
    place = chance.randrange(1, len(word) - 1)
    match chance.randrange(3):
        case 0:
            return word[:place] + word[place + 1 :]
        case 1:
            return word[:place] + word[place] + word[place:]
        case _:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
