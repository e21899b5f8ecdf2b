"""Put the products of small heads into eight bits, as those of the encoder are.

    python eight_bits.py TARGET NAME ...

Rewrites ``TARGET/NAME.onnx``, for ``mentions``, ``names`` and ``incidents``. Weights are
put into eight bits by output, inputs by fixed scales that are measured on our own
corpus (``graph.scale_of``), so that a text gives the same result in any company. A
convolution over words becomes a product of each word with its neighbours beside it.
What goes in and what comes out stays as it is. Documents that were not measured on tell
how far the results are off.
"""

import argparse
import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from corpus_reader import read_corpus
from cues import prose
from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.model.annotation import Annotations
from graph import quantise
from scales import Range, scale_of

Floats = NDArray[np.float32]
Feed = dict[str, NDArray[np.generic]]

_HALF = ".half"
# A product with fewer weights stays as it is: nothing is gained.
_LEAST = 3_000
_END = np.iinfo(np.int64).max
log = logging.getLogger("eight bits")


class _Head:
    """A graph while it is rewritten, in rows: a word each, channels beside each other.

    Args:
        model: As it was exported.
        ranges: What each product is fed, by the name of its input; without them, the
            graph is written in the same form in single precision.
    """

    def __init__(
        self, model: onnx.ModelProto, ranges: Mapping[str, Range] | None = None
    ) -> None:
        self._model, self._ranges = model, ranges
        self._constants: dict[str, NDArray[np.generic]] = {}
        for one in model.graph.initializer:
            values = numpy_helper.to_array(one)
            half = values.dtype == np.float16
            self._constants[one.name.removesuffix(_HALF)] = (
                values.astype(np.float32) if half else values
            )
        self._old: list[onnx.NodeProto] = []
        for node in model.graph.node:
            if node.op_type == "Constant":
                array = numpy_helper.to_array(node.attribute[0].t)
                self._constants[node.output[0]] = array
            elif not (node.op_type == "Cast" and node.input[0].endswith(_HALF)):
                self._old.append(node)
        self._made_by = {out: node for node in self._old for out in node.output}
        self._new: list[onnx.NodeProto] = []
        self._rows: dict[str, str] = {}
        # Inputs of products, in single precision and in eight bits.
        self.inputs: dict[str, str] = {}

    def _constant(self, name: str, values: object) -> str:
        self._constants[name] = np.array(values)
        return name

    def _numbers(self, *values: int) -> str:
        name = "numbers" + "".join(f"_{one}" for one in values)
        return self._constant(name, np.array(values, np.int64))

    def _add(
        self, kind: str, inputs: Sequence[str], out: str, **options: object
    ) -> str:
        domain = "com.microsoft" if kind == "MatMulIntegerToFloat" else ""
        self._new.append(
            helper.make_node(kind, inputs, [out], domain=domain, **options)
        )
        return out

    def rewrite(self) -> onnx.ModelProto:
        """Return the graph with its products rewritten."""
        for node in self._old:
            options = _options(node)
            source, out = node.input[0], node.output[0]
            weight = self._constants.get(node.input[1]) if len(node.input) > 1 else None
            large = weight is not None and weight.ndim == 2 and weight.size >= _LEAST
            if node.op_type == "Transpose" and self._is_by_channel(source):
                rows = self._rows_of(source)
                if options["perm"] == [0, 2, 1]:
                    self._add("Unsqueeze", [rows, self._numbers(0)], out)
                else:
                    self._add("Identity", [rows], out)
            elif self._is_by_channel(out):
                continue  # written in rows where it is asked for
            elif node.op_type == "Gemm" and large:
                rows = self._rows_of(source) if options.get("transA") else source
                self._product(
                    rows, node.input[1:], out, turned=bool(options.get("transB"))
                )
            elif node.op_type == "MatMul" and large:
                self._product(source, node.input[1:], out)
            else:
                self._new.append(node)
        return self._close()

    def _is_by_channel(self, tensor: str) -> bool:
        """Tell whether a convolution makes a tensor: it has words beside each other."""
        while (node := self._made_by.get(tensor)) is not None:
            if node.op_type == "Conv":
                return True
            if node.op_type not in {"Relu", "Add", "Gather"}:
                return False
            tensor = node.input[0]
        return False

    def _rows_of(self, tensor: str) -> str:
        """Return in rows what has words beside each other."""
        if tensor not in self._rows:
            self._rows[tensor] = self._turn(tensor, f"{tensor}.rows")
        return self._rows[tensor]

    def _turn(self, tensor: str, out: str) -> str:
        node = self._made_by[tensor]
        if node.op_type == "Transpose":
            batch = _options(node)["perm"] == [0, 2, 1]
            inputs = [node.input[0], self._numbers(0)]
            return self._add("Squeeze", inputs, out) if batch else node.input[0]
        if node.op_type in {"Unsqueeze", "Gather"}:
            return self._rows_of(node.input[0])
        if node.op_type == "Conv":
            dilation = _options(node)["dilations"][0]
            rows = self._rows_of(node.input[0])
            return self._product(rows, node.input[1:], out, apart=dilation)
        return self._add(node.op_type, [self._rows_of(one) for one in node.input], out)

    def _product(
        self,
        rows: str,
        parts: Sequence[str],
        out: str,
        *,
        turned: bool = False,
        apart: int = 0,
    ) -> str:
        """Multiply rows by a weight, with the neighbours that many words apart."""
        name, bias = parts[0], (*parts, "")[1]
        weight = self._constants[name]
        # Neighbours come first, then inputs, then outputs.
        weight = weight.transpose(2, 1, 0) if apart else weight[None]
        weight = weight.transpose(0, 2, 1) if turned else weight
        if self._ranges is None:
            self.inputs[rows] = rows
            beside = self._beside(rows, out, len(weight), apart)
            whole = self._constant(f"{name}.rows", np.concatenate(weight))
            if not bias:
                return self._add("MatMul", [beside, whole], out)
            found = self._add("MatMul", [beside, whole], f"{out}.product")
            return self._add("Add", [found, bias], out)
        shrink, step, zero = scale_of(self._ranges[rows])
        scales = [
            self._constant(f"{rows}.step", step),
            self._constant(f"{rows}.zero", zero),
        ]
        if rows not in self.inputs:
            small = rows
            if shrink.min() < 1:
                shrunk = self._constant(f"{rows}.shrink", shrink)
                small = self._add("Mul", [rows, shrunk], f"{rows}.small")
            eight = self._add("QuantizeLinear", [small, *scales], f"{rows}.eight")
            self.inputs[rows] = eight
        beside = self._beside(self.inputs[rows], out, len(weight), apart, scales[1])
        whole, scale = quantise(np.concatenate(weight / shrink[:, None]))
        self._constant(name, whole)
        per_output = self._constant(f"{name}.scale", scale)
        inputs = [beside, name, scales[0], per_output, scales[1], "", bias]
        return self._add("MatMulIntegerToFloat", inputs, out)

    def _beside(self, rows: str, out: str, count: int, apart: int, *zero: str) -> str:
        """Put each word's neighbours beside it; there is nothing outside of the text."""
        if not apart:
            return rows
        room = apart * (count - 1) // 2
        pads = self._numbers(room, 0, room, 0)
        padded = self._add("Pad", [rows, pads, *zero], f"{out}.padded")
        parts = []
        for number in range(count):
            low, rest = number * apart, 2 * room - number * apart
            ends = [self._numbers(low), self._numbers(-rest or _END), self._numbers(0)]
            parts.append(self._add("Slice", [padded, *ends], f"{out}.part_{number}"))
        return self._add("Concat", parts, f"{out}.beside", axis=1)

    def _close(self) -> onnx.ModelProto:
        """Return the model of what is needed, each node behind what it is fed."""
        graph = self._model.graph
        made_by = {out: node for node in self._new for out in node.output}
        needed: set[str] = set()
        waiting = [output.name for output in graph.output]
        while waiting:
            node = made_by.get(waiting.pop())
            if node is not None and node.output[0] not in needed:
                needed.update(node.output)
                waiting.extend(node.input)
        order = _sorted([node for node in self._new if node.output[0] in needed])
        used = {name for node in order for name in node.input}
        constants = [
            numpy_helper.from_array(
                np.ascontiguousarray(values).reshape(values.shape), name
            )
            for name, values in self._constants.items()
            if name in used
        ]
        model = helper.make_model(
            helper.make_graph(order, graph.name, graph.input, graph.output, constants),
            opset_imports=[
                *self._model.opset_import,
                helper.make_opsetid("com.microsoft", 1),
            ],
        )
        model.ir_version = self._model.ir_version
        return model


