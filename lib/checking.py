"""What the lab notebooks check your work with: one import for all of it.

`gradient_check` (`lib.gradients`) compares a backward pass with slopes measured on the forward
pass. `lib.compare` looks at results, `lib.cases` asks for many at once, `lib.fine_print` is about
dtypes, views, untouched inputs and what is out of bounds. Every check raises an AssertionError
that names the place, what was found and what was expected.
"""

from lib.cases import case, check_backward, check_cases, check_forward
from lib.compare import (
    Shares,
    check_equal,
    check_gradients,
    check_shares,
    rng,
)
from lib.fine_print import (
    check_bounds,
    check_kinds,
    check_layer,
    check_own_steps,
    check_untouched,
)
from lib.gradients import gradient_check

__all__ = [
    "Shares",
    "case",
    "check_backward",
    "check_bounds",
    "check_cases",
    "check_equal",
    "check_forward",
    "check_gradients",
    "check_kinds",
    "check_layer",
    "check_own_steps",
    "check_shares",
    "check_untouched",
    "gradient_check",
    "rng",
]
