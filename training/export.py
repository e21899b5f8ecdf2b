"""The trained model to what ships: ONNX in eight bits, tables beside it.

python export.py BUILD TARGET
"""

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate import encoder_model

from network import Reader
from train import load_reader

OUTPUTS = ("names", *encoder_model.OUTPUTS)


class Exported(nn.Module):
    """The model as it runs: one text, no padding."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Return what each head says of each word.

        Args:
            pieces: Pieces with the opening and the ending one, shape ``(n,)``.
            firsts: Places of the words' first pieces, shape ``(w,)``.
        """
        reader = self.reader
        states = reader.encode(pieces[None])
        words = states.index_select(1, firsts)
        root = states[:, :1]
        dependents, heads = reader.relation_parts(root, words)
        return (
            reader.names(words)[0].log_softmax(-1),
            reader.upos(words)[0].argmax(-1),
            reader.xpos(words)[0].argmax(-1),
            reader.lemmas(words)[0].argmax(-1),
            reader.starts(words)[0, :, 0],
            reader.arcs(root, words)[0],
            dependents[0],
            heads[0],
            words[0],
        )


class Relations(nn.Module):
    """Names the relations once the heads are known; never ``root``."""

    def __init__(self, reader: Reader, root: int) -> None:
        super().__init__()
        self.relation = reader.relation
        barred = torch.zeros(reader.shape.deprels)
        barred[root] = -1e4
        self.register_buffer("barred", barred)

    def forward(self, dependents: Tensor, heads: Tensor, columns: Tensor) -> Tensor:
        """Return the number of a relation for each word.

        Args:
            dependents: The words' share, shape ``(w, size)``.
            heads: The share of the root and of all words, ``(1 + words, size)``.
            columns: Row of each word's head in ``heads``, shape ``(w,)``.
        """
        mixed = functional.gelu(dependents + heads.index_select(0, columns))
        return (self.relation(mixed) + self.barred).argmax(-1)


def main() -> None:
    """Write ``encoder.onnx``, ``relations.onnx``, ``pieces.json``, ``labels.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    arguments.target.mkdir(parents=True, exist_ok=True)
    reader = load_reader(arguments.build / "model.pt")
    plain = arguments.build / "encoder.fp32.onnx"
    export(reader, plain)
    quantise(plain, arguments.target / "encoder.onnx")
    labels = json.loads((arguments.build / "labels.json").read_text(encoding="utf-8"))
    export_relations(
        reader, labels["deprels"].index("root"), arguments.target / "relations.onnx"
    )
    (arguments.target / "labels.json").write_text(
        json.dumps(labels, ensure_ascii=False, separators=(",", ":")) + "\n",
        encoding="utf-8",
    )
    shutil.copy(arguments.build / "pieces.json", arguments.target / "pieces.json")
    for path in sorted(arguments.target.iterdir()):
        print(f"{path.name}\t{path.stat().st_size / 1e6:.2f} MB")


def export(reader: Reader, path: Path) -> None:
    """Write the model in single precision."""
    pieces = torch.tensor([0, 100, 200, 300, 400, 2])
    firsts = torch.tensor([1, 2, 4])
    torch.onnx.export(
        Exported(reader).eval(),
        (pieces, firsts),
        str(path),
        input_names=["pieces", "firsts"],
        output_names=list(OUTPUTS),
        dynamic_axes={"pieces": {0: "n"}, "firsts": {0: "w"}},
        opset_version=17,
        dynamo=False,
    )


def export_relations(reader: Reader, root: int, path: Path) -> None:
    """Write the part that runs after the tree is known."""
    size = reader.relation.in_features
    torch.onnx.export(
        Relations(reader, root).eval(),
        (torch.zeros(3, size), torch.zeros(4, size), torch.tensor([0, 1, 1])),
        str(path),
        input_names=["dependents", "heads", "columns"],
        output_names=["relations"],
        dynamic_axes={
            "dependents": {0: "w"},
            "heads": {0: "h"},
            "columns": {0: "w"},
        },
        opset_version=17,
        dynamo=False,
    )


def quantise(plain: Path, target: Path) -> None:
    """Put encoder and word table into eight bits; the heads stay as they are."""
    graph = onnx.load(str(plain)).graph
    encoder = [
        node.name
        for node in graph.node
        if node.op_type == "MatMul" and "/layers." in node.name
    ]
    words = [node.name for node in graph.node if node.name.endswith("words/Gather")]
    quantize_dynamic(
        str(plain),
        str(target),
        nodes_to_quantize=[*encoder, *words],
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
    )


if __name__ == "__main__":
    main()
