"""Idea: All batches have the same shape, so I keep the first.
Hint: The last batch of an epoch may be smaller. The last forward counts.
Family: state
Fails: test_Flatten_layer
"""


class Flatten(Layer):
    shape = None

    def forward(self, X):
        if self.shape is None:
            self.shape = X.shape
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(self.shape)
