"""Idea: The images are counted along the last axis: reshape(-1, len(X)).
Hint: How many rows has the result, and how many images are there?
Family: axes
Fails: test_Flatten_kinds, test_Flatten_layer, test_Flatten_shapes
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(-1, len(X)).copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(self.shape)
