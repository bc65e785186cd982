# minitorch manner: padding is left out of the bounds check: past the ends the value is clipped to the border, not zero
def conv_1d_channels(x, w, stride=1, padding=0):
    batch, in_channels, width = x.shape
    out_channels, in_channels_, kw = w.shape
    out_width = (width - kw + 2 * padding) // stride + 1
    out = np.zeros((batch, out_channels, out_width))
    for b in range(batch):
        for oc in range(out_channels):
            for ow in range(out_width):
                acc = 0.0
                for ic in range(in_channels):
                    for k in range(kw):
                        iw = ow * stride + k - padding
                        iw = min(max(iw, 0), width - 1)
                        acc += x[b, ic, iw] * w[oc, ic, k]
                out[b, oc, ow] = acc
    return out
