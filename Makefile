# Everything runs inside .venv; nothing global is touched. PORT=… chooses another port for `make run`.
PYTHON ?= python3
PORT ?= 8080
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV := $(VENV)/.installed-dev

.PHONY: run test suite install bench soak lint fix lock screenshots clean

run: $(STAMP)
	BAONHANH_WEB_PORT=$(PORT) $(BIN)/baonhanh run

# Side by side: half of the suite waits for something most of the time.
test: $(DEV)
	$(MAKE) -j 2 --no-print-directory --output-sync=line lint suite

# What its many processes load is compiled before they start, and kept.
suite: export PYTHONDONTWRITEBYTECODE =
suite: $(DEV)
	$(BIN)/python -m pytest --collect-only -qq >/dev/null
	$(BIN)/python -m pytest -n auto --dist loadgroup

install: $(STAMP)

bench: $(DEV)
	$(BIN)/python -m bench

soak: $(DEV)
	$(BIN)/python -m tests.crash.soak

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fix: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: $(DEV)
	$(BIN)/python -m tests.e2e.screenshots

lock: $(DEV)
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(STAMP): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(DEV): $(STAMP) requirements-dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
