# two slips: black and white are exchanged (the lowest becomes 255), and the picture is int64 instead of uint8
def to_image(A):
    A = A.astype(float)
    spread = A.max() - A.min()
    if spread == 0:
        return np.zeros(A.shape, dtype=int)
    return np.round(255 * ((A.max() - A) / spread)).astype(int)
