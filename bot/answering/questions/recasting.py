"""Requests, roundabout questions and nouns for what happens, asked as plainly as a reader was trained to be asked.

"Name the people who fly on it" is "who are the people who fly on it", "what is the length of the trip" is "how long is
the trip", "how many do they reckon will come" is "how many will come".
"""

import re

from bot.answering.questions.inverting import asked_directly
from bot.answering.questions.patterns import NAMED_BY, NO_PARTICIPLE
from bot.answering.values.kinds import Kind

_LASTS = (
    r"(?:visit|trip|stay|tour|journey|voyage|flight|mission|meeting|talks|summit|conference|forum|ceremony|war|strike|"
    r"session|film|movie|sentence|term|contract|ban|truce|ceasefire|campaign|project|outage|delay)"
)
_PEOPLE = (
    r"(?:people|persons|men|women|officials|astronauts|candidates|leaders|ministers|players|members|victims)"
)
_THINKERS = r"(?:they|you|we|people|officials|organi[sz]ers|experts|authorities|police|analysts|scientists|sources|reports)"
_THINK = r"(?:think|thought|reckon|expect|believe|say|said|estimate|figure|suppose|guess)"
# Participles that "get" makes a passive of: "got hurt", but not "got going" or "got home".
_DONE = (
    r"(?:\w+ed|hurt|shot|hit|lost|taken|made|held|sunk|built|sent|stolen|beaten|chosen|caught|cut|found|given|left|told|"
    r"thrown|struck|torn|won|known|paid|bitten|blown|broken|drawn|driven|hidden)"
)
_ANYBODY = (
    r"(?:any(?:one|body|-one| one)|any (?:people|persons?|passengers?|lives|civilians|of them))(?: else)?"
)
_ANY_OF = (
    r"any(?: other| more)?(?: of (?:the|those|these|them|his|her|their|its))? "
    r"((?!people\b|persons?\b|passengers?\b|lives\b|civilians\b)(?:[a-z-]+ )?(?:[a-z-]+s|children|kids|men|women|crew))"
)
_HARMED = r"(?:actually |badly |seriously |really )?(killed|hurt|injured|wounded|arrested|detained|missing|rescued|saved)"
_FEW = r"(?:[\w.,’'-]+ ){1,7}?"

