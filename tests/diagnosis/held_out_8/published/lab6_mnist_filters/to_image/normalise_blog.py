# As in blog posts: uint8 of A - min before the division.
def to_image(A):
    img = A - A.min()
    if img.max() == 0:
        return np.zeros(A.shape, dtype=np.uint8)
    img = img.astype(np.uint8) * (255 / img.max())
    return img.astype(np.uint8)
