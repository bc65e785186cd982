# lets np.interp do the linear map from [lowest, highest] to [0, 255]
import numpy as np
def to_image(A):
    lo, hi = np.min(A), np.max(A)
    if lo == hi:
        return np.zeros(A.shape, dtype=np.uint8)
    values = np.interp(np.asarray(A, dtype=np.float64), [float(lo), float(hi)], [0.0, 255.0])
    return np.rint(values).astype(np.uint8)
