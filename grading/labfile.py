"""The lab format: what an author writes about a lab in its own file."""

from grading.paths import lab_names
from lib.fine_print import FORBIDDEN_IN_NUMPY, FORBIDDEN_PACKAGES


def out_of_bounds(lab):
    """Packages and NumPy functions that students' code cannot reach in `lab`, as tuple of names."""
    if lab not in lab_names() or lab == "lab6_mnist_filters":
        return ()
    return (
        *sorted(FORBIDDEN_PACKAGES),
        "numpy.fft",
        *(f"numpy.{f}" for f in sorted(FORBIDDEN_IN_NUMPY)),
    )
