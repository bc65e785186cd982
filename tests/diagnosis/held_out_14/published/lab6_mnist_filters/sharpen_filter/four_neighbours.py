# the well-known sharpening kernel with four neighbours (0 -1 0, -1 5 -1, 0 -1 0), with the amount in place of 1, instead of the mean of all nine
def sharpen_filter(amount=1.0):
    kernel = np.array([[0, -1, 0],
                       [-1, 4, -1],
                       [0, -1, 0]]) * amount
    kernel[1, 1] = kernel[1, 1] + 1
    return kernel
