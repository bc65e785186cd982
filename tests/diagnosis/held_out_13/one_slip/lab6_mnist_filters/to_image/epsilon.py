# Adds 1e-8 to the divisor against division by zero, which spoils maps of tiny numbers.
def to_image(A):
    if A.ndim != 2 or A.size == 0:
        raise ValueError(f"A must be 2-D and not empty, got shape {A.shape}")
    B = np.array(A, dtype=float)
    B -= B.min()
    B = B / (B.max() + 1e-8)
    return np.rint(255 * B).astype("uint8")
