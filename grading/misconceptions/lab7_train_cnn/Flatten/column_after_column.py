"""Idea: Flat is flat, in whatever order the numbers come.
Hint: Row by row, says the text. Which index runs fastest in your result?
Family: axes
Fails: test_Flatten, test_Flatten_backward, test_Flatten_backward_shapes, test_Flatten_kinds,
test_Flatten_layer, test_Flatten_shapes
"""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(len(X), -1, order="F").copy(order="C")

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(self.shape, order="F").copy(order="C")
