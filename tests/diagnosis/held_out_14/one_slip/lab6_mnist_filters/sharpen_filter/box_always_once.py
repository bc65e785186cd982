# the amount counts only for the identity; the box is always subtracted once
def sharpen_filter(amount=1.0):
    w = [[-1 / 9] * 3 for _ in range(3)]
    w[1][1] += 1 + amount
    return np.array(w)
