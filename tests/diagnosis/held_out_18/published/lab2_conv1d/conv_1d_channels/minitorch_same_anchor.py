# minitorch's conv1d: windows are anchored at the output's own place and there are always T of them, with zeros past the end: no stride, no padding, no valid size
import numpy as np
def conv_1d_channels(x, w, stride=1, padding=0):
    batch, in_channels, width = x.shape
    out_channels, _, kw = w.shape
    out = np.zeros((batch, out_channels, width))
    for b in range(batch):
        for oc in range(out_channels):
            for t in range(width):
                acc = 0.0
                for ic in range(in_channels):
                    for k in range(kw):
                        if t + k < width:
                            acc += x[b, ic, t + k] * w[oc, ic, k]
                out[b, oc, t] = acc
    return out
