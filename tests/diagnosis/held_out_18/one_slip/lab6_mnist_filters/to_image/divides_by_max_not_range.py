# after the minimum is taken off, it divides by the largest value of A instead of by the range (and clips to 0..1)
import numpy as np
def to_image(A):
    lo, hi = float(A.min()), float(A.max())
    if lo == hi:
        return np.zeros(A.shape, np.uint8)
    scaled = (A.astype(float) - lo) / hi
    return np.round(255 * np.clip(scaled, 0, 1)).astype(np.uint8)
