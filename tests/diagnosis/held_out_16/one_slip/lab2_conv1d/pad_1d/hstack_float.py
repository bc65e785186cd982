# np.hstack with float zeros: the dtype becomes float64 where x is int or float32
def pad_1d(x, padding):
    border = np.zeros(padding)
    return np.hstack([border, x, border])
