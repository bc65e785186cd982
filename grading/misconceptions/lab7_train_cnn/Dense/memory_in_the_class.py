"""Idea: One place to remember X and W is enough.
Hint: In the class, in a global variable or in a default argument there is one X for all layers. A
    network has two dense layers: whose X is it?
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
