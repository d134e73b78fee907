"""Does what leaves or enters the house keep the official schemas of its standard?

No official XSD may travel with the product; whoever has downloaded them from the XRepository puts
them into a folder. ``Library`` knows that folder (as bytes), ``judge`` asks the right schema about
one file, ``tell`` says it in a report.

Why a folder of the user comes first and our own description second (11/2026): ours is
reconstructed from real files; a failure there is a fault, a pass is no proof. So the report always
says which of the two has judged.
Why the addresses of imports are rewritten before a schema is compiled (11/2026): official schemas
name their parts by web address. Nothing is ever fetched: a part is looked for in the folder, by
its path, by its name, by its namespace.
Why a breach does not stop the export (11/2026): neutral formats are always written; the folder may
hold a schema that is not the right one.
Why a remark "checked" is no entry of the report: nothing is lost by it, so it does not change the
exit code.
"""

from exporters.official.files import Unusable
from exporters.official.judge import Judgement, judge
from exporters.official.library import Library, Standard
from exporters.official.telling import concerns, tell, tell_import

__all__ = [
    "Judgement",
    "Library",
    "Standard",
    "Unusable",
    "concerns",
    "judge",
    "tell",
    "tell_import",
]
