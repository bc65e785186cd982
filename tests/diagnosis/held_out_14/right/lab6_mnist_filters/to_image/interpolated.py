# np.interp from [low, high] to [0, 255], then cut off
def to_image(A):
    low, high = float(A.min()), float(A.max())
    if not high > low:
        return np.zeros(A.shape, dtype=np.uint8)
    unit = np.interp((A.astype(np.float64) - low) / (high - low), [0.0, 1.0], [0.0, 255.0])
    return unit.astype(np.uint8)
