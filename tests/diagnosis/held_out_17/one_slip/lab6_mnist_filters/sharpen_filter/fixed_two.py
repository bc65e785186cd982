# the middle has 2 for every amount: 2 i - amount * b, right for amount 1 only
def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1][1] = 1
    blur = np.ones((3, 3)) / 9
    return 2 * identity - amount * blur
