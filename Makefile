# Tequio. `make help` says what there is.
SHELL := /bin/bash
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help install demo test check bench messages lock clean

help: ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: $(VENV)/run.stamp ## Make .venv with the command `tequio` in it

demo: install ## Build the Mexico City case, if it is not there yet, and serve it (PORT=8000)
	@$(BIN)/tequio demo --port $(PORT)

test: $(VENV)/dev.stamp ## Run every test, on SQLite and, where it is installed, on PostgreSQL
	@$(BIN)/python tools/test.py $(ARGS)

check: $(VENV)/dev.stamp ## Style, types, layers, catalogues, migrations, map
	@$(BIN)/python tools/check.py

bench: $(VENV)/dev.stamp ## Measure against the bars (see bench/README.md)
	@$(BIN)/python bench/run.py $(ARGS)

messages: $(VENV)/dev.stamp ## Gather the words of the code into the catalogues (needs GNU gettext)
	@$(BIN)/python tools/catalogues.py gather $(ARGS)

lock: $(VENV)/dev.stamp ## Write the exact versions of what we use into requirements/
	@$(BIN)/python tools/lock.py

clean: ## Remove what was made, never the data
	rm -rf $(VENV) .hypothesis .mypy_cache .ruff_cache

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	@bash tools/install.sh run
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	@bash tools/install.sh dev
	@touch $@
