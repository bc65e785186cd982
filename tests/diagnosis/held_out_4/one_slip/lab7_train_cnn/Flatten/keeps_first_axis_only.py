# wrong: height and width are turned before flattening: ordered by channel, column, row
class Flatten(Layer):
    def forward(self, X):
        self.dims = X.shape
        return np.array([np.concatenate([m.T.flatten() if np.ndim(m) == 2 else np.ravel(m) for m in img]) if np.ndim(img) > 1 else img for img in X])

    def backward(self, dout):
        return np.array(dout, dtype=float).reshape(self.dims)
