"""The graph that runs, written node by node: nothing in it but what is needed.

Products of the layers and heads are in eight bits: weights by output, what they are
multiplied with by fixed scales (``ranges``). A few channels are ten times as large as
all others; they are scaled down before they are put into eight bits and their weights
up, which takes three quarters of the noise away.

Constants carry the names of the network's parameters; an eight-bit one ``X`` has
``X.scale`` beside it. What is fed to a product ``Y`` has ``Y.step``, ``Y.zero`` and,
where channels are scaled here and not in what comes before (``settle``),
``Y.weight.shrink``. Heads that are fed the same states share
these, under their joined names, and are one product where nothing comes after it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, numpy_helper
from onnx.external_data_helper import set_external_data

from scales import STEPS, Scale

Floats = NDArray[np.float32]

LAYER_PARTS = ("mix", "out", "up", "down")
# Told of every word; told of every word and of the root.
WORD_HEADS = (
    "arc_dependent",
    "relation_dependent",
    "names",
    "upos",
    "xpos",
    "lemmas",
    "starts",
)
ROOT_HEADS = ("arc_head", "relation_head")
# Those of the words that come out side by side, as ``told``.
TOLD_HEADS = WORD_HEADS[1:]
_CONTRIB = "com.microsoft"
_FLOAT, _INT = TensorProto.FLOAT, TensorProto.INT64


def merged(heads: Sequence[str]) -> str:
    """Return the name of several heads in one product."""
    return "+".join(heads)


class _Graph:
    """Nodes and constants while the graph is written."""

    def __init__(
        self, weights: Mapping[str, Floats], scales: Mapping[str, Scale]
    ) -> None:
        self.weights = weights
        self.scales = scales
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, values: object) -> str:
        if name not in self.constants:
            array = np.ascontiguousarray(values)
            self.constants[name] = numpy_helper.from_array(
                array.reshape(np.shape(values)), name
            )
        return name

    def numbers(self, *values: int) -> str:
        return self.constant(
            "numbers" + "".join(f"_{one}" for one in values),
            np.array(values, np.int64),
        )

    def add(
        self, kind: str, inputs: list[str], out: str = "", **options: object
    ) -> str:
        return self.split(
            kind, inputs, [out or f"{kind}_{len(self.nodes)}"], **options
        )[0]

    def split(
        self, kind: str, inputs: list[str], outputs: list[str], **options: object
    ) -> list[str]:
        name = f"{kind}_{len(self.nodes)}"
        own = kind in {"FusedMatMul", "MatMulIntegerToFloat", "Gelu"}
        domain = _CONTRIB if own else ""
        node = helper.make_node(
            kind, inputs, outputs, name=name, domain=domain, **options
        )
        self.nodes.append(node)
        return outputs

    def norm(self, states: str, name: str) -> str:
        """Normalise rows. The norm that adds as well is far slower on a processor."""
        parts = [f"{name}.weight", f"{name}.bias"]
        for part in parts:
            self.constant(part, self.weights[part])
        return self.add("LayerNormalization", [states, *parts], axis=-1, epsilon=1e-12)

    def feed(self, states: str, name: str) -> str:
        """Put what a product is fed into eight bits."""
        shrink, step, zero = self.scales[name]
        if shrink.min() < 1:
            shrunk = self.constant(f"{name}.weight.shrink", shrink)
            states = self.add("Mul", [states, shrunk])
        scales = [
            self.constant(f"{name}.step", step),
            self.constant(f"{name}.zero", zero),
        ]
        return self.add("QuantizeLinear", [states, *scales])

    def multiply(
        self, eight: str, fed: str, heads: Sequence[str], out: str = ""
    ) -> str:
        """Multiply by weights side by side what was fed to the product ``fed``."""
        name = merged(heads)
        weight, bias = _joined(self.weights, heads)
        whole, scale = quantise(weight / self.scales[fed].shrink[:, None])
        return self.add(
            "MatMulIntegerToFloat",
            [
                eight,
                self.constant(f"{name}.weight", whole),
                f"{fed}.step",
                self.constant(f"{name}.weight.scale", scale),
                f"{fed}.zero",
                "",
                self.constant(f"{name}.bias", bias),
            ],
            out,
        )

    def product(self, states: str, name: str, heads: Sequence[str] = ()) -> str:
        """Multiply by a layer's weights in eight bits."""
        return self.multiply(self.feed(states, name), name, heads or (name,))


