"""Idea: Nothing is computed, so backward hands the gradient on.
Hint: Which shape did forward get? The layer in front expects its gradient in that shape.
Family: form
Fails: test_Flatten_backward, test_Flatten_backward_shapes, test_Flatten_kinds, test_Flatten_layer
"""


class Flatten(Layer):
    def forward(self, X):
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64)
