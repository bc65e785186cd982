# Lowest and highest are looked for in each row.
def to_image(A):
    A = A.astype(float)
    lo = A.min(axis=1, keepdims=True)
    hi = A.max(axis=1, keepdims=True)
    span = np.where(hi > lo, hi - lo, 1)
    return np.round(255 * (A - lo) / span).astype(np.uint8)
