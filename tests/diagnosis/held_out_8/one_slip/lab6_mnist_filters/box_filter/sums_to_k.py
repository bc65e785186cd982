# Divides by k, not k * k.
def box_filter(k):
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    return np.ones((k, k)) / k