def _sorted(nodes: Sequence[onnx.NodeProto]) -> list[onnx.NodeProto]:
    """Return nodes in the order they have, each behind what it is fed."""
    made = {out for node in nodes for out in node.output}
    waiting = list(nodes)
    found: list[onnx.NodeProto] = []
    while waiting:
        ready = next(node for node in waiting if not made.intersection(node.input))
        waiting.remove(ready)
        made.difference_update(ready.output)
        found.append(ready)
    return found


def _options(node: onnx.NodeProto) -> dict[str, object]:
    return {one.name: helper.get_attribute_value(one) for one in node.attribute}


def measure(
    model: onnx.ModelProto, inputs: Iterable[str], feeds: Sequence[Feed]
) -> dict[str, Range]:
    """Return lowest and highest value of each channel of the named tensors."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    given = {one.name for one in model.graph.input}
    inner = [name for name in inputs if name not in given]
    for name in inner:
        told = helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        probe.graph.output.append(told)
    session = onnxruntime.InferenceSession(probe.SerializeToString())
    found: dict[str, Range] = {}
    for feed in feeds:
        values = (
            dict(zip(inner, session.run(inner, feed), strict=True)) if inner else {}
        )
        for name in inputs:
            rows = values.get(name, feed.get(name))
            rows = rows.reshape(-1, rows.shape[-1])
            low, high = rows.min(0), rows.max(0)
            known = found.get(name)
            if known is not None:
                low, high = np.minimum(low, known.low), np.maximum(high, known.high)
            found[name] = Range(low, high)
    return found


class _Recorder:
    """Runs a graph and keeps what it was fed."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self.session = session
        self.feeds: list[Feed] = []

    def run(self, names: Sequence[str] | None, feed: Feed) -> list[Floats]:
        self.feeds.append(feed)
        found: list[Floats] = self.session.run(names, feed)
        return found


