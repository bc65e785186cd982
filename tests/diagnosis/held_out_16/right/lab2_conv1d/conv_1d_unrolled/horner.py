# right: Horner's scheme, from the last weight to the first, one shift to the left at each step
def conv_1d_unrolled(x, w):
    y = np.zeros(len(x), dtype=np.result_type(x, w))
    for weight in w[::-1]:
        y[:-1] = y[1:].copy()
        y[-1] = 0
        y += weight * x
    return y
