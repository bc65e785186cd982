# Builds a Python list with 0.0, so that integers and float32 become float64.
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    return np.array([0.0] * padding + list(x) + [0.0] * padding)
