# The inner loop ends one early, at the last column but one.
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    rows, cols = x.shape
    total = 0
    for i in range(rows):
        for j in range(cols - 1):
            total += x[i][j] * w[i][j]
    return total
