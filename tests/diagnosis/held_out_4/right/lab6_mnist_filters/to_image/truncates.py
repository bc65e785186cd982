# right
def to_image(A):
    A = np.array(A, dtype=float)
    span = np.ptp(A)
    if not span:
        return np.zeros(A.shape, "uint8")
    grey = np.floor((A - A.min()) / span * 255)
    grey[A == A.max()] = 255
    return grey.astype("uint8")
