# wrong: pads on the right only, twice; the filter is turned round
def conv_1d_channels(x, w, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (0, 2 * padding)))
    N, C, T = xp.shape
    O, _, K = w.shape
    To = (T - K) // stride + 1
    out = np.zeros((N, O, To))
    for n in range(N):
        for o in range(O):
            for t in range(To):
                out[n, o, t] = np.sum(xp[n, :, t * stride : t * stride + K] * w[o, :, ::-1])
    return out
