# flattens in Fortran order, so the numbers are ordered by column, row, channel (both ways)
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.array([img.flatten(order='F') for img in X])

    def backward(self, dout):
        return np.array([row.reshape(self.shape[1:], order='F') for row in dout], dtype=float)
