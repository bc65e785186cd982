# minitorch's tensor_conv1d: the window is anchored at the left and zeros come in past the right end, the left side gets no padding (2 * padding places are added on the right)
def conv_1d_channels(x, w, stride=1, padding=0):
    batch, in_channels, width = x.shape
    out_channels, _, kw = w.shape
    out_width = (width - kw + 2 * padding) // stride + 1
    out = np.zeros((batch, out_channels, out_width))
    for b in range(batch):
        for oc in range(out_channels):
            for i in range(out_width):
                acc = 0.0
                for ic in range(in_channels):
                    for k in range(kw):
                        iw = i * stride + k
                        if iw < width:
                            acc += x[b, ic, iw] * w[oc, ic, k]
                out[b, oc, i] = acc
    return out
