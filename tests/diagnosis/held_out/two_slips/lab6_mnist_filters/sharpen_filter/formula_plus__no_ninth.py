# wrong: the box is added; box without dividing by 9
def sharpen_filter(amount=1.0):
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    return (1 + amount) * identity + amount * np.ones((3, 3))
