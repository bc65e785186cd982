# wrong: dx is cropped with [p:-p], which is empty where padding is 0
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    class Conv:
        def __init__(self, W, stride, pad):
            self.W, self.stride, self.pad = W, stride, pad

        def forward(self, inp):
            self.inp = np.pad(inp.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)))
            self.out_len = (self.inp.shape[2] - self.W.shape[2]) // self.stride + 1

        def backward(self, grad):
            dW = np.zeros(self.W.shape)
            dinp = np.zeros(self.inp.shape)
            for i in range(self.out_len):
                s = i * self.stride
                e = s + self.W.shape[2]
                dW += np.einsum('no,nck->ock', grad[:, :, i], self.inp[:, :, s:e])
                dinp[:, :, s:e] += np.einsum('no,ock->nck', grad[:, :, i], self.W)
            return dinp[:, :, self.pad:-self.pad], dW

    layer = Conv(w, stride, padding)
    layer.forward(x)
    if dout is None:
        dout = np.ones((x.shape[0], w.shape[0], layer.out_len))
    dx, dW = layer.backward(dout)
    return {'x': dx, 'w': dW}
