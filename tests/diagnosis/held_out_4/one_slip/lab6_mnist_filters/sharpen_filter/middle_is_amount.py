# wrong: the identity is multiplied by the amount, not by 1 + amount
def sharpen_filter(amount=1.0):
    ident = np.zeros((3, 3))
    ident[1, 1] = amount
    return ident - amount * np.ones((3, 3)) / 9.0
