"""The composition root of the gate: the known questions, the index in use and the one that is proposed."""

from collections.abc import Callable

from bot.evaluation.gate import Comparison, Told, compared, objections
from bot.evaluation.questions_file import read_questions
from bot.settings import Settings
from bot.wiring import SharedModels, open_service
from index.errors import ArticleIndexError, BuildRefusedError
from index.wiring import Proposal, open_proposed

QUESTIONS_FILE = "questions.jsonl"


def gate(
    settings: Settings, told: Told, heard: Callable[[Comparison], None] = lambda _: None
) -> Callable[[Proposal], None]:
    """Return what approves of a proposed index; *heard* is given what the known questions say of it.

    Without a file of questions beside the articles, only articles that can no longer be read are objected to. An
    index in use that cannot be opened is no measure: then nothing is.
    """

    def approve(proposal: Proposal) -> None:
        if proposal.unreadable:
            raise BuildRefusedError(proposal.unreadable)
        file = settings.index.corpus / QUESTIONS_FILE
        if not file.is_file():
            return
        found = _asked(settings, proposal, told)
        if found is None:
            return
        heard(found)
        if found.worse:
            raise BuildRefusedError(tuple(objections(found)))

    return approve


def _asked(settings: Settings, proposal: Proposal, told: Told) -> Comparison | None:
    questions = read_questions(settings.index.corpus / QUESTIONS_FILE)
    models, plan = SharedModels(settings), proposal.plan
    fresh, gone = {*plan.added, *plan.changed}, {*plan.removed, *plan.changed}
    after = open_service(settings, models=models, opened=lambda: open_proposed(settings.index, proposal))
    try:
        before = open_service(settings, models=models)
    except ArticleIndexError:
        after.index.close()
        return None
    reach = 2 * settings.passages_read  # copies of one report count once among the passages that are read

    def touched(question: str) -> bool:
        return any(p.paragraph.article_id in fresh for p in after.index.search(question, reach)) or any(
            p.paragraph.article_id in gone for p in before.index.search(question, reach)
        )

    try:
        return compared(
            questions,
            before.answer,
            after.answer,
            removed=set(plan.removed),
            fresh=fresh,
            touched=touched,
            told=told,
        )
    finally:
        before.index.close()
        after.index.close()
