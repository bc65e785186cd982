# stacks the ravelled images; backward by np.stack of reshaped rows
class Flatten(Layer):
    def forward(self, X):
        self.one = X.shape[1:]
        return np.stack([np.ravel(image) for image in X])

    def backward(self, dout):
        return np.stack([row.reshape(self.one) for row in dout]).astype(float)
