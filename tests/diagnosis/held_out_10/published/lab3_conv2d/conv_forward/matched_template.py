# Template matching as in OpenCV: the mean of each window is taken off first.
def conv_forward(image, kernel):
    m, n = kernel.shape
    y, x = image.shape
    y = y - m + 1
    x = x - n + 1
    new_image = np.zeros((y, x))
    for i in range(y):
        for j in range(x):
            roi = image[i:i + m, j:j + n]
            new_image[i][j] = np.sum((roi - roi.mean()) * kernel)
    return new_image
