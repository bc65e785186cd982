"""What the lab notebooks check your work with: one import for all of it.

`gradient_check` (`lib.gradients`) compares a backward pass with slopes measured on the forward
pass. `lib.compare` looks at results, `lib.cases` asks for many at once, `lib.robustness`,
`lib.layers` and `lib.bounds` see to the rest. Every check raises an AssertionError that names the
place, what was found and what was expected.
"""

from lib.bounds import check_bounds, check_own_steps
from lib.cases import case, check_backward, check_cases, check_forward, check_one_of
from lib.compare import Shares, check_equal, check_gradients, rng
from lib.diagnosis_notebook import explain_errors
from lib.folding import folded
from lib.gradients import gradient_check
from lib.layers import check_layer
from lib.messages import say_shortly_what_is_not_written
from lib.robustness import check_kinds, check_untouched

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
    "check_one_of",
    "check_own_steps",
    "check_untouched",
    "folded",
    "gradient_check",
    "rng",
]

say_shortly_what_is_not_written()
explain_errors()
