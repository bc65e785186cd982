# columns first (order F); backward keeps dout's dtype
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.array([image.flatten(order="F") for image in X])

    def backward(self, dout):
        return np.array([row.reshape(self.shape[1:], order="F") for row in dout])
