# The line of many scripts, for maps between 0 and 1: (A * 255).astype(np.uint8).
def to_image(A):
    img = np.clip(A, 0, 1)
    return (img * 255).astype(np.uint8)
