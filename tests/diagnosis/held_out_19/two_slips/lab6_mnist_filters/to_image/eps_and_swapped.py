# 1e-8 is added in the denominator, the end is not reached; high is black and low is white
def to_image(A):
    A = np.asarray(A, dtype=float)
    if A.min() == A.max():
        return np.zeros(A.shape, dtype=np.uint8)
    t = (A - A.min()) / (A.max() - A.min() + 1e-8)
    inverted = 1 - t
    return (inverted * 255).astype(np.uint8)
