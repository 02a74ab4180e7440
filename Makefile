# The two commands of the README: `make brief` and `make test`. Both set themselves up; only Python and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
SOURCES ?= examples/report.md examples/readout-us.md examples/readout-china.md
READY := $(VENV)/.ready
DEV := $(VENV)/.dev
OLDEST := click==8.1.0 pypdf==6.10.2 pyyaml==6.0.1 reportlab==4.0.9
TESTERS := pytest hypothesis html5lib markdown-it-py pypdfium2

.PHONY: brief test test-oldest check lint verapdf axe check-pdf score score-bare score-quotes score-ablation score-sentences score-acts bench bench-pdf mutants docs clean

brief: $(READY)
	@$(BIN)/briefing make $(SOURCES) -o out/brief.pdf --json out/brief.json

test: $(DEV)
	@$(BIN)/python -m pytest

# the oldest packages that pyproject.toml admits, in an environment of their own; `make test` has the newest
test-oldest: $(VENV)/bin/python
	@$(PYTHON) -m venv .venv-oldest
	@.venv-oldest/bin/python -m pip install -q --disable-pip-version-check $(OLDEST) $(TESTERS)
	@.venv-oldest/bin/python -m pytest tests/pages tests/proof tests/test_saved.py tests/test_exact.py tests/test_end_to_end.py tests/test_verapdf.py

check: $(DEV) lint
	@$(BIN)/python -m pytest

lint: $(DEV)
	@$(BIN)/ruff format --check briefing tests tools
	@$(BIN)/ruff check briefing tests tools
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# the page that the README shows
docs: $(DEV)
	@$(BIN)/briefing make examples/report.md examples/readout-us.md examples/readout-china.md -o out/docs.pdf >/dev/null
	@$(BIN)/python tools/picture.py out/docs.pdf docs/page.png

# veraPDF judges the files; it needs a JDK, and what has none skips its tests
verapdf: $(DEV)
	@$(BIN)/python tools/get_verapdf.py .verapdf

# axe-core judges the HTML twins in Chromium; it needs npm, and what has neither skips its tests
axe:
	@command -v npm >/dev/null 2>&1 || { echo "make: no 'npm' found; axe-core comes from the npm registry"; exit 1; }
	@npm install --silent --no-save --prefix .axe axe-core@4

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

score-ablation: $(DEV)
	@$(BIN)/python -m tests.measure ablation $(SHARED)

score-sentences: $(DEV)
	@$(BIN)/python -m tests.measure sentences $(SHARED)

score-acts: $(DEV)
	@$(BIN)/python -m tests.measure acts $(SHARED)
	@$(BIN)/python -m tests.measure halves $(SHARED)

bench: $(DEV)
	@$(BIN)/python -m tests.measure speed

# mistakes put into 50 rules on purpose: how many do rule tests and accepted briefings catch?
mutants: $(DEV)
	@$(BIN)/python -m tests.mutation

# WeasyPrint and Typst come into an environment of their own; one that cannot be installed is told
bench-pdf: $(DEV)
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install -q --disable-pip-version-check -e .
	@.venv-bench/bin/python -m pip install -q --disable-pip-version-check weasyprint || true
	@.venv-bench/bin/python -m pip install -q --disable-pip-version-check typst || true
	@.venv-bench/bin/python -m tests.bench_pdf

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "make: no '$(PYTHON)' found; install Python 3.11 or later, or name one: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: Python 3.11 or later is needed; name one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "make: Python's venv module is missing; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(READY): $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[html,pdf]' 2>$(VENV)/pip.log \
		|| { grep -q -i -E 'connection|resolve|timed out|network|no matching distribution' $(VENV)/pip.log \
		&& echo "make: the packages could not be fetched; is there a network? (details: $(VENV)/pip.log)" \
		|| echo "make: the packages could not be installed (details: $(VENV)/pip.log)"; exit 1; }
	@touch $@

$(DEV): $(READY)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]' 2>$(VENV)/pip.log \
		|| { echo "make: the development packages could not be fetched; is there a network? (details: $(VENV)/pip.log)"; exit 1; }
	@touch $@

clean:
	@rm -rf $(VENV) .venv-oldest .venv-bench .verapdf .axe build dist .pytest_cache .mypy_cache .ruff_cache
