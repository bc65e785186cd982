# Only outputs whose whole window lies inside x send a gradient back.
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones_like(x, dtype=float)
    r = len(w) // 2
    dx = np.zeros(x.shape[0])
    dw = np.zeros(w.shape[0])
    for centre in range(r, len(x) - r):
        lo, hi = centre - r, centre + r + 1
        dx[lo:hi] += dout[centre] * w
        dw += dout[centre] * x[lo:hi]
    return dict(x=dx, w=dw)
