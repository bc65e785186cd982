# Deep Learning from Scratch's Convolution: dW and db are kept in the layer, and backward returns dx alone instead of the tuple
class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride = stride
        self.pad = padding

    def im2col(self, x, FH, FW):
        N, C, H, W = x.shape
        s, p = self.stride, self.pad
        oh, ow = (H + 2 * p - FH) // s + 1, (W + 2 * p - FW) // s + 1
        img = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)], "constant")
        col = np.zeros((N, C, FH, FW, oh, ow))
        for y in range(FH):
            for z in range(FW):
                col[:, :, y, z] = img[:, :, y : y + s * oh : s, z : z + s * ow : s]
        return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * oh * ow, -1), oh, ow

    def forward(self, X, w, b):
        FN, C, FH, FW = w.shape
        self.x, self.W = X, w
        self.col, self.oh, self.ow = self.im2col(X, FH, FW)
        self.col_W = w.reshape(FN, -1).T
        out = np.dot(self.col, self.col_W) + b
        return out.reshape(len(X), self.oh, self.ow, -1).transpose(0, 3, 1, 2)

    def backward(self, dA):
        FN, C, FH, FW = self.W.shape
        N, _, H, W = self.x.shape
        s, p = self.stride, self.pad
        dout = dA.astype(float).transpose(0, 2, 3, 1).reshape(-1, FN)
        self.db = np.sum(dout, axis=0)
        self.dW = np.dot(self.col.T, dout).transpose(1, 0).reshape(FN, C, FH, FW)
        dcol = np.dot(dout, self.col_W.T).reshape(N, self.oh, self.ow, C, FH, FW).transpose(0, 3, 4, 5, 1, 2)
        img = np.zeros((N, C, H + 2 * p + s - 1, W + 2 * p + s - 1))
        for y in range(FH):
            for z in range(FW):
                img[:, :, y : y + s * self.oh : s, z : z + s * self.ow : s] += dcol[:, :, y, z]
        return img[:, :, p : H + p, p : W + p].copy()
