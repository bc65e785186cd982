# wrong: the trace of x @ w, without the transpose of w
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    # sum(sum(x .* w)) is trace(x * w') in MATLAB
    return np.trace(np.matmul(x, w))
