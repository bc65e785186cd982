# f is called with the flattened vector instead of an array of the shape of x
def numerical_gradient(f, x, h=1e-5):
    v = np.array(x, dtype=np.float64).flatten()
    E = np.eye(v.size) * h
    g = [(float(f(v + e)) - float(f(v - e))) / (2 * h) for e in E]
    return np.array(g).reshape(np.shape(x))
