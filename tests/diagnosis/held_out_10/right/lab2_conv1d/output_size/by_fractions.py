# right
# Exact, with fractions.
from fractions import Fraction


def output_size(n, k, padding=0, stride=1):
    if padding < 0 or stride < 1:
        raise ValueError("padding must not be negative, stride at least 1")
    free = n + 2 * padding - k
    steps = Fraction(free, stride)
    if free < 0 or steps.denominator != 1:
        raise ValueError("the windows do not fit")
    return int(steps) + 1
