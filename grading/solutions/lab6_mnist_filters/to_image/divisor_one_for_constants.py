"""Divides by 1 where there is nothing to stretch."""


def to_image(A):
    base = A - A.min()
    return np.uint8(np.round(base / (base.max() or 1) * 255.0))
