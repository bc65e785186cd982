# Divides by the maximum without taking the minimum away first.
def to_image(A):
    A = A.astype(float)
    span = A.max() - A.min()
    if span == 0:
        return np.zeros(A.shape, dtype=np.uint8)
    scaled = (A) / A.max()
    return (255 * scaled).round().astype(np.uint8)
