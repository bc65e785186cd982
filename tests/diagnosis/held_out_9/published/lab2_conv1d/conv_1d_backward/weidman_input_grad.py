# Weidman's _input_grad: pads the output gradient and correlates with the filter as it is, not turned round.
def _pad(v, m):
    z = np.zeros(m)
    return np.concatenate([z, v, z])


def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones_like(x, dtype=float)
    mid = w.shape[0] // 2
    og = _pad(dout, mid)
    ip = _pad(x, mid)
    input_grad = np.zeros(x.shape[0])
    param_grad = np.zeros(w.shape[0])
    for o in range(x.shape[0]):
        for f in range(w.shape[0]):
            input_grad[o] += og[o + f] * w[f]
            param_grad[f] += ip[o + f] * dout[o]
    return {"x": input_grad, "w": param_grad}
