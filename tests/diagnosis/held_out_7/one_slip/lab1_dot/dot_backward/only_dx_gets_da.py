# dw is not multiplied by the upstream gradient
def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    dx = np.empty(x.shape)
    dw = np.empty(w.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            dx[i, j] = da * w[i, j]
            dw[i, j] = x[i, j]
    return {"x": dx, "w": dw}
