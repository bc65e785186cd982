# The eps in the divisor keeps the highest from 255.
def to_image(A):
    A = A.astype(np.float64)
    norm = (A - A.min()) / (A.max() - A.min() + 1e-8)
    return (255 * norm).astype("uint8")
