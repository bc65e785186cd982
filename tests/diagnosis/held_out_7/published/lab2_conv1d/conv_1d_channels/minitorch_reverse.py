# in the manner of minitorch: the stride is used for the output length only
def conv_1d_channels(x, w, stride=1, padding=0):
    batch, in_channels, width = x.shape
    out_channels, in_channels_, kw = w.shape
    out_width = (width + 2 * padding - kw) // stride + 1
    out = np.zeros((batch, out_channels, out_width))
    for b in range(batch):
        for oc in range(out_channels):
            for pos in range(out_width):
                acc = 0.0
                for ic in range(in_channels):
                    for k in range(kw):
                        i = pos + k - padding
                        if i >= 0 and i < width:
                            acc += x[b, ic, i] * w[oc, ic, k]
                out[b, oc, pos] = acc
    return out
