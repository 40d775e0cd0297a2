# Two commands are all there is to set up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
DATA ?= ./data/demo
PORT ?= 8787

.PHONY: demo run test lint pytest covered-whole covered-core bench chaos sim clean

demo: $(VENV)/.ready  ## the whole product on this machine, no account needed
	$(BIN)/python main.py demo --port $(PORT) --data $(DATA)

run: $(VENV)/.ready  ## the real thing, as config.yaml says
	$(BIN)/python main.py run --config config.yaml

test: $(VENV)/.ready  ## beside each other what needs nothing of each other: a core that waits is time lost
	$(MAKE) -j2 lint pytest
ifdef COVERAGE
	$(MAKE) -j2 covered-whole covered-core
endif

# What pytest makes of a module's assertions is kept, so that each is rewritten by one worker and read by the others.
# To count the lines makes the tests half as long again: COVERAGE=1 asks for it, and .ci/run does. It is judged
# afterwards: with a bound of its own, pytest would count all of it once more, on one core.
pytest: export PYTHONDONTWRITEBYTECODE =
pytest: $(VENV)/.ready
	$(BIN)/python -m pytest -n auto --dist worksteal $(if $(COVERAGE),--cov --cov-report= --cov-fail-under=0)

covered-whole:
	$(BIN)/python -m coverage report

covered-core:
	$(BIN)/python -m coverage report --include='core/*' --fail-under=95 --format=total

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.ready  ## every figure as a ratio to a floor measured in the same run
	$(BIN)/python main.py bench

chaos: $(VENV)/.ready  ## kill -9 the demo, then the program at Bybit's stand-in, and look for damage
	$(BIN)/python -m tests.chaos.kill_the_demo --kills 100
	$(BIN)/python -m tests.chaos.kill_on_bybit --kills 200

sim: $(VENV)/.ready  ## a thousand stories of six hours that try to break the desk, at both kinds of venue
	$(BIN)/python main.py simulate --seeds 1000 --hours 6
	$(BIN)/python main.py simulate --seeds 1000 --hours 6 --venue two-step

# Byte code is compiled at install, on every core: without it the first start takes three times as long. A library may
# hold a file that this Python cannot compile; pip passes over it too. Without the columns of each instruction, which
# only underline a line of a traceback, the running program is half a megabyte smaller.
$(VENV)/.ready: export PYTHONNODEBUGRANGES = 1
$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -c constraints.txt -e '.[dev]'
	-$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib
	$(BIN)/python -m compileall -q -j 0 bot core jobs storage venues main.py
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
