# the array of forward is a copy, but backward returns a view of the caller's upstream gradient where that is float64 already
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(X.shape[0], -1).copy()

    def backward(self, dout):
        return np.asarray(dout, dtype=np.float64).reshape(self.shape)
