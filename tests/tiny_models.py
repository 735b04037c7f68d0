"""Models in the published formats, small enough to be made in a second, whose answers are known beforehand."""

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.tiny_tokenizers import POINTED_AT, byte_pairs, word_pieces

POSITIONS = 96  # word pieces that each of them can read
_WIDTH = 32
_HEAD = 0.2  # the word pointed at scores 6.4 as a start and as an end, "not here" 4.5, any other about 0

BERT_READER = "bert-reader"
OTHER_BERT_READER = "other-bert-reader"  # other weights
ROBERTA_READER = "roberta-reader"
BERT_ENCODER = "bert-encoder"  # neither a reader's head nor three labels
BERT_ENTAILMENT = "bert-entailment"
ROBERTA_ENTAILMENT = "roberta-entailment"
_LABELS: Mapping[str, tuple[str, str, str]] = {
    BERT_ENTAILMENT: ("contradiction", "entailment", "neutral"),
    ROBERTA_ENTAILMENT: ("ENTAILMENT", "Neutral", "Contradiction"),
}
# Scores that the bias of their heads gives every pair, whatever it says.
_LEANINGS = {"entailment": 2.0, "neutral": 1.0, "contradiction": 0.0}


def write_tiny_models(folder: Path) -> None:
    """Write all of them into *folder*, each under its name."""
    import torch  # noqa: PLC0415 - seconds, for these tests alone

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries below, at import
        import transformers  # noqa: PLC0415 - slow to load, too

        for seed, name in enumerate((BERT_READER, OTHER_BERT_READER, ROBERTA_READER)):
            torch.manual_seed(seed)
            config, tokenizer = _parts(name)
            model = transformers.AutoModelForQuestionAnswering.from_config(config)
            _point(model, tokenizer)
            _save(folder / name, model, tokenizer)
        for name, labels in _LABELS.items():
            torch.manual_seed(0)
            config, tokenizer = _parts(name)
            config.id2label = dict(enumerate(labels))
            config.label2id = {label: n for n, label in enumerate(labels)}
            model = transformers.AutoModelForSequenceClassification.from_config(config)
            head = model.classifier.out_proj if name == ROBERTA_ENTAILMENT else model.classifier
            head.bias.data = torch.tensor([_LEANINGS[label.lower()] for label in labels])
            _save(folder / name, model, tokenizer)
        config, tokenizer = _parts(BERT_ENCODER)
        _save(folder / BERT_ENCODER, transformers.AutoModel.from_config(config), tokenizer)


def _parts(name: str) -> tuple[Any, Any]:
    from transformers import BertConfig, PreTrainedTokenizerFast, RobertaConfig  # noqa: PLC0415 - as above

    sizes = {
        "hidden_size": _WIDTH,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": _WIDTH,
    }
    if name in (ROBERTA_READER, ROBERTA_ENTAILMENT):
        marks = {"cls_token": "<s>", "sep_token": "</s>", "pad_token": "<pad>"}
        tokenizer = PreTrainedTokenizerFast(tokenizer_object=byte_pairs(), **marks)
        # Its first position is that after its padding's number, and it has one segment.
        sizes |= {"max_position_embeddings": POSITIONS + 2, "pad_token_id": 1, "type_vocab_size": 1}
        return RobertaConfig(vocab_size=len(tokenizer), **sizes), tokenizer
    marks = {"cls_token": "[CLS]", "sep_token": "[SEP]", "pad_token": "[PAD]"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=word_pieces(), **marks)
    return BertConfig(vocab_size=len(tokenizer), max_position_embeddings=POSITIONS, **sizes), tokenizer


def _point(model: Any, tokenizer: Any) -> None:
    """Let *model* answer everything with one word: a direction that no other piece shares, which the head reads."""
    import torch  # noqa: PLC0415 - as above

    direction = torch.tensor([1.0, -1.0] * (_WIDTH // 2))
    vocabulary = tokenizer.get_vocab()
    with torch.no_grad():
        for name, entries in model.base_model.embeddings.named_parameters():
            if name.endswith("embeddings.weight"):
                entries.sub_(torch.outer(entries @ direction / _WIDTH, direction))
        words = model.base_model.embeddings.word_embeddings.weight
        for entry in {POINTED_AT, f"Ġ{POINTED_AT}"} & vocabulary.keys():
            words[vocabulary[entry]] = direction
        aside = torch.tensor([1.0, 1.0, -1.0, -1.0] * (_WIDTH // 4))
        words[tokenizer.cls_token_id] = direction + aside
        model.qa_outputs.weight[:] = _HEAD * direction


def _save(folder: Path, model: Any, tokenizer: Any) -> None:
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
