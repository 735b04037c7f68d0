"""Paragraphs and sentences: exact offsets, and no sentence that ends in the middle."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.splitting import paragraph_spans, sentence_spans

# Letters with and without marks, right to left, beyond the basic plane, and everything that some tool
# takes for the end of a line.
ODD = st.lists(
    st.one_of(
        st.characters(),
        st.sampled_from(
            [*"abA. .!?…“”‘’\"'()\t\n\r\x0b\x0c\x1c\x85\u2028\u2029\u00a0\ufeff", "\r\n", "é", "e\u0301"]
        ),
        st.sampled_from(["مرحبا. ", "שלום! ", "🙂", "👩‍👩‍👧", "𝒜", "U.S. ", "Adm. ", " 5 p.m. ", "D.C."]),
    ),
    max_size=60,
).map("".join)


def paragraphs_of(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_spans(text)]


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@given(ODD)
def test_paragraphs_rejoin_to_the_text(text: str) -> None:
    """Nothing but line ends and blank lines lies between paragraphs, and no paragraph holds a line end."""
    ends = [0, *(end for _, end in paragraph_spans(text))]
    starts = [*(start for start, _ in paragraph_spans(text)), len(text)]
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        assert not text[end:start].strip()
    for paragraph in paragraphs_of(text):
        assert paragraph.strip()
        assert not {"\n", "\r"} & set(paragraph)
    assert "".join(text.split()) == "".join("".join(paragraphs_of(text)).split())


@given(ODD)
def test_sentences_rejoin_to_the_text(text: str) -> None:
    """Spans come in order, begin and end visibly, and only white space lies between them."""
    spans = sentence_spans(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    for start, end in spans:
        assert text[start:end]
        assert text[start:end] == text[start:end].strip()
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))


@given(st.text(), st.sampled_from(["NFC", "NFD"]))
def test_no_unicode_form_is_preferred(text: str, form: str) -> None:
    """Both forms of a text come back as they were."""
    text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    line = text.replace("\n", " ").replace("\r", " ")
    assert paragraphs_of(line) == ([line] if line.strip() else [])


def test_lines_end_where_editors_end_them() -> None:
    """LF, CR LF and CR end a line, without staying in it; other separators are text."""
    assert paragraphs_of("a\nb\r\nc\rd\n\n  \r\ne") == ["a", "b", "c", "d", "e"]
    assert paragraphs_of("a\x0bb\x0cc\x85d\u2028e\u2029f") == ["a\x0bb\x0cc\x85d\u2028e\u2029f"]
    assert paragraphs_of("  - a bullet, kept as it is  ") == ["  - a bullet, kept as it is  "]
    assert paragraph_spans("") == ()


def test_offsets_count_code_points() -> None:
    """What lies beyond the basic plane counts once, in Python as in the stored quote."""
    assert sentence_spans("🙂 Adm. X spoke. 𝒜 listened.") == ((0, 15), (16, 27))
    assert sentence_spans(" \u2028 ") == ()


def test_the_first_sentence_of_the_story() -> None:
    """The sentence that the product is shown with: abbreviations, a dash, commas, and exact offsets."""
    text = (
        "WASHINGTON, January 12, 2024 – Japan’s Defense Minister Shinjiro Koizumi will visit the United "
        "States from Monday, January 15, through January 18, with a key meeting scheduled with U.S. "
        "Defense Secretary Pete Hegseth in Washington on Thursday, January 18. This trip underscores "
        "the deepening security cooperation between the two nations as regional tensions rise."
    )
    assert sentence_spans(text) == ((0, 255), (256, 363))


# A bar stands where one sentence ends and the next begins.
HARD_CASES = [
    "He met Adm. Samuel Paparo in Honolulu.|Then he left.",
    "U.S. Defense Secretary Pete Hegseth spoke.|Japan listened.",
    "He went to Washington, D.C., on Monday.|He returned.",
    "He went to Washington, D.C.|The talks began.",
    "The trip includes stops in Hawaii in addition to Washington, D.C.",
    "He flew to the U.S.|The visit lasted a week.",
    "He flew to the U.S. on Monday.|It rained.",
    "“I want to go.”|He left.",
    "“It’s difficult to answer before the meeting.”|He added, “It is important.”",
    "“I want to go,” Koizumi said.|He left.",
    "“We won. We lost. We drew.”|That was it.",
    "Gen. Mark Milley and Lt. Col. John Smith met Sen. Ted Cruz, R-Texas.|They talked.",
    "Mr. Smith met Mrs. Jones and Dr. Who at 5 p.m. on Friday.|It ended.",
    "The talks began at 5 p.m.|They ended at 6.",
    "It grew 3.5 percent in Jan. 2024.|Prices rose.",
    "Gov. Gavin Newsom and Rep. Nancy Pelosi agreed.|Nothing else.",
    "The company, Acme Inc., sued Foo Corp. in court.|It lost.",
    "Acme Inc. said profits rose.|Shares fell.",
    "J. K. Rowling wrote it.|George W. Bush read it.",
    "Who won?|Nobody knows!|Really.",
    "“Who won?” he asked.|No one answered.",
    "“Stop!” she cried.|He stopped.",
    "He said (it was late.) and left.|Then it rained.",
    "The No. 2 official resigned.|He was tired.",
    "St. Petersburg and Mt. Fuji are far apart.|Very far.",
    "Lawmakers met on Sept. 11 and Oct. 7.|They voted.",
    "The E.U. and U.N. agreed.|France did not.",
    "Prime Minister Shigeru Ishiba (LDP) vs. Noda.|It was close.",
    "See www.example.com/a.html for details.|It is long.",
    "Koizumi, Jr. was born in 1981.|He studied.",
    "Sgt. Bilko and Capt. Kirk and Maj. Tom and Col. Mustard and Cmdr. Riker.|End.",
    "Supt. Lee and Det. Kim and Insp. Clouseau arrived.|They left.",
    "Brig. Gen. Patrick Ryder and Vice Adm. Brad Cooper briefed reporters.|All listened.",
    "Rear Adm. John Kirby spoke.|He sat.",
    "Atty. Gen. Merrick Garland resigned.|So did Asst. Sec. Poe.",
    "- Koizumi will meet with U.S. Defense Secretary Pete Hegseth to discuss regional security.",
    "He waited... and left.|Fine.",
    "The Rev. Al Sharpton and Hon. Judge Judy spoke at approx. 5 p.m. EST.|It ended.",
    "It cost $3.2 bn. in total.|Costs rose.",
    "“The U.S. is our ally.”|Koizumi said so.",
    "‘We will go.’|They went.",
    '"We will go."|They went.',
    'He said: "We will go."|She said: "No."',
    "Lloyd J. Austin III met Kim.|They shook hands.",
    "It was 5 a.m. Monday.|All slept.",
    "President Nicolás Maduro was captured.|His wife, too.",
    "Ukraine's Pres. Volodymyr Zelenskyy spoke.|He was calm.",
    "Fig. 3 shows it.|See p. 5 and pp. 6-7.",
    "Marks & Spencer plc. fell 2.5%.|Tesco Ltd. rose.",
    "He won, i.e. he lost, e.g. in Ohio.|OK.",
    "The firm is based in St. Louis, Mo.|It employs 50.",
    "Calif. Gov. Newsom agreed.|Done.",
    "1. First point.|Second point.",
    "会談は木曜日に行われる。|彼は帰国する。",
    "Hello.|🙂 Good.|Bye.",
    "The Dr. said so.|Ms. Lee and Prof. Oak agreed.",
    "Spokesman Maj. Gen. Pat Ryder said Lt. Gen. Ricky Rupp agreed.|Fine.",
    "He joined Yahoo! in 2003.|He left.",
    "Hegseth told Fox News Sunday.|“No.”|He smiled.",
    "He said 'no.'|She left.",
    "It’s the ’90s.|It’s over.",
    "He is no. 5.|He is 6.",
    "It is the allies' plan.|It is the generals' plan.",
    "The defense chiefs of Japan and the U.S. agreed.|So it is.",
    "Caliber.Az reports, citing Japanese media.",
    "**Why did you not lower it?**|Because it had no valve.|It was taken out.",
    "*He said so.*|Then he left.",
    "__Will you resign?__|No.",
    "**10:15** A reader writes that nobody came.|**So it is.**|It rained.",
    "It got 5 * 3.|Then * again.",
]


@pytest.mark.parametrize("marked", HARD_CASES)
def test_hard_cases(marked: str) -> None:
    """Abbreviations, initials, quotation marks and numbers neither end a sentence nor swallow its end.

    Marks that close what is set in bold belong to what they close.
    """
    joint = "" if "。" in marked else " "
    assert sentences_of(marked.replace("|", joint)) == marked.split("|")


def test_lone_surrogates_are_text() -> None:
    """What no UTF-8 file can hold, a question from a terminal can."""
    assert sentences_of("\ud800 is odd. So is \udfff.") == ["\ud800 is odd.", "So is \udfff."]
