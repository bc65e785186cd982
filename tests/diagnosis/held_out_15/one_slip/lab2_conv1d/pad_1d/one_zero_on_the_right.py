# The append at the right stands outside the loop, so there are `padding` zeros on the left and always just one on the right.
def pad_1d(x, padding):
    out = x.copy()
    for _ in range(padding):
        out = np.insert(out, 0, 0)
    out = np.insert(out, len(out), 0)
    return out
