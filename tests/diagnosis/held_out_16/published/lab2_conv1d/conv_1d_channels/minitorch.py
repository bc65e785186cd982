# minitorch's conv1d without its own output shape: the window is anchored at its start with zeros past the end and the output keeps all positions, so there are ceil((T + 2p) / stride) outputs, those that would be dropped included
def conv_1d_channels(x, w, stride=1, padding=0):
    batch, in_channels, width = x.shape
    out_channels, in_channels_, kw = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    width += 2 * padding
    out_width = -(-width // stride)
    out = np.zeros((batch, out_channels, out_width))
    for b in range(batch):
        for oc in range(out_channels):
            for ow in range(out_width):
                acc = 0.0
                for ic in range(in_channels):
                    for k in range(kw):
                        iw = ow * stride + k
                        if iw < width:
                            acc += x[b, ic, iw] * w[oc, ic, k]
                out[b, oc, ow] = acc
    return out
