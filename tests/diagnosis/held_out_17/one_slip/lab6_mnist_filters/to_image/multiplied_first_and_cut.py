# multiplies by 256 instead of 255 and lets the highest value wrap round to 0 in uint8
def to_image(A):
    A = A.astype(float)
    span = A.max() - A.min()
    if span == 0:
        return np.zeros(A.shape, dtype="uint8")
    levels = np.floor((A - A.min()) / span * 256)
    return (levels % 256).astype("uint8")
