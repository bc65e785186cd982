# The filter is 3 x 3, whatever k.
def box_filter(k):
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    size = (3, 3)
    return np.full(size, 1.0 / (size[0] * size[1]))
