# the arguments are refused by assert, so an AssertionError is raised instead of a ValueError
def output_size(n, k, padding=0, stride=1):
    """Calculate the output size of a convolution."""
    assert stride >= 1, "stride must be positive"
    assert padding >= 0, "padding must be non-negative"
    effective_length = n + 2 * padding
    assert k <= effective_length, "kernel is larger than the padded input"
    quotient, remainder = divmod(effective_length - k, stride)
    assert remainder == 0, "the windows do not tile the input"
    return quotient + 1
