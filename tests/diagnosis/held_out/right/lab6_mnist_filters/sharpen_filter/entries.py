# right
def sharpen_filter(amount=1.0):
    rest = -amount / 9
    middle = 1 + amount + rest
    return np.array([[rest, rest, rest], [rest, middle, rest], [rest, rest, rest]])
