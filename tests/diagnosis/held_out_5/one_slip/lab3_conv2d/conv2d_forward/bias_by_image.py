# wrong: b[n] for b[o]: the bias goes by image
def conv2d_forward(X, w, b, stride=1, padding=0):
    p, s = padding, stride
    N, C, H, W = X.shape
    F, _, HH, WW = w.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)), mode="constant")
    oh, ow = 1 + (H + 2 * p - HH) // s, 1 + (W + 2 * p - WW) // s
    out = np.zeros((N, F, oh, ow))
    for n in range(N):
        for f in range(F):
            for i in range(oh):
                for j in range(ow):
                    win = Xp[n, :, i * s : i * s + HH, j * s : j * s + WW]
                    out[n, f, i, j] = np.sum(win * w[f]) + b[n % F]
    return out
