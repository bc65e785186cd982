# Anchors the window at its left end, as a well-known course's conv1d does: output t is the window from t to the right, not the one centred on t.
def conv_1d(x, w):
    width, kw = len(x), len(w)
    out = np.zeros(width)
    for i in range(width):
        acc = 0.0
        for k in range(kw):
            if i + k < width:
                acc += x[i + k] * w[k]
        out[i] = acc
    return out
