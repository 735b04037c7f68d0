"""Files that people send with a command."""

from dataclasses import dataclass

from tests.fake_discord.refusals import Json
from tests.fake_discord.world import World


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a person chooses it; it says that it has *size* bytes, by default as many as it has."""

    name: str
    data: bytes
    size: int | None = None


class Uploads:
    """All files that were sent, by id."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._all: dict[str, Upload] = {}

    def take(self, upload: Upload) -> Json:
        """Keep a file, and return Discord's attachment object of it."""
        made = self._world.ids.next()
        self._all[made] = upload
        url = f"https://cdn.discordapp.com/ephemeral-attachments/{made}"
        return {
            "id": made,
            "filename": upload.name,
            "size": len(upload.data) if upload.size is None else upload.size,
            "url": url,
            "proxy_url": url,
            "content_type": "application/octet-stream",
            "ephemeral": True,
        }

    def data(self, attachment_id: str) -> bytes | None:
        """Return a file's bytes, None if there is none."""
        found = self._all.get(attachment_id)
        return found.data if found else None
