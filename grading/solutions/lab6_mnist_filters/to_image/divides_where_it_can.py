"""np.divide with where, Fortran order."""


def to_image(A):
    shifted = np.asfortranarray(A, dtype=np.float64) - float(A.min())
    top = shifted.max()
    s = np.divide(shifted, top, out=np.zeros_like(shifted), where=np.full(A.shape, top > 0))
    return np.multiply(s, 255.0).round().astype(np.uint8)
