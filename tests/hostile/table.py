"""The table of attacks in docs/security.md, made from the attacks: ``python -m hostile.table``.

What each trick achieves without protection is tried; what the engine leaves of it is what
tests/engine/test_hostile.py asserts.
"""

# ruff: noqa: E402 - it is a program too

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from tiny import answered, hand_in, make_course, name_of

import hostile
from grading.classroom.processes import SLACK
from grading.engine import channel, codec, limits, model, read, sandbox, skim, student_handle
from grading.lms import archive
from grading.pages import untrusted_html
from grading.paths import ROOT
from hostile import LAB, NOTEBOOKS, RIGHT, TRICKS

CELL_SECONDS, ALL_SECONDS = 1, 3
HONEST = ["aa_honest", "mm_honest", "zz_honest"]
POINTS = 12
ENDS = "ends or stops the run"  # rather than gaining or reading anything
TESTS = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "security.md"
BEGIN, END = (
    "<!-- from here on made by `python -m hostile.table` in tests/ -->\n",
    "<!-- to here -->\n",
)
# These take the honest part along: they keep the process from running it or from answering for
# it, use up the time for the whole notebook, or hand nothing in. What is said on the line itself
# may do any of these.
SPOILED = set(hostile.wire.TRICKS) | {
    "object_that_equals_everything",
    "class_in_the_place_of_a_function",
    "input_transformer_that_empties_cells",
    "run_cell_replaced",
    "compile_and_exec_replaced",
    "recorded_calls_played_back",
    "runtime_of_the_engine_patched",
    "loop_in_a_call",
    "loop_that_catches_everything",
    "loop_when_it_is_shown",
    "loop_when_it_is_collected",
    "sleep_in_a_call",
    "signals_to_itself",
    "count_for_the_test_to_loop_to",
    "iterator_of_large_arrays",
    "deep_recursion",
    "memory_hog",
    "threads",
    "output_flood_in_a_call",
    "error_that_never_says_its_text",
    "list_of_the_test_filled_with_large_arrays",
    "matrices_that_take_minutes_to_multiply",
    "thread_that_answers_instead",
    "alarm_in_the_middle_of_an_answer",
    "everything_is_refused",
    "every_import_is_refused",
    "builtins_replaced_by_one_answer",
    "name_space_that_lies",
    "runtime_found_and_told_to_forget",
    "recursion_limit_of_a_few",
    "modules_of_the_runtime_replaced",
    "processors_all_taken",
    "memory_mapped_and_shared",
    "cells_by_the_ten_thousand",
    "dtype_that_is_python",
    "places_in_memory_that_are_no_numbers",
    "types_of_msgpacks_own",
    "folder_that_is_a_link",
    "link_to_the_work_of_another",
    "link_to_something_endless",
    "pipe_for_a_notebook",
    "events_that_never_end",
    "event_that_raises_the_exits",
    "input_transformer_that_never_ends",
    "audit_hook_that_never_ends",
    "signature_that_never_ends",
    "names_and_signatures_of_ten_megabytes",
    "time_that_stands_still",
    "answer_in_drops",
    "bell_rung_without_end",
    "bytes_sent_out_of_turn",
    "signals_that_write_on_the_line",
    "messages_of_odd_kinds",
    "folder_for_a_notebook",
    "socket_for_a_notebook",
    "sparse_file_of_ten_gigabytes",
    "notebooks_by_the_ten_thousand",
    "link_to_itself",
    "file_that_nobody_may_read",
    "file_of_marks_of_order",
    "file_in_seven_bits",
    "file_that_was_compressed",
    "file_with_another_behind_it",
    "number_of_a_million_digits",
    "lists_a_million_deep",
    "source_of_a_million_strings",
    "definitions_that_wait_to_be_run_alone",
    "function_of_the_test_called_and_its_answer_left",
    "keys_of_every_kind_that_hash_alike",
    "sets_by_the_thousand",
    "numbers_of_fifty_megabytes",
    "smallest_numbers_of_all",
    "letters_by_the_million_in_an_array",
    "values_that_change_while_they_are_sent",
    "threads_of_the_c_library",
    "threads_that_share_the_work",
    "timers_of_the_kernel",
    "memory_in_a_million_pieces",
    "ways_to_send_that_nobody_needs",
    "line_half_closed",
    "line_under_every_number",
    "message_in_two_halves",
    "magics_of_every_shell",
    "names_of_the_tests_taken_first",
}


def spoiled_notebook(course, source):
    """The trick in the place of `curve`, `honest` done, the rest left out."""
    source = source.replace("@COURSE@", str(course))
    answers = dict.fromkeys(RIGHT, "pass") | {"curve": source, "honest": RIGHT["honest"]}
    return answered(course, LAB, **answers)


