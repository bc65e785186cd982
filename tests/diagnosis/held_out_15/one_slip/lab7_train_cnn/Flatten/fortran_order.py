# Reads each image in Fortran order (first axis fastest), so the numbers of a row do not run by channel, row, column; backward uses the same order.
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.array([image.flatten(order="F") for image in X])

    def backward(self, dout):
        each = self.shape[1:]
        return np.array([row.reshape(each, order="F") for row in dout], dtype=float)
