"""The wordings that tell what kind of answer a question wants."""

import re
from dataclasses import dataclass

from bot.answering.questions.question import Wants
from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.currencies import CURRENCY_WORDS


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording, and the form and kinds of answer that it asks for; ``many`` may hold at once.

    The words of a ``whole`` wording are words of the matter, too: "the release date" is not any date.
    """

    regex: re.Pattern[str]
    wants: Wants
    kinds: tuple[Kind, ...] = ()
    many: bool = False
    whole: bool = False


def _pattern(regex: str, wants: Wants, *kinds: Kind, many: bool = False, whole: bool = False) -> Pattern:
    return Pattern(re.compile(regex, re.IGNORECASE), wants, kinds, many, whole)


_AUX = (
    r"(?:is|are|was|were|will|would|does|do|did|has|have|had|can|could|should|may|might|must|"
    r"(?:is|are|was|were|wo|would|does|do|did|has|have|had|ca|could|should|might|must)n't)"
)
_DO = r"(?:did|does|do|had|has|have|will|would|could|can|might|may|is|was|are|were)"
# Words that end like participles and are none: "which red wine".
NO_PARTICIPLE = r"(?!(?:red|bed|need|speed|seed|breed|weed|deed|feed|shed|sled|indeed)\b)"
_PLACES = (
    r"(?:place|cit(?:y|ies)|countr(?:y|ies)|nation|state|town|village|location|venue|island|region|province|district|"
    r"county|suburb|port|destination|street|square|river|lake|mountain|water|sea|ocean|bay|gulf)s?"
)
# Their names are taken for places and for bodies alike: "Hotel Bristol", "Karsund Hospital".
_VENUES = (
    r"(?:building|hall|hotel|stadium|arena|airport|hospital|church|cathedral|mosque|temple|museum|palace|castle|"
    r"theat(?:er|re)|library|courthouse|prison|embassy|restaurant|bridge|station|park|pier|tower)s?"
)
_PERSONS = (
    r"(?:person|official|minister|president|leader|commander|general|admiral|spokes\w+|politician|"
    r"candidate|author|reporter|journalist|scientist|astronaut|captain|chief|act(?:or|ress)|director|singer|player|"
    r"coach|manager|king|queen|judge|lawyer|writer|artist|professor|doctor|pilot|driver|owner|founder|ceo|envoy|"
    r"ambassador|secretary|senator|governor|mayor|chancellor|pope|bishop|suspect|victim|winner|champion|athlete|"
    r"skipper|boss|wife|husband|spouse|(?:grand)?(?:son|daughter|mother|father)|aunt|uncle|cousin|nephew|niece|(?:boy|girl)?friend|brother|sister|rival|opponent|challenger|"
    r"predecessor|successor|counterpart|host|spokesperson|man|woman|men|women)s?"
)
# "The release date of", "Tesla's revenue": the noun says what kind of value it has.
_DATED = r"(?:\w+ dates?|date of birth|birthdays?|deadlines?)"
_PAID = (
    r"(?:revenues?|profits?|losses|salar(?:y|ies)|earnings|income|turnover|net worth|debts?|funding|investment|damages|"
    r"gdp|market cap\w*|ticket price|budget deficit|bail|ransom|wages?|pay|donations?)"
)
_MEASURED = (
    r"(?:population|height|length|weight|speed|temperature|depth|distance|area|magnitude|capacity|altitude|size|width|"
    r"attendance|circulation|headcount|tally|toll|casualt(?:y|ies)|lead(?= (?:over|in|of|before|after|on|at)\b|\W*$))"
)
_SUM = r"(?:bills?|fines?|fees?|debts?|loans?|sum|budget|deficit|price|costs?|bid|salary|grant|bonus|ransom|bail)"
_SHARED = r"(?:turnout|margin|majority|inflation|tariff|(?:\w+ )?rate)"
_LOCATED = (
    r"(?:location|venue|birthplace|capital|hometown|headquarters|whereabouts|destination|epicent(?:er|re))"
)
_OF = r"\b(?:what|which)(?:'s| is| are| was| were| will be)\b(?: (?!of\b|for\b|in\b|to\b)[\w.'’-]+){0,6}? "
_ORGANISATIONS = (
    r"(?:compan(?:y|ies)|firms?|organi[sz]ations?|agenc(?:y|ies)|part(?:y|ies)|ministr(?:y|ies)|outlets?|"
    r"shipyards?|studios?|manufacturers?|makers?|builders?|operators?|retailers?|clubs?|unions?|charit(?:y|ies)|councils?|"
    r"committees?|broadcasters?|insurers?|suppliers?|contractors?|publishers?|newspapers?|forums?|groups?|"
    r"institut\w+|universit(?:y|ies)|banks?|teams?|airlines?)"
)

# What comes again and is counted: "which meeting was it?", but not "what chemical".
_EVENTS = (
    r"(?:meetings?|visits?|trips?|summits?|conferences?|editions?|times?|birthdays?|elections?|terms?|titles?|wins?|victor(?:y|ies)|"
    r"defeats?|goals?|medals?|rounds?|attempts?|attacks?|quakes?|eruptions?|launch(?:es)?|flights?|outbreaks?|appearances?|"
    r"match(?:es)?|games?|seasons?|years?|days?|stops?|tours?|exercises?|festivals?|anniversar(?:y|ies)|congress(?:es)?|cups?|"
    r"races?|drills?|films?|books?|albums?|numbers?)"
)

_PREPOSITION = (
    r"(?:in|on|at|for|from|by|to|with|of|under|into|onto|off|near|over|through|during|across|against|about|after|"
    r"before)"
)

# "Which Japanese city", "what drone company".
_OF_A_KIND = rf"(?:(?!{_AUX}\b|(?:of|the|a|an|his|her|its|their|to|in)\b)[\w-]+ ){{0,2}}?"

_CURRENCIES = "|".join(sorted(map(re.escape, CURRENCY_WORDS), key=len, reverse=True))
# The nouns whose bearers have names of one kind.
NAMED_BY = {
    Kind.PERSON: re.compile(_PERSONS, re.IGNORECASE),
    Kind.PLACE: re.compile(_PLACES, re.IGNORECASE),
    Kind.ORGANISATION: re.compile(_ORGANISATIONS, re.IGNORECASE),
}

# The earliest match wins, the first of the list among those that start together, so the narrower wording
# stands first. The span that matches names the kind of answer; its words are not content words, but for those of a
# ``matter``: "how much did the repair of the bridge cost".
PATTERNS = (
    _pattern(r"\bwhat (?:did|does|do|has|have|had|is|was) \w.*\b(?:say|said|tell|told|stated|stating|"
             r"(?<!of )(?<!the )states?(?=\W*$| (?:about|that|in|on|as|at|to)\b)|comment\w*|respon(?:d|se)\w*|reply|replied|"
             r"answer\w*|argu\w+|claim\w*|think|believ\w+|want|hope|ask)\b.*",
             Wants.SENTENCES, many=True),
    _pattern(r"^\W*what (?:is|was|are|were) .+ about\W*$", Wants.SENTENCES, many=True),
    _pattern(r"^\W*(?:the )?(?:full )?names? of\b|"
             r"\b(?:what|which)(?: is| was| are| were|'s) (?:the |his |her |their )?(?:[\w.]+['’]s )?"
             r"(?:(?:first|last|full|real|maiden|middle|given|official|old|new|sur|nick|code) ?)?names?\b|"
             r"\b(?:what|which) (?:is|was|are|were) (?P<matter>.*)\b(?:called|named)\b",
             Wants.VALUE, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE),
    _pattern(r"\b(?:at )?(?:what|which) (?:time|hour)\b|\bwhat o'?clock\b|\bwhen exactly\b.*\bo'?clock\b|"
             r"\b(?:until |from |by )?when (?:exactly )?(?:(?:in|during) the (?:early |late )?"
             r"(?:morning|afternoon|evening|night)|at night)\b",
             Wants.VALUE, Kind.TIME),
    _pattern(r"\bhow (?:late|early)(?: at night| in the \w+)? "
             r"(?=(?:can|could|may|might|do|does|did|is|are|was|were|will)\b)",
             Wants.VALUE, Kind.TIME, Kind.DURATION),
    _pattern(r"\b(?:on |in |since |until |by )?(?:what|which) (?:exact )?(?:dates?|days?|months?|years?|weekdays?)"
             r"(?: of the (?:week|month|year))?\b|\b(?:since |until |from |by )?when\b|"
             r"\bwhat (?:is|was|are|were) the (?:exact )?(?:dates?|day(?! job\b)|year|month)\b", Wants.VALUE, Kind.DATE),
    _pattern(rf"{_OF}{_DATED}\b", Wants.VALUE, Kind.DATE, whole=True),
    _pattern(rf"{_OF}{_PAID}\b", Wants.VALUE, Kind.MONEY, Kind.PERCENT, Kind.NUMBER, whole=True),
    _pattern(rf"{_OF}{_LOCATED}\b|\b(?:location|venue)\W*$", Wants.VALUE, Kind.PLACE, Kind.ORGANISATION,
             whole=True),
    _pattern(rf"{_OF}{_MEASURED}\b", Wants.VALUE, Kind.NUMBER, Kind.PERCENT, whole=True),
    _pattern(rf"{_OF}{_SHARED}\b", Wants.VALUE, Kind.PERCENT, Kind.NUMBER, whole=True),
    _pattern(r"\bhow (?:long|much (?:(?:more |extra )?(?:time|sleep)|longer|later|earlier|sooner)|"
             r"many (?:[\w-]+-(?:free|long) |whole |full |working |school )?"
             r"(?:days|hours|weeks|months|minutes|years|nights))\b|"
             r"\bhow far (?:behind (?:schedule|plan|time)|ahead of (?:schedule|time)|in advance|"
             r"ahead (?:must|should|do|does|did))\b|"
             r"\bby how much (?:is|was|were|are|has|had) .*\b(?:delayed|overdue|late|postponed|put off)\b|"
             r"\b(?:length|duration) of\b|\bwhat (?:is|was|will be) the (?:length|duration)\b",
             Wants.VALUE, Kind.DURATION),
    _pattern(r"\bhow old\b|\b(?:from |at |until |by )?what ages?\b|"
             r"\b(?:what (?:is|was)|what's) (?P<matter>.*)\bage\b", Wants.VALUE, Kind.DURATION),
    _pattern(r"\bhow (?:often|frequently) (?:do|does|should|must|will|can|are|is)\b|\bhow frequently\b", Wants.VALUE),
    _pattern(r"\bhow (?:many times|often)\b", Wants.VALUE, Kind.ORDINAL, Kind.NUMBER),
    _pattern(r"\bwhat (?:percentage|percent|per cent|share|proportion|fraction|cut|slice|portion)\b|\bwhich share\b|"
             r"\bhow (?:many|much) per ?cent\b|"
             r"\bwhat (?:was|is) (?P<matter>(?:the|[\w.'’-]+(?: [\w.'’-]+){0,3}?['’]s) (?:\w+ )?)(?:share|percentage)\b",
             Wants.VALUE, Kind.PERCENT, Kind.NUMBER),
    _pattern(rf"\bhow many (?:{_CURRENCIES})\b", Wants.VALUE, Kind.MONEY),
    _pattern(r"\bhow many\b|\b(?:what |which )?(?:is |was |were )?(?:the )?(?:\w+ )?number of\b|"
             r"\b(?:what (?:is|was) the )?de(?:a)?th[- ]toll\b",
             Wants.VALUE, Kind.NUMBER, Kind.ORDINAL, Kind.PERCENT),
    _pattern(rf"\bwhat {_DO} .{{2,60}}? (?:(?:earn|charge|fetch|sell for|go for|cost)(?! (?:a|his|her|their) )|cough up|"
             r"end up costing|(?:offer|bid|get|receive|pay|take) "
             r"per (?:share|head|person|hour|day|night|month|year|kilo|gram|litre))\b|"
             r"\bwhat (?:is|are|was|were) .{1,60}? (?:paid|fined|worth|valued at|going for|"
             r"(?:sold|bought|insured|auctioned(?: off)?) for|(?:expected|estimated|hoped|thought) to (?:cost|fetch))"
             r"(?=\W*$| (?!to\b|by\b|doing\b|seeing\b|knowing\b)\w)", Wants.VALUE, Kind.MONEY, whole=True),
    _pattern(rf"\bhow (?:expensive|costly|cheap)\b|\bhow (?:big|large|high|small|hefty|steep) an? {_SUM}\b|"
             rf"\bhow (?:big|large|high|hefty|steep) (?:is|was|are|were|will) (?P<matter>[^?]{{0,40}}?)\b{_SUM}\b|"
             rf"\b(?:what|how much) {_DO} (?P<matter3>.{{2,80}}?) (?:set|setting) (?!foot\b|out\b|up\b)"
             r"[\w'’ ]{2,40}? back\b|"
             r"\bwhat (?:did|does|had|has|have|will|do|would) (?P<matter2>.{2,60}?) "
             r"(?:pay|paid|spend|spent|fork out|shell out)(?=\W*$| (?!attention\b|time\b|tribute\b)\w+\b(?!\W*$)|"
             r" (?:it|him|her|them)\W*$)", Wants.VALUE, Kind.MONEY),
    _pattern(r"\bhow (?:far|high|tall|fast|deep|heavy|large|big|small|low|wide|thick|broad|cold|hot|warm|strong|steep|"
             r"(?:close|near)(?= (?:to|do|does|did|is|was|were|will|has|have|had|can|could|may|might)\b(?!.*\bresult)))\b",
             Wants.VALUE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT),
    _pattern(r"\bhow much (?:does|did|do|will|would|has|have) (?P<matter>.{2,60}?) cost\b", Wants.VALUE, Kind.MONEY),
    _pattern(r"\bhow much\b|\bwhat (?:is|was|are|were|will be|did|does|will) (?P<matter>(?:\w+ ){0,3}?)"
             r"(?:cost|price|budget|value|amount|sum|fee|fine)s?\b|\bwhat (?:cost|price|budget|amount|sum)\b",
             Wants.VALUE, Kind.MONEY, Kind.PERCENT, Kind.NUMBER),
    _pattern(rf"\b(?:to |with |by |from )?(?:who|whom|whose|who's)\b|\b(?:what|which) {_OF_A_KIND}{_PERSONS}\b",
             Wants.VALUE, Kind.PERSON, Kind.ORGANISATION),
    _pattern(rf"\b(?:from |to )?where(?:abouts)?\b|"
             rf"\b(?:in |at |to |from )?(?:what|which) {_OF_A_KIND}(?:{_PLACES}|{_VENUES})\b",
             Wants.VALUE, Kind.PLACE, Kind.ORGANISATION),
    _pattern(rf"\b(?:at |by |to |from )?(?:what|which) {_OF_A_KIND}{_ORGANISATIONS}\b", Wants.VALUE, Kind.ORGANISATION),
    # "Which meeting is this?", but neither "what size is it" nor "what engine does it use".
    _pattern(r"\b(?:what|which)(?: number)? (?!(?:kinds?|types?|sorts?|sizes?|colou?rs?|shapes?|languages?|species|"
             r"breeds?|genres?|brands?|models?|of)\b)(?:(?P<unit>\w+)(?: \w+){0,5}? (?:is|was|will|would) this\b|"
             rf"(?P<unit3>{_EVENTS})(?: \w+){{0,5}}? (?:is|was|will|would) (?:it|that)\b)"
             r"(?=\W*$|[:;,]| (?:be|for|in|of|to|between|already|now)\b)|"
             r"\b(?:which|what) (?P<unit2>anniversary)\b|\bhow many(?:th|st|nd|rd)\b", Wants.VALUE, Kind.ORDINAL),
    _pattern(r"\bwhy\b|\bhow come\b|\bwhat (?:is|was|are|were) the (?:reason|purpose|aim|goal|point)s?\b|"
             r"\bfor what (?:reason|purpose)\b", Wants.SENTENCES, many=True),
    _pattern(r"\bhow\b", Wants.SENTENCES, many=True),
    _pattern(rf"^\W*(?:and |so |but )?{_AUX}\b", Wants.YES_NO, Kind.YES_NO),
    # "What is the genre of …", "what was her profession": one thing, whatever its form; not what takes telling.
    _pattern(r"^\W*(?:what|which)(?:'s| is| was| will be) "
             r"(?:the |an? |his |her |its |their |(?:[\w.-]+ ){0,4}?[\w.'’-]+(?:'s|s'|’s) )"
             r"(?!(?:[\w'’.-]+ ){0,5}?(?:purpose|reasons?|aims?|goals?|meaning|point|plan|idea|difference|impact|effects?|"
             r"role|importance|significance|background|context|situation|status|outcome|results?|reactions?|response|"
             r"relationship|problem|issue|causes?|story|latest|news|process|procedure|position|stance|view|opinion|"
             r"message|content|topic|subject|matter|advice|evidence|argument|controversy|dispute|details?|trends?|"
             r"consensus|connection|links?|linkage|correlation|effectiveness|consequences?|implications?|attitude|"
             r"assessment|outlook|prospects?|mood|criticism|concerns?|fears?|hopes?|demands?|policy|strategy|approach|"
             r"rationale|justification|explanation|theory|reliability)\b)"
             r"(?:[\w-]+ ){0,3}?[\w-]+(?:\W*$|"
             r" (?:of|in|for|at|on|to|from|by|that|before|after|during|when|until|since|once)\b|"
             r" (?:he|she|it|they|you|one|people|anyone|anybody|somebody|someone|the [\w-]+) "
             r"(?:can|could|may|might|will|would|must|should|has|have|had|gets?|got|faces?)\b)", Wants.VALUE, whole=True),
    # One thing of a kind that has no form of its own: "which film", "in what colour"; not "what caused".
    _pattern(rf"^\W*(?:{_PREPOSITION} )?(?:what|which) (?!{_AUX}\b)(?!{NO_PARTICIPLE}\w*ed\b)"
             r"(?!(?:happens?|went|led|made|makes?|causes?|brought|began|about|else|comes?|came|kinds of|types of)\b)"
             r"(?!\w+[^su]s\b)\w+", Wants.VALUE, whole=True),
    _pattern(rf"^\W*(?:{_PREPOSITION} )?(?:what|which)\b", Wants.SENTENCES, many=True),
    _pattern(r"\b(?:dates?|day) (?:of|for)\b|\bdates?\b\W*$", Wants.VALUE, Kind.DATE),
)  # fmt: skip