def hand_in_all(folder, marks, tricks=(*TRICKS, *NOTEBOOKS)):
    """A class of attackers and a few honest students in `folder`, handed in, not graded yet."""
    text = hostile.TEXT.replace("@SECRET@", marks["SECRET"])
    course = make_course(folder, LAB, text)
    for student in HONEST:
        right = {name: s.replace("@OTHER@", marks["OTHER"]) for name, s in RIGHT.items()}
        hand_in(course, student, answered(course, LAB, **right), LAB)
    for trick in tricks:
        if trick in TRICKS:
            hand_in(course, trick, spoiled_notebook(course, TRICKS[trick]), LAB)
            continue
        folder = course / "submitted" / trick / LAB
        folder.mkdir(parents=True)
        made = NOTEBOOKS[trick](spoiled_notebook(course, "pass"))
        if callable(made):
            made(folder)
        else:
            hand_in(course, trick, made, LAB)
    return course


# Not the messages, which need a line to be sent over, not the pages, and not what a tester's own
# machine would suffer from.
EXPOSED = [t for theme in list(hostile.THEMES.values())[:4] for t in theme]
EXPOSED += [*hostile.seams.TRICKS, *hostile.hooks.TRICKS, *hostile.endless.TRICKS]
# Of these, only such as leave files alone: without walls, others empty NumPy's and the system's.
EXPOSED += [
    "function_of_the_test_called_by_a_finalizer",
    "number_that_is_whatever_is_wanted",
    "values_within_themselves",
    "seed_guessed_from_its_own",
    "answers_by_who_asks",
]


def unprotected(course, folder, tricks=EXPOSED):
    """What the tricks achieve where tests and code share a process; by name."""
    work = []
    for trick in tricks:
        source = TRICKS[trick]
        copy = folder / trick / "class"
        copy.mkdir(parents=True)
        for name in ("source", "submitted/zz_honest", "gradebook.db"):
            tree = shutil.copytree if (course / name).is_dir() else shutil.copy
            (copy / name).parent.mkdir(exist_ok=True)
            tree(course / name, copy / name)
        here = copy / "autograded" / trick / LAB
        here.mkdir(parents=True)
        teacher = json.loads((course / "source" / LAB / f"{LAB}.ipynb").read_text())["cells"]
        tests = {name_of(c): "".join(c["source"]) for c in teacher}
        cells = []
        for cell in spoiled_notebook(course, source.replace("@COURSE@", str(copy)))["cells"]:
            is_test = str(name_of(cell)).startswith("test_")
            text = tests[name_of(cell)] if is_test else cell["source"]
            if cell["cell_type"] == "code":
                cells.append(["test" if is_test else "student", text])
        work.append([trick, str(here), cells])
    answer = subprocess.run(
        [sys.executable, "-m", "hostile.unprotected"],
        input=json.dumps(work),
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{TESTS}", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,  # each has an end of its own
    )
    # Some tricks find their way to the output that this is written to.
    lines = [line for line in answer.stdout.splitlines() if line.startswith('{"name": ')]
    return {found["name"]: found for found in map(json.loads, lines)}


def achieved(found, course, folder, marks):
    """In words, what a trick did without protection; "" if nothing."""
    if found["ended"]:
        return ENDS
    what = []
    if found["passed"] > hostile.HONEST:
        what.append(f"{found['passed']} points of {POINTS}")
    words = [*marks.values(), "OPENED", "FORESEEN"]
    if any(word in found["shown"] for word in words):
        what.append("reads what it must not")
    copy = folder / found["name"] / "class"
    if list(copy.rglob("*owned*")) or not (copy / "source").exists():
        what.append("changes files")
    if (copy / "gradebook.db").read_bytes() != (course / "gradebook.db").read_bytes():
        what.append("changes the gradebook")
    return ", ".join(what)


# --- the document ------------------------------------------------------------------------------


def achievements_in(text):
    """What a document says that each trick achieves without protection."""
    rows = re.findall(r"^\| `(\w+)` \|([^|]*)\|", text, re.M)
    return {trick: what.strip() for trick, what in rows}


