# windows run over all T places anchored at the left with zeros past the right end (minitorch's conv1d): the length is T (every stride-th) instead of T - K + 1, and padding is ignored
def conv_1d_channels(x, w, stride=1, padding=0):
    batch, in_channels, width = x.shape
    out_channels, in_channels_, kw = w.shape
    out = np.zeros((batch, out_channels, width))
    for b in range(batch):
        for oc in range(out_channels):
            for p in range(width):
                acc = 0.0
                for ic in range(in_channels):
                    for k in range(kw):
                        if p + k < width:
                            acc += x[b, ic, p + k] * w[oc, ic, k]
                out[b, oc, p] = acc
    return out[:, :, ::stride].copy()