def quantise(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return a weight in eight bits and the scale of each of its columns."""
    scale = np.abs(weight).max(0) / 127
    scale[scale == 0] = 1
    return np.rint(weight / scale).astype(np.int8), scale.astype(np.float32)


def _joined(
    weights: Mapping[str, Floats], heads: Sequence[str]
) -> tuple[Floats, Floats]:
    """Return weight ``(inputs, outputs)`` and bias of heads side by side."""
    weight = np.concatenate([weights[f"{head}.weight"].T for head in heads], 1)
    biases = [
        weights.get(f"{head}.bias", np.zeros(len(weights[f"{head}.weight"])))
        for head in heads
    ]
    return weight, np.concatenate(biases).astype(np.float32)


def build_graph(
    weights: Mapping[str, Floats],
    scales: Mapping[str, Scale],
    size: int,
    *,
    sharp: bool,
) -> ModelProto:
    """Return the model as it runs: windows one behind the other, no padding.

    Inputs are, for each piece (with the opening and the ending one of each window),
    its number (``pieces``), its place in its window (``places``) and its window's
    number (``windows``); and ``rows``, which pieces a row is wanted for: the opening
    piece of each window, which stands for the root, and the words' first ones. Pieces
    see those of their window. From the first layer with a product ``rest`` on, layers
    are worked out only for ``rows``; if none has one, the last layer.

    Args:
        weights: Parameters of the network by name, in single precision.
        scales: How what each product is fed is put into eight bits.
        size: Size of an attention head.
        sharp: Whether inner neurons are bent sharply at zero. What is below gets lost
            then where they are put into eight bits, without an operation.
    """
    graph = _Graph(weights, scales)
    layers = len({name.split(".")[1] for name in weights if name.startswith("layers.")})
    states = _embed(graph)
    resting = [n for n in range(layers) if f"layers.{n}.rest.weight" in weights]
    full = resting[0] if resting else layers - 1
    rested: dict[int, tuple[str, str]] = {}
    apart = _apart(graph, "windows", "windows")
    for number in range(layers):
        picked = ""
        if number == full:
            wanted = graph.add("Gather", ["windows", "rows"], axis=0)
            if resting:
                others = _find_others(graph)
                rested = _rest(graph, states, others, resting, size)
                states = graph.add("Gather", [states, "rows"], axis=0)
                others = graph.add("Gather", ["windows", others], axis=0)
                others = graph.add("Concat", [wanted, others], axis=0)
                apart = _apart(graph, wanted, others)
            else:
                picked = "rows"
                apart = _apart(graph, wanted, "windows")
        name = f"layers.{number}"
        states = _attend(graph, states, name, size, apart, picked, rested.get(number))
        states = _bend(graph, states, name, sharp=sharp)
    graph.nodes[-1].output[0] = "states"
    _tell(graph, "states")
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "reader",
            [
                *(_value(name, _INT, "n") for name in ("pieces", "places", "windows")),
                _value("rows", _INT, "w"),
            ],
            _outputs(weights),
            list(graph.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(_CONTRIB, 1)],
    )
    model.ir_version = 9  # read by all versions of the runtime that are allowed
    onnx.checker.check_model(model)
    return model


def save_graph(model: ModelProto, path: Path) -> None:
    """Write a model as it ships; its table of pieces has a file of its own beside it.

    The runtime maps that file into memory. So three quarters of the model are neither
    read nor copied when it is opened, and all processes share them.
    """
    beside = path.with_suffix(".words")
    for one in model.graph.initializer:
        if one.name == "words.weight":
            values = numpy_helper.to_array(one).tobytes()
            beside.write_bytes(values)
            set_external_data(one, beside.name, offset=0, length=len(values))
            one.ClearField("raw_data")
    onnx.save(model, str(path))


def _embed(graph: _Graph) -> str:
    table = graph.weights["words.weight"]
    low, high = float(table.min()), float(table.max())
    step = np.float32((high - low) / STEPS)
    zero = np.uint8(round(-low / float(step)))
    eight = np.rint(table / step + np.float32(zero)).clip(0, STEPS).astype(np.uint8)
    words = graph.add("Gather", [graph.constant("words.weight", eight), "pieces"])
    words = graph.add(
        "DequantizeLinear",
        [
            words,
            graph.constant("words.weight.scale", step),
            graph.constant("words.weight.zero", zero),
        ],
    )
    places = graph.constant("positions.weight", graph.weights["positions.weight"])
    places = graph.add("Gather", [places, "places"])
    return graph.norm(graph.add("Add", [words, places]), "norm")


def _apart(graph: _Graph, seeing: str, seen: str) -> str:
    """Add what is added to scores: next to minus infinity between windows.

    Args:
        graph: What is written to.
        seeing: Numbers of the windows of what looks.
        seen: Those of what is looked at.
    """
    seeing = graph.add("Unsqueeze", [seeing, graph.numbers(1)])
    seen = graph.add("Unsqueeze", [seen, graph.numbers(0)])
    same = graph.add("Equal", [seeing, seen])
    bounds = [
        graph.constant("same", np.float32(0)),
        graph.constant("other", np.float32(-1e30)),
    ]
    return graph.add("Where", [same, *bounds])


def _find_others(graph: _Graph) -> str:
    """Add the places of the pieces that are in no row."""
    count = graph.add("Shape", ["pieces"])
    ones = numpy_helper.from_array(np.array([1], np.int64))
    marks = graph.add("ConstantOfShape", [count], value=ones)
    none = numpy_helper.from_array(np.array([0], np.int64))
    zeros = graph.add("ConstantOfShape", [graph.add("Shape", ["rows"])], value=none)
    marks = graph.add("ScatterElements", [marks, "rows", zeros])
    return graph.add("Squeeze", [graph.add("NonZero", [marks]), graph.numbers(0)])


def _rest(
    graph: _Graph, states: str, places: str, layers: Sequence[int], size: int
) -> dict[int, tuple[str, str]]:
    """Add the keys and values of the pieces at rest.

    Returns:
        Both by layer, ``(pieces, heads, size)``.
    """
    states = graph.add("Gather", [states, places], axis=0)
    parts = [f"layers.{number}.rest" for number in layers]
    made = graph.product(states, merged(parts), parts)
    heads = [len(graph.weights[f"{part}.weight"]) // (2 * size) for part in parts]
    made = graph.add("Reshape", [made, graph.numbers(0, 2 * sum(heads), size)])
    names = [(f"{part}.key", f"{part}.value") for part in parts]
    graph.split(
        "Split",
        [made, graph.numbers(*(one for one in heads for _ in range(2)))],
        [name for pair in names for name in pair],
        axis=1,
    )
    return dict(zip(layers, names, strict=True))


def _attend(
    graph: _Graph,
    states: str,
    name: str,
    size: int,
    apart: str,
    picked: str,
    rested: tuple[str, str] | None,
) -> str:
    """Add the attention of a layer.

    Args:
        graph: What is written to.
        states: What the layer is fed.
        name: Its name.
        size: Size of an attention head.
        apart: What is added to scores.
        picked: The places it is worked out for; empty: all.
        rested: Keys and values of pieces at rest, seen beside the others.
    """
    heads = len(graph.weights[f"{name}.mix.weight"]) // (3 * size)
    mixed = graph.product(states, f"{name}.mix")
    mixed = graph.add("Reshape", [mixed, graph.numbers(0, 3 * heads, size)])
    query, key, value = graph.split(
        "Split",
        [mixed],
        [f"{name}.query", f"{name}.key", f"{name}.value"],
        axis=1,
        num_outputs=3,
    )
    if rested:
        key = graph.add("Concat", [key, rested[0]], axis=0)
        value = graph.add("Concat", [value, rested[1]], axis=0)
    if picked:
        query = graph.add("Gather", [query, picked], axis=0)
        states = graph.add("Gather", [states, picked], axis=0)
    # Heads come second in all three; the product itself steps over them.
    scores = graph.add(
        "FusedMatMul",
        [query, key],
        alpha=float(size) ** -0.5,
        transB=1,
        transBatchA=1,
        transBatchB=1,
    )
    scores = graph.add("Softmax", [graph.add("Add", [scores, apart])], axis=-1)
    context = graph.add("FusedMatMul", [scores, value], transBatchB=1)
    context = graph.add("Transpose", [context], perm=[1, 0, 2])
    context = graph.add("Reshape", [context, graph.numbers(0, heads * size)])
    context = graph.product(context, f"{name}.out")
    return graph.norm(graph.add("Add", [states, context]), f"{name}.norm")


def _bend(graph: _Graph, states: str, name: str, *, sharp: bool) -> str:
    """Add the inner neurons of a layer."""
    inner = graph.product(states, f"{name}.up")
    if not sharp:
        inner = graph.add("Gelu", [inner])
    elif graph.scales[f"{name}.down"].zero:
        raise ValueError(f"{name}.down is fed what lies below zero")
    inner = graph.product(inner, f"{name}.down")
    return graph.norm(graph.add("Add", [states, inner]), f"{name}.last_norm")


def _tell(graph: _Graph, rows: str) -> None:
    """Add the heads; ``rows`` are the states of the root and of all words."""
    named = merged(WORD_HEADS)
    words = graph.feed(rows, named)
    graph.multiply(words, named, TOLD_HEADS, "told")
    dependents = graph.multiply(words, named, WORD_HEADS[:1])
    named = merged(ROOT_HEADS)
    roots = graph.feed(rows, named)
    graph.multiply(roots, named, ROOT_HEADS[1:], "heads")
    heads = graph.multiply(roots, named, ROOT_HEADS[:1])
    arc = graph.weights["arc.weight"]
    dependents = graph.add("Gelu", [dependents])
    dependents = graph.add("MatMul", [dependents, graph.constant("arc.weight", arc.T)])
    heads = graph.add("Gelu", [heads])
    scores = graph.add(
        "FusedMatMul", [dependents, heads], alpha=float(len(arc)) ** -0.5, transB=1
    )
    prior = graph.constant("arc_prior.weight", graph.weights["arc_prior.weight"].T)
    prior = graph.add("Transpose", [graph.add("MatMul", [heads, prior])], perm=[1, 0])
    graph.add("Add", [scores, prior], "arcs")


def _value(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, list(shape))


def _outputs(weights: Mapping[str, Floats]) -> list[onnx.ValueInfoProto]:
    def size(name: str) -> int:
        return len(weights[f"{name}.weight"])

    return [
        _value("told", _FLOAT, "h", sum(map(size, TOLD_HEADS))),
        _value("heads", _FLOAT, "h", size("relation_head")),
        _value("arcs", _FLOAT, "h", "h"),
        _value("states", _FLOAT, "h", len(weights["norm.weight"])),
    ]
