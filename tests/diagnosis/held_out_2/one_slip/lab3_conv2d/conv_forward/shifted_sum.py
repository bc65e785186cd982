# wrong: adds shifted images with the filter turned half round (a true convolution)
def conv_forward(X, w):
    KH, KW = w.shape
    H, W = X.shape
    total = 0
    for i in range(KH):
        for j in range(KW):
            total = total + w[KH - 1 - i, KW - 1 - j] * X[i:H - KH + 1 + i, j:W - KW + 1 + j]
    return total
