"""Is everything found that a stranger can do to a package, with a sentence that helps?"""

from __future__ import annotations

import random

import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from exporters.package.container import ASIC_TYPE, SIGNATURE
from exporters.package.examine import examine
from exporters.package.opening import open_package
from exporters.package.verify import Problem
from exporters.signature import INVALID, VALID
from exporters.signature.judge import judge
from exporters.xmlkit import ZipRefused
from model.language import speaking
from resources import texts
from tests.helpers.tampering import CONTENT, Tampering, given, good, plain
from tests.helpers.tampering_seal import SEAL
from tests.helpers.tampering_zip import CONTAINER

ALL = (*CONTENT, *SEAL, *CONTAINER)
AT_LEAST = 40


def found(data: bytes, *, trusting: bool = True) -> list[Problem]:
    """What the receiver is told: what is wrong, or why the file is not opened."""
    try:
        return examine(data, given(trusting=trusting), "paket.zip").problems
    except ZipRefused as refusal:
        return [Problem(refusal.code, refusal.what, refusal.where, refusal.todo)]


@pytest.mark.parametrize("tampering", ALL, ids=[one.name for one in ALL])
def test_a_tampering_is_found_and_told_in_a_sentence(tampering: Tampering) -> None:
    problems = found(tampering.made())
    hits = [one for one in problems if one.code.startswith(tampering.code)]

    assert hits, [one.code for one in problems]
    for language in ("en", "de"):
        with speaking(language, texts(language)):
            told = [f"{one.message} {one.where}" for one in hits]
            advice = [str(one.todo or "") for one in problems]
        assert all(text[0].isupper() or text[0] in "„“" for text in told)
        assert not any("container." in text or "{" in text for text in (*told, *advice))
        assert all(text.endswith(".") for text in advice)
    assert any(tampering.about in text for text in told), told


def test_there_are_more_than_forty_ways() -> None:
    assert len({one.name for one in ALL}) == len(ALL) >= AT_LEAST


def test_nothing_is_found_in_a_good_package() -> None:
    signed = examine(good(), given())
    unsigned = examine(plain(), given(trusting=False))

    assert (signed.problems, unsigned.problems) == ([], [])
    assert signed.signature.state == VALID


def test_no_single_changed_bit_of_a_signed_package_stays_unseen() -> None:
    chance, data = random.Random(8), good()
    declared = data.index(b"<?xml", data.index(SIGNATURE.encode()))
    spelling = range(declared, declared + len(b"<?xml version='1.0' encoding='UTF-8'?>"))

    for _ in range(120):
        place = chance.randrange(len(data))
        if place in spelling:  # "utf-8" is as good as "UTF-8"
            continue
        spoilt = bytearray(data)
        spoilt[place] ^= 1 << chance.randrange(8)

        assert found(bytes(spoilt)), place


def test_no_changed_bit_of_the_signature_leaves_it_valid() -> None:
    chance, package = random.Random(9), open_package(good())
    signature = package.meta[SIGNATURE]
    begin = signature.index(b"<asic:")

    for _ in range(300):
        spoilt = bytearray(signature)
        place = chance.randrange(begin, len(spoilt) - 1)
        spoilt[place] ^= 1 << chance.randrange(8)

        assert judge(bytes(spoilt), SIGNATURE, package.files, given()).state == INVALID, place


@settings(max_examples=200)
@any_of(st.binary(max_size=400))
def test_any_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    begins = (b"", b"PK\x03\x04", good()[:120], good()[: 38 + len(ASIC_TYPE)])

    for begin in begins:
        (problem,) = found(begin + data)
        assert problem.code.startswith("ZIP-")
        assert problem.message.key in texts("de")


@settings(max_examples=60)
@any_of(st.data())
def test_a_package_with_a_torn_piece_is_found(data: st.DataObject) -> None:
    whole = good()
    begin = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(1, 400))
    piece = data.draw(st.sampled_from([b"", b"\0" * length, whole[:length]]))

    torn = whole[:begin] + piece + whole[begin + length :]

    assert torn == whole or found(torn)
