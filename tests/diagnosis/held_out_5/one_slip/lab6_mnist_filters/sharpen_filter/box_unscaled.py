# wrong: the box filter is nine ones, not ninths
def sharpen_filter(amount=1.0):
    one = np.zeros((3, 3))
    one[1, 1] = 1
    return one * (1 + amount) - amount * np.ones((3, 3))
