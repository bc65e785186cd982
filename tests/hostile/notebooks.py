"""Tricks of the notebook's file rather than of its code: each takes it and spoils it."""

import json
import os

from tiny import code, name_of

from hostile.pages import SCRIPT

SPOILERS = {}
TEXTS = [
    SCRIPT,
    '<iframe srcdoc="<script>parent.owned = 1</script>"></iframe>',
    "<iframe src='javascript:parent.owned = 1'></iframe>",
    "[a link](javascript:window.owned=1) <a href='javascript:window.owned=1' autofocus>b</a>",
    "<svg onload='window.owned = 1'><animate onbegin='window.owned = 1' attributeName=x /></svg>",
    "<details open ontoggle='window.owned = 1'>a</details>",
    "<style>@import 'http://127.0.0.1:9/owned.css'; body { display: none }</style>",
    "<meta http-equiv=refresh content='0; url=http://127.0.0.1:9/'>",
    "<link rel=stylesheet href='http://127.0.0.1:9/owned.css'>",
    "<form action='http://127.0.0.1:9/'><input name=a autofocus onfocus='window.owned = 1'></form>",
    "<object data='data:text/html,<script>parent.owned=1</script>'></object><embed src='x'>",
    "<math><mtext><table><mglyph><style><img src=x onerror='window.owned = 1'>",
    "<noscript><p title=\"</noscript><img src=x onerror='window.owned = 1'>\">",
    "<base href='http://127.0.0.1:9/'><div style='background: url(http://127.0.0.1:9/)'>x</div>",
    "```\n</code></pre>" + SCRIPT + "\n```",
    "$$\\href{javascript:window.owned=1}{x} </script>" + SCRIPT + "$$",
    '![x](x"onerror="window.owned=1)',
]
COVER = """<div class="modal-backdrop" style="position: fixed; inset: 0">
<a class="modal-backdrop fade in" id="save" href="http://127.0.0.1:9/owned">a</a></div>
<label for="nbgrader-comment">x</label>"""


def spoils(function):
    SPOILERS[function.__name__] = function
    return function


def cell(notebook, wanted):
    return next(c for c in notebook["cells"] if name_of(c) == wanted)


def first(notebook, source, **fields):
    notebook["cells"].insert(0, code(source, **fields))
    return notebook


@spoils
def text_cells_with_scripts(notebook):
    for text in TEXTS:
        notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": text})
        notebook["cells"].append({"cell_type": "raw", "metadata": {}, "source": text})
    return notebook


@spoils
def raw_cells_that_ask_for_html(notebook):
    for mime in ("text/html", "text/restructuredtext", "application/javascript"):
        metadata = {"format": mime, "raw_mimetype": mime}
        notebook["cells"].append({"cell_type": "raw", "metadata": metadata, "source": SCRIPT})
    return notebook


@spoils
def attachments_with_scripts(notebook):
    attached = {"a.svg": {"image/svg+xml": SCRIPT}, "b.png": {"image/png": '"' + SCRIPT}}
    source = "![a](attachment:a.svg) ![b](attachment:b.png)"
    text = {"cell_type": "markdown", "metadata": {}, "source": source, "attachments": attached}
    notebook["cells"].append(text)
    return notebook


@spoils
def metadata_with_scripts(notebook):
    notebook["metadata"] = {
        "title": SCRIPT,
        "kernelspec": {"name": SCRIPT, "display_name": SCRIPT, "language": SCRIPT},
        "language_info": {"name": SCRIPT, "pygments_lexer": SCRIPT},
        "widgets": {"application/vnd.jupyter.widget-state+json": {"state": SCRIPT}},
    }
    return notebook


@spoils
def tags_that_skip_execution(notebook):
    for each in notebook["cells"]:
        each["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove_cell", SCRIPT]
    return notebook


@spoils
def points_of_a_thousand(notebook):
    for each in notebook["cells"]:
        if "nbgrader" in each["metadata"]:
            each["metadata"]["nbgrader"]["points"] = 1000
            each["metadata"]["nbgrader"]["checksum"] = "0" * 32
    return notebook


@spoils
def tests_turned_into_answers(notebook):
    for each in notebook["cells"]:
        mark = each["metadata"].get("nbgrader", {})
        if mark.get("grade"):
            mark.update(solution=True, locked=False, grade=False, task=True)
            each["source"] = "1"
    return notebook


@spoils
def tests_emptied_and_outputs_forged(notebook):
    for each in notebook["cells"]:
        if name_of(
            each,
        ) and name_of(each).startswith("test_"):
            each["source"] = "1"
            each["outputs"] = [
                {
                    "output_type": "execute_result",
                    "data": {"text/plain": "1", "text/html": SCRIPT},
                    "metadata": {},
                    "execution_count": 1,
                }
            ]
    return notebook


