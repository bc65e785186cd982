# right
# Index arithmetic with a mask.
def unroll(x, k):
    idx = np.add.outer(np.arange(len(x)), np.arange(k))
    inside = idx < len(x)
    return np.where(inside, x[np.minimum(idx, len(x) - 1)], 0)
