"""Rules for messages that Discord enforces and its OpenAPI document does not state, or states otherwise.

Content 2,000 characters (the document says 4,000); 6,000 over all embeds; 4,000 over all TextDisplays and 40
components, nested ones counted; custom ids unique in a message; nothing else beside Components V2.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.fake_discord.refusals import Json

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6
SUPPRESS = 1 << 2 | 1 << 12  # embeds, notifications: what else a bot may set

Problem = tuple[str, str, str]  # dotted path, code, sentence

ACTION_ROW, BUTTON, SECTION, TEXT_DISPLAY, CONTAINER, LABEL = 1, 2, 9, 10, 17, 18
OPTIONS_MENU, ROLES_MENU, CHANNELS_MENU = 3, 6, 8
MENUS = {OPTIONS_MENU, ROLES_MENU, CHANNELS_MENU}
_TOP_LEVEL_V1 = {ACTION_ROW}
_NOT_TOP_LEVEL_V2 = {BUTTON, 3, 4, 5, 6, 7, 8, 11, LABEL}
_LINK = 5


def walk(components: list[Any]) -> Iterator[Json]:
    """Yield every component, nested ones and accessories included, in the order in which they are shown."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for key in ("accessory", "component"):
            if component.get(key):
                yield from walk([component[key]])


def message_problems(message: Json) -> list[Problem]:
    """Return what is wrong with a whole message, as it would stand after the request."""
    found: list[Problem] = []
    content, embeds = message.get("content") or "", message.get("embeds") or []
    components = message.get("components") or []
    if len(content) > 2000:
        found.append(("content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length."))
    if sum(_embed_length(embed) for embed in embeds) > 6000:
        sentence = "Embed size exceeds maximum size of 6000"
        found.append(("embeds", "MAX_EMBED_SIZE_EXCEEDED", sentence))
    if int(message.get("flags") or 0) & COMPONENTS_V2:
        found += _v2_problems(message, components)
    else:
        if len(components) > 5:
            found.append(("components", "BASE_TYPE_MAX_LENGTH", "Must be 5 or fewer in length."))
        wrong = [one for one in components if one.get("type") not in _TOP_LEVEL_V1]
        if wrong:
            found.append(("components", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).'))
    return found + _custom_id_problems(components)


def _v2_problems(message: Json, components: list[Any]) -> list[Problem]:
    found: list[Problem] = []
    for name in ("content", "embeds", "poll", "sticker_ids"):
        if message.get(name):
            sentence = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            found.append((name, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", sentence))
    every = list(walk(components))
    if len(every) > 40:
        sentence = "Message has more than 40 components in total"
        found.append(("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", sentence))
    if sum(len(one["content"]) for one in every if one.get("type") == TEXT_DISPLAY) > 4000:
        sentence = "Total text across all displayable text components cannot exceed 4000 characters"
        found.append(("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", sentence))
    if any(one.get("type") in _NOT_TOP_LEVEL_V2 for one in components):
        sentence = 'Value of field "type" must be one of (1, 9, 10, 12, 13, 14, 17).'
        found.append(("components", "UNION_TYPE_CHOICES", sentence))
    return found


def _custom_id_problems(components: list[Any]) -> list[Problem]:
    found: list[Problem] = []
    every = list(walk(components))
    ids = Counter(one["custom_id"] for one in every if one.get("custom_id"))
    if any(count > 1 for count in ids.values()):
        found.append(
            ("components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
        )
    for button in every:
        if button.get("type") != BUTTON:
            continue
        if (button.get("style") == _LINK) == bool(button.get("custom_id")):
            sentence = "A button has either a URL or a custom id"
            found.append(("components", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", sentence))
        if not (button.get("label") or button.get("emoji")):
            sentence = "A button must have a label or an emoji"
            found.append(("components", "BUTTON_COMPONENT_LABEL_REQUIRED", sentence))
    return found


def _embed_length(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for field in embed.get("fields") or []:
        texts += [field.get("name"), field.get("value")]
    return sum(len(text) for text in texts if text)
