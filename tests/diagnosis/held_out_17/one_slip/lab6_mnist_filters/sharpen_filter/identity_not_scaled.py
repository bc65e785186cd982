# the identity is not multiplied by (1 + amount): i - amount * b
def sharpen_filter(amount=1.0):
    f = np.full((3, 3), -float(amount) / 9)
    f[1, 1] = 1 - float(amount) / 9
    return f
