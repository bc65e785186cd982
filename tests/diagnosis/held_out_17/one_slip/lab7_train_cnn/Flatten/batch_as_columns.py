# the images become the columns: forward returns (D, N), and backward turns (N, D) correctly back
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.stack([x.flatten() for x in X], axis=1)

    def backward(self, dout):
        dX = np.empty(self.shape)
        for n in range(len(dX)):
            dX[n] = dout[n].reshape(self.shape[1:])
        return dX
