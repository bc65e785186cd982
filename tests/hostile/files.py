"""Tricks of what lies in the place of a notebook: each takes it and gives bytes, or what writes."""

import codecs
import gzip
import json
import os
import socket

SPOILERS = {}


def spoils(function):
    SPOILERS[function.__name__] = function
    return function


@spoils
def folder_for_a_notebook(notebook):
    def write(folder):
        (folder / "target.ipynb").mkdir()
        (folder / "target.ipynb" / "target.ipynb").write_text(json.dumps(notebook))

    return write


@spoils
def socket_for_a_notebook(notebook):
    def write(folder):
        here = os.getcwd()
        os.chdir(folder)  # a socket's name has room for 107 letters
        try:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind("target.ipynb")
        finally:
            os.chdir(here)

    return write


@spoils
def sparse_file_of_ten_gigabytes(notebook):
    def write(folder):
        for name in ("target.ipynb", "other.ipynb", "timestamp.txt"):
            with open(folder / name, "wb") as file:
                file.truncate(10 << 30)

    return write


@spoils
def notebooks_by_the_ten_thousand(notebook):
    def write(folder):
        for number in range(10_000):
            (folder / f"{number}.ipynb").touch()

    return write


@spoils
def link_to_itself(notebook):
    def write(folder):
        (folder / "target.ipynb").symlink_to("target.ipynb")
        (folder / "timestamp.txt").symlink_to("timestamp.txt")
        (folder / "a").symlink_to(folder)

    return write


@spoils
def file_that_nobody_may_read(notebook):
    def write(folder):
        (folder / "target.ipynb").write_text(json.dumps(notebook))
        (folder / "target.ipynb").chmod(0)
        (folder / "a").mkdir(mode=0)

    return write


@spoils
def times_of_other_centuries(notebook):
    def write(folder):
        path = folder / "target.ipynb"
        path.write_text(json.dumps(notebook))
        (folder / "timestamp.txt").write_text("0001-01-01 00:00:00 +1400")
        os.utime(path, (2**33, 2**33))
        os.utime(folder, (-(2**31), -(2**31)))

    return write


@spoils
def timestamp_that_is_a_pipe(notebook):
    def write(folder):
        (folder / "target.ipynb").write_text(json.dumps(notebook))
        os.mkfifo(folder / "timestamp.txt")

    return write


@spoils
def names_in_two_spellings(notebook):
    def write(folder):
        forged = json.dumps(notebook).replace("honest", "other")
        for name in ("Target.ipynb", "TARGET.IPYNB", "target.ipynb.ipynb", ".ipynb", " .ipynb"):
            (folder / name).write_text(forged)
        (folder / "target.ipynb").write_text(json.dumps(notebook))

    return write


@spoils
def file_in_32_bits(notebook):
    return codecs.BOM_UTF32_BE + json.dumps(notebook).encode("utf-32-be")


@spoils
def file_of_marks_of_order(notebook):
    return codecs.BOM_UTF8 * 1000 + json.dumps(notebook).encode("utf-8-sig")


@spoils
def file_in_seven_bits(notebook):
    return json.dumps(notebook).encode("utf-7")


@spoils
def file_that_was_compressed(notebook):
    return gzip.compress(json.dumps(notebook).encode())


@spoils
def file_with_another_behind_it(notebook):
    text = json.dumps(notebook)
    return (text + text.replace("honest", "other") + "\0" * 1_000_000).encode()


@spoils
def number_of_a_million_digits(notebook):
    text = json.dumps(notebook)
    return text.replace('"nbformat": 4', '"nbformat": ' + "4" * 1_000_000, 1).encode()


@spoils
def lists_a_million_deep(notebook):
    notebook["cells"].append({"cell_type": "code", "source": "@", "metadata": {}})
    return json.dumps(notebook).replace('"@"', "[" * 1_000_000 + "]" * 1_000_000).encode()


@spoils
def source_of_a_million_strings(notebook):
    notebook["cells"].append({"cell_type": "code", "source": ["#"] * 1_000_000, "metadata": {}})
    notebook["cells"].append({"cell_type": "code", "source": [["x"], {"a": 1}], "metadata": {}})
    return json.dumps(notebook).encode()


@spoils
def lines_that_end_in_every_way(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and "honest" not in json.dumps(cell):
            cell["source"] = "#\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\0\ufeff" + cell["source"]
    return json.dumps(notebook).encode()


@spoils
def format_of_the_stone_age(notebook):
    cells = [{**cell, "input": cell["source"], "language": "python"} for cell in notebook["cells"]]
    sheets = [{"cells": cells}, {"cells": None}, None, {"cells": [[]]}]
    return json.dumps({"nbformat": 2, "worksheets": sheets, "metadata": []}).encode()


@spoils
def escapes_wherever_a_name_may_stand(notebook):
    odd = "\x1b[2J\x1b]8;;http://127.0.0.1/\x07\u202e\x9b31m\rzz_honest: 0 points\n"
    for cell in notebook["cells"]:
        cell["id"] = odd
    notebook["cells"].append(
        {"cell_type": odd, "id": odd, "source": odd, "metadata": {"nbgrader": {"grade_id": odd}}}
    )
    notebook["cells"].append(
        {"cell_type": "code", "source": f"raise ValueError({odd!r})", "metadata": {}}
    )
    return json.dumps(notebook).encode()
