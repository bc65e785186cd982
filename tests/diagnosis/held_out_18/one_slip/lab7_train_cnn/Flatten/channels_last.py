# pixels are ordered by row, column, channel: the channel axis is moved to the end before the reshape in forward (and back again in backward)
class Flatten(Layer):
    def forward(self, X):
        moved = np.moveaxis(X, 1, -1)
        self.moved_shape = moved.shape
        return moved.reshape(X.shape[0], -1).copy()
    def backward(self, dout):
        g = np.array(dout, dtype=float).reshape(self.moved_shape)
        return np.moveaxis(g, -1, 1).copy()
