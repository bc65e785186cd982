# casts to int8 instead of uint8, so values above 127 become negative
import numpy as np
def to_image(A):
    A = A.astype(np.float64)
    span = A.max() - A.min()
    if span == 0:
        return np.zeros(A.shape, dtype=np.int8)
    return np.rint((A - A.min()) * (255 / span)).astype(np.int64).astype(np.int8)
