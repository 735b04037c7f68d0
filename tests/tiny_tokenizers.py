"""Two tokenizers of a few dozen pieces, of the kinds that published readers have: BERT's and RoBERTa's."""

from typing import Any

from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import BPE, WordPiece

POINTED_AT = "7"  # the word that the tiny readers answer everything with
_UNKNOWN: Any = {"unk_token": "[UNK]"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word_pieces() -> Any:
    """Return a tokenizer as BERT's: whole words, else letters; two segments."""
    entries = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", POINTED_AT, "the", "train", "platform", "."]
    entries += [*_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
    tokenizer: Any = Tokenizer(WordPiece({entry: n for n, entry in enumerate(entries)}, **_UNKNOWN))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return tokenizer


def byte_pairs() -> Any:
    """Return a tokenizer as RoBERTa's: bytes, a blank belonging to the word after it; one segment."""
    entries = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", *sorted(pre_tokenizers.ByteLevel.alphabet())]
    entries.append(f"Ġ{POINTED_AT}")
    vocabulary = {entry: n for n, entry in enumerate(entries)}
    tokenizer: Any = Tokenizer(BPE(vocabulary, [("Ġ", POINTED_AT)]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), trim_offsets=True)
    return tokenizer
