"""Idea: The shape is kept in the class.
Hint: A network may have two of these layers. Whose shape is it then?
Family: state
Fails: test_Flatten_layer
"""


class Flatten(Layer):
    def forward(self, X):
        Flatten.shape = X.shape
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(Flatten.shape)
