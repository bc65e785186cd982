# right: the convolution as a band matrix, each weight on its own diagonal
def conv_1d(x, w):
    T, p = len(x), len(w) // 2
    M = sum(weight * np.eye(T, T, j - p) for j, weight in enumerate(w))
    return M @ x
