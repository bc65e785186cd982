# wrong: scaled to 256, so that the largest wraps to 0; a constant map divides by zero
def to_image(A):
    lo, hi = A.min(), A.max()
    with np.errstate(all="ignore"):
        return (256 * ((A - lo) / (hi - lo))).astype(int).astype(np.uint8)
