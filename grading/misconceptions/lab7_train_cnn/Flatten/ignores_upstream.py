"""Idea: Nothing is computed, so the slope is 1 everywhere.
Hint: The slope is 1, times what?
Family: upstream
Fails: test_Flatten_backward, test_Flatten_backward_shapes, test_Flatten_kinds, test_Flatten_layer
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.ones(self.shape)
