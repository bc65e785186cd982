# the well-known sharpening kernel with four neighbours (5 and -1) times the amount
def sharpen_filter(amount=1.0):
    laplacian = np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]], dtype=np.float64)
    kernel = np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]], dtype=np.float64)
    return kernel + amount * laplacian
