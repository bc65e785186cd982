# fills a new array from the front and rolls the entries to their place
import numpy as np
def pad_1d(x, padding):
    out = np.zeros(x.size + 2 * padding, dtype=x.dtype)
    out[:x.size] = x
    return np.roll(out, padding)
