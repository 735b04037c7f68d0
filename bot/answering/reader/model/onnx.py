"""The shipped model, one file with two heads, run by onnxruntime without torch.

The file carries what belongs to its weights in its metadata: the tokenizer, its name and the threshold.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from bot.answering.reader.model.decoding import Scores, read_texts, softmax
from bot.answering.reader.model.pairs import PairEncoder, PiecePair
from bot.answering.reader.model.protocol import Entailment, Span
from bot.errors import ReaderModelError
from index.machine import cores_allowed

SHIPPED = Path(__file__).parent / "weights" / "reader.onnx"


class OnnxReaderModel:
    """A `SpanModel` and an `EntailmentModel`; safe to call from several threads.

    Every pair of texts is run by itself, as many at once as there are *threads* (0: cores): nothing is padded,
    and what a text scores does not depend on which others were read along with it (activations are quantised
    by their range, which is one batch's). *threshold* stands in for the file's own.

    Raises:
        ReaderModelError: the file is missing, damaged, or holds another kind of model.
    """

    def __init__(self, path: Path = SHIPPED, threads: int = 0, threshold: float | None = None) -> None:
        import onnxruntime  # noqa: PLC0415 - a tenth of a second, which commands without questions spare
        from tokenizers import Tokenizer  # noqa: PLC0415 - slow to load, too

        if not path.is_file():
            raise _unusable(path, "there is no such file")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session: Any = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
            metadata = self._session.get_modelmeta().custom_metadata_map
            self.name: str = metadata["name"]
            self.threshold = float(metadata["threshold"]) if threshold is None else threshold
            self._encoder = PairEncoder(Tokenizer.from_str(metadata["tokenizer"]))
        except KeyError as error:
            raise _unusable(path, f"it is no reader of Crosscite, for it holds no {error.args[0]}") from error
        except Exception as error:
            raise _unusable(path, "it is damaged") from error
        self._workers = ThreadPoolExecutor(threads or cores_allowed(), "reading")

    def spans(
        self, question: str, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]] = ()
    ) -> list[tuple[Span, ...]]:
        """Read *question* against every text; see the protocol."""
        return read_texts(
            self._encoder, lambda pairs: self._run(("starts", "ends"), pairs), question, texts, places
        )

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Judge (premise, hypothesis) pairs, in order; see the protocol."""
        encoded = [self._encoder.pair(premise, hypothesis) for premise, hypothesis in pairs]
        return [Entailment(*softmax(relation)) for (relation,) in self._run(("relation",), encoded)]

    def _run(self, outputs: Sequence[str], pairs: Sequence[PiecePair]) -> Iterable[Any]:
        """Return each pair's outputs as a tuple, in order, without the batch's axis."""
        longest_first = sorted(range(len(pairs)), key=lambda place: -len(pairs[place].ids))
        run: Callable[..., Any] = self._workers.map if len(pairs) > 1 else map
        found = run(lambda place: self._one(outputs, pairs[place]), longest_first)
        by_place = dict(zip(longest_first, found, strict=True))
        return [by_place[place] for place in range(len(pairs))]

    def _one(self, outputs: Sequence[str], pair: PiecePair) -> tuple[Scores, ...]:
        feeds = {
            "ids": np.asarray([pair.ids], np.int64),
            "segments": np.asarray([pair.segments], np.int64),
        }
        try:
            return tuple(output[0] for output in self._session.run(list(outputs), feeds))
        except Exception as error:
            raise ReaderModelError(f"The reader {self.name} failed: {error}") from error


def _unusable(path: Path, reason: str) -> ReaderModelError:
    return ReaderModelError(
        f"The reader {path} cannot be used ({reason}): install Crosscite again, or name another reader."
    )
