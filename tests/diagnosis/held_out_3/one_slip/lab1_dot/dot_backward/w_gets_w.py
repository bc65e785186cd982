# wrong: the gradient of w is w itself times da
def dot_backward(x, w, da=None):
    da = 1.0 if da is None else da
    xs, ws = x.astype(float), w.astype(float)
    dx = np.multiply(da, ws)
    dw = np.multiply(da, ws)
    return {"x": dx, "w": dw}
