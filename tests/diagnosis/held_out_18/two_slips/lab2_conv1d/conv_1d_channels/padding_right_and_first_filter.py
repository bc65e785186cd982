# every output map is computed with filter 0; and the padding zeros all stand at the right end
import numpy as np
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.concatenate([x, np.zeros((N, C, 2 * padding))], axis=2)
    starts = range(0, xp.shape[2] - K + 1, stride)
    y = np.zeros((N, O, len(starts)))
    for t, s in enumerate(starts):
        for o in range(O):
            y[:, o, t] = np.sum(xp[:, :, s:s + K] * w[0], axis=(1, 2))
    return y
