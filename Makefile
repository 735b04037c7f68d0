PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
INDEXED := .crosscite/.indexed
Q ?= When will Koizumi meet Hegseth?
DATA ?= $(CROSSCITE_EVAL_DATA)

.PHONY: setup index ask test long burst rebuilds check bench wordings evaluate env-example format clean

setup: $(READY)

# PyTorch goes first and pinned: an unpinned resolver takes 3 GB of CUDA wheels on Linux.
$(READY): pyproject.toml deploy/constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Crosscite into $(VENV): one to three minutes, once." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c deploy/constraints.txt torch >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c deploy/constraints.txt -e '.[dev]' >&2
	@$(BIN)/python -m compileall -q bot index
	@touch $@

# A folder's own time changes when a file in it comes or goes, a file's when it is edited.
index: $(INDEXED)

$(INDEXED): $(READY) $(wildcard corpus/articles corpus/articles/*)
	@$(BIN)/crosscite build --if-needed
	@touch $@

# That the sources do not say has an exit code of its own, for programs; it is no failure.
ask: index
	@$(BIN)/crosscite ask "$(Q)" || test $$? -eq 3

# On every core at once. Tests of how long something takes may fail there for want of the other core: what failed is
# run again alone, and must pass.
test: $(READY)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal || \
		$(BIN)/python -m pytest --last-failed --last-failed-no-failures none

long: $(READY)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal -m "long and not burst and not rebuilds" || \
		$(BIN)/python -m pytest -m "long and not burst and not rebuilds" --last-failed --last-failed-no-failures none

burst: $(READY)
	$(BIN)/python -m pytest -m burst -s tests/end_to_end/in_discord

rebuilds: $(READY)
	$(BIN)/python -m pytest -m rebuilds -s tests/end_to_end

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

wordings: $(READY)
	$(BIN)/python -m tests.benchmarks.wordings

evaluate: index
	$(BIN)/crosscite evaluate

env-example: $(READY)
	$(BIN)/python -m deploy.env_example > deploy/env.example

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) .crosscite
