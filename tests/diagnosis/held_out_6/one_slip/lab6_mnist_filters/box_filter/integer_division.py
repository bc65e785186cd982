# wrong: whole division: all zeros from k = 2 on
def box_filter(k):
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    f = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            f[i, j] = 1 // (k * k)
    return f
