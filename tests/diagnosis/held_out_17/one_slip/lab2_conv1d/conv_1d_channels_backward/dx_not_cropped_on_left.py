# cuts the 2 * padding extra entries of dx off the right end instead of padding entries on each side
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    p, s = padding, stride
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p)))
    n, c, t = xp.shape
    o, _, k = w.shape
    m = (t - k) // s + 1
    if dout is None:
        dout = np.ones((n, o, m))
    g = np.zeros((n, c, t))
    gw = np.zeros((o, c, k))
    for j in range(k):
        cut = slice(j, j + s * (m - 1) + 1, s)
        g[:, :, cut] += np.einsum('not,oc->nct', dout, w[:, :, j])
        gw[:, :, j] = np.einsum('not,nct->oc', dout, xp[:, :, cut])
    return {'x': g[:, :, :x.shape[2]].copy(), 'w': gw}
