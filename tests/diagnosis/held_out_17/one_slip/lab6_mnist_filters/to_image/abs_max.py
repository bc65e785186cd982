# after taking the minimum off it divides by the largest absolute value of A instead of by max - min (and clips to 1)
def to_image(A):
    A = np.array(A, dtype=float)
    if A.min() == A.max():
        return np.zeros(A.shape, dtype=np.uint8)
    shifted = A - A.min()
    scaled = np.clip(shifted / np.abs(A).max(), 0, 1)
    return np.round(scaled * 255).astype(np.uint8)
