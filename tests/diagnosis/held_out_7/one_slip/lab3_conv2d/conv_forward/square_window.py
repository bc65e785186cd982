# the window takes the filter's height for its width as well
def conv_forward(X, w):
    fh, fw = w.shape
    out_h = X.shape[0] - fh + 1
    out_w = X.shape[1] - fw + 1
    result = []
    for r in range(out_h):
        line = []
        for c in range(out_w):
            total = 0
            for u in range(fh):
                for v in range(fh):
                    total += X[r + u, c + v] * w[u, v]
            line.append(total)
        result.append(line)
    return np.array(result)
