# functools.cache hands out the same array at every call with the same k, so what a caller changes is changed for all
import functools


@functools.cache
def box_filter(k):
    return np.full((k, k), 1.0 / k**2)
