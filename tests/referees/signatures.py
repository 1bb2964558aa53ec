"""Has pyHanko and OpenSSL judge every signature and time stamp in records:  signatures.py TRUSTED.pem RECORD.pdf...

One line for each record; status 1 when either of them finds fault with any. TRUSTED.pem holds the signers and authorities.
"""

import pathlib
import subprocess
import sys
import tempfile

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext


def openssl(signature, data, trusted):
    """What OpenSSL says of one signature or time stamp over these bytes; nothing when it finds it good."""
    with tempfile.TemporaryDirectory() as folder:
        der, content = pathlib.Path(folder, "signature.der"), pathlib.Path(folder, "content")
        der.write_bytes(signature.sig_object["/Contents"])
        start = signature.byte_range
        content.write_bytes(data[start[0] : start[0] + start[1]] + data[start[2] : start[2] + start[3]])
        if signature.sig_object_type == "/DocTimeStamp":
            command = ["openssl", "ts", "-verify", "-token_in", "-in", der, "-data", content, "-CAfile", trusted]
        else:
            command = ["openssl", "cms", "-verify", "-inform", "DER", "-in", der, "-content", content, "-CAfile", trusted]
            command += ["-purpose", "any", "-binary", "-out", "/dev/null"]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        return "" if said.returncode == 0 else said.stderr.strip() or "refused"


def faults(record, trusted, roots):
    """Every fault that either finds, and how many signatures there were."""
    data = pathlib.Path(record).read_bytes()
    found, count = [], 0
    with open(record, "rb") as file:
        reader = PdfFileReader(file)
        for signature in reader.embedded_signatures:
            count += 1
            context = ValidationContext(trust_roots=roots, allow_fetching=False)
            kind = "cms"
            if signature.sig_object_type == "/DocTimeStamp":
                kind = "ts"
                status = validate_pdf_timestamp(signature, context)
                good = status.valid and status.intact and status.trusted
            else:
                status = validate_pdf_signature(signature, context)
                good = status.bottom_line
            said = openssl(signature, data, trusted)
            if said:
                found.append(f"openssl {kind}, {signature.field_name}: {said}")
            if not good:
                found.append(f"pyHanko, {signature.field_name}: {status.summary()}")
    if count != data.count(b"/ByteRange"):
        found.append(f"pyHanko sees {count} signatures, the file has {data.count(b'/ByteRange')}")
    return found, count


def main(trusted, *records):
    """Judges all, and tells."""
    roots = list(load_certs_from_pemder([trusted]))
    good = True
    for record in records:
        try:
            found, count = faults(record, trusted, roots)
        except Exception as error:  # whatever keeps a referee from judging is a fault
            found, count = [f"pyHanko: {type(error).__name__}: {error}"], 0
        print(f"{record}: {count} signatures, {'; '.join(found) or 'all good'}")
        good = good and not found
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
