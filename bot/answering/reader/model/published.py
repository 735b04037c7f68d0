"""Any published model in the shipped one's place, run by torch on the CPU: slow to start, seconds a question.

The imports stand inside the functions because torch alone takes seconds, and asking must not pay for it.
"""

import hashlib
import inspect
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from bot.answering.reader.model.decoding import Scores, read_texts, softmax
from bot.answering.reader.model.pairs import LONGEST_WINDOW, PairEncoder, PiecePair
from bot.answering.reader.model.protocol import Entailment, Span
from bot.errors import ReaderModelError
from index.embedding.protocol import readable

_LABELS = ("entailment", "neutral", "contradiction")  # in the order of `Entailment`
_HASH_DIGITS = 12


class PublishedSpanModel:
    """A `SpanModel` over a model that transformers loads for extractive question answering.

    *name* is a published one or a folder. One text is run at a time, so that none depends on its neighbours.
    Only a model trained on questions without answers too, as of SQuAD 2, can tell that a text holds none;
    *threshold* is the margin above which words count as an answer.

    Raises:
        ReaderModelError: transformers cannot load it, or it is another kind of model.
    """

    def __init__(self, name: str, threshold: float = 0.0, threads: int = 0) -> None:
        model, tokenizer = _load(name, "reader", lambda: _load_span_model(name, threads))
        self.name = f"{name}@{_weights_hash(model)}"
        self.threshold = threshold
        self._model = model
        self._with_segments = _reads_segments(model)
        self._encoder = PairEncoder(tokenizer.backend_tokenizer, min(LONGEST_WINDOW, _positions(model)))

    def spans(
        self, question: str, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]] = ()
    ) -> list[tuple[Span, ...]]:
        """Read *question* against every text; see the protocol."""
        try:
            return read_texts(self._encoder, self._scores, question, texts, places)
        except Exception as error:
            raise ReaderModelError(f"The reader model {self.name} failed: {_reason(error)}.") from error

    def _scores(self, pairs: Sequence[PiecePair]) -> Iterator[tuple[Scores, Scores]]:
        import torch  # noqa: PLC0415 - see the module's docstring

        for pair in pairs:
            feeds = {"input_ids": torch.tensor([pair.ids])}
            feeds["attention_mask"] = torch.ones_like(feeds["input_ids"])
            if self._with_segments:
                feeds["token_type_ids"] = torch.tensor([pair.segments])
            with torch.inference_mode():
                found = self._model(**feeds)
            yield found.start_logits[0].numpy(), found.end_logits[0].numpy()


