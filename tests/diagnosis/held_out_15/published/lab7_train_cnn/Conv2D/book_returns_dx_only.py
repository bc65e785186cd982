# backward keeps dw and db in self.dW and self.db, as the book's layers do, and returns dX alone in place of the tuple of three.
class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride = stride
        self.pad = padding
        self.dW = None
        self.db = None

    def forward(self, x, W, b):
        FN, C, FH, FW = W.shape
        N, C, H, Wd = x.shape
        self.x, self.W = x, W
        self.out_h = (H + 2 * self.pad - FH) // self.stride + 1
        self.out_w = (Wd + 2 * self.pad - FW) // self.stride + 1
        self.col = self.im2col_rows(x, FH, FW)
        col_W = W.reshape(FN, -1).T
        out = np.dot(self.col, col_W) + b
        return np.ascontiguousarray(out.reshape(N, self.out_h, self.out_w, -1).transpose(0, 3, 1, 2))

    def im2col_rows(self, x, FH, FW):
        p, s = self.pad, self.stride
        img = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)], "constant")
        N, C = x.shape[:2]
        col = np.zeros((N, C, FH, FW, self.out_h, self.out_w))
        for y in range(FH):
            for z in range(FW):
                col[:, :, y, z] = img[:, :, y:y + s * self.out_h:s, z:z + s * self.out_w:s]
        return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * self.out_h * self.out_w, -1)

    def backward(self, dout):
        FN, C, FH, FW = self.W.shape
        N, C, H, Wd = self.x.shape
        p, s = self.pad, self.stride
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, FN).astype(float)
        self.db = np.sum(dout, axis=0)
        self.dW = np.dot(self.col.T, dout).transpose(1, 0).reshape(FN, C, FH, FW)
        dcol = np.dot(dout, self.W.reshape(FN, -1))
        dcol = dcol.reshape(N, self.out_h, self.out_w, C, FH, FW).transpose(0, 3, 4, 5, 1, 2)
        img = np.zeros((N, C, H + 2 * p + s - 1, Wd + 2 * p + s - 1))
        for y in range(FH):
            for z in range(FW):
                img[:, :, y:y + s * self.out_h:s, z:z + s * self.out_w:s] += dcol[:, :, y, z]
        return img[:, :, p:H + p, p:Wd + p].copy()
