"""Exact fractions; what is whole has the denominator 1."""

from fractions import Fraction


def output_size(n, k, padding=0, stride=1):
    if min(stride - 1, padding, n + 2 * padding - k) < 0:
        raise ValueError("no such convolution")
    size = Fraction(n + 2 * padding - k, stride) + 1
    if size.denominator > 1:
        raise ValueError(f"{size} is not whole")
    return size.numerator
