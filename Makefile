# trial_atlas: everything starts here. `make` alone lists what there is.
PYTHON ?=
ENV    := .venv
BIN    := $(ENV)/bin
READY  := $(ENV)/.ready
OUT    := _build

.DEFAULT_GOAL := help
.PHONY: help atlas site test test-long lab readme measure bench clean

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

atlas: site ## Build everything: records → tables, figures, trial pages, and the site with the notebooks
	@$(BIN)/python nbs/_site/build.py --report

site: $(READY) ## Build the site with the notebooks and the trials' own pages
	@$(BIN)/python nbs/_site/build.py

test: $(READY) ## Prove that notebooks and modules agree, then run every test (about 10 minutes on two cores)
	@$(BIN)/python -m pytest -q tests/test_repository.py -k 'agree or clean'
	@$(BIN)/nbdev_test --n_workers 2
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not long"

test-long: $(READY) ## Run the tests that take longer: kills, damaged input by the thousand, large files
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m long

lab: $(READY) ## Open the notebooks in JupyterLab; charts are drawn without a network
	@mkdir -p $(OUT)/ipython && cp -r nbs/_site/lab/. $(OUT)/ipython/
	@IPYTHONDIR=$(CURDIR)/$(OUT)/ipython $(BIN)/jupyter lab --notebook-dir=nbs $(if $(filter 0,$(shell id -u)),--allow-root)

readme: $(READY) ## Write README.md and its figure from nbs/index.ipynb
	@$(BIN)/python nbs/_site/readme.py

measure: $(READY) ## Measure agreement with careful readers again; needs the reference data
	@$(BIN)/python -c 'import sys; from trial_atlas.decide.measure import write_measured; print(write_measured(sys.argv[1])["strategy"]["summary"])' "$${TRIAL_ATLAS_SHARED:-../shared}"

bench: $(READY) ## Measure how fast records are read and decided
	@$(BIN)/python benchmarks/run.py

clean: ## Remove everything that was made, the environment too
	rm -rf $(ENV) $(OUT) build dist *.egg-info .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: every version from requirements.lock, then this package as it lies here.
$(READY): requirements.lock settings.ini setup.py
	@set -e; \
	for python in $(PYTHON) python3 python python3.14 python3.13 python3.12 python3.11; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "make: found $$(python3 --version 2>/dev/null || echo no Python) on this machine's PATH; trial_atlas needs Python 3.11 or later (name one with: make PYTHON=/path/to/python3.11)" >&2; exit 1; \
	fi; \
	if [ ! -x $(BIN)/python ] && ! "$$found" -m venv $(ENV); then \
	  rm -rf $(ENV); echo "make: $$found cannot make a virtual environment; install its venv module (on Debian and Ubuntu: apt install python3-venv)" >&2; exit 1; \
	fi; \
	echo "Installing what requirements.lock names into $(ENV), once (about a minute) …"; \
	export PIP_DISABLE_PIP_VERSION_CHECK=1; \
	$(BIN)/python -m pip install -qq $$(grep -E '^(pip|setuptools|wheel)==' requirements.lock); \
	$(BIN)/python -m pip install -qq -r requirements.lock; \
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install -qq --no-build-isolation --no-deps -e .; \
	$(BIN)/python -m pip check; \
	touch $@