class PublishedEntailmentModel:
    """An `EntailmentModel` over a cross-encoder that sentence-transformers loads, in any order of its labels.

    *name* is a published one or a folder. One pair is run at a time, as above.

    Raises:
        ReaderModelError: sentence-transformers cannot load it, or its labels are not entailment, neutral and
            contradiction.
    """

    def __init__(self, name: str, threads: int = 0) -> None:
        self._model = _load(name, "entailment", lambda: _load_cross_encoder(name, threads))
        labels = [str(label).lower() for _, label in sorted(self._model.config.id2label.items())]
        if sorted(labels) != sorted(_LABELS):
            raise _unusable(
                name, "entailment", f"its labels are {', '.join(labels)}, not {', '.join(_LABELS)}"
            )
        self._order = [labels.index(label) for label in _LABELS]
        self._model.max_seq_length = min(self._model.max_seq_length, _positions(self._model.model))
        self.name = f"{name}@{_weights_hash(self._model)}"
        self._alone = Lock()  # its tokenizer holds the truncation as one state for all threads

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Judge (premise, hypothesis) pairs, in order; see the protocol."""
        from torch.nn import Identity  # noqa: PLC0415 - see the module's docstring

        texts = [[readable(premise), readable(hypothesis)] for premise, hypothesis in pairs]
        try:
            with self._alone:
                scores = self._model.predict(
                    texts, batch_size=1, show_progress_bar=False, activation_fn=Identity()
                )
        except Exception as error:
            raise ReaderModelError(f"The entailment model {self.name} failed: {_reason(error)}.") from error
        return [Entailment(*softmax(row[self._order])) for row in scores]


def _load(name: str, kind: str, load: Callable[[], Any]) -> Any:
    if (name.count("/") > 1 or name.startswith((".", "/", "~"))) and not Path(name).is_dir():
        raise _unusable(name, kind, "there is no such folder")
    try:
        import transformers  # noqa: PLC0415 - see the module's docstring

        transformers.utils.logging.set_verbosity_error()
        transformers.utils.logging.disable_progress_bar()
        return load()
    except ReaderModelError:
        raise
    except ImportError as error:
        reason = f"{error.name or 'a package'} is missing, run `pip install sentence-transformers`"
        raise _unusable(name, kind, reason) from error
    except Exception as error:
        raise _unusable(name, kind, _reason(error)) from error


def _load_span_model(name: str, threads: int) -> tuple[Any, Any]:
    import torch  # noqa: PLC0415 - see the module's docstring
    from transformers import AutoModelForQuestionAnswering, AutoTokenizer  # noqa: PLC0415 - slow to load, too

    torch.set_num_threads(threads or torch.get_num_threads())
    tokenizer = AutoTokenizer.from_pretrained(name)
    if not hasattr(tokenizer, "backend_tokenizer"):
        raise _unusable(name, "reader", "it has no fast tokenizer")
    # Only safetensors: a pickle could run code of its own.
    model, report = AutoModelForQuestionAnswering.from_pretrained(
        name, dtype=torch.float32, use_safetensors=True, output_loading_info=True
    )
    if report["missing_keys"] or report["mismatched_keys"]:
        raise _unusable(name, "reader", "it was not trained to answer questions")
    if tokenizer("a", "b")["input_ids"][0] != tokenizer.cls_token_id:
        raise _unusable(name, "reader", "it has no first piece that could stand for a missing answer")
    return model.eval(), tokenizer


def _load_cross_encoder(name: str, threads: int) -> Any:
    import torch  # noqa: PLC0415 - see the module's docstring
    from sentence_transformers import CrossEncoder  # noqa: PLC0415 - slow to load, too

    torch.set_num_threads(threads or torch.get_num_threads())
    return CrossEncoder(
        name, device="cpu", model_kwargs={"dtype": torch.float32, "use_safetensors": True}
    ).eval()


def _reads_segments(model: Any) -> bool:
    """Return whether the model tells its two texts apart by number, as BERT does and RoBERTa does not."""
    return (
        "token_type_ids" in inspect.signature(model.forward).parameters
        and getattr(model.config, "type_vocab_size", 0) > 1
    )


def _positions(model: Any) -> int:
    """Return how many word pieces *model* can read; RoBERTa's family loses those up to its padding's place."""
    limits = [getattr(model.config, "max_position_embeddings", None) or 0]
    for name, module in model.named_modules():
        if name.endswith("position_embeddings") and hasattr(module, "num_embeddings"):
            padding = getattr(module, "padding_idx", None)
            limits.append(module.num_embeddings - (0 if padding is None else padding + 1))
    return min((limit for limit in limits if limit > 0), default=LONGEST_WINDOW)


def _weights_hash(model: Any) -> str:
    """Return the first digits of the sha256 of all weights: the same name may be published anew."""
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.contiguous().numpy().data)
    return digest.hexdigest()[:_HASH_DIGITS]


def _unusable(name: str, kind: str, reason: str) -> ReaderModelError:
    return ReaderModelError(
        f"The {kind} model {name} cannot be used ({reason}): set CROSSCITE_{kind.upper()}_MODEL to another one, "
        "or leave it out."
    )


def _reason(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip(".:")
