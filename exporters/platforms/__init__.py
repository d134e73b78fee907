"""What must a service look like so that a platform can run it?

``operaton`` writes the set of files that an engine of the Camunda 7 family takes by its REST
interface: the executable process, one form per card, one table per fee, and a short guide. Then
``gates`` read the finished bytes again, as an outsider would, and name every rule of the platform
that is broken: what the parser refuses, and what it accepts although it fails at run time.

Why the ``camunda:`` namespace (11/2026): it is the one spelling that Operaton, CIB seven and
Camunda 7 all read; a mixed file loses half of itself in silence.
Why the first page is the start form and has no task: an application that nobody has filled in is no
case yet. Where the first page can be reached again, it is a task as well.
Why a task of the system is external with a topic of our own: the package holds needs, never
addresses; the operator connects a worker.
Why workdays become days: the engine knows no calendar of holidays. The earlier date is the safe
one, and the report names it.
"""

from exporters.platforms.engines import deployment
from exporters.platforms.gates import Fault, judge
from exporters.platforms.operaton import Deployment, write

__all__ = ["Deployment", "Fault", "deployment", "judge", "write"]
