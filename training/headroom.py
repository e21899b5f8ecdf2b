"""Give every product in eight bits room for its sums, so that all processors agree.

    python headroom.py TARGET NAME ...

Rewrites ``TARGET/NAME.onnx``, for ``encoder``, ``mentions``, ``names`` and
``incidents``. Processors without instructions for it (x86 before about 2020) multiply
two neighbouring inputs, of 0 to 255, by their weights, add both in sixteen bits, and
cut what does not fit: 32,767 and more. A column of weights in which two neighbours
could get there, by what our own corpus feeds them, is put into coarser steps, as much
as is needed (``vpmaddubsw`` in Intel's manual; "Quantize ONNX models" in that of
onnxruntime tells of the trap). Running it again changes nothing.
"""

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

from eight_bits import Feed, record
from graph import save_graph
from scales import Steps, shrink_to_fit

# What other texts may feed beyond ours, in steps of 256.
_ROOM = 8
log = logging.getLogger("headroom")


def measure_steps(
    model: onnx.ModelProto, inputs: Sequence[str], feeds: Sequence[Feed]
) -> dict[str, tuple[Steps, Steps]]:
    """Return the lowest and highest step of each channel of the named tensors."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    for name in inputs:
        told = helper.make_tensor_value_info(name, onnx.TensorProto.UINT8, None)
        probe.graph.output.append(told)
    session = onnxruntime.InferenceSession(probe.SerializeToString())
    found: dict[str, tuple[Steps, Steps]] = {}
    for feed in feeds:
        for name, rows in zip(inputs, session.run(list(inputs), feed), strict=True):
            if not rows.size:
                continue
            flat = rows.reshape(-1, rows.shape[-1]).astype(np.int64)
            low, high = flat.min(0), flat.max(0)
            if name in found:
                low = np.minimum(low, found[name][0])
                high = np.maximum(high, found[name][1])
            found[name] = low, high
    return found


def make_room(model: onnx.ModelProto, feeds: Sequence[Feed]) -> None:
    """Put columns that need it into coarser steps, in place."""
    graph = model.graph
    products = [node for node in graph.node if node.op_type == "MatMulIntegerToFloat"]
    constants = {one.name: one for one in graph.initializer}
    inputs = list(dict.fromkeys(node.input[0] for node in products))
    steps = measure_steps(model, inputs, feeds)
    for node in products:
        low, high = steps[node.input[0]]
        low, high = np.maximum(low - _ROOM, 0), np.minimum(high + _ROOM, 255)
        weight, scale = (constants[node.input[place]] for place in (1, 3))
        whole = numpy_helper.to_array(weight)
        factor = shrink_to_fit(whole, low, high)
        while shrink_to_fit(fitting := np.rint(whole * factor), low, high).min() < 1:
            factor = factor * np.where(shrink_to_fit(fitting, low, high) < 1, 0.995, 1)
        log.info(
            "%s: %.2f of columns, least %.2f",
            weight.name[-40:],
            (factor < 1).mean(),
            factor.min(),
        )
        per_output = numpy_helper.to_array(scale) / factor
        weight.CopyFrom(numpy_helper.from_array(fitting.astype(np.int8), weight.name))
        scale.CopyFrom(
            numpy_helper.from_array(per_output.astype(np.float32), scale.name)
        )


def main() -> None:
    """Measure and rewrite."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("names", nargs="+")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    recorded = record(arguments.target)
    for name in arguments.names:
        path = arguments.target / f"{name}.onnx"
        model = onnx.load(str(path))
        make_room(model, recorded[name].feeds)
        if name == "encoder":
            save_graph(model, path)
        else:
            onnx.save(model, str(path))


if __name__ == "__main__":
    main()
