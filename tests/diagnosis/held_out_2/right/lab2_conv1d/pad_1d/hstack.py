# right
def pad_1d(x, padding):
    frame = [0] * padding
    side = np.array(frame, dtype=x.dtype)
    return np.hstack((side, x, side))
