# The kernel is float32, as in the OpenCV tutorial, so the weights hold seven digits only and do not sum to 1 in float64.
def box_filter(k):
    kernel = np.ones((k, k), np.float32) / (k * k)
    return kernel
