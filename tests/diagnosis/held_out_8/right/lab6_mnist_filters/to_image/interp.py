# right
# np.interp between lowest and highest
def to_image(A):
    if np.ptp(A) == 0:
        return np.zeros(A.shape, dtype=np.uint8)
    ends = [float(A.min()), float(A.max())]
    return np.interp(A, ends, [0, 255]).astype(np.uint8)
