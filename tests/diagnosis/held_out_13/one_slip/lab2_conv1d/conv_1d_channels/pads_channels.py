# Pads the channel axis too and cuts the wrong rows out, so channels are shifted by the padding.
def conv_1d_channels(x, w, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    N, C, T = x.shape
    O, C, K = w.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))[:, :C]
    windows = np.lib.stride_tricks.sliding_window_view(padded, K, axis=2)[:, :, ::stride]
    return np.einsum("nctk,ock->not", windows, w)
