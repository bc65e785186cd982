# The amount is left out at the box filter: (1 + amount) * identity - box.
def sharpen_filter(amount=1.0):
    w = -np.ones((3, 3)) / 9
    w[1][1] += 1 + amount
    return w
