# forward flattens the whole batch into one vector
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.flatten()

    def backward(self, dout):
        return np.array(dout, dtype=float).reshape(self.shape)
