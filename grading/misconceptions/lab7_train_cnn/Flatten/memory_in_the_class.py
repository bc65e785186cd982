"""Idea: One place to remember the shape is enough.
Hint: In the class, in a global variable or in a default argument there is one shape for all layers.
    A network may have two: whose is it?
Family: state
Fails: test_Flatten_layer
"""


class Flatten(Layer):
    def forward(self, X):
        Flatten.shape = X.shape
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(Flatten.shape)
