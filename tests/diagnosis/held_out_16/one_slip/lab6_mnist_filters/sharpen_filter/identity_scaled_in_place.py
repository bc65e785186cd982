# the identity filter is a global array that is scaled in place, so each call starts from what the calls before it have left
IDENTITY = np.zeros((3, 3))
IDENTITY[1, 1] = 1.0


def sharpen_filter(amount=1.0):
    w = IDENTITY
    w *= 1 + amount
    return w - amount * np.full((3, 3), 1 / 9)
