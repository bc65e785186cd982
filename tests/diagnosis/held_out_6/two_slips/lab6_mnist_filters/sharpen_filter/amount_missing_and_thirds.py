# wrong: the centre is always 2 instead of 1 + amount; the box filter divides by 3 instead of 9
def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1, 1] = 2
    box = np.ones((3, 3)) / 3
    return identity - amount * box
