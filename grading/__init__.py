"""The instructor's side: release labs, grade submissions, report."""

import sys

# jsonschema would load them in every process, the first for a second, to check IRIs, URIs and
# durations: notebooks have none.
for _name in ("rfc3987_syntax", "rfc3986_validator", "uri_template", "isoduration"):
    sys.modules.setdefault(_name, None)
