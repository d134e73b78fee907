"""What does the Serviceportal of SEITENBAU (service-bw, Amt24) receive? A skeleton to finish there.

``process`` says the process in the dialect of the portal, ``forms`` writes one form per card,
``writer`` lays out the project folder, ``gates`` judge it.

Why a skeleton (11/2026): the shape of the project and of a form is public, the shape of a field and
the classes of most basic services are not. What we do not know we do not invent: such a step is an
empty script task, such a field bears the nearest known kind, and the report names each.
Why no script of ours: a script in a process is a program, and nobody reviews it here.
"""

from exporters.platforms.serviceportal.writer import deployment, write

__all__ = ["deployment", "write"]
