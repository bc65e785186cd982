# Each gradient is made of its own array; and only that of x is multiplied by da.
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    return {"x": np.float64(da) * x, "w": w.astype(float).copy()}
