# wrong: amount is ignored: 2 * identity - box
def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    return 2 * identity - np.ones((3, 3)) / 9
