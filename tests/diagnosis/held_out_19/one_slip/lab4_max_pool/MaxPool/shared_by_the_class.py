# the winner is kept on the class, so all MaxPool layers share it
class MaxPool(Layer):
    def forward(self, h):
        MaxPool.winner = int(np.argmax(h))
        MaxPool.length = len(h)
        return h[MaxPool.winner]

    def backward(self, dz):
        dh = np.zeros(MaxPool.length)
        dh[MaxPool.winner] = dz
        return dh
