# Everything runs in .venv; nothing is installed outside this folder.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test lint types gate bench docs clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q src  # as pip does for what is not editable: else each start compiles anew where Python may not write
	@touch $@

demo: .venv/ready  ## set everything up and read the sample reports
	@mkdir -p artefacts
	@$(BIN)/tabellino demo --html artefacts/demo.html

test: .venv/ready  ## set everything up and run all the tests
	@$(BIN)/python -m pytest -q

lint: .venv/ready  ## style
	@$(BIN)/ruff check src tests tools gate

types: .venv/ready  ## static types
	@$(BIN)/mypy

gate: .venv/ready  ## accuracy on labelled reports, with pinned floors
	@$(BIN)/python -m gate.run

bench: .venv/ready  ## speed and memory, beside baselines
	@$(BIN)/python -m tools.bench

docs: .venv/ready  ## make the generated pages of docs/ anew
	@$(BIN)/python -m tools.make_docs

clean:
	rm -rf .venv
