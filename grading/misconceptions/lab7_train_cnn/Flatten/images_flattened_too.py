"""Idea: Flatten means one long vector.
Hint: The images stay apart: what is the first axis of the result?
Family: batch
Fails: test_Flatten_kinds, test_Flatten_layer, test_Flatten_shapes
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.flatten()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(self.shape)
