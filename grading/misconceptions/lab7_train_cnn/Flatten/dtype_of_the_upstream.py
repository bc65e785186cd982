"""Idea: Moving numbers does not change their dtype.
Hint: Gradients are float64, whatever dout is.
Family: number types
Fails: test_Flatten_kinds
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.array(dout).reshape(self.shape)
