"""The judge: is what went over the wire what Discord's own OpenAPI document says?

The document is OpenAPI 3.1, whose schemas are JSON Schema 2020-12. It calls itself a preview, and judges
requests and answers alike, so that the fake cannot drift away from what Discord sends.
"""

import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from tests.fake_discord.recording import Exchange

DOCUMENT = "discord-openapi.json.xz"
_BASE = "https://discord.com/openapi.json"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the document does not allow, and where."""

    method: str
    path: str
    where: str
    said: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}: {self.where}: {self.said}"


def open_judge(data: Path | None) -> "Judge | None":
    """Return a judge if the folder of the evaluation data holds the document."""
    document = data / DOCUMENT if data else None
    return Judge(document) if document and document.is_file() else None


class Judge:
    """Holds exchanges to the document."""

    def __init__(self, document: Path) -> None:
        with lzma.open(document, "rt", encoding="utf-8") as text:
            self._document = json.load(text)
        self._registry = jsonschema_rs.Registry([(_BASE, self._document)])
        self._validators: dict[str, Any] = {}

    def findings(self, exchanges: Iterable[Exchange]) -> list[Finding]:
        """Return everything that is not as the document says."""
        return [finding for one in exchanges for finding in self._of(one)]

    def _of(self, one: Exchange) -> Iterator[Finding]:
        operation = self._document["paths"].get(one.template or "", {}).get(one.method.lower())
        if operation is None:
            yield Finding(one.method, one.path, "route", "the document has no such route")
            return
        pointer = f"/paths/{_escaped(str(one.template))}/{one.method.lower()}"
        if not one.injected:
            yield from self._answer(one, operation, pointer)
        if one.status == 400:
            return  # what was refused as invalid may well be
        yield from self._query(one, operation)
        content = operation.get("requestBody", {}).get("content", {})
        if not content:
            if one.body not in (None, {}):
                yield Finding(one.method, one.path, "request", "the document has no body here")
            return
        kind = "application/json"
        yield from self._checked(
            one, "request", f"{pointer}/requestBody/content/{_escaped(kind)}/schema", as_accepted(one.body)
        )

    def _query(self, one: Exchange, operation: Any) -> Iterator[Finding]:
        known = {item["name"] for item in operation.get("parameters", ()) if item["in"] == "query"}
        for name in one.query:
            if name not in known:
                yield Finding(one.method, one.path, "query", f"the document has no {name}")

    def _answer(self, one: Exchange, operation: Any, pointer: str) -> Iterator[Finding]:
        responses = operation["responses"]
        status = str(one.status) if str(one.status) in responses else f"{one.status // 100}XX"
        if status not in responses:
            yield Finding(one.method, one.path, "answer", f"the document has no status {one.status}")
            return
        response, place = responses[status], f"{pointer}/responses/{status}"
        if "$ref" in response:
            place = response["$ref"].removeprefix("#")
            response = self._document["components"]["responses"][place.rpartition("/")[2]]
        if "application/json" in response.get("content", {}):
            where = f"{place}/content/{_escaped('application/json')}/schema"
            yield from self._checked(one, "answer", where, _without_inner_codes(one.answer))
        elif one.answer is not None:
            yield Finding(one.method, one.path, "answer", "the document has no body here")

    def _checked(self, one: Exchange, what: str, pointer: str, value: Any) -> Iterator[Finding]:
        validator = self._validators.get(pointer)
        if validator is None:
            schema = {"$ref": f"{_BASE}#{quote(pointer, safe='/~@')}"}
            validator = jsonschema_rs.Draft202012Validator(schema, registry=self._registry)
            self._validators[pointer] = validator
        for error in validator.iter_errors(value):
            for deepest in _deepest(error):
                place = ".".join(str(step) for step in deepest.instance_path)
                yield Finding(one.method, one.path, f"{what} {place}".strip(), deepest.message[:300])


def as_accepted(body: Any) -> Any:
    """Return a request body with what discord.py writes otherwise than the document says, and Discord accepts.

    discord.py 2.7 writes the ids in a reply's ``message_reference``, those of what a list shows as picked, whom a
    direct message is for and the numbers of uploaded ``attachments`` as integers; Discord's own examples number
    attachments so.
    """
    if not isinstance(body, dict):
        return body
    found = dict(body)
    if isinstance(body.get("data"), dict):
        found["data"] = as_accepted(body["data"])
    if isinstance(body.get("components"), list):
        found["components"] = [as_accepted(one) for one in body["components"]]
    if isinstance(body.get("default_values"), list):
        found["default_values"] = [one | {"id": _worded(one.get("id"))} for one in body["default_values"]]
    if "recipient_id" in body:
        found["recipient_id"] = _worded(body["recipient_id"])
    if isinstance(body.get("message_reference"), dict):
        reference = body["message_reference"].items()
        found["message_reference"] = {
            name: _worded(v) if name.endswith("_id") else v for name, v in reference
        }
    if isinstance(body.get("attachments"), list):
        found["attachments"] = [one | {"id": _worded(one.get("id"))} for one in body["attachments"]]
    return found


def _worded(number: Any) -> Any:
    return str(number) if type(number) is int else number


def _without_inner_codes(answer: Any) -> Any:
    """Leave out an error's ``errors``: the document has integers for their codes, documentation and Discord words."""
    if isinstance(answer, dict) and {"code", "message", "errors"} <= set(answer):
        return {name: value for name, value in answer.items() if name != "errors"}
    return answer


def _deepest(error: Any) -> list[Any]:
    """Return the errors of the alternative that fits best: the one whose kind is right."""
    context = getattr(error.kind, "context", None)
    if not context:
        return [error]
    alternatives = [[found for one in errors for found in _deepest(one)] for errors in context]

    def distance(found: list[Any]) -> tuple[int, int]:
        wrong_kind = sum(1 for one in found if list(one.instance_path)[-1:] == ["type"])
        return wrong_kind, -max(len(list(one.instance_path)) for one in found)

    return min((found for found in alternatives if found), key=distance, default=[error])


def _escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
