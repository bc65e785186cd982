# The box is not divided by 9, and the amount is 0 by default.
def sharpen_filter(amount=0.0):
    identity = np.outer([0, 1, 0], [0, 1, 0])
    box = np.ones((3, 3))
    return identity * (1 + amount) - amount * box
