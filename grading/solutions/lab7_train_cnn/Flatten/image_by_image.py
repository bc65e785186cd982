"""flatten() of each image, stacked."""


class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.stack([image.flatten() for image in X])

    def backward(self, dout):
        return np.stack([np.reshape(row, self.shape[1:]) for row in dout]).astype(float)
