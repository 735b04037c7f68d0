"""The fixed words around an answer, as a record that each language fills in; the terminal's are English.

They are few, plain and calm, and never about the story. Everything else that is shown is an article's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answering.answers import DisagreementKind


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; those in braces are filled in with ``str.format``.

    ``rules`` and ``origins`` translate the reasons and origins that answering names in English; what is
    missing there is shown as it came.
    """

    small_talk: str
    unsupported_language: str
    not_in_sources: str
    related: str
    one_source: str
    sources: str
    complementary: str
    complementary_in_one: str
    different_things: str
    disagreements: Mapping[DisagreementKind, str]  # {on}
    on: str  # {subject}
    subjects: Mapping[str, str]  # by what a disagreement is on; none is named where this has none
    report: str
    reports: str  # {count}
    in_articles: str  # {reports}, {articles}
    sources_title: str
    why_title: str
    no_reason: str
    reading: str  # {text}, {value}
    origin: str  # {reading}, {origin}
    sure: str  # {scores}
    opposed: str  # {surety}
    further: str
    rules: Mapping[str, str]
    origins: Mapping[str, str]

    def disagreement(self, kind: DisagreementKind, on: str | None) -> str:
        """Say that there is a disagreement, and on what, if that has a plain name."""
        subject = self.subjects.get(on) if on else None
        return self.disagreements[kind].format(on=self.on.format(subject=subject) if subject else "")

    def counted(self, reports: int, articles: int) -> str:
        """Say how many independent reports there are, and in how many articles where those are more."""
        count = self.report if reports == 1 else self.reports.format(count=reports)
        return self.in_articles.format(reports=count, articles=articles) if articles > reports else count

    def read_as(self, text: str, value: str, origin: str | None) -> str:
        """Say how words were read, and what completed them."""
        reading = self.reading.format(text=text, value=value)
        if origin is None:
            return reading
        return self.origin.format(reading=reading, origin=self.origins.get(origin, origin))

    def reason(self, rule: str) -> str:
        """Say a rule that answering names."""
        return self.rules.get(rule, rule)


ENGLISH = Wording(
    small_talk="Ask about the story: the answer is what its sources say, word for word.",
    unsupported_language="Ask in English: questions in other languages cannot be read yet.",
    not_in_sources="The sources do not say.",
    related="Related, but not an answer:",
    one_source="One source says:",
    sources="The sources say:",
    complementary="The sources give several answers, which may all hold.",
    complementary_in_one="One source gives several answers, which may all hold.",
    different_things="The sources speak of different things.",
    disagreements={
        DisagreementKind.DISPUTED: "The sources disagree{on}.",
        DisagreementKind.UPDATED: "Later reports differ from earlier ones{on}.",
        DisagreementKind.WITHIN_ARTICLE: "One source disagrees with itself{on}.",
    },
    on=" on {subject}",
    subjects={
        "date": "the date",
        "start date": "the start date",
        "end date": "the end date",
        "time": "the time",
        "duration": "the length of time",
        "number": "the number",
        "ordinal": "the position",
        "money": "the amount",
        "percent": "the percentage",
        "person": "the person",
        "place": "the place",
        "organisation": "the organisation",
    },
    report="1 report",
    reports="{count} reports",
    in_articles="{reports}, in {articles} articles",
    sources_title="Sources",
    why_title="Why",
    no_reason="Nothing had to be weighed.",
    reading="“{text}” is read as {value}",
    origin="{reading} ({origin})",
    sure="The reader’s certainty, of 1: {scores}",
    opposed="The entailment model’s certainty that they contradict each other, of 1: {surety}",
    further="also",
    rules={},
    origins={},
)
