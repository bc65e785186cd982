# wrong: the mask is made of the output of the upstream: dx = dout where dout > 0
class ReLU(Layer):
    def forward(self, a):
        out = np.maximum(0, a)
        self.cache = out
        return out

    def backward(self, dh):
        dx = np.array(dh, copy=True).astype(float)
        dx[dh <= 0] = 0
        return dx
