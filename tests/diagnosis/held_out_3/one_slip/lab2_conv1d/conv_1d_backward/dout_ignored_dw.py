# wrong: dw sums the windows without dout
def conv_1d_backward(x, w, dout=None):
    dout = np.ones(x.shape) if dout is None else dout
    p = (len(w) - 1) // 2
    xp = np.concatenate((np.zeros(p), x, np.zeros(p)))
    views = np.lib.stride_tricks.sliding_window_view(xp, len(w))
    dxp = np.zeros(xp.shape)
    for shift in range(len(w)):
        dxp[shift:shift + len(x)] += w[shift] * dout
    return dict(x=dxp[p:p + len(x)], w=views.sum(axis=0))
