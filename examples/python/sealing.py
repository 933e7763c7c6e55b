"""Seals personal values for one service of Latchkey, as docs/sealing.md lays it out."""

import hashlib
import os
import time
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
DATA_KEY_LIFETIME = 600  # seconds
FIELDS_PER_DATA_KEY = 2**20


def length_prefixed(*parts: str) -> bytes:
    utf8 = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in utf8)


def associated_data(purpose: str, tenant_id: str, user_id: str, bound_to) -> bytes:
    return length_prefixed(purpose, tenant_id, user_id, str(bound_to))


def info(key_id: str) -> bytes:
    return length_prefixed("latchkey sealing v1", key_id)


def fingerprint(public_key: bytes) -> str:
    digits = hashlib.sha256(public_key).hexdigest()
    return " ".join(digits[i : i + 4] for i in range(0, 64, 4))


@dataclass
class DataKey:
    key: bytes
    wrapped: bytes
    since: float
    fields: int = 0

    def usable(self) -> bool:
        return time.monotonic() - self.since < DATA_KEY_LIFETIME and self.fields < FIELDS_PER_DATA_KEY


class Sealer:
    """Seals for the holder of one public key. Not thread-safe."""

    def __init__(self, key_id: str, public_key: bytes):
        self.key_id = key_id
        self.public_key = X25519PublicKey.from_public_bytes(public_key)
        self.data_key = self.new_data_key()

    def seal(self, purpose: str, tenant_id: str, user_id: str, bound_to, value: str) -> dict:
        if not self.data_key.usable():
            self.data_key = self.new_data_key()
        self.data_key.fields += 1
        nonce = os.urandom(12)
        belongs_to = associated_data(purpose, tenant_id, user_id, bound_to)
        encrypted = AESGCM(self.data_key.key).encrypt(nonce, value.encode(), belongs_to)
        return {
            "recipientKeyId": self.key_id,
            "wrappedKey": self.data_key.wrapped,
            "ciphertext": nonce + encrypted,
        }

    def new_data_key(self) -> DataKey:
        key = os.urandom(32)
        return DataKey(key, HPKE.encrypt(key, self.public_key, info(self.key_id)), time.monotonic())
