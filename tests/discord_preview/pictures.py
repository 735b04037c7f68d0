"""Pictures of pages, by a headless Chromium: nothing is fetched, and nothing of it is kept."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
_MEASURING = "<script>document.title = document.body.getBoundingClientRect().height</script>"
_MEASURED = re.compile(r"<title>(\d+)")


def take(page: str, picture: Path, *, width: int, scale: float = 1.3) -> None:
    """Write the whole of *page*, as a window of that *width* shows it, to *picture*.

    Raises:
        FileNotFoundError: there is no Chromium.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "page.html"
        source.write_text(page + _MEASURING, "utf-8")
        measured = _MEASURED.search(
            _chromium(folder, f"--window-size={width},600", "--dump-dom", source.as_uri())
        )
        height = int(measured[1]) + 1 if measured else 600
        _chromium(
            folder,
            f"--window-size={width},{height}",
            f"--force-device-scale-factor={scale}",
            f"--screenshot={picture}",
            source.as_uri(),
        )


def _chromium(folder: Path, *arguments: str) -> str:
    browser = next((found for found in map(shutil.which, _NAMES) if found), None)
    if browser is None:
        raise FileNotFoundError("Pictures need Chromium: on Debian `apt-get install chromium`.")
    done = subprocess.run(
        [browser, *_OPTIONS, f"--user-data-dir={folder / 'profile'}", *arguments],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return done.stdout.decode("utf-8", "replace")
