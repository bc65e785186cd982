# right
# gradients from forward on unit vectors
def conv_1d_backward(x, w, dout=None):
    dout = np.ones(len(x)) if dout is None else dout.astype(float)
    x, w = x.astype(float), w.astype(float)
    dx = np.array([conv_1d(unit, w) @ dout for unit in np.eye(len(x))])
    dw = np.array([conv_1d(x, unit) @ dout for unit in np.eye(len(w))])
    return {"x": dx, "w": dw}
