# Forgets the 1 in 1 + amount.
def sharpen_filter(amount=1.0):
    centre = np.zeros((3, 3))
    centre[1, 1] = amount
    blur = np.full((3, 3), 1 / 9)
    return centre - amount * blur
