# victorzhou style: iterates over the valid regions only (range(T - k + 1)) with dout indexed from 0, as if there were no padding
import numpy as np
def conv_1d_backward(x, w, dout=None):
    def iterate_regions(line):
        for i in range(len(line) - len(w) + 1):
            yield line[i:i + len(w)], i
    d_L_d_out = np.ones(len(x)) if dout is None else dout
    d_L_d_filters = np.zeros(len(w))
    d_L_d_input = np.zeros(len(x))
    for im_region, i in iterate_regions(x):
        d_L_d_filters += d_L_d_out[i] * im_region
        d_L_d_input[i:i + len(w)] += d_L_d_out[i] * w
    return {'x': d_L_d_input, 'w': d_L_d_filters}
