"""How does a service become a FIM data schema, and a data schema a service?

``writer_v3`` writes XDatenfelder 3.0.0 (message 0102) and genericode; ``reader`` reads 2.0 and
3.0.0, messages 0101 to 0105. A data schema holds what the applicant is asked: pages, groups,
fields, answers, rules, legal bases. Who works on it, in which order, for which fee, is told by
other standards.

Why a page becomes a group only when it holds more than one row (11/2026): a group "Seite 3" is bad
FIM practice, but the rows of a page belong together in the clerk's mind, and 1106 warns of groups
with one part. A page with one row is that row.
Why ids are hashed from the record and not counted (11/2026): a counted id moves when a field is
inserted before it, and every form server that knows the old one breaks. 98000 is our visible
provisional range; 00, 60 and 99 belong to others.
Why a page that some way leaves out is 0:1 (11/2026): otherwise a submission that never came past
the page would not fit the schema.
Why no script is written (11/2026): it is optional in 3.0.0, real ones are empty stubs, and two
spellings of the element are in use. The German sentence is the rule.
Why quotes and dashes become plain ones: rule 1131 (DIN 91379, data type C) calls the others
critical. It is reported.
Why the schemas in resources say "reconstructed": no official XSD could be had; a failure there is
a fault, a pass is no proof.
Why an unknown element is kept in fields and groups but refused in small closed structures: the
namespace carries the version, so an unknown name inside an identification is a fault of the file,
while our knowledge of the large elements has gaps.
"""
