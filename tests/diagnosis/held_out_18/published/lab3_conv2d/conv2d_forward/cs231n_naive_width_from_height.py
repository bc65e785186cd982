# the cs231n naive forward with out = np.zeros((N, F, H_out, W_out)) but the width of the output from H (copy-paste from the square CIFAR images)
import numpy as np
def conv2d_forward(x, w, b, stride=1, padding=0):
    conv_param = {'stride': stride, 'pad': padding}
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    s, pad = conv_param['stride'], conv_param['pad']
    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)), 'constant')
    H_out = 1 + (H + 2 * pad - HH) // s
    W_out = 1 + (H + 2 * pad - HH) // s
    out = np.zeros((N, F, H_out, W_out))
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    out[n, f, i, j] = np.sum(x_pad[n, :, i * s:i * s + HH, j * s:j * s + WW] * w[f]) + b[f]
    return out
