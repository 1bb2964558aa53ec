#!/usr/bin/env python3
"""How fast the program is beside what people use instead, in one run:   tests/benches/beside.py [--rounds N]

ReportLab + pyHanko, WeasyPrint + pyHanko and (where it is installed) LibreOffice + pyHanko make and sign a document of the
same texts and about the same length; pyHanko and pdfsig verify our record. They are installed in ~/.cache/verantwoord-metingen.
A Markdown table in Dutch is printed; the rounds of all take turns, so that a busy moment hits all of them. Linux, Python 3.10 or
newer, Rust; poppler-utils for pdfsig. What people use at a terminal is measured by `forms.py`.
"""

import argparse
import datetime
import io
import json
import os
import pathlib
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve()
HOUSE = HERE.parents[2]
PLACE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "verantwoord-metingen"
PACKAGES = ["reportlab==5.1.0", "weasyprint==70.0", "pyHanko==0.38.0"]
LENGTHS = (10, 100)


def installed():
    """Goes on in a Python of its own, in which the packages are."""
    python = PLACE / "python" / "bin" / "python"
    if pathlib.Path(sys.prefix) == PLACE / "python":
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PLACE / "python"], check=True)
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PACKAGES]
    subprocess.run(pip, check=True)
    os.execv(python, [python, HERE, *sys.argv[1:]])


def median(seconds):
    """In milliseconds."""
    return statistics.median(seconds) * 1000


def computed():
    """The seconds that processors worked for this process and for those it waited for: what else runs does not count."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def timed(work):
    """What comes of it, and how many seconds of computing that took."""
    start = computed()
    done = work()
    return done, computed() - start


# --- the document: one heading and a table of facts for each entry, as in our register ---

LABELS = {
    "purpose": "Doel", "description": "Wat er gebeurt", "department": "Afdeling", "owner": "Verantwoordelijke",
    "people": "Van wie", "data": "Welke gegevens", "basis_reason": "Waarom die grondslag", "source": "Herkomst van de gegevens",
    "place": "Waar ze staan", "access": "Wie erbij kan", "recipients": "Wie ze ontvangt", "security": "Beveiliging",
}


def entries(folder, wanted):
    """The entries of our own record, as heading and facts."""
    data = json.loads((folder / f"{wanted}.json").read_text())
    found = []
    for number, entry in enumerate(data["content"]["register"]["entries"], 1):
        said = entry["processing"]
        facts = [(label, said[key]) for key, label in LABELS.items() if said.get(key)]
        facts += [("Verwerkers", f"{one['name']}: {one['task']} ({one['agreement']})") for one in said["processors"]]
        facts += [("Bewaartermijnen", f"{one['data']}: {one['term']} ({one['reason']})") for one in said["retention"]]
        found.append((f"{number}. {said['name']}", facts))
    return found


def with_reportlab(chosen):
    """The document by ReportLab: its bytes."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    styles, story = getSampleStyleSheet(), []
    story.append(Paragraph("Verwerkingsregister", styles["Title"]))
    for heading, facts in chosen:
        story.append(Paragraph(heading, styles["Heading2"]))
        rows = [[Paragraph(label, styles["BodyText"]), Paragraph(said, styles["BodyText"])] for label, said in facts]
        story.append(Table(rows, colWidths=[130, 330]))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, title="Verwerkingsregister", lang="nl").build(story)
    return out.getvalue()


def html(chosen):
    """The document as a page of the web."""
    parts = ["<!doctype html><html lang=nl><meta charset=utf-8><title>Verwerkingsregister</title><style>@page{size:A4}"
             "body{font:10pt sans-serif}th{width:35%;text-align:left;vertical-align:top}</style><h1>Verwerkingsregister</h1>"]
    for heading, facts in chosen:
        rows = "".join(f"<tr><th scope=row>{label}</th><td>{said}</td></tr>" for label, said in facts)
        parts.append(f"<h2>{heading}</h2><table>{rows}</table>")
    return "".join(parts)


def with_weasyprint(chosen):
    """The document by WeasyPrint, with tags (PDF/UA-1)."""
    import weasyprint

    return weasyprint.HTML(string=html(chosen)).write_pdf(pdf_variant="pdf/ua-1")


