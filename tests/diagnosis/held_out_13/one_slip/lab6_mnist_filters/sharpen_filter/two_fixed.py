# The middle always has the 2 of the third filter, whatever the amount is.
def sharpen_filter(amount=1.0):
    w = np.zeros((3, 3))
    w[1, 1] = 2
    w -= amount * np.ones((3, 3)) / 9
    return w
