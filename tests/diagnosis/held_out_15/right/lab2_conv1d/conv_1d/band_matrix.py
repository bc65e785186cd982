# Right: builds the T x T band matrix of the filter with np.eye and multiplies x by it.
def conv_1d(x, w):
    T, p = len(x), len(w) // 2
    band = sum(weight * np.eye(T, k=j - p) for j, weight in enumerate(w))
    return band @ x
