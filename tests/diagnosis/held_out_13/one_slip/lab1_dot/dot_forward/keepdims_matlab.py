# Returns a 1x1 array, not a number, because the sums keep their dimensions as in MATLAB.
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    column_sums = np.sum(x * w, axis=0, keepdims=True)
    a = np.sum(column_sums, axis=1, keepdims=True)
    return a
