# make grade   build a demo class, grade it, show the result     make lab    open the notebooks
# make test    run the tests; CI=true: all slow ones, too        make figures   draw the pictures
# make quick   run a set of tests that takes half a minute
# Every command first installs what it needs, in .venv/.

PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(p) -c 'import sys; assert sys.version_info >= (3, 11); print("$(p)")' 2>/dev/null)))
BIN = .venv/bin

.PHONY: grade test quick lab figures wheels lint lock setup clean
.DELETE_ON_ERROR:

grade: setup
	@$(BIN)/python -m grading demo

# Compile once, not in each of hundreds of processes, whatever PYTHONDONTWRITEBYTECODE says.
test quick: export PYTHONDONTWRITEBYTECODE =
# There are more workers than processors: threads of theirs would only wait for each other.
test quick: export OPENBLAS_NUM_THREADS = 1

test: setup
	@$(BIN)/python -m compileall -q grading lib
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --durations=10

# For the inner loop: tests that need no class, no browser and no bank, in half a minute.
QUICK = $(wildcard tests/lib/test_ca*.py tests/lib/test_c[ho]*.py tests/lib/test_robustness.py) \
	$(patsubst %,tests/engine/test_%.py,wire play plan skim proxy free_names model limits) \
	tests/pages/test_untrusted_html.py tests/test_labfile.py tests/test_whole.py

quick: setup
	@$(BIN)/python -m pytest -n auto --durations=10 $(QUICK)

lab: setup
	@$(BIN)/jupyter lab --FileContentsManager.preferred_dir=notebooks

figures: setup
	@$(BIN)/python figures/all.py

# Write a student's and an instructor's distribution into dist/.
wheels: setup
	@$(BIN)/python packaging/wheels.py

lint: setup
	@$(BIN)/ruff check && $(BIN)/ruff format --check
	@$(BIN)/lint-imports && $(BIN)/mypy

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Found no Python 3.11 or newer. Install one, or give its path: make PYTHON=/path/to/python3"; exit 1; }
	@echo "Setting up .venv (once, a minute or two) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Needs uv. The files name no index, so they work with any. The second file is for students.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header
STUDENTS = grading/authoring/for_students

lock:
	$(COMPILE) --group dev pyproject.toml --output-file requirements.lock
	$(COMPILE) --constraint requirements.lock $(STUDENTS)/requirements.txt \
		--output-file $(STUDENTS)/requirements.lock

clean:
	rm -rf .venv demo
