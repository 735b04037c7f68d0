"""The words around an answer in Japanese, and the reasons that answering names in English."""

from bot.answering.answers import DisagreementKind
from bot.presentation.wording import Wording

# What two values differ in. A test reads the rules from the source, so that none is left in English.
_DATES = {
    f"the dates differ in the {field}": f"日付の「{said}」が異なります"
    for field, said in {"day": "日", "month": "月", "year": "年"}.items()
}
_PERIODS = {
    f"the periods differ in their {field}": f"期間の「{said}」が異なります"
    for field, said in {"start": "開始", "end": "終了", "start and end": "開始と終了"}.items()
}
_AMOUNTS = {
    rule.format(on=on): said.format(on=japanese)
    for on, japanese in {"amount": "金額", "percentage": "割合", "length": "長さ", "number": "数"}.items()
    for rule, said in {
        "the {on}s differ": "{on}が異なります",
        "the {on}s differ after converting the units": "単位を換算すると{on}が異なります",
    }.items()
}
_OTHERS = {
    "the times differ": "時刻が異なります",
    "the names differ": "名前が異なります",
    "the surnames differ": "姓が異なります",
    "the given names differ": "名が異なります",
    "namesakes of another generation": "同名の別の世代の人物です",
    "the places differ": "場所が異なります",
    "places of one name that lie in different places": "同じ名前の別の場所です",
    "one says yes, the other no": "一方は肯定し、もう一方は否定しています",
    "opposite parts of one place": "同じ場所の中の反対側です",
    "one sentence denies the other": "一方の文がもう一方の文を否定しています",
    "two names without a word in common": "共通する語のない別の名前です",
}
_REMARKS = {
    "the weekday does not fit the date": "曜日と日付が合いません",
    "the stated length does not fit the stated dates": "書かれている長さと日付が合いません",
}

JAPANESE_ANSWER = Wording(
    small_talk="ニュースの内容について質問してください。記事の言葉をそのまま引用してお答えします。",
    unsupported_language="質問は英語でお願いします。ほかの言語の質問はまだ読み取れません。",
    not_in_sources="記事には書かれていません。",
    related="答えではありませんが、関連する箇所です。",
    one_source="1つの記事に、次のように書かれています。",
    sources="記事には、次のように書かれています。",
    complementary="記事には複数の答えがあります。いずれも成り立つ可能性があります。",
    complementary_in_one="1つの記事に複数の答えがあります。いずれも成り立つ可能性があります。",
    different_things="記事によって、述べている事柄が異なります。",
    disagreements={
        DisagreementKind.DISPUTED: "{on}記事の内容が食い違っています。",
        DisagreementKind.UPDATED: "{on}後の記事は前の記事と異なっています。",
        DisagreementKind.WITHIN_ARTICLE: "{on}1つの記事の中で内容が食い違っています。",
    },
    on="{subject}について、",
    subjects={
        "date": "日付",
        "start date": "開始日",
        "end date": "終了日",
        "time": "時刻",
        "duration": "期間の長さ",
        "number": "数",
        "ordinal": "順位",
        "money": "金額",
        "percent": "割合",
        "person": "人物",
        "place": "場所",
        "organisation": "組織",
    },
    report="報道1件",
    reports="報道{count}件",
    in_articles="{reports}（記事{articles}本）",
    sources_title="出典",
    why_title="理由",
    no_reason="比較が必要な点はありませんでした。",
    reading="“{text}” を {value} と読み取りました",
    origin="{reading}（{origin}による）",
    sure="読み取りの確信度（最大1）：{scores}",
    opposed="矛盾しているという判定の確信度（最大1）：{surety}",
    further="ほかに",
    rules=_DATES | _PERIODS | _AMOUNTS | _OTHERS | _REMARKS,
    origins={"dateline": "記事の発信日", "published": "記事の公開日", "weekday": "曜日"},
)
