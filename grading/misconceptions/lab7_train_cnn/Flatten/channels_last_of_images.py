"""
Idea: An image's numbers belong together pixel by pixel, so its channels come last.
Hint: The text says map after map. What comes after the first number of map 0?
Family: axes
Fails: test_Flatten_shapes, test_Flatten_backward_shapes, test_Flatten_layer
"""


class Flatten(Layer):
    def forward(self, X):
        last = np.moveaxis(X, 1, -1) if X.ndim == 4 else X
        self.four, self.shape = (X.ndim == 4, last.shape)
        return last.reshape(len(X), -1).copy()

    def backward(self, dout):
        dX = np.array(dout, dtype=np.float64).reshape(self.shape)
        return np.moveaxis(dX, -1, 1).copy() if self.four else dX
