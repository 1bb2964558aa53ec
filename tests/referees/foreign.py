"""Makes the signed PDF of another program that the tests look at: foreign.py FOLDER

pyHanko (see `install`) writes one page, signs it in a new field with an RSA key of the moment (PAdES, SHA-256), and then
writes a second file in which something was added after that: FOLDER/foreign.pdf, FOLDER/foreign-added.pdf and the
signer's certificate, FOLDER/foreign.pem. The committed ones stand in src/signature/tests/data.
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

folder = Path(sys.argv[1])
with tempfile.TemporaryDirectory() as work:
    key, certificate = Path(work, "key.pem"), folder / "foreign.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "7300", "-subj",
         "/O=Stichting Elders/CN=Evert Elders", "-addext", "keyUsage=critical,digitalSignature,nonRepudiation",
         "-addext", "basicConstraints=critical,CA:false", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    signer = signers.SimpleSigner.load(str(key), str(certificate))

writer = PdfFileWriter()
content = writer.add_object(generic.StreamObject(stream_data=b"0 0 m 100 100 l S"))
writer.insert_page(PageObject(contents=content, media_box=(0, 0, 200, 200)))
plain = io.BytesIO()
writer.write(plain)
metadata = signers.PdfSignatureMetadata(
    field_name="Handtekening", reason="Akkoord", subfilter=SigSeedSubFilter.PADES)
signed = signers.sign_pdf(IncrementalPdfFileWriter(plain), metadata, signer=signer).getvalue()
(folder / "foreign.pdf").write_bytes(signed)

longer = IncrementalPdfFileWriter(io.BytesIO(signed))
longer.set_info(generic.DictionaryObject({generic.NameObject("/Title"): generic.TextStringObject("Later")}))
added = io.BytesIO()
longer.write(added)
(folder / "foreign-added.pdf").write_bytes(added.getvalue())
