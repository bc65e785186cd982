"""Small changes of an array that several rules share."""

import numpy as np


def zeroed(array, axis, place):
    """The array with zeros at one index of an axis, if others are left."""
    array = np.array(array)
    if array.ndim < -axis or array.shape[axis] < 2:
        return array
    index = [slice(None)] * array.ndim
    index[axis] = place
    array[tuple(index)] = 0
    return array


def shifted(array, by):
    """The array shifted by one along its last axis, with a zero in the gap."""
    moved = np.roll(array, by, axis=-1)
    moved[..., 0 if by > 0 else -1] = 0
    return moved


def only_along(a, axis, place):
    """One row, column or channel of an array; the rest is zeros."""
    found = np.zeros(a.shape)
    index = [slice(None)] * a.ndim
    index[axis] = place
    found[tuple(index)] = a[tuple(index)]
    return found
