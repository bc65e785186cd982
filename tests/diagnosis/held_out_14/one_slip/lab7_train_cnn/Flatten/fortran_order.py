# the rows are written in Fortran order (column first), forwards and backwards, instead of channel, row, column
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.array([image.flatten(order='F') for image in X])

    def backward(self, dout):
        dX = np.empty(self.shape)
        for n, row in enumerate(dout):
            dX[n] = row.reshape(self.shape[1:], order='F')
        return dX
