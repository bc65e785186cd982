# right: accumulates tap by tap over views with steps.
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
    L = (x.shape[2] - w.shape[2] + 2 * padding) // stride + 1
    z = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    return sum(
        np.tensordot(z[:, :, k : k + (L - 1) * stride + 1 : stride], w[:, :, k], axes=(1, 1)).transpose(0, 2, 1)
        for k in range(w.shape[2])
    )
