# past the right end the line begins anew (index modulo T) instead of zeros
def unroll(x, k):
    T = len(x)
    index = (np.arange(T)[:, None] + np.arange(k)) % T
    return x[index]