def record(target: Path) -> dict[str, _Recorder]:
    """Return what the encoder and the heads are fed while our own corpus is read."""
    annotator = EncoderAnnotator(target)
    model = annotator._reader._model  # noqa: SLF001 - what a build runs
    finder = model._finder  # noqa: SLF001
    mentions = annotator._references._finder  # noqa: SLF001
    incidents = annotator._incidents  # noqa: SLF001
    model._encoder = encoder = _Recorder(model._encoder)  # noqa: SLF001
    finder._heads = names = _Recorder(finder._heads)  # noqa: SLF001
    mentions._heads = heads = _Recorder(mentions._heads)  # noqa: SLF001
    incidents._network = network = _Recorder(incidents._network)  # noqa: SLF001
    for report in read_corpus():
        document = prose(report.id, report.text)
        annotator.annotate(document, Annotations(document.id))
    return {
        "encoder": encoder,
        "names": names,
        "mentions": heads,
        "incidents": network,
    }


def main() -> None:
    """Measure, rewrite, tell how far the results are off."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("names", nargs="+")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    recorded = record(arguments.target)
    for name in arguments.names:
        path = arguments.target / f"{name}.onnx"
        feeds = recorded[name].feeds
        model = onnx.load(str(path))
        plain = _Head(model)
        in_rows = plain.rewrite()
        eight = _Head(model, measure(in_rows, plain.inputs, feeds[::2])).rewrite()
        onnx.save(eight, str(path))
        fresh = onnxruntime.InferenceSession(str(path))
        for place, output in enumerate(model.graph.output):
            off = spread = 0.0
            for feed in feeds[1::2]:
                before = recorded[name].session.run([output.name], feed)[0]
                after = fresh.run(None, feed)[place]
                off += float(((after - before) ** 2).sum())
                spread += float(((before - before.mean()) ** 2).sum())
            log.info("%s %s: off by %.4f", name, output.name, (off / spread) ** 0.5)


if __name__ == "__main__":
    main()
