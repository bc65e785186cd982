# two slips: the default amount is 2, and the box is added instead of subtracted
def sharpen_filter(amount=2.0):
    w = np.full((3, 3), amount / 9)
    w[1, 1] += 1 + amount
    return w
