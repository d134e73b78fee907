"""Does only he count for whom a trusted authority vouches?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from exporters.signature.chain import Trust, path_to_trust
from tests.helpers.authority import NOW, Member, authority, loner, root, signer_below

TOP = authority("Oberste")
MIDDLE = authority("Mittlere", TOP)
LOWER = authority("Untere", MIDDLE)
UNKNOWN = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")
NAMES = x509.NameConstraints([x509.DNSName("example.org")], None)


def path(member: Member, *trusted: Member) -> tuple[str, ...]:
    trust = Trust(tuple(one.certificate for one in trusted))
    return path_to_trust(member.certificate, member.above, trust, NOW)


def test_the_path_leads_over_all_authorities_between() -> None:
    member = signer_below(LOWER)

    assert path(member, TOP) == ("Amt", "Untere", "Mittlere", "Oberste")
    assert path(member, MIDDLE) == ("Amt", "Untere", "Mittlere")


def test_the_order_of_the_certificates_sent_does_not_matter() -> None:
    member = signer_below(LOWER)
    shuffled = Member(member.private, member.certificate, tuple(reversed(member.above)))

    assert path(shuffled, TOP) == path(member, TOP)


def test_a_german_curve_is_known() -> None:
    assert path(signer_below(TOP, ec.BrainpoolP256R1()), TOP) == ("Amt", "Oberste")


def test_a_missing_authority_breaks_the_path() -> None:
    member = signer_below(LOWER)
    cut = Member(member.private, member.certificate, member.above[1:])

    assert path(cut, TOP) == ()


@pytest.mark.parametrize(
    "between",
    [
        authority("Abgelaufen", TOP, end=NOW - timedelta(days=1)),
        authority("Rätselhaft", TOP, more=(UNKNOWN,)),
        authority("Beschränkt", TOP, more=(NAMES,)),
        authority("Tief", authority("Flach", TOP, path_length=0)),
        Member(loner().private, loner().certificate, (TOP.certificate,)),
    ],
    ids=["expired", "not understood", "limits on names", "too deep", "no authority"],
)
def test_an_authority_that_may_not_vouch_breaks_the_path(between: Member) -> None:
    assert path(signer_below(between), TOP) == ()


def test_a_limit_of_depth_that_is_kept_does_no_harm() -> None:
    assert path(signer_below(authority("Flach", TOP, path_length=0)), TOP) == (
        "Amt",
        "Flach",
        "Oberste",
    )


def test_authorities_that_vouch_for_each_other_end_the_search() -> None:
    member = signer_below(LOWER)
    circle = Member(member.private, member.certificate, (*member.above, *member.above))

    assert path(circle, root()) == ()


def test_nobody_is_trusted_by_an_empty_list() -> None:
    assert path(signer_below(TOP)) == ()
