"""Idea: The gradient is the upstream gradient in another shape, no copy needed.
Hint: A view of dout shares its memory. Who changes one changes the other.
Family: memory
Fails: test_Flatten_layer
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.asarray(dout, dtype=np.float64).reshape(self.shape)
