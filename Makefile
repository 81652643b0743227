PYTHON ?= python3
BIN := .venv/bin

# The tests start this program some hundred times: bytecode that is kept saves a tenth of its start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check docs bench bench-quality bench-composed bench-peers bench-speed clean

run: .venv/run.stamp  ## set up, then crawl a small newsroom on this machine and search it
	$(BIN)/newsarchive demo

test: .venv/dev.stamp .venv/pywb.stamp  ## run all tests
	PATH="$$PATH:$(CURDIR)/.venv/pywb/bin" $(BIN)/pytest

check: .venv/dev.stamp  ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: .venv/dev.stamp  ## write the generated documents anew
	$(BIN)/python tests/docs/documents.py

bench: .venv/dev.stamp  ## speed and memory of each stage
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.archive
	$(BIN)/python -m benchmarks.duplicates
	$(BIN)/python -m benchmarks.warc
	$(BIN)/python -m benchmarks.parts
	$(BIN)/python -m benchmarks.reextract
	$(BIN)/python -m benchmarks.crawl
	$(BIN)/python -m benchmarks.recrawl

bench-speed: .venv/dev.stamp  ## CPU of extraction against parsing alone, and of all else that is done with a page
	$(BIN)/python -m benchmarks.speed $(CORPUS)
	$(BIN)/python -m benchmarks.parts

bench-quality: .venv/dev.stamp  ## extraction quality on a corpus: make bench-quality CORPUS=PATH
	$(BIN)/python -m benchmarks.quality $(CORPUS)

bench-composed: .venv/dev.stamp  ## extraction of pages and sites composed by chance, and which parts go with faults
	$(BIN)/python -m benchmarks.composed
	$(BIN)/python -m benchmarks.structure
	$(BIN)/python -m benchmarks.site_lines

bench-peers: .venv/bench.stamp  ## the same beside other extractors, which it installs
	$(BIN)/python -m benchmarks.quality $(CORPUS) --peers

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: .venv/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[serve]"
	touch $@

.venv/dev.stamp: .venv/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@ .venv/run.stamp

# The pip of Python 3.11 cannot resolve lxml[html_clean], which these tools ask for.
.venv/bench.stamp: .venv/dev.stamp
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable ".[dev,bench]"
	touch $@

.venv/browser.stamp: .venv/dev.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[browser]"
	touch $@

# An environment of its own: pywb brings brotlipy, which is in the way of brotli, and asks for pkg_resources at run time.
# Where it cannot be installed, the tests that read our files with it are skipped.
.venv/pywb.stamp: .venv/bin/python
	$(PYTHON) -m venv .venv/pywb
	.venv/pywb/bin/pip install --quiet --disable-pip-version-check pywb "setuptools<81" || rm -rf .venv/pywb
	touch $@

clean:
	rm -rf .venv
