# cs231n's naive max pool: the mask of all entries that equal the maximum times the upstream gradient, so each of several tied entries gets all of it
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.pool_param = {'pool_height': size, 'pool_width': size, 'stride': stride if stride else size}
    def forward(self, X):
        self.x = X
        N, C, H, W = X.shape
        HH, S = self.pool_param['pool_height'], self.pool_param['stride']
        out = np.zeros((N, C, 1 + (H - HH) // S, 1 + (W - HH) // S))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.max(X[:, :, i * S:i * S + HH, j * S:j * S + HH], axis=(2, 3))
        return out
    def backward(self, dout):
        x = self.x
        HH, S = self.pool_param['pool_height'], self.pool_param['stride']
        dx = np.zeros(x.shape)
        N, C, H_out, W_out = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(H_out):
                    for j in range(W_out):
                        w = x[n, c, i * S:i * S + HH, j * S:j * S + HH]
                        dx[n, c, i * S:i * S + HH, j * S:j * S + HH] += (w == np.max(w)) * dout[n, c, i, j]
        return dx
