# da is added to the gradient, where it should be multiplied.
def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    da = 1 if da is None else da
    dx = np.zeros(x.shape)
    dw = np.zeros(w.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            dx[i, j] = w[i, j] * da
            dw[i, j] = x[i, j] + da
    return {'x': dx, 'w': dw}
