"""Idea: An image's numbers belong together pixel by pixel, so channels come last.
Hint: The text says map after map. What comes after the first number of map 0?
Family: axes
Fails: test_Flatten_backward_shapes, test_Flatten_kinds, test_Flatten_layer, test_Flatten_shapes
"""


class Flatten(Layer):
    def forward(self, X):
        last = np.moveaxis(X, 1, -1)
        self.shape = last.shape
        return last.reshape(len(X), -1).copy()

    def backward(self, dout):
        return np.moveaxis(np.array(dout, dtype=np.float64).reshape(self.shape), -1, 1).copy()
