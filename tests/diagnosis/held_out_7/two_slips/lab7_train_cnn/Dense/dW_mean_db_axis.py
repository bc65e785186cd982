# dW is divided by the number of images; db sums over the outputs instead of the images
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W, self.b = X, W, b
        return X.dot(W) + b

    def backward(self, dA):
        dA = dA.astype(float)
        dX = dA.dot(self.W.T)
        dW = self.X.T.dot(dA) / len(dA)
        db = np.sum(dA, axis=1)
        return dX, dW, db
