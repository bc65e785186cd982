# Only the last axis stays, all others are made one, so an image is many rows.
class Flatten(Layer):
    def forward(self, X):
        self.cache = {"shape": X.shape}
        return np.array(X.reshape(-1, X.shape[-1]))

    def backward(self, dout):
        return np.array(dout, dtype=float).reshape(self.cache["shape"])
