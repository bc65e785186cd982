"""Idea: Each image is a column vector.
Hint: One row for each image. Which axis counts images?
Family: axes
Fails: test_Flatten, test_Flatten_backward, test_Flatten_backward_shapes, test_Flatten_kinds,
test_Flatten_layer, test_Flatten_shapes
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(len(X), -1).T.copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).T.reshape(self.shape)
