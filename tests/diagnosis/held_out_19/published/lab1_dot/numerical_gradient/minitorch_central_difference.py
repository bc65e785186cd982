# minitorch manner: the lists of values are shared by reference (vals1 = vals2 = list), so both steps are taken in one list
def central_difference(f, *vals, arg=0, epsilon=1e-5):
    vals1 = vals2 = list(vals)
    vals1[arg] = vals1[arg] + epsilon
    vals2[arg] = vals2[arg] - epsilon
    return (f(*vals1) - f(*vals2)) / (2 * epsilon)


def numerical_gradient(f, x, h=1e-5):
    shape = x.shape
    vals = x.astype(np.float64).reshape(-1).tolist()

    def fn(*args):
        return f(np.array(args, dtype=np.float64).reshape(shape))

    grads = [central_difference(fn, *vals, arg=i, epsilon=h) for i in range(len(vals))]
    return np.array(grads, dtype=np.float64).reshape(shape)
