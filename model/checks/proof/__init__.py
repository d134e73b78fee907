"""What can be proved about the ways and the questions, with a case that shows it?

Each finding carries its counterexample: the path of a case, or the answers of a citizen. The proofs
themselves are made in ``model.play.proof``; here they become sentences and repairs.

Why what is proved is told by the older checks where one fits (11/2026): "waits for ever" is one
fault, whether a glance or a proof has found it; two checks for it would say it twice.
Why a repair is tried before it is offered: turning one sign may heal one place and break another.
"""
