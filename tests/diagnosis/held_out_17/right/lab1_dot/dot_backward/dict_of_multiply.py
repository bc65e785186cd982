# multiplies into fresh float64 arrays with np.multiply and dtype
def dot_backward(x, w, da=None):
    if da is None:
        da = 1.0
    return {name: np.multiply(other, float(da), dtype=np.float64) for name, other in zip("xw", (w, x))}
