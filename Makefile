# `make demo` and `make check` set everything up on a machine with Python 3.11 or newer (with venv) and make.
# All paths are relative: the folder may have a space in its name, and may be moved.

DATELINE := .venv/bin/python -P -m ui
TOOL := .venv/bin/python -m
UV_VERSION := 0.13.9
COMPILE := .cache/uv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --quiet

.PHONY: help demo check format run dev lock neo4j clean

help:
	@echo "make demo    install, load samples/, write timeline.csv and claims.csv, serve the page"
	@echo "make check   everything CI runs: format, lint, types, imports, tests, quality floors"
	@echo "make format  put the code into the one format"
	@echo "make neo4j   start a Neo4j 5.26 without Docker (Java 17 or 21, and Maven)"
	@echo "make lock    pin again what pyproject.toml asks for; make lock UPGRADE=--upgrade moves the pins"
	@echo "make clean   take away what was installed and built, never what was loaded"

demo: run
	@$(DATELINE) load samples
	@$(DATELINE) export timeline --output timeline.csv
	@$(DATELINE) export claims --output claims.csv
	@$(DATELINE) chronology --limit 12
	@$(DATELINE) serve

check: dev
	$(TOOL) ruff format --check .
	$(TOOL) ruff check .
	$(TOOL) mypy
	.venv/bin/python .venv/bin/lint-imports
	sh tools/floors.sh
	$(TOOL) pytest -n 2 --dist worksteal

format: dev
	$(TOOL) ruff format .
	$(TOOL) ruff check --fix .

run:
	@sh tools/install.sh requirements.txt

dev:
	@sh tools/install.sh requirements-dev.txt

lock:
	@test -x .cache/uv/bin/uv || sh tools/python.sh -m venv .cache/uv
	@.cache/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(COMPILE) $(UPGRADE) --output-file requirements.txt
	$(COMPILE) $(UPGRADE) --group dev --constraints requirements.txt --output-file requirements-dev.txt

neo4j: run
	@$(TOOL) tools.neo4j

clean:
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
