"""Put the mean of several networks of incidents into one graph.

    python incident_mean.py TARGET GRAPH ...

``GRAPH`` are what runs of ``incidents.py`` with other seeds wrote for the same model,
each in eight bits (``eight_bits.py``); what lies beside them in the folders is the same
but for weights that are learned last. Writes ``TARGET/incidents.onnx``.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import onnx
from onnx import helper

_SHARE = "share"


def average(models: Sequence[onnx.ModelProto]) -> onnx.ModelProto:
    """Return a graph that takes what each of them takes and tells the mean of all."""
    mean = onnx.ModelProto()
    mean.CopyFrom(models[0])
    graph = mean.graph
    for field in ("node", "initializer", "value_info"):
        graph.ClearField(field)
    share = helper.make_tensor(_SHARE, onnx.TensorProto.FLOAT, [], [1 / len(models)])
    graph.initializer.append(share)
    for number, model in enumerate(models):
        _add(graph, model.graph, f"{number}.")
    for output in graph.output:
        each = [f"{number}.{output.name}" for number in range(len(models))]
        total = f"sum.{output.name}"
        graph.node.append(helper.make_node("Sum", each, [total]))
        graph.node.append(helper.make_node("Mul", [total, _SHARE], [output.name]))
    onnx.checker.check_model(mean)
    return mean


def _add(graph: onnx.GraphProto, other: onnx.GraphProto, prefix: str) -> None:
    """Add what another graph computes; all but its inputs gets other names."""
    shared = {one.name for one in other.input} | {""}
    for node in other.node:
        copy = graph.node.add()
        copy.CopyFrom(node)
        copy.name = ""
        copy.input[:] = [x if x in shared else prefix + x for x in node.input]
        copy.output[:] = [x and prefix + x for x in node.output]
    for one in other.initializer:
        weights = graph.initializer.add()
        weights.CopyFrom(one)
        weights.name = prefix + one.name


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("graphs", type=Path, nargs="+")
    arguments = parser.parse_args()
    models = [onnx.load(str(path)) for path in arguments.graphs]
    onnx.save(average(models), str(arguments.target / "incidents.onnx"))


if __name__ == "__main__":
    main()
