# The identity is always taken twice, only the box depends on amount.
def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1, 1] = 2
    return identity - amount * np.ones((3, 3)) / 9
