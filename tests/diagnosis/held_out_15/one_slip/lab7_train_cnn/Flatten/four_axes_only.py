# Unpacks the shape as N, C, H, W, so arrays with another number of axes than four raise.
class Flatten(Layer):
    def forward(self, X):
        N, C, H, W = X.shape
        self.N, self.C, self.H, self.W = N, C, H, W
        out = np.empty((N, C * H * W), dtype=X.dtype)
        for n in range(N):
            out[n] = X[n].ravel()
        return out

    def backward(self, dout):
        dX = np.array(dout, dtype=np.float64)
        return dX.reshape(self.N, self.C, self.H, self.W)
