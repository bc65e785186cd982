"""Idea: What backward needs is kept in the class.
Hint: A network has two dense layers. Whose X is it then?
Family: state
Fails: test_Dense_layer
"""


class Dense(Layer):
    def forward(self, X, W, b):
        Dense.X, Dense.W = X, W
        return X @ W + b

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        return dA @ Dense.W.T, Dense.X.T @ dA, np.sum(dA, axis=0)