# Nouns for what can be asked for with nothing but them: "Launch date of Aster 3?"
_ASKED = (
    r"(?:dates?|day|time|year|names?|number|price|cost|temperature|capacity|venue|location|age|share|height|length|speed|"
    r"weight|death toll|toll|turnout|margin|attendance|duration|population|budget|salary|result|score|winner|operator|"
    r"owner|captain|commander|destination|reason|cause)"
)
_NO_QUESTION = (
    r"(?!(?:what|which|when|where|who|whom|whose|why|how|is|are|was|were|will|do|does|did|has|have|had|can|could|name|list|"
    r"any|tell|give|state|please)\b)"
)
# What begins a clause of its own: a name, or one of these.
_SUBJECT = r"(?:(?-i:[A-Z])|(?:the|he|she|they|it|his|her|their|its)\b)"
_RECASTS: tuple[tuple[str, str], ...] = (
    # A noun alone.
    (
        (
            rf"^(?:the )?(?=(?:{_NO_QUESTION}[\w’'-]+ ){{0,3}}?{_ASKED}\b"
            rf"(?: (?:of|for|in|on|at|when|after|before|during)\b|\W*$))"
            rf"(?![^?]*(?:[’']s|s’) (?:\w+ ){{0,2}}?{_ASKED})"
        ),
        "what is the ",
    ),
    (
        rf"^(?={_NO_QUESTION}[\w.-]+(?: [\w.-]+){{0,3}}[’']s (?:\w+ ){{0,2}}?{_ASKED}\b)",
        "what is ",
    ),
    (
        rf"^(?:the )?(?P<which>last|first|only) time (?:that |when )?(?={_SUBJECT}|(?:some|any)(?:one|body)\b)",
        r"when was the \g<which> time that ",
    ),
    # Requests.
    (
        (
            r"^(?:can|could|would|will) (?:any(?:one|body)|some(?:one|body)|you(?: guys)?)(?: please)? "
            r"(?=(?:give|tell|show|name|list|state) )"
        ),
        "",
    ),
    (r"^(?:please )?(?:give|tell|show|send) (?:me|us) (?=the |all |any |some )", "name "),
    (r"^(?:please )?(?:state|specify|provide) (?=the |all )", "name "),
    (
        r"^(?:please )?name (?:the )?(?:person|people|man|woman|men|women|one|ones|everyone|all those|those) (?:who|that) ",
        "who ",
    ),
    (r"^(?:please )?name the (?=(?:day|date|year|month) )", "what is the "),
    (
        r"^(?:please )?name (?:the )?names? of (?:everyone|everybody|all those|those|all|anyone) (?:who(?:m)? |that )?",
        "who are the people ",
    ),
    (
        r"^(?:please )?name the names? of (.+? (?:crew|team|staff|delegation|panel|jury|cabinet))\b",
        r"who are \1",
    ),
    (
        rf"^(?:please )?name the (?=(?:\w+ ){{0,3}}?(?:{NAMED_BY[Kind.PERSON].pattern}|pm|prime minister)\b)",
        "who is the ",
    ),
    (r"^(?:please )?name the ([\w’'-]+s) (?:that|which|who) (?=(?:are|will|were|have|had)\b)", r"which \1 "),
    (r"^(?:please )?name the ([\w’'-]+) (?:that|which|who) (?=(?:is|will|was|has|had)\b)", r"which \1 "),
    (
        rf"^(?:please )?(?:name|list) (?:all )?(?:of )?(?:the )?(?:names? of )?(?:all )?(?:the )?(?=(?:\w+ )?{_PEOPLE}\b)",
        "who are the ",
    ),
    (
        r"^(?:please )?(?:name|list) (?:all(?: of)?(?: the)?|the) (?=[\w’'-]+(?: [\w’'-]+)?[^s\W]s\b)",
        "what are the ",
    ),
    (r"^(?:please )?name the (?=\w)", "what is the "),
    (r"^what are the names of (?:all )?(?:the )?(?=(?:\w+ )?" + _PEOPLE + r"\b)", "who are the "),
    (
        (
            r"\bwhat (?:is|are|were|was) the (?:start(?:ing)?|beginning|opening|first) (?:dates? )?and (?:the )?"
            r"(?:end(?:ing)?|finish(?:ing)?|closing|last) (?:dates?|days?) of\b"
        ),
        "what are the dates of",
    ),
    (
        (
            r"^(?:(?:are there )?any|some|is there any) (?:quotes?|comments?|statements?|words?|reactions?|remarks?) "
            r"(?:from|by) "
            r"(.{2,50}?)(?: (?:on|about|regarding|concerning) (.+?))?(?=\W*$)"
        ),
        r"what did \1 say about \2",
    ),
    (
        (
            rf"\bwho are the {_PEOPLE} (?:that |whom? )?(?={_SUBJECT})(.{{2,40}}?) "
            r"(is|are|will|was|were|has|had)\b"
        ),
        r"who \2 \1",
    ),
    (
        r"\bwhat (?:is|was) the ([\w’'-]+(?: [\w’'-]+)?) (?:that|which) (?=(?:is|was|will|has|had)\b)",
        r"which \1 ",
    ),
    (
        rf"\bwhat (is|was) the (?:exact |very )?(?:day|date) (?:that |when |on which )?(?={_SUBJECT})",
        r"when \1 it that ",
    ),
    (
        r"\b(?:is|was) behind (?=(?:the|this|that) (?:[\w’.'-]+ ){0,3}?(?:article|piece|report|story)\b)",
        "wrote ",
    ),
    # Who is thought to know.
    (
        (
            rf"\b((?:what|which|when|where|who|how|why)\b(?: (?!{_THINKERS}\b)[\w’'-]+){{0,3}}?) (?:do|does|did) "
            rf"{_THINKERS} {_THINK}(?: that)? (?=(?:will|would|is|are|was|were|has|have|had|can|could|may|might)\b)"
        ),
        r"\1 ",
    ),
    (r"\b(?:really|actually|indeed|supposedly|apparently|in fact) (?=\w)", ""),
    # "It is he who …".
    (r"\bwho (?:was|is) it (?:that|who)\b", "who"),
    # Nouns for what happens, lasts or costs.
    (rf"\bwhat (is|was|will be) the (?:length|duration) of (.+? {_LASTS}\b|{_LASTS}\b)", r"how long \1 \2"),
    (
        r"\b(?:what|which) (?:date|day) (is|was|will be) the (?:very )?(first|opening|last|final|closing) day of\b",
        r"what \1 the \2 day of",
    ),
    (
        r"\bwhen (?:is|will be) the (?:official )?(?:kick-?off|start|beginning|opening|launch) of (.+?)(?=\W*$)",
        r"when does \1 begin",
    ),
    (
        r"\bwhen was the (?:official )?(?:kick-?off|start|beginning|opening) of (.+?)(?=\W*$)",
        r"when did \1 begin",
    ),
    (r"\bwhen (?:is|will be) the (?:end|close|finish|conclusion) of (.+?)(?=\W*$)", r"when does \1 end"),
    (r"\bwhat time of (?:the )?day\b", "at what time"),
    (r"\bthe total of (?=\w+s\b|people\b|men\b)", "the number of "),
    (r"\bwhat (?:is|will be) the bill for (.+?)(?=\W*$)", r"how much does \1 cost"),
    (r"\bwhat was the bill for (.+?)(?=\W*$)", r"how much did \1 cost"),
    (r"\b(?:what|how much) is the price tag (?:on|of|for)\b", "what is the price of"),
    (r"\bwhat (will|does|did|would|do) (.{2,60}?) cost\b", r"how much \1 \2 cost"),
    (
        r"\bhow (?:expensive|costly|pricey) (?:is|are) (.+?)(?=\W*$| (?:for|to|in)\b)",
        r"how much does \1 cost",
    ),
    (
        r"\bhow (?:expensive|costly|pricey) (?:was|were) (.+?)(?=\W*$| (?:for|to|in)\b)",
        r"how much did \1 cost",
    ),
    (
        (
            r"\bwhat (will|would) (the|his|her|its|their) (.{2,60}?) be"
            r"(?= (?:after|before|in|from|under|at|next|once|when)\b|\W*$)"
        ),
        r"what \1 be \2 \3",
    ),
    (
        r"\bwhat (is|was|are|were) (the|his|her|its|their) (.{2,40}?) (?:called|named)(?= (?:that|which|who)\b)",
        r"what is the name of \2 \3",
    ),
    (r"\bwhose (delegation|government|parliament|army|forces|troops|navy)\b", r"which country's \1"),
    (
        r"\bwhat (?:caused|led|prompted|drove|pushed|forced|moved|persuaded) (.{2,60}?) to (?=(?-i:[a-z]))",
        r"why did \1 ",
    ),
    (
        (
            r"\bwhat (?:is|are|was|were) (.{2,40}?)(?:['’]s|s['’]?) (?:comments|words|remarks|statements)"
            r"(?: to (?:the )?(?:reporters|journalists|press|media))? (?:on|about)\b"
        ),
        r"what did \1 say about",
    ),
    (r"\bwhat (?:is )?the ([^?]{2,60}?) (?:is|was) (?:called|named)(?=\W*$)", r"what is the name of the \1"),
    (r"\bbe on the (?:table|agenda)(?= (?:when|at|during|in|for)\b|\W*$)", "be discussed"),
    (r"\bput (.{2,40}?) on the table\b", r"proposed \1"),
    (r"\bwhat (is|was) ((?:the |his |her |its |their )?[^?]{2,40}?)['’]s name\b", r"what \1 the name of \2"),
    # Whether anybody came to harm, it says best how many did.
    (rf"^(?:did|has|have|had) {_ANYBODY} die[d]?\b", "how many people died"),
    (rf"^(?:did|has|have|had) {_ANY_OF} die[d]?\b", r"how many \1 died"),
    (rf"^(?:was|were|is|are) {_ANY_OF} {_HARMED}\b", r"how many \1 were \2"),
    (rf"^did {_ANY_OF} get {_HARMED}\b", r"how many \1 were \2"),
    (rf"^(?:did|has|have|had) {_ANYBODY} (drown|perish|surviv)e?(?:ed)?\b", r"how many people \1ed"),
    (rf"^did {_ANYBODY} get {_HARMED}\b", r"how many people were \1"),
    (rf"^(?:was|were|is|are) {_ANYBODY} {_HARMED}\b", r"how many people were \1"),
    (rf"^(?:has|have|had) {_ANYBODY} been {_HARMED}\b", r"how many people have been \1"),
    (r"^(?:were|are|was|is) there any (?:deaths?|dead|fatalit(?:y|ies))\b", "how many people died"),
    (r"^(?:were|are|was|is) there any injur(?:y|ies)\b", "how many people were injured"),
    (r"^(?:were|are|was|is) there any (casualties|victims|survivors|arrests)\b", r"how many \1 were there"),
    # Passives with "get".
    (rf"^did ({_FEW})get {NO_PARTICIPLE}(?={_DONE}\b)", r"were \1"),
    (rf"^(?:does|do|will) ({_FEW})get {NO_PARTICIPLE}(?={_DONE}\b)", r"will \1be "),
    (rf"\b(people|men|women|children|\w+[^su\W]s) got {NO_PARTICIPLE}(?={_DONE}\b)", r"\1 were "),
    (r"\bwhat (does|do|did) (.{2,60}?) (?:do for (?:a living|work)|work as)\b", r"what job \1 \2 have"),
    (
        r"\bwhat (does|do|did) (.{2,60}?) weigh(?=\W*$| (?:that|when|as|at|before|after|now|today|empty)\b)",
        r"how much \1 \2 weigh",
    ),
    (rf"\bgot {NO_PARTICIPLE}(?={_DONE}\b)", "was "),
    (rf"\b(?:gets|is getting|are getting) {NO_PARTICIPLE}(?={_DONE}\b)", "is "),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _RECASTS)
# Whoever writes other words with a capital wrote the first word so because it was the first.
_BEFORE_NOUN, _CAPITAL = re.compile(r"what is the (?=[A-Z][a-z])"), re.compile(r"(?<=\W)[A-Z]")
_ABOUT_NOTHING = re.compile(r" about (?=\W*$)")


def recast(question: str) -> str:
    """Return *question* asked plainly; without its contractions, which are written out before."""
    for pattern, plain in _COMPILED:
        question = pattern.sub(plain, question)
    if (added := _BEFORE_NOUN.match(question)) and _CAPITAL.search(question, added.end() + 1):
        question = f"{added.group()}{question[added.end()].lower()}{question[added.end() + 1 :]}"
    question = asked_directly(question)
    question = _ABOUT_NOTHING.sub("", question)
    return question[:1].upper() + question[1:]
