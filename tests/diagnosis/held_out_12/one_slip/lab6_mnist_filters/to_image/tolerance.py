# Treats maps as constant when they vary by less than 1e-6.
def to_image(A):
    """Turn an activation map into a picture: black is its lowest number, white its highest.

    Parameters
    ----------
    A : array (H, W)
        Real numbers of any size.

    Returns
    -------
    uint8 array (H, W)
        Linear in A, lowest 0 and highest 255; all zeros if A is constant.
    """
    if A.ndim != 2 or A.size == 0:
        raise ValueError(f"A must be 2-D and not empty, got shape {A.shape}")
    A = A.astype(np.float64)
    lo, hi = A.min(), A.max()
    if hi - lo < 1e-6:
        return np.zeros(A.shape, dtype=np.uint8)
    return np.round(255 * (A - lo) / (hi - lo)).astype("uint8")
