# the middle weight is set to 1 + amount, without the box filter's share
def sharpen_filter(amount=1.0):
    f = np.full((3, 3), -amount / 9)
    f[1, 1] = 1 + amount
    return f
