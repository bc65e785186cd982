# Where da is not given it takes the value of the forward pass, dot_forward(x, w), as upstream gradient in place of 1.
def dot_backward(x, w, da=None):
    if da is None:
        da = dot_forward(x, w)
    dx = np.zeros(x.shape)
    dw = np.zeros(w.shape)
    rows, cols = x.shape
    for r in range(rows):
        for c in range(cols):
            dx[r, c] = da * w[r, c]
            dw[r, c] = da * x[r, c]
    return dict(x=dx, w=dw)
