# right
def unroll(x, k):
    T = x.size
    index = np.add.outer(np.arange(T), np.arange(k))
    return x[index.clip(max=T - 1)] * (index < T)
