"""Read an otter notebook: questions between marks in raw cells, or in text cells before otter 4.

# BEGIN QUESTION      a raw cell, in YAML: name, points
# BEGIN SOLUTION      code cells follow, up to # END SOLUTION
# BEGIN TESTS         a test a cell, up to # END TESTS; what it prints is what it expects
# END QUESTION
"""

import ast
import re
from typing import Any

import yaml

from grading.engine.magics import as_python

CONFIG = re.compile(r'"""\s*#\s*BEGIN TEST CONFIG(.*?)"""\s*#\s*END TEST CONFIG', re.S)
OLD_QUESTION = re.compile(r"```\s*\n?\s*BEGIN QUESTION(.*?)```", re.S)
OLD_TEST = re.compile(r"^\s*#+\s*(HIDDEN\s+)?TEST\s*#*\s*$", re.I | re.M)
HIDDEN = re.compile(r"^\s*#\s*HIDDEN\s*$", re.M)


def read_otter(content) -> list[dict[str, Any]]:
    """The parts of an otter notebook, as keywords of `Part`."""
    parts: list[dict[str, Any]] = []
    question: dict[str, Any] = {}
    where = ""
    for number, cell in enumerate(content.cells, 1):
        source = cell.source
        if cell.cell_type != "code":
            mark = re.match(r"\s*#\s*(BEGIN|END)\s+(\w+)", source)
            old = OLD_QUESTION.search(source)
            if mark:
                begins, what = mark[1] == "BEGIN", mark[2].upper()
                where = what if begins else ("QUESTION" if what != "QUESTION" else "")
                if what == "QUESTION":
                    question = _config(source) if begins else {}
            elif old:
                question, where = _config(old[1]), "OLD"
        elif source.strip():
            parts.append(_part(cell, number, question, where, parts))
    _share_points(parts)
    return [{key: value for key, value in part.items() if key[0] != "_"} for part in parts]


def _part(cell, number, question, where, parts):
    source, name = cell.source, str(question.get("name") or f"cell {number}")
    if where == "TESTS" or (where == "OLD" and OLD_TEST.search(source)):
        config = _config(found[1]) if (found := CONFIG.search(source)) else {}
        count = sum(part["kind"] == "test" and part["_question"] == name for part in parts)
        text = _with_expectation(CONFIG.sub("", OLD_TEST.sub("", HIDDEN.sub("", source))), cell)
        return {
            "kind": "test",
            "name": f"{name} test {count + 1}",
            "source": text,
            "points": config.get("points"),
            "_question": name,
            "_of": question.get("points", 1),
        }
    marked = re.search(r"#\s*(BEGIN )?SOLUTION", source)
    if where == "SOLUTION" or (where == "OLD" and marked):
        defined = re.search(r"^(?:def|class)\s+(\w+)", source, re.M)
        title = defined[1] if defined else name
        return {"kind": "solution", "name": title, "source": source, "stub": stub_of(source)}
    return {"kind": "given", "name": f"cell {number}", "source": source}


def _config(text):
    """Settings in YAML, without the mark's own line; {} if they cannot be read."""
    lines = [line for line in text.splitlines() if not re.match(r"\s*#?\s*(BEGIN|END)\b", line)]
    try:
        found = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}


def _share_points(parts):
    """Divide a question's points equally among tests without points of their own."""
    tests = [part for part in parts if part["kind"] == "test"]
    for part in tests:
        same = [t for t in tests if t["_question"] == part["_question"]]
        total = part["_of"] if isinstance(part["_of"], int | float) else 1
        own = part["points"]
        part["points"] = float(own if isinstance(own, int | float) else total / len(same))


def _with_expectation(source, cell):
    """A test whose last line is an expression, which must give the output in the notebook.

    Otter turns it into a doctest.
    """
    try:
        tree = ast.parse(as_python(source))
    except (SyntaxError, ValueError):
        return source
    last = tree.body[-1] if tree.body else None
    expected = _output(cell)
    if not isinstance(last, ast.Expr) or expected is None:
        return source.strip()
    lines = source.splitlines()
    head = "\n".join(lines[: last.lineno - 1])
    value = ast.unparse(last.value)
    check = f"_found = repr({value})\nassert _found.split() == {expected!r}.split(), _found"
    return f"{head}\n{check}".strip()


def _output(cell):
    for output in cell.get("outputs", ()):
        if output.get("output_type") == "execute_result":
            text = output.get("data", {}).get("text/plain", "")
            return "".join(text) if isinstance(text, list) else text
    return None


def stub_of(source: str) -> str:
    """A solution cell as otter releases it."""
    out, inside, prompt = [], False, False
    for line in source.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        if re.search(r"#\s*BEGIN PROMPT|\"\"\"\s*#\s*BEGIN PROMPT", line):
            prompt = True
        elif re.search(r"END PROMPT", line):
            prompt = False
        elif prompt:
            out.append(line)
        elif re.search(r"#\s*BEGIN SOLUTION", line):
            inside = True
            if "NO PROMPT" not in line:
                out.append(f"{indent}...")
        elif re.search(r"#\s*END SOLUTION", line):
            inside = False
        elif inside or re.search(r"#\s*SOLUTION NO PROMPT\s*$", line):
            continue
        elif re.search(r"#\s*SOLUTION\s*$", line):
            head = re.match(r"\s*[\w.\[\], ]+=(?!=)", line)
            out.append(f"{head[0]} ..." if head else f"{indent}...")
        else:
            out.append(line)
    return "\n".join(out)
