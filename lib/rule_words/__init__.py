"""Tables of sentences for mistakes by rule: what happens and a hint, by rule. No code."""
