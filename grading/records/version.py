"""The version of the engine: its code, and everything else that decides a grade or diagnosis."""

from grading.paths import ROOT
from grading.records.files import digest

FOLDERS = ("grading/engine", "grading/diagnosis", "lib")
FILES = ("grading/labfile.py",)
ENDS = {".py", ".json", ".toml", ".csv", ".npz", ".z"}  # fingerprints and data too


def engine_version() -> str:
    """A digest that changes with the engine, its diagnosis, and the checks that tests use."""
    inside = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    files = [path for path in inside if path.suffix in ENDS] + [ROOT / name for name in FILES]
    named = ((str(path.relative_to(ROOT)).encode(), path.read_bytes()) for path in sorted(files))
    return digest(*(part for pair in named for part in pair))


ENGINE = engine_version()  # of the code this process has loaded, even if files change later
