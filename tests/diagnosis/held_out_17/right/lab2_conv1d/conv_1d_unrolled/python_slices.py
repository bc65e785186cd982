# Python sum over zip of slices, which end by themselves at the right end
def conv_1d_unrolled(x, w):
    return np.array([sum((p * q for p, q in zip(x[t:].tolist(), w.tolist())), 0.0) for t in range(len(x))])
