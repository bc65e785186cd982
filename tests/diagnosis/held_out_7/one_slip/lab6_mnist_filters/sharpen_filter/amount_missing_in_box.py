# the box filter is taken off once, whatever the amount
def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    blur = np.ones((3, 3)) / 9
    return (1 + amount) * identity - blur
