# The two commands of the README are `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test check format lint types layers bench clean

setup: $(VENV)/.installed

# Installing fetches the libraries of the workbench too (hatch_build.py).
$(VENV)/.installed: pyproject.toml package-lock.json hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/pip install --quiet --disable-pip-version-check --prefer-binary -e '.[dev]'
# What an ordinary installation does; half of starting is compiling otherwise, where
# Python is told not to write down what it compiled.
	$(BIN)/python -m compileall -q src
	touch $@

demo: setup
	$(BIN)/dragoman demo --out demo

# A process a core, files whole: what a module builds once is built once.
test: setup
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 --dist loadfile

check: setup format lint types layers test

format: setup
	$(BIN)/ruff format --check src tests benchmarks training tools

lint: setup
	$(BIN)/ruff check src tests benchmarks training tools

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

# Gold data of others and an independent scorer lie outside the repository.
BENCH ?= ../shared/bench

bench: setup
	$(BIN)/python benchmarks/run.py $(BENCH)
	$(BIN)/python benchmarks/throughput.py

clean:
	rm -rf $(VENV) demo dist build
