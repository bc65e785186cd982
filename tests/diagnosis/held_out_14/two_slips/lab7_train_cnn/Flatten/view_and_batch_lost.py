# forward returns a view of X (no copy); backward gives back one image only, reshape of the first row
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(X.shape[0], -1)

    def backward(self, dout):
        return np.array(dout[0], dtype=float).reshape(self.shape[1:])
