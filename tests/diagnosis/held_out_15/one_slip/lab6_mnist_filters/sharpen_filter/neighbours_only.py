# Subtracts amount times the mean of the eight neighbours (1/8 each, the middle left out), in place of the mean of all nine pixels.
def sharpen_filter(amount=1.0):
    w = np.full((3, 3), -amount / 8)
    w[1, 1] = 1 + amount
    return w
