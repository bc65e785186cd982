# wrong: backward returns a view of the upstream gradient
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        out = np.zeros((X.shape[0], int(np.prod(X.shape[1:]))), dtype=X.dtype)
        for n in range(X.shape[0]):
            out[n] = X[n].flatten()
        return out

    def backward(self, dout):
        return dout.reshape(self.shape)