@spoils
def cells_that_claim_to_be_tests(notebook):
    for name in ("test_curve", "test_primes", "test_each"):
        metadata = {"nbgrader": dict(cell(notebook, name)["metadata"]["nbgrader"])}
        first(notebook, "1.0", metadata=metadata)
        notebook["cells"].append(code("1.0", metadata=metadata))
    return notebook


@spoils
def test_before_everything_and_solution_of_another(notebook):
    notebook["cells"].reverse()
    return notebook


@spoils
def tests_retyped_as_text(notebook):
    for each in notebook["cells"]:
        if name_of(each) and name_of(each).startswith("test_"):
            each["cell_type"] = "markdown"
            each.pop("outputs", None)
    return notebook


@spoils
def locked_cell_rewritten(notebook):
    source = "import numpy as np\nplus_one = lambda x: 0 * x\ncheck_equal = lambda *args: None"
    cell(notebook, "setup")["source"] = source + "\nnp.allclose = np.array_equal = lambda *a: True"
    cell(notebook, "curve")["source"] = "def curve(x): return 0 * x"
    return notebook


@spoils
def locked_cell_moved_below_the_tests(notebook):
    setup = cell(notebook, "setup")
    notebook["cells"].remove(setup)
    notebook["cells"].append(setup)
    fake = "import numpy as np\nplus_one = lambda x: 0 * x\ndef check_equal(*args): pass\n"
    fake += "class rng:\n    def normal(self, size): return np.ones(size)"
    first(notebook, fake)
    cell(notebook, "curve")["source"] = "def curve(x): return 0 * x"
    return notebook


@spoils
def name_of_another_cell_for_the_own(notebook):
    cell(notebook, "curve")["metadata"]["nbgrader"]["grade_id"] = "honest"
    return notebook


@spoils
def grade_ids_that_are_paths(notebook):
    for name in (
        "../../../../etc/passwd",
        "a" * 100_000,
        "\x00",
        "'; drop table grade; --",
        SCRIPT,
    ):
        mark = {"grade_id": name, "grade": True, "points": 9, "solution": False, "locked": True}
        first(notebook, "1", metadata={"nbgrader": mark | {"schema_version": 3}}, id=name[:64])
    return notebook


@spoils
def schema_of_the_future(notebook):
    for each in notebook["cells"]:
        if "nbgrader" in each["metadata"]:
            each["metadata"]["nbgrader"]["schema_version"] = 10**9
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 10**9
    return notebook


@spoils
def files_beside_the_notebook(notebook):
    def write(folder):
        files = {
            "numpy.py": "allclose = array_equal = lambda *args: True",
            "sitecustomize.py": "open('owned-site', 'w')",
            "conftest.py": "import os; os._exit(0)",
            "nbgrader_config.py": "c.Autograde.enabled = False",
            "lib/checking.py": "def check_equal(*args): pass",
            "lib/__init__.py": "",
            ".ipython/profile_default/startup/a.py": "open('owned-start', 'w')",
            "evil.pth": "import os; os._exit(0)",
        }
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content)
        (folder / "target.ipynb").write_text(json.dumps(notebook))

    return write


@spoils
def link_to_the_work_of_another(notebook):
    def write(folder):
        other = folder.parents[1] / "zz_honest" / folder.name / "target.ipynb"
        (folder / "target.ipynb").symlink_to(other)

    return write


@spoils
def folder_that_is_a_link(notebook):
    def write(folder):
        folder.rmdir()
        folder.symlink_to(folder.parents[1] / "zz_honest" / folder.name)

    return write


@spoils
def link_to_something_endless(notebook):
    def write(folder):
        (folder / "target.ipynb").symlink_to("/dev/zero")

    return write


@spoils
def pipe_for_a_notebook(notebook):
    def write(folder):
        os.mkfifo(folder / "target.ipynb")

    return write


@spoils
def odd_names_of_files(notebook):
    def write(folder):
        for name in (b"\xff\xfe.ipynb", b"<img src=x onerror=alert(1)>.ipynb", b"{0}%s\n.ipynb"):
            with open(os.path.join(os.fsencode(folder), name), "w") as file:
                json.dump(notebook, file)

    return write


@spoils
def timestamp_of_nonsense(notebook):
    def write(folder):
        (folder / "timestamp.txt").write_bytes(b"\xff" * 1000 + b"<script>")
        (folder / "timestamp.txt").chmod(0o644)
        (folder / "target.ipynb").write_text(json.dumps(notebook))

    return write


@spoils
def timestamp_that_is_a_link(notebook):
    def write(folder):
        (folder / "timestamp.txt").symlink_to("/etc/passwd")
        (folder / "target.ipynb").write_text(json.dumps(notebook))

    return write


