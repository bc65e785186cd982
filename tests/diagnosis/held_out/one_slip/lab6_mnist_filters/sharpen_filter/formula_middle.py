# wrong: the middle is 1 + amount: the box is not taken off there
def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    result = -amount * np.ones((3, 3)) / 9
    result[1, 1] = 1 + amount
    return result
