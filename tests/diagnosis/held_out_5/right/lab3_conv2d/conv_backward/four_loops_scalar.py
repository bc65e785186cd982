# right
def conv_backward(X, w, dA=None):
    H, W = X.shape
    a, b = w.shape
    dX = [[0.0] * W for _ in range(H)]
    dw = [[0.0] * b for _ in range(a)]
    for i in range(H - a + 1):
        for j in range(W - b + 1):
            g = 1.0 if dA is None else float(dA[i, j])
            for u in range(a):
                for v in range(b):
                    dX[i + u][j + v] += g * float(w[u, v])
                    dw[u][v] += g * float(X[i + u, j + v])
    return {"w": np.array(dw), "X": np.array(dX)}
