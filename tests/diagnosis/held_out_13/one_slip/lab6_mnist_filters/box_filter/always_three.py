# Ignores k and always divides a window of three by three.
def box_filter(k):
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    w = np.ones((k, k))
    return w / 9
