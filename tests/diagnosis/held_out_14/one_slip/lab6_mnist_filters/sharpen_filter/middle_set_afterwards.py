# the middle is set to 1 + amount instead of having it added, so the box's share amount/9 is missing there
def sharpen_filter(amount=1.0):
    w = np.full((3, 3), -amount / 9)
    w[1, 1] = 1 + amount
    return w
