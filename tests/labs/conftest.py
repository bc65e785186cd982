"""What the tests of all labs share: a solved notebook, run once for each file."""

import contextlib
import io
import re

import matplotlib.pyplot as plt
import pytest

from grading.authoring.source import source_notebook


@pytest.fixture(autouse=True)
def _no_figures_left():
    plt.switch_backend("Agg")
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def page(request):
    """What the solved notebook of `LAB` prints, in order, and the names that it leaves."""
    plt.switch_backend("Agg")
    printed, namespace = io.StringIO(), {"__name__": "__main__"}
    with contextlib.redirect_stdout(printed):
        for cell in source_notebook(request.module.LAB).cells:
            if cell.cell_type == "code":
                exec(compile(cell.source, cell.id, "exec"), namespace)
    plt.close("all")
    return seen(printed.getvalue()), namespace


def seen(printed):
    """What stays on the screen: a slow machine shows bars of progress, and takes them away."""
    return re.sub(r"[^\n]*\r", "", printed)
