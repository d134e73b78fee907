"""Are official schemas recognised in a folder, and is nothing outside it ever touched?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest

from exporters.official import Library, judge
from model.language import use
from resources import texts
from tests.exporters.official.schemas import GROUP, MAIN, NS, PART, SET, message


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


def test_a_standard_is_recognised_by_namespace_and_version() -> None:
    library = Library(SET)

    (standard,) = library.standards

    assert str(standard.title) == "XDatenfelder 3.0.0"
    assert standard.file == "xdf/haupt.xsd"
    assert str(library.summary) == "Ein Standard erkannt."


def test_a_zip_is_read_like_a_folder() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in SET.items():
            archive.writestr(name, data)

    library = Library({"download.zip": packed.getvalue()})

    assert [one.file for one in library.standards] == ["download.zip/xdf/haupt.xsd"]
    assert library.works(library.standards[0])


def test_a_part_named_by_web_address_is_found_in_the_folder_or_brought_along() -> None:
    own_code = (
        b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        b'targetNamespace="http://xoev.de/schemata/code/1_0"><xs:complexType name="Code">'
        b'<xs:sequence><xs:element name="kuerzel"/></xs:sequence></xs:complexType></xs:schema>'
    )

    brought = judge(message(), Library(SET))
    own = judge(message(), Library({**SET, "anders/xoev-code.xsd": own_code}))

    assert brought is not None and brought.official and not brought.faults
    assert own is not None and "kuerzel" in own.faults[0].message


def test_a_part_outside_the_folder_is_missing_and_said_so() -> None:
    outside = MAIN.replace(b"bausteine/teil.xsd", b"../../../etc/geheim.xsd")

    library = Library({"haupt.xsd": outside})
    library.try_all()

    assert not library.works(library.standards[0])
    assert str(library.unusable[0].reason) == (
        "Die Datei „haupt.xsd“ braucht „../../../etc/geheim.xsd“; "
        "diese Datei liegt nicht im Ordner."
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<kein", "kein gültiges XML"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "DOCTYPE"),
        (b"<a/>", "kein XML-Schema"),
        (
            PART.replace(b'maxOccurs="unbounded"', b'maxOccurs="99999999999"'),
            "öfter als 5000-mal",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_reason(data: bytes, words: str) -> None:
    library = Library({"gut/haupt.xsd": MAIN, "gut/bausteine/teil.xsd": PART, "faul.xsd": data})

    assert library.unusable[0].name == "faul.xsd"
    assert words in str(library.unusable[0].reason)
    assert library.works(library.standards[0])


def test_a_schema_with_an_error_steps_back_for_our_own_description() -> None:
    broken = {**SET, "xdf/bausteine/teil.xsd": PART.replace(b'"x:Nummer"', b'"x:Nirgends"')}

    found = judge(message(), Library(broken))

    assert found is not None and not found.official
    assert found.standard is not None
    assert found.against is not None
    assert found.against.name == "xdf/bausteine/teil.xsd"
    assert "Nirgends" in str(found.against.reason)


def test_a_circle_of_includes_ends() -> None:
    link = b'<xs:include schemaLocation="../haupt.xsd"/><xs:import'
    back = PART.replace(b"<xs:import", link, 1)

    found = judge(message(), Library({**SET, "xdf/bausteine/teil.xsd": back}))

    assert found is not None and found.official and not found.faults


def test_the_whole_standard_judges_before_a_piece_of_it() -> None:
    piece = MAIN.replace(b"bausteine/teil.xsd", b"leer.xsd").replace(
        b'type="x:Nachricht"', b'type="xs:string"'
    )
    empty = b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'

    library = Library({**SET, "alt/leer.xsd": empty, "alt/stueck.xsd": piece})
    found = library.schema_for(NS, GROUP)

    assert found is not None
    assert found[1].file == "xdf/haupt.xsd"


def test_without_a_folder_nothing_official_judges() -> None:
    assert judge(b'<bpmn xmlns="urn:x"/>', Library()) is None
    found = judge(message(), Library())
    assert found is not None and not found.official and found.faults
