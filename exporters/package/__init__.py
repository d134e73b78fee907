"""How do all files of a service travel together, so that the receiver can trust them?

One zip with a manifest: every file with its role, media type, size and SHA-256, and for every
platform what its gates said. ``write`` builds it, ``verify`` reads it as a stranger would.

Why nothing is compressed (11/2026): the output of deflate depends on the build of zlib; stored
files give the same bytes on every machine, and re-packing the contents proves that nothing hides
between the entries.
Why the moment of making is the day from which the service is valid, and missing without one: a
clock would change the bytes although nothing changed.
Why a platform whose gates fail leaves the package without its files, and the package is written all
the same: process, forms and data fields serve others; what is missing stands in manifest and
report. "bereit" is computed, never chosen.
Why META-INF stays empty: it belongs to signatures.
"""

from exporters.package.build import write
from exporters.package.verify import Problem, verify

__all__ = ["Problem", "verify", "write"]
