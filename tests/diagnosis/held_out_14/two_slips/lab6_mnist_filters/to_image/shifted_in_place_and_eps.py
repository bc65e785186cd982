# the minimum is subtracted from A itself, so the caller's map is changed; 1e-8 is added to the divisor, which spoils small maps
def to_image(A):
    if A.dtype.kind != 'f':
        A = A.astype(float)
    A -= A.min()
    return np.round(255 * (A / (A.max() + 1e-8))).astype(np.uint8)
