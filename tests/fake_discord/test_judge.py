"""The judge finds what Discord's own document does not allow, and nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fake_discord.judge import Judge, as_accepted
from tests.fake_discord.recording import Exchange

_MESSAGES = "/channels/{channel_id}/messages"
_CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"


def _exchange(template: str | None, body: Any, method: str = "POST", **more: Any) -> Exchange:
    made = Exchange(
        method=method,
        path=(template or "/nowhere").replace("{channel_id}", "1"),
        template=template,
        query={},
        authorized=True,
        body=body,
        files={},
        status=200,
        answer=None,
        at=0.0,
        seconds=0.0,
        injected=True,  # its answer is not looked at
    )
    return replace(made, **more)


def _said(judge: Judge | None, one: Exchange) -> list[tuple[str, str]]:
    if judge is None:
        pytest.skip("Discord's OpenAPI document is not there: set CROSSCITE_EVAL_DATA to judge the traffic.")
    return [(finding.where, finding.said) for finding in judge.findings([one])]


def _button(label: str) -> dict[str, Any]:
    return {"type": 2, "style": 2, "custom_id": "one", "label": label}


def _card(label: str) -> dict[str, Any]:
    row = {"type": 1, "components": [_button("first"), _button(label)]}
    return {"flags": 32768, "components": [{"type": 17, "components": [{"type": 10, "content": "x"}, row]}]}


@pytest.mark.parametrize(
    ("one", "where"),
    [
        (_exchange(_MESSAGES, _card("x" * 80)), []),
        (_exchange(_MESSAGES, _card("x" * 81)), ["request components.0.components.1.components.1.label"]),
        (_exchange(_MESSAGES, {"content": "x" * 4001}), ["request content"]),
        (_exchange(_CALLBACK, {"type": 5}), []),
        (_exchange(_CALLBACK, {"type": 9, "data": {"custom_id": "a", "title": "b"}}), ["request data"]),
        (_exchange(None, {}), ["route"]),
        (_exchange("/users/@me", None, "GET", injected=False, answer={"id": "x"}), ["answer"]),
        (_exchange("/users/@me", None, "GET", injected=False, status=302), ["answer"]),
        (_exchange("/users/@me", None, "GET", query={"shout": "1"}), ["query"]),
    ],
)
def test_what_the_document_does_not_allow_is_found(
    judge: Judge | None, one: Exchange, where: list[str]
) -> None:
    """A finding names the deepest place, and lawful traffic has none."""
    found = list(dict.fromkeys(place.partition(" id")[0] for place, _ in _said(judge, one)))
    assert found == where


def test_what_discord_py_writes_otherwise_is_let_pass() -> None:
    """Only a reply's ids and the numbers of files may be integers; what else is wrong stays as it is."""
    body = {"content": 1, "message_reference": {"message_id": 12, "channel_id": 3, "type": 0}}
    files = {"type": 4, "data": {"attachments": [{"id": 0, "filename": "a"}], "flags": "64"}}
    assert as_accepted(body) == {
        "content": 1,
        "message_reference": {"message_id": "12", "channel_id": "3", "type": 0},
    }
    assert as_accepted(files) == {
        "type": 4,
        "data": {"attachments": [{"id": "0", "filename": "a"}], "flags": "64"},
    }
