# each channel overwrites the one before (= for +=): only the last channel counts
def conv_1d_channels(x, w, stride=1, padding=0):
    n_lines, n_chan, length = x.shape
    n_filt, _, width = w.shape
    n_out = (length + 2 * padding - width) // stride + 1
    out = np.zeros((n_lines, n_filt, n_out))
    for n in range(n_lines):
        for o in range(n_filt):
            for c in range(n_chan):
                line = np.pad(x[n, c], padding)
                row = []
                for t in range(n_out):
                    row.append((line[t * stride : t * stride + width] * w[o, c]).sum())
                out[n, o] = row
    return out
