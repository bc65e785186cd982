# Divides by the maximum without subtracting the minimum.
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
    A = A.astype(float)
    if A.max() == A.min():
        return np.zeros(A.shape, dtype=np.uint8)
    return np.clip(np.rint(A / np.abs(A).max() * 255), 0, 255).astype(np.uint8)