def generated(text, achievements):
    """The document with its generated part made anew."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return (
        before
        + BEGIN
        + "\n".join([*_bounds(), *_ways(), *_attacks(achievements), ""])
        + END
        + after
    )


def _bounds():
    """The bounds, as the code has them."""
    mega = 1 << 20
    rows = [
        ("a cell, and a test with all that it asks", f"{model.CELL_SECONDS} s"),
        ("a submission", f"{model.ALL_SECONDS} s, and it is ended from outside {SLACK} s later"),
        ("processors of a submission's own code", "1"),
        ("its processor time", f"{sandbox.CPU_SECONDS} s"),
        ("its memory", f"{sandbox.MEMORY // mega:,} MB beyond what it has at its start"),
        ("its threads, open files", f"{sandbox.THREADS}, {sandbox.OPEN_FILES}"),
        ("time of the tests that look at it before they share its processor",
         f"{limits.FREE_SECONDS:g} s"),
        ("memory of the tests that look at it", f"{limits.MEMORY // mega:,} MB"),
        ("a message, and all of a cell", f"{channel.MAX_MESSAGE // mega} MB, "
         f"{student_handle.MAX_RECEIVED // mega} MB"),
        ("parts of a message, nesting", f"{channel.MAX_PARTS:,}, {codec.MAX_DEPTH}"),
        ("numbers and tuples that are hashed", f"{codec.MAX_HASHED:,}"),
        ("calls of a test's functions in a cell", f"{student_handle.MAX_CALLBACKS:,}"),
        ("a file that is handed in, what is left of it", f"{skim.MAX_MAPPED // mega:,} MB, "
         f"{skim.MAX_KEPT // mega} MB"),
        ("cells that are graded", f"{read.MAX_CELLS:,}"),
        ("files in a student's zip and the zips in it, their bytes",
         f"{archive.MAX_NESTED_ENTRIES:,}, {archive.MAX_NESTED_BYTES // mega} MB"),
        ("a text that is rendered, as HTML", f"{untrusted_html.MAX_TEXT:,} characters, "
         f"{untrusted_html.MAX_RENDERED:,}"),
    ]  # fmt: skip
    lines = [f"| {what} | {bound} |" for what, bound in rows]
    return ["## The bounds", "", "| what | at most |", "|---|---|", *lines, ""]


def _themes():
    return {**hostile.THEMES, "The notebook's file, and what lies in its place": NOTEBOOKS}


def _ways():
    """Which tricks go which way."""
    sample = [*hostile.SAMPLE, *hostile.SAMPLE_FILES]
    lines = [
        "## The ways",
        "",
        "`autograde` on all processors grades every trick (`engine/test_hostile.py`). Some of each",
        "kind go every other way as well (`engine/test_paths.py`):",
        f"{', '.join(hostile.WAYS.values())};",
        "`explain` is asked of every fourth. Where a test is made to work in C, no alarm is heard",
        "there: the submission is ended from outside, seen every way, `explain` included, with a",
        "product of integers, and with one of half floats in a function that a student calls.",
        "",
        "| kind | tricks | these go every way |",
        "|---|---|---|",
    ]
    for theme, tricks in _themes().items():
        chosen = ", ".join(f"`{trick}`" for trick in tricks if trick in sample)
        lines.append(f"| {theme} | {len(tricks)} | {chosen} |")
    return [*lines, ""]


def _attacks(achievements):
    """A table for each theme, and how many tricks there are."""
    themes = _themes()
    lines = [
        "## The attacks",
        "",
        f"{len(TRICKS) + len(NOTEBOOKS)} tricks. The lab has {POINTS} points; each submission "
        "earns one of them honestly.",
        "*Without protection* is the same notebook run in one process with the tests, as a Jupyter",
        "kernel does: no entry means that nothing came of it, that there is nothing like it there,",
        "or that it was not tried that way (messages, pages, files, what would harm the machine).",
        "",
    ]
    for theme, tricks in themes.items():
        lines += [f"### {theme}", "", "| trick | without protection | with the engine |"]
        lines += ["|---|---|---|"]
        for trick in tricks:
            left = "nothing; may lose its honest point" if trick in SPOILED else "nothing"
            lines.append(
                f"| `{trick}` | {achievements.get(trick, '')} | {left} |".replace("|  |", "| |")
            )
        lines.append("")
    return lines


def main():
    """Try the tricks without protection, and write the document."""
    marks = {name: secrets.token_hex(8) for name in ("SECRET", "OTHER", "ENVIRONMENT")}
    os.environ["GRADEBOOK_PASSWORD"] = marks["ENVIRONMENT"]
    with tempfile.TemporaryDirectory() as name:
        course, folder = hand_in_all(Path(name, "class"), marks), Path(name, "unprotected")
        found = unprotected(course, folder)
        came = {trick: achieved(found[trick], course, folder, marks) for trick in EXPOSED}
    DOCUMENT.write_text(generated(DOCUMENT.read_text(encoding="utf-8"), came), encoding="utf-8")


if __name__ == "__main__":
    main()
