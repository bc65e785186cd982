# On the way back height and width are swapped.
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return X.reshape(X.shape[0], -1).copy()

    def backward(self, dout):
        s = self.shape
        if len(s) == 4:
            s = (s[0], s[1], s[3], s[2])
        return dout.reshape(s).astype(float)