def with_libreoffice(chosen):
    """The document by LibreOffice, as PDF/A-3 with tags."""
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "register.html")
        page.write_text(html(chosen))
        options = json.dumps({"SelectPdfVersion": {"type": "long", "value": "3"}, "PDFUACompliance": {"type": "boolean", "value": "true"}})
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{PLACE}/libreoffice", "--infilter=HTML (StarWriter)",
                   "--convert-to", f"pdf:writer_pdf_Export:{options}", "--outdir", folder, page]
        subprocess.run(command, check=True, capture_output=True)
        return pathlib.Path(folder, "register.pdf").read_bytes()


def pages(pdf):
    """How many pages a file has."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    return int(PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Count"])


def as_long(make, all_entries, wanted):
    """As many entries as this maker needs for about so many pages; with the pages they came to."""
    some = max(4, len(all_entries) // 10)
    rate = (pages(make(all_entries[:2 * some])) - pages(make(all_entries[:some]))) / some
    count = max(1, round(wanted / max(rate, 0.01)))
    while len(all_entries) < count:
        all_entries = all_entries + all_entries
    chosen = all_entries[:count]
    return chosen, pages(make(chosen))


def signer():
    """A key on P-256 that signs its own certificate."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from pyhanko.sign import signers

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Anna de Boer")])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = x509.KeyUsage(True, True, *[False] * 7)
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
                   .serial_number(x509.random_serial_number()).not_valid_before(now)
                   .not_valid_after(now + datetime.timedelta(days=30)).add_extension(usage, True).sign(key, hashes.SHA256()))
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, name) for name in ("key.pem", "cert.pem")]
        files[0].write_bytes(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        files[1].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        return signers.SimpleSigner.load(*map(str, files))


def with_pyhanko(pdf, who):
    """The file with a PAdES signature that certifies it."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

    metadata = signers.PdfSignatureMetadata(
        field_name="Signature1", reason="Vastgesteld", subfilter=SigSeedSubFilter.PADES, certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS, md_algorithm="sha256")
    return signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), metadata, signer=who).getvalue()


def judged_by_pyhanko(file, certificate):
    """Whether pyHanko finds the signature good, with everything in the file covered."""
    from pyhanko.keys import load_certs_from_pemder
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    roots = list(load_certs_from_pemder([str(certificate)]))
    with open(file, "rb") as opened:
        signature = PdfFileReader(opened).embedded_signatures[0]
        context = ValidationContext(trust_roots=roots, allow_fetching=False)
        status = validate_pdf_signature(signature, context)
    assert status.bottom_line, status.summary()


# --- ours ---

def built():
    """The program; the bench is built with it."""
    cargo = ["cargo", "build", "--release", "--quiet"]
    subprocess.run([*cargo, "--bin", "verantwoord"], cwd=HOUSE, check=True)
    told = subprocess.run(["cargo", "bench", "--bench", "beside", "--no-run", "--message-format=json", "--quiet"],
                          cwd=HOUSE, check=True, capture_output=True, text=True).stdout
    lines = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    bench = next(line["executable"] for line in lines if line.get("executable") and line["target"]["name"] == "beside")
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR") or HOUSE / "target")
    return target / "release" / "verantwoord", bench


def ours(bench, folder, runs):
    """Our times, by length."""
    told = subprocess.run([bench, folder, str(runs), *map(str, LENGTHS)], check=True, capture_output=True, text=True).stdout
    return {line["wanted"]: line for line in map(json.loads, told.splitlines())}


# A small process between this large one and what is measured: what is forked counts the memory of who forked it.
BETWEEN = ("import os, sys\nchild = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, "
           "file_actions=[(os.POSIX_SPAWN_OPEN, 1, '/dev/null', os.O_WRONLY, 0)])\n"
           "_, status, used = os.wait4(child, 0)\nprint(used.ru_maxrss)\nsys.exit(os.waitstatus_to_exitcode(status))")


def peak(command):
    """The most memory that a command had, in kB."""
    between = [sys.executable, "-I", "-S", "-c", BETWEEN, *map(str, command)]
    return int(subprocess.run(between, check=True, capture_output=True, text=True).stdout)


def command_time(command):
    """Seconds of computing of a command."""
    return timed(lambda: subprocess.run(list(map(str, command)), check=True, capture_output=True))[1]


# --- the table ---

def number(value):
    """As it is written in Dutch."""
    text = f"{value:,.0f}" if value >= 100 else f"{value:.3g}" if value < 1 else f"{value:.1f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def row(*cells):
    """Prints a row."""
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


class Others:
    """What people use instead, each with the documents it is to make."""

    def __init__(self, folder):
        self.makers = {"ReportLab": with_reportlab, "WeasyPrint": with_weasyprint}
        if shutil.which("soffice"):
            self.makers["LibreOffice"] = with_libreoffice
        else:
            print("LibreOffice is not installed (libreoffice-writer-nogui), and is left out.", file=sys.stderr)
        self.who = signer()
        self.work = {
            (name, wanted): as_long(make, entries(folder, wanted), wanted)
            for wanted in LENGTHS for name, make in self.makers.items()
        }
        self.times = {key: ([], []) for key in self.work}

    def round(self):
        """Each makes and signs each of its documents; the slowest of them only twice."""
        for (name, wanted), (chosen, _) in self.work.items():
            made, signed = self.times[name, wanted]
            if len(made) >= 2 and sum(made) > 20:
                continue
            pdf, took = timed(lambda: self.makers[name](chosen))
            made.append(took)
            signed.append(timed(lambda: with_pyhanko(pdf, self.who))[1])


def records(mine, others):
    """Making and signing, ours and theirs."""
    row("verslag maken en ondertekenen, in één proces", "bladzijden", "maken", "ondertekenen", "samen", "verhouding")
    row("---", "--:", "--:", "--:", "--:", "--:")
    for wanted in LENGTHS:
        make, sign = ([time for one in mine for time in one[wanted][part]] for part in ("make", "sign"))
        own = median([a + b for a, b in zip(make, sign)])
        row("**verantwoord**", mine[0][wanted]["pages"], f"{number(median(make))} ms", f"{number(median(sign))} ms", f"{number(own)} ms", "1")
        for name in others.makers:
            make, sign = others.times[name, wanted]
            both = median([a + b for a, b in zip(make, sign)])
            row(f"{name} + pyHanko", others.work[name, wanted][1], f"{number(median(make))} ms", f"{number(median(sign))} ms",
                f"{number(both)} ms", f"{number(both / own)} ×")
    print()


def main():
    """Measures, and prints."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    installed()
    program, bench = built()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        mine = [ours(bench, folder, 1)]
        others = Others(folder)
        checks = {"pyHanko": [], "pdfsig": [], "verantwoord verify": []}
        file, certificate = folder / "ours-10.pdf", folder / "ours.pem"
        for _ in range(rounds):
            mine.append(ours(bench, folder, 3))
            others.round()
            judged_by_pyhanko(file, certificate)
            checks["pyHanko"].append(timed(lambda: judged_by_pyhanko(file, certificate))[1])
            if shutil.which("pdfsig"):
                checks["pdfsig"].append(command_time(["pdfsig", "-nocert", file]))
            checks["verantwoord verify"].append(command_time([program, "verify", file, "--trust", certificate]))
        report(program, mine, others, checks, peak([program, "verify", file, "--trust", certificate]))
        memory = peak([program, "verify", folder / "ours-100.pdf", "--trust", certificate])
        row("één verslag van 100 bladzijden controleren", f"{number(memory / 1024)} MB")
        print(f"\n{machine()}; {rounds} ronden, medianen. Maken, ondertekenen en controleren: rekentijd.")


def report(program, mine, others, checks, memory):
    """Everything but the last lines."""
    records(mine[1:], others)
    row("een verslag van 10 bladzijden controleren", "tijd", "verhouding")
    row("---", "--:", "--:")
    own = median([time for one in mine[1:] for time in one[10]["check"]])
    row("**verantwoord**, in één proces (alles: ook de bladzijden opnieuw gemaakt)", f"{number(own)} ms", "1")
    row("pyHanko, in één proces (alleen de handtekening)", f"{number(median(checks['pyHanko']))} ms",
        f"{number(median(checks['pyHanko']) / own)} ×")
    own = median(checks["verantwoord verify"])
    row("**verantwoord verify**, als opdracht", f"{number(own)} ms", "1")
    if checks["pdfsig"]:
        row("pdfsig, als opdracht (alleen de handtekening)", f"{number(median(checks['pdfsig']))} ms",
            f"{number(median(checks['pdfsig']) / own)} ×")
    print()
    row("omvang", "")
    row("---", "--:")
    row("het programma op schijf", f"{number(program.stat().st_size / 1e6)} MB")
    row("één verslag van 10 bladzijden controleren", f"{number(memory / 1024)} MB")


def machine():
    """What it ran on, in words."""
    cpu = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*:\s*(.+)", cpu)
    return f"{model[1] if model else platform.machine()}, {os.cpu_count()} processoren, Linux {platform.release().split('-')[0]}"


if __name__ == "__main__":
    main()
