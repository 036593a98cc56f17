"""`python -m tests.translations`: brings resources/translations up to date with the source, and lists what is missing.

Every text of the window is a literal in tr(), translate() or a module's _tr(), or an option's help in genmodels.api.
lupdate knows neither _tr nor options, so this reads the source itself; lrelease compiles what the window loads.
A text that is gone leaves the file, and so does its translation.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from genmodels.api import configs

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)
OPTIONS = "Options"  # context of the help of options

Text = tuple[str, str]  # context, as Qt calls the class or module that a text belongs to, and source


def source_texts() -> list[Text]:
    """Return every text of the window, sorted."""
    files = sorted((ROOT / "app").rglob("*.py"))
    return sorted({text for file in files for text in _texts(file)} | set(_options()))


def _options() -> Iterator[Text]:
    """Yield the help of every option, which forms show as a tooltip."""
    for one in vars(configs).values():
        if isinstance(one, type) and is_dataclass(one):
            yield from ((OPTIONS, str(field.metadata["help"])) for field in fields(one) if "help" in field.metadata)


def _texts(file: Path) -> Iterator[Text]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    own_context = ""  # of this module's _tr
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            calls = [call for call in ast.walk(node) if isinstance(call, ast.Call) and _name(call) == "translate"]
            own_context = _literal(calls[0].args[0], file)
            node.body = []

    def visit(node: ast.AST, inside: str) -> Iterator[Text]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                match _name(child):
                    case "tr":
                        yield inside, _literal(child.args[0], file)
                    case "_tr":
                        yield own_context, _literal(child.args[0], file)
                    case "translate" if _is_of_texts(child):
                        yield _literal(child.args[0], file), _literal(child.args[1], file)
                    case _:
                        pass
            yield from visit(child, child.name if isinstance(child, ast.ClassDef) else inside)

    yield from visit(tree, "")


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _is_of_texts(translate: ast.Call) -> bool:
    """Return whether this is no painter's translate, and none of options, which are found where they are defined."""
    context = translate.args[0]
    return isinstance(context, ast.Constant) and isinstance(context.value, str) and context.value != OPTIONS


def _literal(node: ast.expr, file: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise SystemExit(f"{file}:{node.lineno}: only a literal can be translated, not {ast.unparse(node)}")


def read(language: str) -> dict[Text, str]:
    """Return the translations of a language's file; empty ones are still missing."""
    path = FOLDER / f"{language}.ts"
    known: dict[Text, str] = {}
    if path.is_file():
        for context in ET.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                done = message.find("translation")
                text = "" if done is None or done.get("type") == "unfinished" else done.text or ""
                known[context.findtext("name", ""), message.findtext("source", "")] = text
    return known


def write(language: str, texts: dict[Text, str]) -> None:
    """Write and compile a language's file."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en_GB")
    contexts: dict[str, ET.Element] = {}
    for (name, source), text in sorted(texts.items()):
        if name not in contexts:
            contexts[name] = ET.SubElement(root, "context")
            ET.SubElement(contexts[name], "name").text = name
        message = ET.SubElement(contexts[name], "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        if text:
            translation.text = text
        else:
            translation.set("type", "unfinished")
    ET.indent(root)
    path = FOLDER / f"{language}.ts"
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, "unicode") + "\n",
        encoding="utf-8",
    )
    compile_to(path, path.with_suffix(".qm"))


def compile_to(ts: Path, qm: Path) -> None:
    """Compile with Qt's lrelease, which PySide6-Essentials brings."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", ts, "-qm", qm], check=True, timeout=120)


def main() -> int:
    """Bring every language up to date; returns 1 where translations are missing."""
    wanted, status = source_texts(), 0
    for language in LANGUAGES:
        known = read(language)
        same = {source: text for (_, source), text in known.items() if text}  # a text that moved keeps its translation
        texts = {text: known.get(text) or same.get(text[1], "") for text in wanted}
        write(language, texts)
        missing = [text for text, done in texts.items() if not done]
        lines = [f"  {context}: {source!r}" for context, source in missing]
        sys.stdout.write("\n".join([f"{language}: {len(texts)} texts, {len(missing)} missing.", *lines, ""]))
        status = 1 if missing else status
    return status


if __name__ == "__main__":
    sys.exit(main())
