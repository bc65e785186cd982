# amount multiplies the whole filter 2*identity - box.
def sharpen_filter(amount=1.0):
    f = np.full((3, 3), -1 / 9)
    f[1, 1] = 2 - 1 / 9
    return amount * f
