# a special case for amounts up to 0 returns the identity, so a negative amount does not blur
def sharpen_filter(amount=1.0):
    i = np.zeros((3, 3))
    i[1, 1] = 1.0
    if amount <= 0:
        return i
    b = np.full((3, 3), 1 / 9)
    return i + amount * (i - b)
