# lowest and highest are taken in every row by itself
def to_image(A):
    A = A.astype(float)
    lo = A.min(axis=1, keepdims=True)
    span = A.max(axis=1, keepdims=True) - lo
    span[span == 0] = 1
    return np.rint((A - lo) / span * 255).astype("uint8")
