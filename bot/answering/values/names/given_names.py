"""Given names: one name in the spellings of several languages, and the short forms of English ones."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.answering.values.names.spelling import sounded

if TYPE_CHECKING:
    from nicknames import NickNamer

# Each line is one name: languages and transliterations write it in these ways. No name stands in two lines.
_FORMS = """mohammed muhammad mohamed mohammad muhammed mohamad mehmet mohammod
ahmed ahmad ahmet
hussein hussain husayn hossein husain hossain
hassan hasan
abdullah abdallah abdulla abdullahi
abd abdel abdul abdal
ali aly
omar umar omer
osama usama
khalid khaled
yahya yehya yahia
yusuf youssef yousef yousuf yusef yosef
ibrahim ebrahim
ismail ismael esmail
mustafa mostafa moustafa
muammar moammar muamar
mahmoud mahmood mahmud
saeed said saied
jamal gamal
faisal faysal feisal
fatima fatemeh fatma
zainab zeinab zaynab
mehdi mahdi
suleiman sulaiman soleiman
rashid rasheed
hamid hameed
majid majeed
karim kareem
tariq tarek tareq
alexander aleksandr alexandr aleksander oleksandr aliaksandr alexandre alexandros
alexei aleksei alexey aleksey oleksii oleksiy alexej
andrei andrey andriy andrii
sergei sergey serhiy serhii
dmitry dmitri dmytro dmitriy
vladimir volodymyr uladzimir
mikhail mykhailo mikhael mikheil
petro petr pyotr piotr petar
nikolai nikolay mykola
yevgeny evgeny yevgeniy yevhen evgeni
viktor victor
yuri yury yuriy iurii
vasily vasyl vasili
pavel pavlo
igor ihor
oleg oleh
gennady hennadiy gennadi
yulia julia iulia
tatiana tatyana tetiana
natalia natalya nataliya
elena yelena olena
ekaterina yekaterina kateryna
benjamin binyamin
anthony antony
catherine katherine kathryn catharine
stephen steven stefan stephan
elizabeth elisabeth
philip phillip philippe
jeffrey geoffrey jeffery
frederick frederik frederic
sara sarah
ann anne
marc mark
eric erik
carl karl
theresa teresa
jose josé
john jon
lewis louis luis
zoran zoren""".splitlines()
# Short forms that the library lacks.
_SHORT = {"sasha": "alexander", "misha": "mikhail", "vova": "vladimir", "bibi": "benjamin", "tony": "anthony"}


@cache
def _forms() -> dict[str, int]:
    return {sounded(name): number for number, line in enumerate(_FORMS) for name in line.split()}


def is_same_given(first: str, second: str) -> bool:
    """Tell whether two given names, folded, are one in any language's spelling; holds for all that share it."""
    one, other = sounded(first), sounded(second)
    number = _forms().get(one)
    return one == other or (number is not None and number == _forms().get(other))


@cache
def _library() -> "NickNamer":
    from nicknames import NickNamer  # noqa: PLC0415 - a tenth of a second, needed only where given names differ

    return NickNamer()


@lru_cache(maxsize=4096)
def is_short_for(first: str, second: str) -> bool:
    """Tell whether one of two given names is a short form of the other: "Bill" of "William", not of "Bob"."""
    for short, full in ((first, second), (second, first)):
        known = {_SHORT.get(short), *_library().canonicals_of(short)}
        if any(name is not None and is_same_given(name, full) for name in known):
            return True
    return False
