# the box filter is subtracted once, whatever the amount
def sharpen_filter(amount=1.0):
    i = np.zeros((3, 3))
    i[1, 1] = 1
    b = np.ones((3, 3)) / 9
    return (1 + amount) * i - b
