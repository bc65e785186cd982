"""Identity and box filter, as in the formula."""


def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    return identity * (1 + amount) - amount * box_filter(3)
