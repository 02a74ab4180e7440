# The two commands of the README: `make brief` and `make test`. Both set themselves up; only Python and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
SOURCES ?= examples/report.md examples/readout-us.md examples/readout-china.md
READY := $(VENV)/.ready
DEV := $(VENV)/.dev

.PHONY: brief test check lint verapdf check-pdf score score-bare score-quotes score-acts bench clean

brief: $(READY)
	@$(BIN)/briefing make $(SOURCES) -o out/brief.pdf --json out/brief.json

test: $(DEV)
	@$(BIN)/python -m pytest

check: $(DEV) lint
	@$(BIN)/python -m pytest

lint: $(DEV)
	@$(BIN)/ruff format --check briefing tests tools
	@$(BIN)/ruff check briefing tests tools
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# veraPDF judges the files; it needs a JDK, and what has none skips its tests
verapdf: $(DEV)
	@$(BIN)/python tools/get_verapdf.py .verapdf

check-pdf: verapdf
	@$(BIN)/python -m tests.verapdf 40

# the measures read the team's coded documents in $(SHARED), which are not part of the project
score: $(DEV)
	@mkdir -p out
	@$(BIN)/python -m tests.measure gold $(SHARED) --errors out/errors.txt
	@echo "\nother pairs of states, --pack base"
	@$(BIN)/python -m tests.measure gold $(SHARED) --base --errors out/errors-base.txt
	@echo "each wrong and missing item: out/errors.txt, out/errors-base.txt"

score-bare: $(DEV)
	@$(BIN)/python -m tests.measure gold $(SHARED) --bare

score-quotes: $(DEV)
	@$(BIN)/python -m tests.measure quotes $(SHARED)

score-acts: $(DEV)
	@$(BIN)/python -m tests.measure acts $(SHARED)
	@$(BIN)/python -m tests.measure halves $(SHARED)

bench: $(DEV)
	@$(BIN)/python -m tests.measure speed

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "make: no '$(PYTHON)' found; install Python 3.11 or later, or name one: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: Python 3.11 or later is needed; name one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "make: Python's venv module is missing; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(READY): $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e . 2>$(VENV)/pip.log \
		|| { grep -q -i -E 'connection|resolve|timed out|network|no matching distribution' $(VENV)/pip.log \
		&& echo "make: the packages could not be fetched; is there a network? (details: $(VENV)/pip.log)" \
		|| echo "make: the packages could not be installed (details: $(VENV)/pip.log)"; exit 1; }
	@touch $@

$(DEV): $(READY)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]' 2>$(VENV)/pip.log \
		|| { echo "make: the development packages could not be fetched; is there a network? (details: $(VENV)/pip.log)"; exit 1; }
	@touch $@

clean:
	@rm -rf $(VENV) .verapdf build dist .pytest_cache .mypy_cache .ruff_cache
