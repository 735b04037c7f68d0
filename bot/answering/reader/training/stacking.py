"""Several models of one shape run as one, their weights stacked: one small model alone does not keep a GPU busy.

BERT is written out here (Devlin et al., 2019), as `transformers` runs it, with one more axis for the model. Its products
and states are in bfloat16 on a GPU; the weights that training moves stay in 32 bits.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.func import stack_module_state
from torch.nn.functional import dropout, embedding, gelu, layer_norm

from bot.answering.reader.training.model import TwoHeads
from bot.answering.reader.training.packing import Packed, attended

_EMBEDDINGS = "encoder.embeddings."
_LAYER = "encoder.encoder.layer.{}."


class Stack:
    """Models that read the same texts at once, each with weights of its own.

    Every weight of ``weights`` has one more axis, the first, than that of a model: which of the models it belongs to.
    *dropout*, 0 to 1, is the share of states that training leaves out at random; *compiled* makes the steps of a layer
    few, at the price of some seconds at first.
    """

    def __init__(self, models: Sequence[TwoHeads], dropout: float = 0.0, *, compiled: bool = False) -> None:
        self.weights: dict[str, Tensor] = stack_module_state([model.train() for model in models])[0]
        self.size = len(models)
        self.dropout = dropout
        self._config: Any = models[0].encoder.config
        self._layers = [
            _names(place, models[0].passes, self.weights) for place in range(self._config.num_hidden_layers)
        ]
        self._before: Callable[..., Tensor] = torch.compile(_before, dynamic=True) if compiled else _before
        self._after: Callable[..., Tensor] = torch.compile(_after, dynamic=True) if compiled else _after

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return next(iter(self.weights.values())).device

    def __call__(self, texts: Packed) -> tuple[Tensor, Tensor]:
        """Return span scores (models, texts, longest, 2: start, end) and relation scores (models, texts, 3)."""
        exact = self.device.type == "cpu"
        weights = self.weights if exact else {name: each.bfloat16() for name, each in self.weights.items()}
        states = self._embedded(weights, texts)
        heads = self._config.num_attention_heads
        for names in self._layers:
            layer = {part: weights[name] for part, name in names.items()}
            mixed = self._before(states, layer).unflatten(2, (3, heads, -1))
            query, key, value = mixed.unbind(2)
            seen = attended(query, key, value, texts).flatten(2)
            states = self._after(states, seen, layer, self.dropout)
        spans = texts.spread(_linear(states, weights, "span").float())
        first = states.index_select(1, texts.edges[:-1])
        relations = _linear(_linear(first, weights, "relation.0").tanh(), weights, "relation.2")
        return spans, relations.float()

    def write(self, place: int, model: TwoHeads) -> None:
        """Put the weights of the model at *place* into *model*."""
        with torch.no_grad():
            for name, weight in model.named_parameters():
                weight.copy_(self.weights[name][place])

    def clip(self, longest: float) -> None:
        """Shorten each model's gradient to *longest*."""
        with torch.no_grad():
            slopes = [weight.grad for weight in self.weights.values() if weight.grad is not None]
            for place in range(self.size):
                own = [slope[place] for slope in slopes]
                factor = (longest / (torch.nn.utils.get_total_norm(own) + 1e-6)).clamp(max=1.0)
                torch._foreach_mul_(own, factor)

    def _embedded(self, weights: Mapping[str, Tensor], texts: Packed) -> Tensor:
        def looked_up(kind: str, places: Tensor) -> Tensor:
            table = weights[f"{_EMBEDDINGS}{kind}_embeddings.weight"]
            shift = torch.arange(self.size, device=places.device).unsqueeze(1) * table.shape[1]
            return embedding(places + shift, table.flatten(0, 1))

        states = (
            looked_up("word", texts.ids)
            + looked_up("token_type", texts.segments)
            + looked_up("position", texts.places)
        )
        return dropout(_normed(states, weights, f"{_EMBEDDINGS}LayerNorm"), self.dropout)


def _names(place: int, passes: int, weights: Mapping[str, Tensor]) -> dict[str, str]:
    """Return the names in *weights* of the parts of a layer: those not its own are the first's of its passes."""
    begins = [_LAYER.format(each) for each in (place - place % passes, place)]
    return {name.removeprefix(begin): name for begin in begins for name in weights if name.startswith(begin)}


def _before(states: Tensor, weights: Mapping[str, Tensor]) -> Tensor:
    """Return queries, keys and values (models, pieces, 3 widths) of a layer for its *states* (models, pieces, width)."""
    parts = ("query", "key", "value")
    matrix = torch.cat([weights[f"attention.self.{part}.weight"] for part in parts], 1)
    bias = torch.cat([weights[f"attention.self.{part}.bias"] for part in parts], 1)
    return _product(states, matrix, bias)


def _after(states: Tensor, seen: Tensor, weights: Mapping[str, Tensor], left_out: float) -> Tensor:
    """Return the states after a layer whose attention has *seen* so much."""
    told = dropout(_linear(seen, weights, "attention.output.dense"), left_out)
    states = _normed(states + told, weights, "attention.output.LayerNorm")
    inner = gelu(_linear(states, weights, "intermediate.dense"))
    told = dropout(_linear(inner, weights, "output.dense"), left_out)
    return _normed(states + told, weights, "output.LayerNorm")


def _linear(states: Tensor, weights: Mapping[str, Tensor], name: str) -> Tensor:
    return _product(states, weights[f"{name}.weight"], weights[f"{name}.bias"])


def _product(states: Tensor, matrix: Tensor, bias: Tensor) -> Tensor:
    """Multiply (models, pieces, from) by each model's matrix (models, to, from)."""
    return torch.bmm(states, matrix.transpose(1, 2)) + bias.unsqueeze(1)


def _normed(states: Tensor, weights: Mapping[str, Tensor], name: str) -> Tensor:
    scale, shift = (weights[f"{name}.{kind}"].unsqueeze(1) for kind in ("weight", "bias"))
    return torch.addcmul(shift, layer_norm(states, states.shape[-1:], eps=1e-12), scale)
