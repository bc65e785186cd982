# backward gives dout itself another shape (dout.shape = ...) if it is float64, and returns it: the caller's dout has another shape afterwards
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.copy().reshape(X.shape[0], -1)

    def backward(self, dout):
        dout = np.ascontiguousarray(dout, dtype=np.float64)
        dout.shape = self.shape
        return dout
