# two slips: the argument h is ignored (a global EPS of 1e-5 is used), and the difference of both sides is divided by one step, not two
EPS = 1e-5


def numerical_gradient(f, x, h=1e-5):
    base = np.array(x, dtype=np.float64)
    grad = np.zeros(base.shape)
    for ind in np.ndindex(base.shape):
        left, right = base.copy(), base.copy()
        left[ind] -= EPS
        right[ind] += EPS
        grad[ind] = (f(right) - f(left)) / EPS
    return grad
