# Adds up the columns, and forgets to add up these sums.
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    hadamard = x * w
    print("hadamard product", hadamard.shape)
    per_column = hadamard.sum(axis=0)
    return per_column
