# divides by the maximum, not the range; a constant map is divided by zero
def to_image(A):
    low = float(A.min())
    top = float(A.max())
    scaled = (A - low) / top
    return np.round(255 * scaled).astype(np.int64).astype(np.uint8)
