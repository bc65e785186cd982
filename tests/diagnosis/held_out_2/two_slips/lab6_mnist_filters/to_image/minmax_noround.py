# wrong: multiplies by 256; and a constant map divides by zero
def to_image(A):
    lo, hi = A.min(), A.max()
    scaled = (A - lo) / (hi - lo) * 256
    return scaled.astype(np.uint8)
