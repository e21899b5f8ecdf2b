"""The trained model to what ships: ONNX in eight bits, tables beside it.

    python export.py BUILD TARGET
    python export.py TARGET TARGET --again

The second writes the encoder that ships anew from its own weights and scales.
"""

import argparse
import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnx import ModelProto
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.encoder.pieces import PieceVocabulary
from graph import Floats, build_graph, save_graph
from network import Reader
from ranges import measure_ranges
from settle import settle
from shipped import load_shipped, read_labels, read_scales, start_build
from train import load_reader


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
    """Write ``encoder.onnx`` and what ships beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--again", action="store_true")
    arguments = parser.parse_args()
    arguments.target.mkdir(parents=True, exist_ok=True)
    if arguments.again:
        save_graph(export_again(arguments.build), arguments.target / "encoder.onnx")
        return
    reader = load_reader(arguments.build / "model.pt")
    pieces = (arguments.build / "pieces.json").read_text(encoding="utf-8")
    model = export(reader, PieceVocabulary(pieces))
    save_graph(model, arguments.target / "encoder.onnx")
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


def export(reader: Reader, vocabulary: PieceVocabulary) -> ModelProto:
    """Return the encoder with its heads in eight bits."""
    ranges = measure_ranges(reader, vocabulary)
    shape = reader.shape
    weights, scales = settle(_weights(reader), ranges, sharp=shape.sharp)
    return build_graph(weights, scales, shape.head, sharp=shape.sharp)


def export_again(folder: Path) -> ModelProto:
    """Return the encoder of a folder as it would be written now."""
    labels = read_labels(folder)
    with TemporaryDirectory() as build:
        shape = start_build(folder, Path(build), labels)
    reader = load_shipped(folder, labels, shape)
    scales = read_scales(folder)
    return build_graph(_weights(reader), scales, shape.head, sharp=shape.sharp)


def _weights(reader: Reader) -> dict[str, Floats]:
    return {
        name: values.detach().numpy() for name, values in reader.state_dict().items()
    }


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


if __name__ == "__main__":
    main()
