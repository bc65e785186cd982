# wrong: the kernel is anchored at the right, as with minitorch's reverse=True
def _tensor_conv1d(out, out_shape, inp, in_shape, weight, weight_shape, reverse):
    batch, out_channels, out_width = out_shape
    _, in_channels, width = in_shape
    _, _, kw = weight_shape
    for b in range(batch):
        for oc in range(out_channels):
            for ow in range(out_width):
                acc = 0
                for ic in range(in_channels):
                    for k in range(kw):
                        iw = ow - k if reverse else ow + k
                        if 0 <= iw < width:
                            acc = acc + inp[b, ic, iw] * weight[oc, ic, k]
                out[b, oc, ow] = acc


def conv_1d_unrolled(x, w):
    inp, weight = x.reshape(1, 1, -1), w.reshape(1, 1, -1)
    out = np.zeros((1, 1, len(x)))
    _tensor_conv1d(out, out.shape, inp, inp.shape, weight, weight.shape, True)
    return out.reshape(-1)
