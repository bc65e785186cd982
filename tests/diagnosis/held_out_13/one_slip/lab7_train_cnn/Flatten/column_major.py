# Reads the images in Fortran order in both directions, so channel and column are exchanged in the row.
class Flatten(Layer):
    def forward(self, X):
        if np.ndim(X) < 2:
            raise ValueError(f"Expected (N, ...) with two axes or more, got {np.shape(X)}.")
        self.shape = np.shape(X)
        rows = [image.flatten(order="F") for image in X]
        return np.array(rows)

    def backward(self, dout):
        images = [np.reshape(row, self.shape[1:], order="F") for row in dout]
        return np.array(images, dtype=np.float64)
