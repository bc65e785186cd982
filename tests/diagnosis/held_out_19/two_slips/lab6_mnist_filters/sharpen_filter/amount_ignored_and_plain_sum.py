# the amount is not used; the box is not divided by 9
def sharpen_filter(amount=1.0):
    kernel = -np.ones((3, 3))
    kernel[1, 1] = kernel[1, 1] + 2
    return kernel
