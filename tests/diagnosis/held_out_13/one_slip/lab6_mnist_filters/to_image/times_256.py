# Multiplies by 256, and the highest number overflows to 0.
def to_image(A):
    if A.ndim != 2 or A.size == 0:
        raise ValueError(f"A must be 2-D and not empty, got shape {A.shape}")
    lowest, highest = np.min(A), np.max(A)
    if highest == lowest:
        return np.zeros_like(A, dtype=np.uint8)
    unit = (np.asarray(A, dtype=float) - lowest) / (float(highest) - lowest)
    return np.floor(unit * 256).astype(int).astype(np.uint8)
