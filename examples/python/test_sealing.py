"""python -m unittest: the test vectors of docs/sealing.md, and what this example seals, opened as a service would."""

import json
import re
import unittest
import uuid
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import sealing

PAGE = Path(__file__).parents[2] / "docs" / "sealing.md"
VECTORS = json.loads(re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1])
RECIPIENT, WRAPPING, FIELDS = VECTORS["recipient"], VECTORS["wrapping"], VECTORS["fields"]
PRIVATE_KEY = X25519PrivateKey.from_private_bytes(bytes.fromhex(RECIPIENT["privateKey"]))
ACCOUNT = ("acme", "u-1", uuid.UUID(FIELDS[0]["boundTo"]))


def open_sealed(sealed: dict, belongs_to: bytes) -> str:
    data_key = sealing.HPKE.decrypt(sealed["wrappedKey"], PRIVATE_KEY, sealing.info(sealed["recipientKeyId"]))
    nonce, encrypted = sealed["ciphertext"][:12], sealed["ciphertext"][12:]
    return AESGCM(data_key).decrypt(nonce, encrypted, belongs_to).decode()


class SealingTest(unittest.TestCase):
    def test_a_fingerprint_is_as_written(self):
        public_key = bytes.fromhex(RECIPIENT["publicKey"])
        self.assertEqual(RECIPIENT["fingerprint"], sealing.fingerprint(public_key))

    def test_the_info_is_as_written(self):
        self.assertEqual(WRAPPING["info"], sealing.info(RECIPIENT["keyId"]).hex())

    def test_the_fields_of_the_page_open(self):
        for field in FIELDS:
            belongs_to = sealing.associated_data(*(field[k] for k in ("purpose", "tenantId", "userId", "boundTo")))
            sealed = {
                "recipientKeyId": RECIPIENT["keyId"],
                "wrappedKey": bytes.fromhex(WRAPPING["wrappedKey"]),
                "ciphertext": bytes.fromhex(field["ciphertext"]),
            }
            self.assertEqual(field["associatedData"], belongs_to.hex())
            self.assertEqual(field["value"], open_sealed(sealed, belongs_to))

    def test_what_is_sealed_here_opens(self):
        sealed = self.sealer().seal("destination", *ACCOUNT, "+49 1512 3456789")
        self.assertEqual((80, 12 + 16 + 16), (len(sealed["wrappedKey"]), len(sealed["ciphertext"])))
        self.assertEqual("+49 1512 3456789", open_sealed(sealed, sealing.associated_data("destination", *ACCOUNT)))

    def test_what_is_sealed_here_opens_nowhere_else(self):
        sealed = self.sealer().seal("destination", *ACCOUNT, "+49 1512 3456789")
        with self.assertRaises(InvalidTag):
            open_sealed(sealed, sealing.associated_data("code", *ACCOUNT))

    def test_a_data_key_serves_many_fields(self):
        sealer = self.sealer()
        first, second = (sealer.seal("destination", *ACCOUNT, "1") for _ in range(2))
        self.assertEqual(first["wrappedKey"], second["wrappedKey"])
        self.assertNotEqual(first["ciphertext"], second["ciphertext"])

    @staticmethod
    def sealer() -> sealing.Sealer:
        return sealing.Sealer(RECIPIENT["keyId"], bytes.fromhex(RECIPIENT["publicKey"]))


if __name__ == "__main__":
    unittest.main()
