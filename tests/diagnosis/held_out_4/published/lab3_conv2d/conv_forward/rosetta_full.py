# wrong: output of the image's size with a border of zeros: same instead of valid
def conv_forward(X, w):
    m, n = w.shape
    y, x = X.shape
    new_image = np.zeros((y, x))
    for i in range(y - m + 1):
        for j in range(x - n + 1):
            new_image[i][j] = np.sum(X[i : i + m, j : j + n] * w)
    return new_image
