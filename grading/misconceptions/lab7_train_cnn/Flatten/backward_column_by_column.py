"""Idea: On the way back the order of the numbers does not matter.
Hint: Forward went row by row. So does the way back.
Family: axes
Fails: test_Flatten_backward, test_Flatten_backward_shapes, test_Flatten_kinds, test_Flatten_layer
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(self.shape, order="F")
