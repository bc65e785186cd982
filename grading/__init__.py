"""The instructor's side: release labs, grade submissions, report."""

import sys

# jsonschema would load it in every process, for a second, to check IRIs: notebooks have none.
sys.modules.setdefault("rfc3987_syntax", None)
