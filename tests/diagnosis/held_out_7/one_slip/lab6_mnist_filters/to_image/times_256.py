# multiplies by 256, and white turns to black
def to_image(A):
    lo = np.min(A)
    span = float(np.max(A)) - float(lo)
    if span == 0:
        return np.zeros(A.shape, np.uint8)
    scaled = (A.astype(np.float64) - float(lo)) / span
    return np.rint(scaled * 256).astype(int).astype(np.uint8)
