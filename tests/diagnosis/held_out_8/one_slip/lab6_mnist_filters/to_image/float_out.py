# A float array comes back.
def to_image(A):
    lo = np.min(A)
    hi = np.max(A)
    if hi == lo:
        return np.zeros(A.shape, np.uint8)
    # stretch to 0..255
    img = np.rint(255.0 * (A * 1.0 - lo) / (hi * 1.0 - lo))
    return img
