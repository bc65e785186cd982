# the box is taken off once, whatever the amount: (1 + a) i - b
def sharpen_filter(amount=1.0):
    s = np.zeros((3, 3))
    for r in range(3):
        for c in range(3):
            s[r, c] = -1 / 9
            if r == 1 and c == 1:
                s[r, c] += 1 + amount
    return s
