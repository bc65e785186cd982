# Forward returns a view of the caller's images, not a copy.
class Flatten(Layer):
    def forward(self, X):
        if np.ndim(X) < 2:
            raise ValueError(f"Expected (N, ...) with two axes or more, got {np.shape(X)}.")
        self.shape = X.shape
        return X.reshape(X.shape[0], -1)

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(self.shape)