@spoils
def keys_that_stand_twice(notebook):
    """Whoever takes the first and whoever takes the last of them read two notebooks."""
    text = json.dumps(notebook)
    forged = json.dumps([c | {"source": "10", "outputs": []} for c in notebook["cells"]])
    twice = text.replace('"grade_id":', '"grade_id": "test_curve", "grade_id":')
    return (f'{{"cells": {forged}, ' + twice.strip()[1:]).encode()


@spoils
def keys_spelt_in_escapes(notebook):
    text = json.dumps(notebook).replace('"outputs"', '"o\\u0075tputs"')
    text = text.replace('"grade_id"', '"grade\\u005fid"').replace('"metadata"', '"met\\u0061data"')
    return text.encode()


@spoils
def halves_of_surrogates(notebook):
    attached = {"\ud800.png": {"image/png": "iVBORw0KGgo=\udfff"}, "a": {"image/\ud800": "x"}}
    notebook["cells"].append(
        {
            "cell_type": "markdown",
            "metadata": {"nbgrader": {"grade_id": "\ud800"}, "\udfff": 1},
            "source": ["\ud800 ![a](attachment:\ud800.png)", "\udfff"],
            "attachments": attached,
        }
    )
    notebook["cells"].append(code("# \ud800") | {"id": "\udfff"})
    return json.dumps(notebook).encode()


@spoils
def numbers_that_no_file_holds(notebook):
    text = json.dumps(notebook)
    numbers = f'"a": {"9" * 4000}, "b": 1e99999, "c": NaN, "d": -Infinity, "e": -0.0'
    return text.replace('"metadata": {', '"metadata": {' + numbers + ", ", 1).encode()


@spoils
def names_that_are_no_names(notebook):
    for number, odd in enumerate([[], {}, 3, None, True, 1e9, ["test_curve"], {"a": "curve"}]):
        made = code(f"# {number}")
        made["metadata"]["nbgrader"] = {"grade_id": odd, "grade": True, "points": odd}
        made["id"] = odd
        notebook["cells"].append(made)
    notebook["cells"] += [None, 3, [], "x", {"cell_type": ["code"]}, {"source": {"a": 1}}]
    return notebook


@spoils
def file_in_another_code(notebook):
    return b"\xff\xfe" + json.dumps(notebook).encode("utf-16-le")


@spoils
def pictures_by_the_thousand(notebook):
    attached = {f"a b{n}": {"image/png": "iVBORw0KGgo="} for n in range(5_000)}
    source = "".join(f"![a](attachment:a b{n}) " for n in range(5_000))
    text = {"cell_type": "markdown", "metadata": {}, "source": source, "attachments": attached}
    notebook["cells"].append(text)
    return notebook


@spoils
def cells_by_the_ten_thousand(notebook):
    notebook["cells"] += [code(f"x{n} = {n}") for n in range(10_000)]
    return notebook


@spoils
def texts_that_take_the_page(notebook):
    texts = [
        "> " * 900 + "deep",
        "- " * 900 + "deep",
        "|a" * 4_000 + "|\n" + "|-" * 4_000 + "|\n",
        "![](x)" * 1_400,
        "[a]: <b>\n" * 1_000 + "[a]" * 300,
        "*a_ " * 2_500,
        "`" * 5_000 + "a" + "`" * 4_999,
        "<table>" * 1_200,
        "<!--" * 2_000 + "[[" * 900,
        "$" + "{" * 900 + "}" * 900 + "$" + "$x$" * 3_000,
        r"$$\rule{1000em}{1000em}\hspace{-90em}\begin{array}{" + "c" * 900 + "}1$$",
        r"\begin{align}" + r"\frac{1}{" * 150 + "2" + "}" * 150 + r"\end{align}",
        "\u202e\u2066" + "\u0336\u0489" * 2_000 + "\u200b" * 2_000,
        "&#xe000;" * 1_200,
    ]
    for text in texts:
        notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": text})
    return notebook


@spoils
def classes_of_the_page_around(notebook):
    text = COVER + '<p id="score" class="btn btn-primary" onclick="window.owned = 1" hidden>y</p>'
    notebook["cells"].insert(0, {"cell_type": "markdown", "metadata": {}, "source": text})
    return notebook


@spoils
def names_of_files_for_a_terminal(notebook):
    def made(folder):
        for name in (
            "a\n  zz_honest: 0 points.ipynb",
            "\x1b[2J\x1b]0;cleared\x07.ipynb",
            "=1+1.ipynb",
        ):
            (folder / name).write_text(json.dumps(notebook))
        (folder / "target.ipynb").write_text(json.dumps(notebook))
        (folder / "comments").mkdir()
        (folder / os.fsdecode(b"caf\xe9.ipynb")).write_text("{}")

    return made
