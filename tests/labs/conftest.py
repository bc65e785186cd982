"""What the tests of all labs share: a solved notebook, run once for each file."""

import matplotlib.pyplot as plt
import pytest
from solved import run, too_long

from grading.authoring.source import source_notebook


@pytest.fixture(autouse=True)
def _no_figures_left():
    plt.switch_backend("Agg")
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def page(request):
    """What the solved notebook of `LAB` prints, in order, and the names that it leaves.

    No cell ends in a value that the notebook would show, and no line is longer than the page.
    """
    plt.switch_backend("Agg")
    namespace = {"__name__": "__main__"}
    cells = [c for c in source_notebook(request.module.LAB).cells if c.cell_type == "code"]
    printed, shown = run(cells, namespace)
    plt.close("all")
    assert not shown
    assert not too_long(printed)
    return printed, namespace
