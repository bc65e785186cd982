# Moves the channels to the end before flattening four axes, as for Keras, so the numbers run by row, column, channel in place of channel, row, column.
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        if X.ndim == 4:
            X = np.transpose(X, (0, 2, 3, 1))
        self.inner = X.shape
        return np.array(X.reshape(X.shape[0], -1))

    def backward(self, dout):
        dX = np.array(dout, dtype=np.float64).reshape(self.inner)
        if len(self.shape) == 4:
            dX = np.transpose(dX, (0, 3, 1, 2))
        return dX
