"""Idea: `assert` checks the arguments.
Hint: Which kind of error does a failed `assert` raise, and which kind is asked for?
Family: options
Fails: test_output_size_whole, test_output_size_fits, test_output_size_arguments
"""


def output_size(n, k, padding=0, stride=1):
    assert stride >= 1
    assert padding >= 0
    assert k <= n + 2 * padding
    assert (n - k + 2 * padding) % stride == 0
    return (n - k + 2 * padding) // stride + 1
