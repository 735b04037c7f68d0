"""Building again: what it does not import."""

from collections.abc import Callable
from pathlib import Path

from index.settings import IndexSettings
from tests.children import run_python


def test_building_again_imports_no_torch(
    settings: IndexSettings, write: Callable[[str, str | bytes], Path]
) -> None:
    """Once the model is exported, builds start fast too; without changes not even the runtime is loaded."""
    write("a.txt", "Bread is baked at night.")
    code = (
        "import sys; from index.settings import IndexSettings; from index.wiring import build_index; "
        "report = build_index(IndexSettings.model_validate_json(sys.argv[1])); "
        "heavy = {'torch', 'sentence_transformers', 'onnxruntime'}; "
        "print(report.embedded, sorted(heavy & set(sys.modules)))"
    )
    assert run_python(code, settings.model_dump_json()).stdout == "1 ['onnxruntime']\n"
    assert run_python(code, settings.model_dump_json()).stdout == "0 []\n"
