# the return stands inside the outer loop, so only the first row is added up
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    rows, cols = x.shape
    total = 0
    for r in range(rows):
        for c in range(cols):
            total = total + x[r, c] * w[r, c]
        return total
