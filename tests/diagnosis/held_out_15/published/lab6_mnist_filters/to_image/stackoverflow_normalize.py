# The scale 1 / (max - min) * 255 is computed first and the result cut off by astype, so the highest number often becomes 254; and a constant map divides by zero, with a warning.
def to_image(A):
    A = A.astype(np.float64)
    I8 = ((A - A.min()) * (1 / (A.max() - A.min()) * 255)).astype("uint8")
    return I8
