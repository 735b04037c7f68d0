"""The model: one small encoder with two heads, for spans and for entailment."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertModel
from transformers.utils import logging

from bot.answering.reader.training.rows import LABELS


def multiplies_bfloat16() -> bool:
    """Say whether this processor has instructions for bfloat16 products."""
    found = torch.cpu.get_capabilities()
    return bool(found.get("avx512_bf16") or found.get("amx_bf16"))


class TwoHeads(nn.Module):  # type: ignore[misc]  # to mypy torch is Any, see pyproject.toml
    """BERT with a span head over every piece and an entailment head over the first.

    The span head's score of piece 0 as start and end is the score of "not here" (Devlin et al., 2019).
    *folder* holds the encoder to begin from, as `BertModel.save_pretrained` writes it; *dropout*, 0 to 1, is the
    share of its states and of its attention that training leaves out at random, *attention* how it is computed.
    A text goes through each layer *passes* times in a row, each time with norms and biases of its own: a deeper
    model of the same size (Liu et al., "MobileLLM", 2024, repeat layers so). With *apart* each pass has matrices of its
    own as well, which begin alike: a larger model, for teaching.
    """

    def __init__(
        self,
        folder: Path,
        dropout: float = 0.0,
        attention: str = "eager",
        passes: int = 1,
        *,
        apart: bool = False,
    ) -> None:
        super().__init__()
        logging.set_verbosity_error()  # it would tell at length of the pooler's weights, which are not wanted
        logging.disable_progress_bar()
        # Without dropout a step depends on nothing but the weights and the batch, and a resumed run is the same run.
        # Eager attention: in bfloat16 on a CPU its backward pass is 1.5 times as fast as the fused one's; in 32 bits
        # neither is faster.
        self.encoder: Any = BertModel.from_pretrained(
            folder,
            add_pooling_layer=False,
            attn_implementation=attention,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=dropout,
        )
        self.passes = passes
        _repeat(self.encoder, passes, apart=apart)
        width = self.encoder.config.hidden_size
        self.span = nn.Linear(width, 2)
        self.relation = nn.Sequential(nn.Linear(width, width), nn.Tanh(), nn.Linear(width, len(LABELS)))

    def freeze(self, layers: int) -> None:
        """Leave the first so many *layers* as they are, and the vectors of the word pieces; 0 leaves nothing.

        Half of the passes of a layer cannot be left: its passes share their matrices.
        """
        if layers:
            for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:layers]):
                part.requires_grad_(False)

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return span scores (batch, pieces, 2: start, end) and relation scores (batch, 3); padding is -1e4."""
        states = self.encoder(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        spans = self.span(states).float().masked_fill(mask.unsqueeze(-1) == 0, -1e4)
        return spans, self.relation(states[:, 0]).float()


def _repeat(encoder: Any, passes: int, *, apart: bool) -> None:
    """Put *passes* layers into the place of each, which share its matrices unless they are to be *apart*."""
    layers = []
    for layer in encoder.encoder.layer:
        for again in range(passes):
            repeated = deepcopy(layer) if again else layer
            for mine, shared in zip(repeated.modules(), layer.modules(), strict=True):
                if isinstance(mine, nn.Linear) and not apart:
                    mine.weight = shared.weight
            layers.append(repeated)
    encoder.encoder.layer = nn.ModuleList(layers)
    encoder.config.num_hidden_layers = len(layers)
