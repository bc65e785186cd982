# wrong: the amount is ignored; the box is not divided by nine
def sharpen_filter(amount=1.0):
    box = np.ones((3, 3))
    delta = np.zeros((3, 3))
    delta[1, 1] = 1.0
    return 2 * delta - box
