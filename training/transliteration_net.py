"""Train the network that writes Arabic and Hebrew words in Latin letters, and back.

    python training/transliteration_net.py train PAIRS.tsv OUT.pt --minutes 30
        [--start OLD.pt] [--rate 1.5e-3] [--sizes 64 160 256]
    python training/transliteration_net.py invent BACK.pt NAMES.txt MARK OUT.tsv
    python training/transliteration_net.py pack OUT.pt OUT.npz

PAIRS are lines of a mark ("ar", "he"; "toar", "tohe" for a network that writes the
script), the letters read and those written, each with blanks between, and a weight.
``invent`` draws spellings of Latin names at a temperature of 0.6. Processor time, not
steps, ends a training, so weights differ from run to run; the seed is 7. The network
that ships for the way back, which only judges spellings, has sizes 48, 96 and 128.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy

Row = tuple[str, list[str], list[str], float]

SEED, BATCH, POOL = 7, 256, 20
SIZES, DROP = (64, 160, 256), 0.2
START, STOP, FIRST = 1, 2, 3
TEMPERATURE, LONGEST = 0.6, 18


class Net(nn.Module):
    """Two layers of gated units both ways, one that writes with attention.

    Sizes are those of a letter, a state of the reader each way and one of the writer.
    """

    def __init__(
        self, reads: list[str], writes: list[str], sizes: tuple[int, int, int]
    ) -> None:
        super().__init__()
        self.reads, self.writes, self.sizes = reads, writes, sizes
        letter, reader, writer = sizes
        self.ei = nn.Embedding(len(reads) + 1, letter, padding_idx=0)
        self.eo = nn.Embedding(len(writes) + FIRST, letter, padding_idx=0)
        self.enc = nn.GRU(
            letter, reader, 2, bidirectional=True, batch_first=True, dropout=DROP
        )
        self.key = nn.Linear(2 * reader, writer, bias=False)
        self.dec = nn.GRU(letter, writer, batch_first=True)
        self.init = nn.Linear(2 * reader, writer)
        self.mix = nn.Linear(writer + 2 * reader, writer)
        self.out = nn.Linear(writer, len(writes) + FIRST)
        self.drop = nn.Dropout(DROP)

    def read(self, words: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Return states, keys, mask and the first state of the writer."""
        sizes = (words != 0).sum(1)
        packed = nn.utils.rnn.pack_padded_sequence(
            self.drop(self.ei(words)), sizes, batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(
            self.enc(packed)[0], batch_first=True
        )
        mask = (words != 0)[:, : states.shape[1]]
        mean = (states * mask.unsqueeze(2)).sum(1) / mask.sum(1, keepdim=True)
        return states, self.key(states), mask, torch.tanh(self.init(mean))

    def write(
        self, before: torch.Tensor, state: torch.Tensor, seen: tuple[torch.Tensor, ...]
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return logits behind each letter and the last state."""
        states, keys, mask = seen
        own, last = self.dec(self.drop(self.eo(before)), state.unsqueeze(0))
        weights = torch.einsum("btd,bsd->bts", own, keys) / self.sizes[2] ** 0.5
        weights = weights.masked_fill(~mask.unsqueeze(1), -1e9).softmax(-1)
        both = torch.cat([own, torch.einsum("bts,bsd->btd", weights, states)], -1)
        return self.out(self.drop(torch.tanh(self.mix(both)))), last.squeeze(0)


def save(net: Net, path: Path) -> None:
    """Write the weights with the letters."""
    torch.save((net.state_dict(), net.reads, net.writes, net.sizes), path)


def load(path: Path) -> Net:
    """Read what ``save`` wrote."""
    weights, reads, writes, sizes = torch.load(path, weights_only=False)
    net = Net(reads, writes, sizes)
    net.load_state_dict(weights)
    return net


def read_rows(path: Path) -> list[Row]:
    """Read the pairs."""
    rows = []
    for line in path.read_text("utf-8").splitlines():
        mark, read, written, weight = line.split("\t")
        rows.append((mark, read.split(), written.split(), float(weight)))
    return rows


def batches(rows: list[Row], rng: random.Random) -> Iterator[list[Row]]:
    """Yield rows of about one length together, for ever."""
    while True:
        rng.shuffle(rows)
        for at in range(0, len(rows), BATCH * POOL):
            pool = sorted(
                rows[at : at + BATCH * POOL], key=lambda row: (len(row[1]), len(row[2]))
            )
            cuts = [pool[k : k + BATCH] for k in range(0, len(pool), BATCH)]
            rng.shuffle(cuts)
            yield from cuts


def pad(rows: list[list[int]]) -> torch.Tensor:
    """Return rows of one length, zeros behind."""
    return nn.utils.rnn.pad_sequence([torch.tensor(r) for r in rows], batch_first=True)


def train(options: argparse.Namespace) -> None:
    """Train until the time is over, the rate falling to nothing."""
    torch.manual_seed(SEED)
    rows = read_rows(options.pairs)
    if options.start:
        net = load(options.start)
    else:
        reads = sorted({c for row in rows for c in (row[0], *row[1])})
        writes = sorted({c for row in rows for c in row[2]})
        net = Net(reads, writes, tuple(options.sizes))
    read = {c: n for n, c in enumerate(net.reads, 1)}
    written = {c: n for n, c in enumerate(net.writes, FIRST)}
    optimizer = torch.optim.AdamW(net.parameters(), options.rate, weight_decay=1e-4)
    begun = time.process_time()
    for step, batch in enumerate(batches(rows, random.Random(SEED)), 1):
        part = (time.process_time() - begun) / 60 / options.minutes
        if part >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, step / 100) * (1 - part) + 1e-5
        words = pad(
            [[read[m], *(read[c] for c in w if c in read)] for m, w, _, _ in batch]
        )
        texts = [[written[c] for c in text] for _, _, text, _ in batch]
        goal = pad([[*text, STOP] for text in texts])
        weight = torch.tensor([row[3] for row in batch]).unsqueeze(1)
        *seen, state = net.read(words)
        logits, _ = net.write(
            pad([[START, *text] for text in texts]), state, tuple(seen)
        )
        losses = cross_entropy(
            logits.transpose(1, 2),
            goal,
            ignore_index=0,
            reduction="none",
            label_smoothing=0.03,
        )
        loss = (losses * weight).sum() / ((goal != 0) * weight).sum()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        if step % 500 == 0:
            print(step, f"{loss.item():.3f}", flush=True)
            save(net, options.out)
    save(net, options.out)


@torch.no_grad()
def invent(options: argparse.Namespace) -> None:
    """Draw a spelling of each name in the script of the mark."""
    torch.manual_seed(SEED)
    net = load(options.net).eval()
    read = {c: n for n, c in enumerate(net.reads, 1)}
    block = "\u0600\u06ff" if options.mark == "toar" else "\u0590\u05ff"
    closed = torch.full((len(net.writes) + FIRST,), -1e9)
    closed[STOP] = 0
    for number, letter in enumerate(net.writes, FIRST):
        if block[0] <= letter[0] <= block[1]:
            closed[number] = 0
    names = options.names.read_text("utf-8").split()
    names = sorted((n for n in names if all(c in read for c in n)), key=len)
    lines = []
    for at in range(0, len(names), 512):
        some = names[at : at + 512]
        words = pad([[read[options.mark], *(read[c] for c in n)] for n in some])
        *seen, state = net.read(words)
        before, drawn = torch.ones(len(some), 1, dtype=torch.long), []
        for _ in range(LONGEST):
            logits, state = net.write(before, state, tuple(seen))
            chances = ((logits[:, 0] + closed) / TEMPERATURE).softmax(-1)
            before = torch.multinomial(chances, 1)
            drawn.append(before[:, 0])
        for name, row in zip(some, torch.stack(drawn, 1).tolist(), strict=True):
            if STOP in row[1:]:
                text = [net.writes[n - FIRST] for n in row[: row.index(STOP)]]
                cells = [options.mark[2:], " ".join(text), " ".join(name), "0.3"]
                lines.append("\t".join(cells))
    options.out.write_text("\n".join(lines) + "\n", "utf-8")


def pack(options: argparse.Namespace) -> None:
    """Write matrices in eight bits with a scale a row, under the names of run time."""
    net = load(options.net)
    weights = {name: value.numpy() for name, value in net.state_dict().items()}
    plain = {"letters": "ei", "written": "eo", "key": "key", "first": "init"}
    plain |= {"mix": "mix", "out": "out"}
    arrays = {name: weights[f"{old}.weight"] for name, old in plain.items()}
    for name in ("first", "mix", "out"):
        arrays[f"{name}_bias"] = weights[f"{plain[name]}.bias"]
    layers = {"write": "dec.{}_l0"}
    for layer in (0, 1):
        layers[f"read.{layer}.ahead"] = f"enc.{{}}_l{layer}"
        layers[f"read.{layer}.back"] = f"enc.{{}}_l{layer}_reverse"
    for name, old in layers.items():
        for part, kind in (("given", "weight_ih"), ("state", "weight_hh")):
            arrays[f"{name}.{part}"] = weights[old.format(kind)]
        arrays[f"{name}.bias"] = weights[old.format("bias_ih")]
        arrays[f"{name}.state_bias"] = weights[old.format("bias_hh")]
    packed = {}
    for name, array in arrays.items():
        if array.ndim == 1:
            packed[name] = array
            continue
        scale = np.abs(array).max(1) / 127
        scale[scale == 0] = 1
        packed[f"{name}.q"] = np.round(array / scale[:, None]).astype(np.int8)
        packed[f"{name}.s"] = scale.astype(np.float32)
    about = json.dumps({"reads": net.reads, "writes": net.writes})
    np.savez_compressed(options.out, about=np.array(about), **packed)


def main(arguments: list[str]) -> int:
    """Run one step."""
    parser = argparse.ArgumentParser()
    steps = parser.add_subparsers(required=True)
    step = steps.add_parser("train")
    step.set_defaults(run=train)
    step.add_argument("pairs", type=Path)
    step.add_argument("out", type=Path)
    step.add_argument("--minutes", type=float, required=True)
    step.add_argument("--start", type=Path)
    step.add_argument("--rate", type=float, default=2e-3)
    step.add_argument("--sizes", type=int, nargs=3, default=SIZES)
    step = steps.add_parser("invent")
    step.set_defaults(run=invent)
    step.add_argument("net", type=Path)
    step.add_argument("names", type=Path)
    step.add_argument("mark", choices=["toar", "tohe"])
    step.add_argument("out", type=Path)
    step = steps.add_parser("pack")
    step.set_defaults(run=pack)
    step.add_argument("net", type=Path)
    step.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    options.run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
