# wrong: identity times amount, not 1 + amount
def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    return amount * identity - amount * np.ones((3, 3)) / 9
