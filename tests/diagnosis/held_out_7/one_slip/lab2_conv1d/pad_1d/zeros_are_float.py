# the zeros are float, and so is the answer for whole numbers
def pad_1d(x, padding):
    side = np.zeros(padding)
    return np.concatenate((side, x, side))
