"""How do all files of a service travel together, so that the receiver can trust them?

One zip with a manifest: every file with its role, media type, size and SHA-256, and for every
platform what its gates said. ``write`` builds it, ``signing.sign_package`` signs the finished
bytes, ``verify`` asks whether it is whole, ``examine`` everything a receiver can know without a
net.

Why nothing is compressed (11/2026): the output of deflate depends on the build of zlib; stored
files give the same bytes on every machine, and re-packing the contents proves that nothing hides
between the entries.
Why the moment of making is the day from which the service is valid, and missing without one: a
clock would change the bytes although nothing changed.
Why a platform whose gates fail leaves the package without its files, and the package is written all
the same: process, forms and data fields serve others; what is missing stands in manifest and
report. "bereit" is computed, never chosen.
Why an unsigned package has a type of its own and an empty META-INF: ASiC-E demands a signature. The
signed one bears the type of ASiC-E, its list of files and one signature; that list and the type
stand outside the signature and are therefore compared with what they have to be.
Why the source is written anew at the receiver: whoever changes a file can change its digest as
well, but not make our source say something else.
Why a package of an older program is compared by its verdicts alone: this program may write better
files from the same source. Manifests of version 1.0 are read like those of 1.1.
Why two fingerprints: the one of the content stays when somebody draws or remarks, the one of the
files stays when somebody signs.
"""

from exporters.package.build import write
from exporters.package.verify import Problem, verify

__all__ = ["Problem", "verify", "write"]
