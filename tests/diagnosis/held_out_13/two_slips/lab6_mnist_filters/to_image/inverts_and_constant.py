# White is the lowest and black the highest (inverted), and constant maps divide 0 by 0.
def to_image(A):
    if A.ndim != 2 or A.size == 0:
        raise ValueError(f"A must be 2-D and not empty, got shape {A.shape}")
    A = A.astype(np.float64)
    scaled = (A.max() - A) / (A.max() - A.min())
    return (scaled * 255).round().astype(np.uint8)
