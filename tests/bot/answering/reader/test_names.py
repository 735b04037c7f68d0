"""What an article does not name it does not speak of; a date it has in more ways than by its words."""

from datetime import date

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.names import unmet_names
from bot.answering.reader.protocol import Excerpt
from index.articles import Article, ArticleDetails, Paragraph
from index.retrieval.passages import Passage

HERE, ANYWHERE = 2.0, 4.0  # margin for a name that other passages have, and for one that none has
QUOTED = 10.0  # the same for words in quotation marks


def _excerpt(text: str, name: str, published: date | None = None) -> Excerpt:
    paragraph = Paragraph("id", name, 1, text)
    article = Article(name, ArticleDetails(published=published), text, "v", (paragraph,))
    return Excerpt(Passage(paragraph, 1.0, 1), article)


def test_a_name_costs_more_where_no_passage_has_it() -> None:
    """Then it is no other way of naming the same, but something that the sources do not speak of."""
    excerpts = [
        _excerpt("The fair in Oslo was opened by the mayor.", "a"),
        _excerpt("The fair was opened by him.", "b"),
    ]
    assert unmet_names(analyse("Who opened the fair in Oslo?"), excerpts) == [0.0, HERE]
    assert unmet_names(analyse("Who opened the fair in Bergen?"), excerpts) == [ANYWHERE, ANYWHERE]


@pytest.mark.parametrize(
    ("asked", "lost"),
    [("Europe", 0.0), ("Norway", 0.0), ("Sweden", ANYWHERE), ("Asia", ANYWHERE), ("Frogner", ANYWHERE)],
)
def test_a_place_is_named_where_one_in_it_is(asked: str, lost: float) -> None:
    """A report from Oslo speaks of Norway, but neither of another country nor of a part of the city."""
    excerpts = [_excerpt("The fair in Oslo was opened by the mayor.", "a"), _excerpt("Rain fell.", "b")]
    anywhere = HERE if lost == 0.0 else ANYWHERE
    assert unmet_names(analyse(f"Who opened the fair in {asked}?"), excerpts) == [lost, anywhere]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("“Low Tide”, a song by Ana Diaz, was a success.", 0.0),
        ("Low Tide is by Bo Holm.", 0.0),
        ("The low-tide market was opened by Ana Diaz.", QUOTED),
        ("The tide was low when Ana Diaz sang.", QUOTED),
    ],
)
def test_words_in_quotation_marks_are_one_name(text: str, lost: float) -> None:
    """An article that has the words apart does not have the name."""
    excerpts = [_excerpt(text, "a"), _excerpt("Low tide", "b")]
    for question in ('Who sang "Low Tide"?', "Who sang “low tide”?"):
        assert unmet_names(analyse(question), excerpts) == [lost, 0.0]


def test_quoted_words_that_no_article_has_so_are_looked_for_one_by_one() -> None:
    """Then they are quoted from memory."""
    excerpts = [_excerpt("The Tide of Autumn is by Ana Diaz.", "a"), _excerpt("Rain fell.", "b")]
    assert unmet_names(analyse('Who wrote "Autumn Tide"?'), excerpts) == [0.0, 2 * HERE]


@pytest.mark.parametrize(
    ("said", "lost"), [("Hasaka", 0.0), ("Hasakah", 0.0), ("Hasan", HERE), ("Hama", HERE)]
)
def test_another_spelling_is_the_name(said: str, lost: float) -> None:
    """Transliterations of one name are one; short ones that sound alike may be two."""
    excerpts = [
        _excerpt(f"The raid on {said} killed 18 people.", "a"),
        _excerpt("The raid on Hasakeh was long.", "b"),
    ]
    assert unmet_names(analyse("How many people did the raid on Hasakeh kill?"), excerpts) == [lost, 0.0]


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        ("United States", 0.0),
        ("US", 0.0),
        ("U.S.", 0.0),
        ("Americans", 0.0),
        ("United Kingdom", HERE),
        ("Norway", HERE),
    ],
)
def test_another_word_for_the_country_is_its_name(said: str, lost: float) -> None:
    """The word "America" is not missing from a report on the United States."""
    excerpts = [
        _excerpt(f"The minister of the {said} said so.", "a"),
        _excerpt("He is in America.", "b"),
    ]
    assert unmet_names(analyse("When will he go to America?"), excerpts) == [lost, 0.0]


@pytest.mark.parametrize(
    ("text", "published", "lost"),
    [
        ("A raid killed 18 people on Saturday.", date(2017, 4, 8), 0.0),
        ("A raid killed 18 people on Saturday.", date(2017, 4, 9), 0.0),
        ("A raid killed 18 people.", date(2017, 4, 15), 0.0),
        ("A raid killed 18 people.", date(2017, 4, 16), HERE),
        ("A raid killed 18 people.", date(2017, 4, 7), HERE),
        ("A raid killed 18 people.", None, HERE),
        ("A raid of April 8 killed 18 people.", None, 0.0),
        ("A raid of 8 April 2017 killed 18 people.", date(2017, 9, 1), 0.0),
    ],
)
def test_a_date_is_one_name(text: str, published: date | None, lost: float) -> None:
    """An article has it that gives it in any words, or that reported within a week; its figures are no names."""
    other = _excerpt("Rain fell on 8 April 2017.", "b")
    found = unmet_names(
        analyse("How many people were killed on 8 April 2017?"), [_excerpt(text, "a", published), other]
    )
    assert found == [lost, 0.0]
    if lost:
        (alone,) = unmet_names(
            analyse("How many people were killed on 8 April 2017?"), [_excerpt(text, "a", published)]
        )
        assert alone == ANYWHERE
