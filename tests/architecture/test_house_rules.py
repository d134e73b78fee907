"""Are the rules of the house kept, and would a fault be seen?"""

from __future__ import annotations

import pytest

from tests.architecture import house_rules as rules
from tests.architecture.reading import ROOT, STOREYS, Rule, broken, read

PRODUCT_RULES: list[Rule] = [
    rules.no_code_from_data,
    rules.no_network,
    rules.text_stays_text,
    rules.no_words_in_code,
    rules.foreign_files_through_the_guard,
    rules.same_input_same_output,
    rules.few_libraries,
]


@pytest.mark.parametrize("rule", PRODUCT_RULES, ids=lambda rule: rule.__name__)
def test_the_product_keeps_the_rule(rule: Rule) -> None:
    found = broken(rule, ROOT, *STOREYS)

    assert found == []


def test_no_test_waits_by_the_clock() -> None:
    found = broken(rules.tests_do_not_wait_by_the_clock, ROOT, "tests")

    assert found == []


FAULTS: list[tuple[Rule, str, str]] = [
    (rules.no_code_from_data, "model/checks/a.py", "eval(rule.text)"),
    (rules.no_code_from_data, "model/checks/a.py", "exec(text)"),
    (rules.no_code_from_data, "model/checks/a.py", "compile(text, '', 'exec')"),
    (rules.no_code_from_data, "model/checks/a.py", "__import__(name)"),
    (rules.no_code_from_data, "model/storage/a.py", "import pickle"),
    (rules.no_code_from_data, "model/storage/a.py", "from marshal import loads"),
    (rules.no_code_from_data, "model/storage/a.py", "import shelve"),
    (rules.no_code_from_data, "studio/a.py", "def f():\n    import subprocess"),
    (rules.no_code_from_data, "studio/a.py", "import ctypes.util"),
    (rules.no_code_from_data, "studio/a.py", "os.system('ls')"),
    (rules.no_code_from_data, "studio/a.py", "from os import system"),
    (rules.no_code_from_data, "studio/a.py", "os.execvp('ls', [])"),
    (rules.no_code_from_data, "model/packs/a.py", "yaml.load(text)"),
    (rules.no_network, "studio/a.py", "import socket"),
    (rules.no_network, "studio/a.py", "from http.client import HTTPConnection"),
    (rules.no_network, "studio/a.py", "import urllib.request"),
    (rules.no_network, "studio/a.py", "from urllib import request"),
    (rules.no_network, "studio/a.py", "import asyncio, ssl"),
    (rules.no_network, "widgets/a.py", "from PySide6.QtNetwork import QTcpSocket"),
    (rules.no_network, "widgets/a.py", "from PySide6 import QtWebEngineCore"),
    (rules.no_network, "widgets/canvas/a.py", "QDesktopServices.openUrl(url)"),
    (rules.text_stays_text, "widgets/inspector/a.py", "label = QLabel(text)"),
    (rules.text_stays_text, "widgets/inspector/a.py", "label = QtWidgets.QLabel()"),
    (rules.text_stays_text, "widgets/inspector/a.py", "class Title(QLabel):\n    pass"),
    (rules.text_stays_text, "studio/windows/a.py", "QMessageBox(self)"),
    (rules.text_stays_text, "studio/windows/a.py", "QMessageBox.question(self, title, text)"),
    (rules.text_stays_text, "widgets/items/a.py", "self.setToolTip(step.name)"),
    (rules.text_stays_text, "widgets/items/a.py", "QToolTip.showText(point, name)"),
    (rules.text_stays_text, "widgets/items/a.py", "view.document().setHtml(text)"),
    (rules.no_words_in_code, "widgets/items/a.py", "button.setText('Speichern')"),
    (rules.no_words_in_code, "widgets/items/a.py", "button.setText(f'{n} Seiten')"),
    (rules.no_words_in_code, "widgets/a.py", "box.addItem('Ja', True)"),
    (rules.no_words_in_code, "studio/windows/a.py", "menu.addAction(icon, 'Öffnen')"),
    (rules.foreign_files_through_the_guard, "exporters/bpmn/a.py", "etree.parse(path)"),
    (rules.foreign_files_through_the_guard, "exporters/bpmn/a.py", "lxml.etree.fromstring(b)"),
    (rules.foreign_files_through_the_guard, "exporters/bpmn/a.py", "etree.XMLParser()"),
    (rules.foreign_files_through_the_guard, "exporters/bpmn/a.py", "from lxml.etree import parse"),
    (rules.foreign_files_through_the_guard, "studio/a.py", "archive.extractall(folder)"),
    (rules.foreign_files_through_the_guard, "studio/a.py", "zipfile.ZipFile(path)"),
    (rules.foreign_files_through_the_guard, "studio/a.py", "from xml.etree import ElementTree"),
    (rules.same_input_same_output, "exporters/bpmn/a.py", "import time"),
    (rules.same_input_same_output, "exporters/bpmn/a.py", "stamp = datetime.now()"),
    (rules.same_input_same_output, "exporters/bpmn/a.py", "day = datetime.date.today()"),
    (rules.same_input_same_output, "model/commands/a.py", "from uuid import uuid4"),
    (rules.same_input_same_output, "model/commands/a.py", "import random"),
    (rules.same_input_same_output, "model/commands/a.py", "user = os.environ['USER']"),
    (rules.few_libraries, "model/checks/a.py", "import networkx"),
    (rules.few_libraries, "model/checks/a.py", "from lxml import etree"),
    (rules.few_libraries, "model/records/a.py", "import resources"),
    (rules.few_libraries, "resources/a.py", "import pydantic"),
    (rules.tests_do_not_wait_by_the_clock, "tests/a.py", "time.sleep(1)"),
    (rules.tests_do_not_wait_by_the_clock, "tests/a.py", "sleep(0.1)"),
    (rules.tests_do_not_wait_by_the_clock, "tests/a.py", "qtbot.wait(50)"),
]


