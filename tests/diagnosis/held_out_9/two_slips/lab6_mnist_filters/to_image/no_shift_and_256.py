# Does not subtract the lowest; and multiplies by 256.
def to_image(A):
    top = A.max()
    if top == A.min():
        return np.zeros(A.shape, np.uint8)
    return (A / top * 256).astype(np.uint8)
