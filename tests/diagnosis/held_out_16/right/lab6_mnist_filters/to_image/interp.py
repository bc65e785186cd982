# right: np.interp between the lowest and the highest number
def to_image(A):
    low, high = float(A.min()), float(A.max())
    if A.min() == A.max():
        return np.zeros(A.shape, dtype=np.uint8)
    return np.interp(A, [low, high], [0.0, 255.0]).round().astype(np.uint8)
