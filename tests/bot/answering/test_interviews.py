"""What was asked leads to what was answered."""

from bot.answering.interviews import asked_before, with_answers
from index.articles import Article, ArticleDetails, Paragraph
from index.retrieval.passages import Passage


def _article(*lines: str) -> Article:
    paragraphs = tuple(Paragraph(f"p{number}", "a", number, line) for number, line in enumerate(lines, 1))
    return Article("a", ArticleDetails(), "\n".join(lines), "v", paragraphs)


INTERVIEW = _article(
    "*She meets us in a café.*",
    "**When did you see the cracks?**",
    "On 23 October.",
    "It was rust.",
    "**They say nobody was warned.**",
    "I warned them.",
    "**Were you told to keep quiet?**",
    "No.",
    "**And now?**",
    "I build dams.",
)
REPORT = _article("The bridge fell.", "Who knew?", "Nobody says.", "**Who is to blame?**", "It was rust.")


def _asked(article: Article) -> list[str]:
    return [asked_before(article, paragraph) for paragraph in article.paragraphs]


def test_an_answer_knows_what_was_asked() -> None:
    """Also what an interviewer only states, and in an answer's later paragraphs; the introduction answers nothing."""
    when, said, quiet, now = (
        "When did you see the cracks?",
        "They say nobody was warned.",
        "Were you told to keep quiet?",
        "And now?",
    )
    assert _asked(INTERVIEW) == ["", "", when, when, "", said, "", quiet, "", now]


def test_a_report_with_a_question_in_it_is_no_interview() -> None:
    """Two rhetorical questions make none."""
    assert _asked(REPORT) == [""] * 5


def test_marks_of_questions_and_answers() -> None:
    """A "Q:" and headings lead to answers, too, and so do plain questions, if there are several."""
    listed = _article("Q: Is it shut?", "A: Yes.", "## Until when?", "May.", "Who pays?", "The city.")
    assert _asked(listed) == ["", "Is it shut?", "", "Until when?", "", "Who pays?"]


def test_the_answer_takes_the_place_of_the_question() -> None:
    """It is found by the words of what was asked, once, at the best place of both."""
    found = [
        Passage(INTERVIEW.paragraphs[number - 1], 1 / rank, rank)
        for rank, number in enumerate((7, 1, 8, 2), 1)
    ]
    passages = with_answers(found, lambda _: INTERVIEW)
    assert [(passage.paragraph.text, passage.rank) for passage in passages] == [
        ("No.", 1),
        ("*She meets us in a café.*", 2),
        ("On 23 October.", 4),
    ]
