# The two commands are `make run` and `make test`; both set up what they need, the first time.
PYTHON ?= python3
ARTICLES ?= articles
OUTPUTS ?= outputs
POLICY ?= policy
DOCUMENTS ?= 1000 10000

PEJL := .venv/bin/pejl
READY := .venv/.ready-run
READY_TEST := .venv/.ready-test

.PHONY: help run test check benchmark dev lock clean

help: ## what each command does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: $(READY) ## read ARTICLES (articles/) and write the dataset to OUTPUTS (outputs/)
	@$(PEJL) build --articles "$(ARTICLES)" --outputs "$(OUTPUTS)" --policy "$(POLICY)"

test: $(READY_TEST) ## style, types and tests
	@.venv/bin/ruff check --quiet . && .venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy
	@.venv/bin/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

benchmark: ## how fast it is, beside others; writes benchmarks/RESULTS.md (DOCUMENTS="1000 10000")
	@sh locks/setup.sh "$(PYTHON)" benchmark
	@.venv/bin/python benchmarks/results.py --documents $(DOCUMENTS)

dev: $(READY) ## the Dagster page, on this machine only
	@$(PEJL) dev --articles "$(ARTICLES)" --outputs "$(OUTPUTS)" --policy "$(POLICY)"

lock: ## pin the newest versions that pyproject.toml allows
	@sh locks/pin.sh "$(PYTHON)"

clean: ## remove what set-up made (not the outputs)
	rm -rf .venv .uv

$(READY): locks/run.txt locks/setup.sh pyproject.toml
	@sh locks/setup.sh "$(PYTHON)" run

$(READY_TEST): locks/test.txt locks/setup.sh pyproject.toml
	@sh locks/setup.sh "$(PYTHON)" test
