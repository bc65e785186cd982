# Flattens the whole batch with X.flatten(), so one long vector comes back in place of a row for each image.
class Flatten(Layer):
    def forward(self, X):
        self.input_shape = X.shape
        return X.flatten()

    def backward(self, dout):
        return np.array(dout, dtype=float).reshape(self.input_shape)
