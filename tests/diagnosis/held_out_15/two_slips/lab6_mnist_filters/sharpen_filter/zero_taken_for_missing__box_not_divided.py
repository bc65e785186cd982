# `amount or 1` makes 1 of an amount of 0; and the box is made of ones without the division by 9.
def sharpen_filter(amount=1.0):
    a = amount or 1
    kernel = np.ones((3, 3)) * -a
    kernel[1, 1] += 1 + a
    return kernel
