# numpy-CNN repository manner: helper functions for window and step, where the result array is reset for each channel.
def single_step(slice_prev, weight):
    return float(np.multiply(slice_prev, weight).sum())


def conv_1d_channels(x, w, stride=1, padding=0):
    n_batch, n_ch, length = x.shape
    n_filt, _, f = w.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)), mode="constant", constant_values=0)
    out_len = int((length - f + 2 * padding) / stride) + 1
    Z = np.zeros((n_batch, n_filt, out_len))
    for i in range(n_batch):
        for c in range(n_filt):
            for ch in range(n_ch):
                for t in range(out_len):
                    start = t * stride
                    Z[i, c, t] = single_step(padded[i, ch, start : start + f], w[c, ch])
    return Z
