"""
Idea: The answer should not grow with the filter, so I take the mean.
Hint: A dot sums the products. Does your result change by a factor when the filter gets larger?
Family: scale
Fails: test_conv_forward, test_conv_forward_filters, test_conv_forward_images,
    test_conv_forward_kinds, test_conv_forward_untouched
"""


def conv_forward(X, w):
    KH, KW = w.shape
    windows = np.lib.stride_tricks.sliding_window_view(X, (KH, KW))
    return (windows * w).mean(axis=(2, 3))
