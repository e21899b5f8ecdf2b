#!/bin/sh
# From raw data to ONNX: sh training/run.sh WORK TARGET [KEEP_OUT.jsonl ...]
# WORK keeps corpora, checkpoints and logs; a run that was stopped goes on.
set -eu
here=$(dirname "$0")
work=$1
target=$2
shift 2
export PYTHONPATH="$here:$here/../src"
[ -e "$work/raw/pud.conllu" ] || python "$here/gather.py" "$work/raw"
python "$here/prepare.py" "$work/raw" "$work/build" --keep-out "$@"
python "$here/train.py" "$work/build" --steps "${STEPS:-8000}" --seed 1
python "$here/export.py" "$work/build" "$target"
python "$here/lemma_table.py" "$target"
python "$here/name_heads.py" "$target" "$work/raw" --keep-out "$@"
python "$here/links.py" "$target" "$work/raw"
python "$here/incidents.py" "$target" "$work/raw"
python "$here/eight_bits.py" "$target" mentions names incidents
python "$here/cues.py" "$target" "$work/raw"
python "$here/evaluate.py" "$target" trees "$work/raw/ewt/test.conllu" "$work/raw/pud.conllu"
