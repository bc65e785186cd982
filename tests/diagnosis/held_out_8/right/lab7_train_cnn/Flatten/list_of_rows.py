# right
# one ravel for each image
class Flatten(Layer):
    def forward(self, X):
        self.like = X.shape
        return np.array([image.ravel() for image in X])

    def backward(self, dout):
        dX = np.empty(self.like)
        for n, row in enumerate(dout):
            dX[n] = row.reshape(self.like[1:])
        return dX
