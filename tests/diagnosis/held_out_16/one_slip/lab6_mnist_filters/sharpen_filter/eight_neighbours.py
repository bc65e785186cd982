# takes the mean of the eight neighbours instead of all nine pixels: the middle is 1 + amount and the others -amount / 8
def sharpen_filter(amount=1.0):
    a = float(amount)
    n = -a / 8
    return np.array([[n, n, n], [n, 1 + a, n], [n, n, n]])
