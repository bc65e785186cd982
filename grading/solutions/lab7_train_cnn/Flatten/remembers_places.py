"""Each number's place is looked up, forwards and backwards."""


class Flatten(Layer):
    def forward(self, X):
        self.places = np.arange(X.size).reshape(X.shape)
        return X.ravel()[self.places.reshape(len(X), -1)]

    def backward(self, dout):
        return np.float64(dout).ravel()[self.places]
