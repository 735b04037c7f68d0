"""Everyday wordings of a question in the words that news has for them: "get together with" is "meet".

A small model that was trained on written questions reads "Anyone know when he's seeing Papp?" far worse than "When will he
meet Papp?".
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from bot.answering.questions.inflection import verb_forms
from bot.answering.questions.recasting import recast
from bot.answering.questions.taking_office import OFFICE_TAKEN, takes_office

# A verb, in any of its forms, with what follows; and the verb for both. "/" is or, "(…)" may be left out; "=?" holds only
# where an article says the verb: prices go down, too.
_WORDINGS = """
get together (with) = meet
sit down (together) (with) = meet
catch up with = meet
drop in on/drop by/stop by/stop in at/stop off in/stop off at/stop over in/swing by/call in at = visit
put his name to/put her name to/put their names to/put its name to/put their name to = sign
fly home/go home/come home/head home/get home/head back/fly back/go back/come back/travel back/get back = return
get (back) home = return
get under way/get underway/get going/kick off/set out on = begin
set off/set out = depart
take up = assume
wrap up/come to an end/come to a close = end
step down = resign
call off = cancel
put off/push back = postpone
take part in/turn up at/turn up for/show up at/show up for/show up in = attend
take part/turn up/show up = attend
come out on top/come out ahead = win
lift off/blast off/leave the ground = launch
go under = sink
go down =? sink
go to the polls/cast a vote/cast their vote/cast their votes/cast his vote/cast her vote/cast their ballots = vote
make (this) public/make (it) public/go public with = announce
blow up = explode
look into = investigate
let go = release
lay off = dismiss
turn down = reject
sign off on/give the green light to = approve
take prisoner/take captive/take into custody = capture
bring to safety/bring ashore/pull from the water/pluck from = rescue
bring to the table = propose
go over = discuss
go public about = announce
lose his life/lose her life/lose their lives/lose their life = die
find out = learn
point out = say
"""
_PREFACE = re.compile(
    r"^\W*(?:(?:hey|hi|hello|so|ok|okay|well|guys|folks|please|pls|sorry|quick question|question)\b[\s,:!.]*)*"
    r"(?:(?:(?:does|do|did|would|could|can|will) )?(?:any(?:one|body)|some(?:one|body)|you(?: guys)?|we|they)"
    r"(?: here)?(?: please)?(?: happen to)? (?:know|remember|recall|say|tell (?:me|us)|explain|"
    r"have any idea|got any idea)|"
    r"any (?:idea|word|news|clue)(?: (?:on|about|as to))?|(?:please )?(?:tell|remind) (?:me|us)|i wonder|i want to know|"
    r"i['’]d like to know|(?:may|can|could) i ask(?: you)?|is it known|"
    r"(?:(?:i was|just) )?wondering)\b(?: yet)?[\s,:]*(?=(?P<asked>\w+))",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\W*(?:(?:hey|hi|hello|so|ok|okay|well|guys|folks|please|pls)\b[\s,:!.]*)+(?=\w)", re.IGNORECASE
)
# "Anyone know when he is coming": asked directly the verb stands before him.
_INDIRECT = re.compile(
    r"^(?P<asked>when|where|why|how|(?:what|which) (?!(?:the|an?|his|her|its|their|this|that)\b)\w+(?: or \w+)?"
    r"(?: of (?:the )?day)?) "
    r"(?P<subject>(?!(?:is|are|was|were|will|has|have|had|can|could|did)\b).+?)"
    r" (?P<verb>is|are|was|were|will|has|have|had|can|could)\b",
    re.IGNORECASE,
)
_PM = re.compile(r"(?<!\d)(?<!\d )\bPM\b")
_QUESTION_WORDS = frozenset("when what which where who whom whose why how".split())
# "Is he going to speak", but not "is he going to the fair".
_GOING_TO = (
    r"\b(is|are) ((?:(?!is\b|are\b|that\b)[\w.’'-]+ ){1,6}?)going to "
    r"(?!(?:the|an?|his|her|its|their|this|that|my|our)\b)(?=(?-i:[a-z]))"
)
_PLAINLY: tuple[tuple[str, str], ...] = (
    (r"\b(what|who|where|when|how|why)['’]s\b(?= (?:\w+ ){0,3}?(?:been|had|gone|done)\b)", r"\1 has"),
    (r"\b(what|who|where|when|how|why)['’]s\b", r"\1 is"),
    (r"\b(he|she|it)['’]s\b(?= \w+ing\b)", r"\1 is"),
    (r"\b(what|who|where|when|how|why)['’]re\b", r"\1 are"),
    (r"\b(what|who|where|when|how|why)['’]ll\b", r"\1 will"),
    (r"\b(?:on )?(?:what|which) (?:day|date) (?:is|was) it (?:when|that)\b", "when is it that"),
    (r"\bbetween (?:which|what)(?: two)? (?:dates|days)\b", "from when until when"),
    (r"\b(?:what|which) number of\b", "how many"),
    (r"\bwhat (did|does|has) (.{2,40}?) (?:have|had) to say\b", r"what \1 \2 say"),
    (
        r"\bwhat (?:is|are|was|were) (.{2,40}?)(?:['’]s?) (?:comments?|words?|remarks?|statements?) (?:on|about)\b",
        r"what did \1 say about",
    ),
    (r"\bhow (did|does|has) (.{2,40}?) comment(?:ed)? on\b", r"what \1 \2 say about"),
    (r"\bgonna\b", "going to"),
    (r"\b(who|whom|which people)\b(.*?) see\b", r"\1\2 meet"),
    (r"\b(who|whom|which people)\b(.*?) seeing\b", r"\1\2 meeting"),
    (r"\bsee (?=(?-i:[A-Z]))", "meet "),
    (r"\bseeing (?=(?-i:[A-Z]))", "meeting "),
    (r"\bmanag(?:e[ds]?|ing) to (?=[a-z])", ""),
    (r"\b(do|does|did) (.{2,40}?) happen to (?=[a-z])", r"\1 \2 "),
    (r"\bhow many lives did (.+?) (?:cost|claim)(?=\W*$)", r"how many people did \1 kill"),
    (_GOING_TO, r"will \2"),
    (r"\bstopping at\b(?= (?:on|during|in|along)\b|\W*$)", "visiting"),
    (r"\bis in charge(?: of)?\b", "leads"),
    (r"\bare in charge(?: of)?\b", "lead"),
    (r"\b(?:was|were) in charge(?: of)?\b", "led"),
    (r"\bhas been in charge of\b", "has led"),
    (r"\bwhat (?:is|will be) the (?:very )?(?:first|opening) day of (.+?)(?=\W*$)", r"when does \1 begin"),
    (r"\bwhat was the (?:very )?(?:first|opening) day of (.+?)(?=\W*$)", r"when did \1 begin"),
    (r"\bwhat (?:is|will be) the (?:very )?(?:last|final|closing) day of (.+?)(?=\W*$)", r"when does \1 end"),
    (r"\bwhat was the (?:very )?(?:last|final|closing) day of (.+?)(?=\W*$)", r"when did \1 end"),
    (
        r"\bfrom (?:what|which) (?:day|date) (?:to|till|until|through) (?:what|which) (?:day|date)\b",
        "from when until when",
    ),
    (
        r"\b(?:what|which) dates (will|did|does) (.+?) (?:spend|be|stay)(?= (?:in|at|on)\b)",
        r"from when until when \1 \2 be",
    ),
    (r"\bat (?:what|which) depth\b", "how deep"),
    (r"\bat (?:what|which) (?:height|altitude)\b", "how high"),
    (r"\bat (?:what|which) speed\b", "how fast"),
    (r"\bthe states\b(?! of)", "the United States"),
    (r"\b(in|to|from|around|of|through|near) LA\b", r"\1 Los Angeles"),
    (r"\bNYC\b", "New York"),
    (r"\bwhat age\b", "how old"),
    (
        (
            r"\bhow (?:high|low|big|large|good|strong) (is|was|were|will be) (?:the )?"
            r"((?:\w+ )?(?:turnout|inflation|unemployment|majority|margin|deficit|(?:\w+ )rate))\b"
        ),
        r"what \1 the \2",
    ),
    (
        r"\b(?:at )?what time of (?:the )?(?:day|night|evening|morning) (is|was) it (?:when|that)\b",
        r"at what time \1 it that",
    ),
    (r"\b(?:which|what) weekday\b", "what day of the week"),
    (r"\bfor how long\b", "how long"),
    (r"\bhow many per ?cent\b(?! points)", "what percentage"),
    (
        (
            r"\b(?:what|which) (?:share|percentage|proportion|percent) of (?:the |all |its |registered |eligible )*"
            r"(?:voters|electorate|population|people|citizens|those (?:eligible|entitled)(?: to vote)?)"
            r" (?:voted|took part|turned out|participated|(?:went|got|came|turned out) to (?:the polls|vote)|"
            r"cast (?:a|their|its) (?:ballots?|votes?))\b"
        ),
        "what was the turnout",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _PLAINLY)
# Before these a form that is base and past alike is the base, the participle.
_BASE_AFTER = re.compile(
    r"\b(?:do|does|did|will|would|can|could|shall|should|may|might|must|to)\b", re.IGNORECASE
)
_PARTICIPLE_AFTER = re.compile(r"\b(?:has|have|had|was|were|is|are|been|be)\b", re.IGNORECASE)


def in_plain_words(question: str, bodies: Sequence[str] = ()) -> str:
    """Return *question* without what only introduces it, and with the plain word for each wording of several.

    A wording that the *bodies* of articles have themselves stays.
    """
    plain = _without_preface(question)
    for pattern, replacement in _COMPILED:
        plain = pattern.sub(partial(_expanded, replacement), plain)
    plain = recast(_PM.sub("prime minister", plain))
    if any(OFFICE_TAKEN.search(body) for body in bodies):
        plain = takes_office(plain)
    for pattern, verb, where_said in _VERBS:
        if where_said and bodies and not any(_says(body, verb) for body in bodies):
            continue
        if not where_said and pattern.search(plain) and any(pattern.search(body) for body in bodies):
            continue
        plain = pattern.sub(partial(_in_form, verb), plain)
    return plain


def _without_preface(question: str) -> str:
    """Cut "Does anyone know", "so"; where no question word follows ("anyone know if he comes"), only a greeting.

    Whoever is asked to know "the date of" something is asked what it is.
    """
    preface = _PREFACE.match(question)
    if preface and preface["asked"].lower() == "the":
        return f"What is {question[preface.end() :]}"
    if preface and preface["asked"].lower() in _QUESTION_WORDS:
        return _begun_upper(_INDIRECT.sub(r"\g<asked> \g<verb> \g<subject>", question[preface.end() :]))
    greeting = _GREETING.match(question)
    return _begun_upper(question[greeting.end() :]) if greeting else question


def _begun_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _expanded(replacement: str, match: re.Match[str]) -> str:
    return _cased(match, match.expand(replacement))


def _cased(match: re.Match[str], replaced: str) -> str:
    """Return *replaced* beginning as what it stands for does."""
    return replaced[:1].upper() + replaced[1:] if match.group()[:1].isupper() else replaced


def _in_form(verb: str, match: re.Match[str]) -> str:
    """Return *verb* in the form of the one that it stands for."""
    said, before = match["verb"].lower(), match.string[: match.start()]
    tags = [tag for tag, form in verb_forms(_HEADS[match.re][said]).items() if form == said]
    if len(tags) > 1:
        preferred = (
            "VB" if _BASE_AFTER.search(before) else "VBN" if _PARTICIPLE_AFTER.search(before) else "VBD"
        )
        tags = [preferred] if preferred in tags else tags
    return _cased(match, verb_forms(verb)[tags[0]])


_HEADS: dict[re.Pattern[str], Mapping[str, str]] = {}


def _says(body: str, verb: str) -> bool:
    return re.search(rf"\b(?:{'|'.join(verb_forms(verb).values())})\b", body, re.IGNORECASE) is not None


def _read_wordings() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    found = []
    for line in _WORDINGS.strip().splitlines():
        wordings, sign, verb = re.split(r" (=\??) ", line)
        for wording in wordings.split("/"):
            head, *rest = wording.split()
            forms = dict.fromkeys(verb_forms(head).values(), head)
            behind = "".join(rf"(?: {word[1:-1]})?" if word.startswith("(") else f" {word}" for word in rest)
            pattern = re.compile(rf"\b(?P<verb>{'|'.join(sorted(forms))}){behind}\b", re.IGNORECASE)
            _HEADS[pattern] = forms
            found.append((pattern, verb, sign == "=?"))
    return tuple(found)


_VERBS = _read_wordings()
