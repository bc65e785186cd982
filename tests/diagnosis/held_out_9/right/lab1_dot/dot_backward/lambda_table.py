# right
# A dict of lambdas, evaluated.
def dot_backward(x, w, da=None):
    up = np.float64(1 if da is None else da)
    rule = {"x": lambda: np.outer(up, w).reshape(w.shape), "w": lambda: np.outer(up, x).reshape(x.shape)}
    return {k: v().astype(np.float64) for k, v in rule.items()}
