"""`python -m index.embedding.exporting FOLDER` exports the packaged model, for an image that serves without torch."""

import sys
from pathlib import Path

from index.embedding.exported import export_once
from index.embedding.models import locate_model
from index.settings import PACKAGED_MODEL

if __name__ == "__main__":
    export_once(Path(sys.argv[1]), locate_model(PACKAGED_MODEL))
