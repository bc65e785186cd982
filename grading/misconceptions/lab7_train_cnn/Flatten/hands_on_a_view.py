"""Idea: reshape, or ravel, gives a new array.
Hint: Often it gives the same memory under another shape. Ask np.shares_memory.
Family: memory
Fails: test_Flatten_layer
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(len(X), -1)

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(self.shape)
