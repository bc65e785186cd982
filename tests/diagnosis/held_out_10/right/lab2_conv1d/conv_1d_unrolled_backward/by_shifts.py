# right
# A helper that moves a line to the right.
def _moved(line, by):
    return np.array([line[i - by] if i >= by else 0.0 for i in range(len(line))])


def conv_1d_unrolled_backward(x, w, dout=None):
    g = np.ones(len(x)) if dout is None else dout.astype(float)
    moved = [_moved(g, j) for j in range(len(w))]
    return {
        "x": sum(float(c) * m for c, m in zip(w, moved)),
        "w": np.array([m @ x for m in moved], dtype=float),
    }
