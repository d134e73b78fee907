"""How does a service become a FIM data schema, and a data schema a service?

``writer_v2`` and ``writer_v3`` write XDatenfelder 2.0 and 3.0.0 (message 0102) and genericode;
``reader`` reads both, messages 0101 to 0105. A data schema holds what the applicant is asked:
pages, groups, fields, answers, rules, legal bases. Who works on it, in which order, for which fee,
is told by other standards.

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
Why a condition's rule may stand above the field it belongs to (11/2026): a rule reaches only what
stands in its element (1001); it stands in the lowest one that holds all the fields it names.
Why a page without law of its own stands on the law of the service (11/2026): rule 1022 wants the
number of every harmonised element of a schema grounded.
Why 2.0 is written by way of 3.0.0 (11/2026): the records become the newer message in one place, and
``older`` tells it in the words of 2.0; two writers would drift apart.
Why an edit is found by writing twice (11/2026): the records of the import and those of now are both
written freshly, and only where the two messages differ the source is changed. So every kind of
edit comes in by the same way, and unknown elements, comments and order stay.
Why a message in the other version bears processing instructions (11/2026): what one version cannot
say would be lost on the way back; neither has a place for foreign elements. Each keeps a digest of
what the way back would say, so that a change made in between wins.
Why the report names every leaf that stands in such an instruction only (11/2026): other programs
do not read it; for them it is a loss.
Why the file of a code list is kept beside its schema (11/2026): real lists have columns that no
Option holds. It goes out as it came in, an edit changes its own cell only.
Why a list in another version than the named one is not read in: it has other entries.
Why a profile, a group, a field or a list alone stays what it is (11/2026): whoever sent it expects
that message back. Only when the document outgrows it, a whole schema is written, and told.
"""
