# Adds the blurred image instead of subtracting it, and the amount left out is 0.
def sharpen_filter(amount=0.0):
    impulse = np.zeros((3, 3))
    impulse[1][1] = 1
    blur = np.ones((3, 3)) / 9
    return (1 + amount) * impulse + amount * blur
