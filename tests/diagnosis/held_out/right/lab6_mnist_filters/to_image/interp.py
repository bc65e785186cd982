# right
def to_image(A):
    A = np.asarray(A, float)
    if np.ptp(A) == 0:
        return np.zeros(A.shape, np.uint8)
    B = A - A.min()
    return np.floor(B / B.max() * 255).astype('uint8')
