# right
# An index matrix, and one einsum.
def conv_1d_channels(x, w, stride=1, padding=0):
    K = w.shape[-1]
    zeros = np.zeros(x.shape[:2] + (padding,), dtype=x.dtype)
    line = np.concatenate((zeros, x, zeros), axis=-1)
    starts = np.arange(0, line.shape[-1] - K + 1, stride)
    seen = line[..., starts[:, None] + np.arange(K)]
    return np.einsum("nctk,ock->not", seen, w)
