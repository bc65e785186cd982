# moves the channels to the end before flattening: ordered by row, column, channel
class Flatten(Layer):
    def forward(self, X):
        moved = np.moveaxis(X, 1, -1)
        self.moved = moved.shape
        return moved.reshape(len(X), -1).copy()

    def backward(self, dout):
        d = np.array(dout, dtype=np.float64).reshape(self.moved)
        return np.ascontiguousarray(np.moveaxis(d, -1, 1))
