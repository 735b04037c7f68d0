"""Which capitalised words are a name, and of what."""

import pytest

from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.recognition import recognise
from bot.answering.values.resolution import value_of

PERSON, PLACE, ORGANISATION = Kind.PERSON, Kind.PLACE, Kind.ORGANISATION


def names(text: str) -> list[tuple[Kind, str]]:
    return [(found.kind, text[found.start : found.end]) for found in recognise(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adm. Ruth Okafor spoke.", [(PERSON, "Ruth Okafor")]),
        ("The talks with U.S. Defense Secretary Ned Carver ended.", [(PERSON, "Ned Carver")]),
        ("Talks with US Secretary of Defense Ned Carver ended.", [(PERSON, "Ned Carver")]),
        ("Venezuelan President Andrés Lara’s wife left.", [(PERSON, "Andrés Lara")]),
        ("It is the first talk between Tanaka and Carver.", [(PERSON, "Tanaka"), (PERSON, "Carver")]),
        ("Earlier Tanaka said no.", [(PERSON, "Tanaka")]),
        ("Tanaka announced the plan.", [(PERSON, "Tanaka")]),
        ("Greta van der Berg met Ali al-Hadi.", [(PERSON, "Greta van der Berg"), (PERSON, "Ali al-Hadi")]),
        ("The crew is Cmdr. Y. Marsh and Gen. de Ruyter.", [(PERSON, "Y. Marsh"), (PERSON, "de Ruyter")]),
        ("Mayor-elect Ana Prata spoke.", [(PERSON, "Ana Prata")]),
        ("Investigators said so. Turnout was low. Ministers will meet.", []),
        ("Apollo 11 and Flight 370 flew.", []),
        ("It ran from Kailua to Kaneohe.", [(PLACE, "Kailua"), (PLACE, "Kaneohe")]),
        ("KANEOHE, May 3 (Newswire) – It ran.", [(PLACE, "KANEOHE"), (ORGANISATION, "Newswire")]),
        ("Dr. Jane A. Moss agreed.", [(PERSON, "Jane A. Moss")]),
        ("Lunch on the pier is free.", []),
        ("They stayed in Kaneohe overnight.", [(PLACE, "Kaneohe")]),
        ("They travelled to Kaneohe overnight.", [(PLACE, "Kaneohe")]),
        ("The vote in the region of Sorrel was close.", [(PLACE, "Sorrel")]),
        ("They met in Salem, Oregon, and Paris.", [(PLACE, "Salem"), (PLACE, "Oregon"), (PLACE, "Paris")]),
        ("They met in Washington, D.C., on a Monday.", [(PLACE, "Washington, D.C.")]),
        ("Stops include Hawaii and Los Angeles.", [(PLACE, "Hawaii"), (PLACE, "Los Angeles")]),
        ("They crossed the Gulf of Oman near Mount Keel.", [(PLACE, "Gulf of Oman"), (PLACE, "Mount Keel")]),
        ("Japan’s plan pleased the United States.", [(PLACE, "Japan"), (PLACE, "United States")]),
        ("The Japan-U.S. alliance held.", []),
        ("The Ministry of Foreign Affairs agreed.", [(ORGANISATION, "Ministry of Foreign Affairs")]),
        ("He led the U.S. Northern Command.", [(ORGANISATION, "U.S. Northern Command")]),
        ("NATO and Acme Inc. agreed.", [(ORGANISATION, "NATO"), (ORGANISATION, "Acme Inc")]),
        (
            "She spoke at the Kailua Defence Forum in Hawaii.",
            [(ORGANISATION, "Kailua Defence Forum"), (PLACE, "Hawaii")],
        ),
        ("On Monday in January it rained.", []),
        ("Operation Bluebird began.", []),
        ("The carrier Carl Vinson and USS Ronald Reagan sailed.", []),
        ("Typhoon Mirela passed the destroyer Anna Prata.", []),
        ("Her novel “Silent Marsh” sold well.", []),
        ("Hospital staff told the Army that Iranians and Latinos came.", []),
        ("A boy was taken to Lublin at the weekend.", [(PLACE, "Lublin")]),
        ("They flew to New Delhi and New South Wales.", [(PLACE, "New Delhi"), (PLACE, "New South Wales")]),
        (
            "The U.S. Seventh Fleet and WHO agreed.",
            [(ORGANISATION, "U.S. Seventh Fleet"), (ORGANISATION, "WHO")],
        ),
        ("The People’s Liberation Army agreed.", [(ORGANISATION, "People’s Liberation Army")]),
        ("The Defense Minister’s trip began.", []),
        ("It cost US$5 and fell to 5 degrees Celsius.", []),
    ],
)
def test_names_are_typed_by_the_words_around_them(text: str, expected: list[tuple[Kind, str]]) -> None:
    """Titles make persons, prepositions and the table places, head words organisations."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("the U.S.", "United States"),
        ("Britain", "United Kingdom"),
        ("Kiev", "Kyiv"),
        ("Washington, DC", "Washington, D.C."),
    ],
)
def test_well_known_places_have_one_name(written: str, canonical: str) -> None:
    """Aliases of a country or a city give the table's name."""
    text = f"It began in {written} today."
    start = text.index(written)
    assert value_of(text, start, start + len(written), ArticleContext(), PLACE).canonical == canonical


def test_decomposed_letters_do_not_split_a_name() -> None:
    """A name in NFD is one mention with offsets of the text as it stands."""
    text = "President Nicola\u0301s Lara spoke."
    assert names(text) == [(PERSON, "Nicola\u0301s Lara")]
