# Right: np.multiply.outer of a number and an array, which is always a new float64 array.
def dot_backward(x, w, da=None):
    upstream = np.float64(1 if da is None else np.asarray(da).item())
    return {name: np.multiply.outer(upstream, other.astype(np.float64)) for name, other in zip("xw", (w, x))}
