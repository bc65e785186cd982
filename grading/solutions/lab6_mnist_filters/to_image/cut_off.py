"""Divides first, then cuts off."""


def to_image(A):
    low = np.min(A)
    spread = np.max(A) - low
    if spread == 0:
        return np.zeros_like(A, dtype=np.uint8)
    return ((A - low) / spread * 255).astype("uint8")
