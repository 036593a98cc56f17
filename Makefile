# Each of these does its own set-up; `make run` and `make test` are all that a fresh machine needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: run test check bench fuzz kills pictures phaser translations clean

run: .venv/run.done
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then $(BIN)/python -m app; \
	else echo "No display here: running the main job without a window."; $(BIN)/python -m genmodels demo; fi

test: .venv/dev.done
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

check: .venv/dev.done
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

bench: .venv/dev.done
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

fuzz: .venv/dev.done
	$(BIN)/python -m tests.fuzz

kills: .venv/dev.done
	$(BIN)/python -m tests.kills

pictures: .venv/dev.done
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.tour $(RUN)

phaser: .venv/run.done
	cd packaging/phaser_check && npm install --silent --no-package-lock --no-audit --no-fund
	$(BIN)/python packaging/phaser_check/make_sheets.py out/phaser
	node packaging/phaser_check/check.mjs out/phaser

# After adding or changing a text of the window: lists those that resources/translations/zh_CN.ts still lacks.
translations: .venv/dev.done
	$(BIN)/python -m tests.translations

clean:
	rm -rf .venv out bench.json

.venv/run.done: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Spriteverse needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Spriteverse needs Python 3.11 or newer; $(PYTHON) is older. Try make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv || { echo "Install your system's venv package (python3-venv on Debian)."; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev.done: .venv/run.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
