# the map is inverted (lowest becomes 255, highest 0); and a constant map divides 0 by 0
import numpy as np
def to_image(A):
    A = np.asarray(A, dtype=float)
    top, bottom = A.max(), A.min()
    return np.rint(255 * (top - A) / (top - bottom)).astype(np.uint8)
