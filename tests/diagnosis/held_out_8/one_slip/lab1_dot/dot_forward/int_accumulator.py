# The running sum is made an int in each step.
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    total = 0
    for row_x, row_w in zip(x, w):
        for p, q in zip(row_x, row_w):
            total = int(total + p * q)
    return total
