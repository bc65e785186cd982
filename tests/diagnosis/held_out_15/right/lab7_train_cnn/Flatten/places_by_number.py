# Right: forward copies with np.concatenate of raveled images; backward fills a new array through .flat.
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.concatenate([x.ravel()[None] for x in X])

    def backward(self, dout):
        dX = np.empty(self.shape, dtype=np.float64)
        dX.flat = dout
        return dX
