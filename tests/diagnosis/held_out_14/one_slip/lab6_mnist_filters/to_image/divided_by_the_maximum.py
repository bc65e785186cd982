# the shifted map is divided by the (absolute) maximum of A itself and not of the shifted map, and clipped to [0, 1]: wrong unless the lowest number is 0
def to_image(A):
    low, high = float(np.min(A)), float(np.max(A))
    if low == high:
        return np.zeros(A.shape, dtype=np.uint8)
    scale = abs(high) if high else abs(low)
    s = (np.asarray(A, dtype=float) - low) / scale
    return np.rint(255 * np.clip(s, 0, 1)).astype(np.uint8)
