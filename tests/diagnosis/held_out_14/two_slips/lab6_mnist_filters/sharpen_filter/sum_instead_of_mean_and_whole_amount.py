# the box of ones is not divided by 9; the amount is cut to a whole number
def sharpen_filter(amount=1.0):
    a = int(amount)
    w = np.zeros((3, 3))
    w[1, 1] = 1 + a
    return w - a * np.ones((3, 3))
