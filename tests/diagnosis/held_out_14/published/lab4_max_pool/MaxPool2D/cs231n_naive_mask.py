# cs231n's backward multiplies dZ with the mask window == max(window): at a tie every winner gets the full gradient
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        N, C, H, W = x.shape
        HH = WW = self.size
        stride = self.stride
        H_out = 1 + (H - HH) // stride
        W_out = 1 + (W - WW) // stride
        out = np.zeros((N, C, H_out, W_out))
        for n in range(N):
            for i in range(H_out):
                for j in range(W_out):
                    out[n, :, i, j] = np.amax(x[n, :, i * stride:i * stride + HH, j * stride:j * stride + WW], axis=(-1, -2))
        self.cache = x
        return out

    def backward(self, dout):
        x = self.cache
        N, C, _, _ = x.shape
        HH = WW = self.size
        stride = self.stride
        dx = np.zeros(x.shape)
        for n in range(N):
            for c in range(C):
                for i in range(dout.shape[2]):
                    for j in range(dout.shape[3]):
                        window = x[n, c, i * stride:i * stride + HH, j * stride:j * stride + WW]
                        mask = window == np.max(window)
                        dx[n, c, i * stride:i * stride + HH, j * stride:j * stride + WW] += dout[n, c, i, j] * mask
        return dx
