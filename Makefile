# The commands of the house. `make help` lists them.

PY := .venv/bin/python
FACHWERK := .venv/bin/fachwerk
READY := .venv/ready

.DEFAULT_GOAL := help
.PHONY: help setup run test engines lint bars long bench clean lock system judges

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile

setup: system $(READY) ## prepare .venv with everything from requirements.lock

run: setup ## open the studio; without a display, build the sample packages into build/
	@sh .ci/run-studio $(FACHWERK)

test: setup judges ## run the fast tests, and those that need a real window under Xvfb
	@sh .ci/test $(PY)

engines: setup ## let Operaton, CIB seven and Flowable run the packages (Java and Maven)
	@sh .ci/engines $(PY)

lint: $(READY) ## style, types and import contracts
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports --no-cache

bars: setup ## the usability bars, and what each measured
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 -k "test_U and not long"

long: setup ## the long proofs (hours)
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m long

bench: setup ## measure speed against baselines of the same run, alone on the machine
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench

clean: ## remove what was built; .venv stays
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find studio widgets model exporters resources tests -name __pycache__ -prune -exec rm -rf {} +

lock: ## for maintainers: make requirements.lock anew (needs uv: pip install uv)
	uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	    --output-file requirements.lock pyproject.toml

# What apt brings. Tests and engines need more than the studio, so their targets ask for more.
system:
	@sh .ci/system-packages run $(filter test engines,$(MAKECMDGOALS))

# Every package is checked against its hash; the house itself is only linked, not fetched.
$(READY): requirements.lock pyproject.toml
	@python=$$(sh .ci/python) || exit 1; \
	$(PY) -c 'import pip, sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	    || "$$python" -m venv --clear .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --only-binary :all: \
	    --require-hashes --requirement requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
	    --editable .
	@touch $(READY)

judges: tests/judges/node_modules/.package-lock.json

# Without node, or without a registry, the judges stay away and their tests say so.
tests/judges/node_modules/.package-lock.json: tests/judges/package.json tests/judges/package-lock.json
	@if command -v npm >/dev/null; then \
	    cd tests/judges && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
	    || echo "The judges could not be installed; their tests will be skipped."; \
	fi