@pytest.mark.parametrize(("rule", "path", "text"), FAULTS)
def test_a_planted_fault_is_seen(rule: Rule, path: str, text: str) -> None:
    found = list(rule(read(path, text)))

    assert [fault.path for fault in found][:1] == [path]


HONEST: list[tuple[Rule, str, str]] = [
    (rules.no_code_from_data, "model/a.py", "import re\nre.compile('a')\nself.exec_menu()"),
    (rules.no_code_from_data, "widgets/a.py", "menu.exec(point)"),
    (rules.no_network, "exporters/a.py", "from urllib.parse import quote"),
    (rules.text_stays_text, "widgets/basics/labels.py", "QLabel(text).setToolTip(text)"),
    (rules.text_stays_text, "studio/a.py", "answer == QMessageBox.StandardButton.Yes"),
    (rules.no_words_in_code, "widgets/a.py", "button.setText(tr('file.save'))"),
    (rules.no_words_in_code, "widgets/a.py", "button.setText(str(say('a.b', n=2)) + ' …')"),
    (rules.no_words_in_code, "widgets/a.py", "box.addItem(tr('word.yes'), 'true')"),
    (rules.foreign_files_through_the_guard, "exporters/xmlkit/parse.py", "etree.fromstring(b)"),
    (rules.foreign_files_through_the_guard, "exporters/bpmn/a.py", "etree.SubElement(root, t)"),
    (rules.same_input_same_output, "studio/a.py", "import time\ndatetime.now()"),
    (rules.same_input_same_output, rules.ID_FACTORY, "import secrets"),
    (rules.few_libraries, "model/graph/a.py", "import networkx"),
    (rules.few_libraries, "model/a.py", "from __future__ import annotations\nimport pydantic"),
    (rules.tests_do_not_wait_by_the_clock, "tests/a.py", "qtbot.waitUntil(ready)"),
    (rules.tests_do_not_wait_by_the_clock, "tests/judges/reader.py", "time.sleep(0.1)"),
]


@pytest.mark.parametrize(("rule", "path", "text"), HONEST)
def test_honest_code_is_left_alone(rule: Rule, path: str, text: str) -> None:
    found = list(rule(read(path, text)))

    assert found == []
