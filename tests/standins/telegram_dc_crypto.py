"""The sums behind Telegram's locks: how two strangers agree on a key, and how a password is proved.

Kept apart from the talking so that the talking can be read. The key pair below opens nothing
in the world: it was made for these tests, and stands here only because making one takes five
seconds. What a real server checks, this checks too: a wrong password is refused by arithmetic,
not by a flag.

Sources: https://core.telegram.org/mtproto/auth_key and https://core.telegram.org/api/srp.
"""

from __future__ import annotations

import os
import time
from hashlib import sha1, sha256
from typing import Any

import rsa
from telethon import helpers
from telethon import password as passwords
from telethon.crypto import AES, AuthKey
from telethon.crypto import rsa as trusted_keys
from telethon.extensions import BinaryReader
from telethon.tl import functions, types
from telethon.tl.tlobject import TLObject

# For tests only, and only the two factors: no key stands here as such.
_FIRST_PRIME = (
    "989a0333534d948fc1620020bed6e1246cdd8cac3f7b151b685703d82a2f5bb3"
    "f18ddbf9ffe1920606499c129367e980cea5f6d8d1ea530d543530c94825e85e"
    "ceb6e246cb4c0839aa25c9ac0ea1860f12b92533dbffd47ed547ed9eb22b0b24"
    "be5877f6153f0a75c37e73a17a365582774b59fdae82d58e3e8e68110f066200"
    "2fd61c99cc5ab451"
)
_SECOND_PRIME = (
    "eda5d91e7e945d3db992bc63b805217bd12764a588505893fecc3ed92c8d1577"
    "69ffbe3a568d14baa16201aee27c6d02f4097980bf2c51d290caaae71dcdeebd"
    "75771efc554a1b2d4f87c6b858e01c3590f03bcfadf24465de1b7b7b95c56e99"
    "bcffdfdc34a61bf2bd4385f2f879b8fa5a3fab2237f588ed"
)
_SAFE_PRIME = (
    "c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f"
    "48198a0aa7c14058229493d22530f4dbfa336f6e0ac925139543aed44cce7c37"
    "20fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f64"
    "2477fe96bb2a941d5bcd1d4ac8cc49880708fa9b378e3c4f3a9060bee67cf9a4"
    "a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0ef1284754"
    "fd17ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4"
    "e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959d956850ce929851f"
    "0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119cd8e3b92fcc5b"
)
_EXPONENT = 65537
_P, _Q = int(_FIRST_PRIME, 16), int(_SECOND_PRIME, 16)
_MODULUS = _P * _Q
_INVERSE = pow(_EXPONENT, -1, (_P - 1) * (_Q - 1))
_PUBLIC = rsa.PublicKey(_MODULUS, _EXPONENT)

PRIME = int(_SAFE_PRIME, 16)
"""The prime Telegram itself publishes: clients know it and skip the slow test."""
GENERATOR = 3
_PQ = 1229739323 * 1402015859


class WrongProof(Exception):
    """The other side's numbers do not add up."""


def trust_the_stand_in() -> None:
    """Let Telethon accept the test key in a handshake; a session that brings its own key needs none of this."""
    trusted_keys.add_key(_PUBLIC.save_pkcs1(), old=False)


def _to_bytes(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _fingerprint() -> int:
    public = b"".join(TLObject.serialize_bytes(_to_bytes(part)) for part in (_MODULUS, _EXPONENT))
    return int.from_bytes(sha1(public).digest()[-8:], "little", signed=True)  # noqa: S324 - the protocol's own hash


class Handshake:
    """Three questions and three answers in the clear, after which both sides hold the same key."""

    def __init__(self) -> None:
        self._nonce = 0
        self._server_nonce = int.from_bytes(os.urandom(16), "big", signed=True)
        self._new_nonce = 0
        self._exponent = int.from_bytes(os.urandom(256), "big")
        self._cipher: tuple[bytes, bytes] = (b"", b"")

    def answer(self, request: Any) -> tuple[Any, AuthKey | None]:
        """Return the reply, and the agreed key after the last question. Raises `WrongProof`."""
        match request:
            case functions.ReqPqMultiRequest():
                self._nonce = request.nonce
                return types.ResPQ(self._nonce, self._server_nonce, _PQ.to_bytes(8, "big"), [_fingerprint()]), None
            case functions.ReqDHParamsRequest():
                return self._offer(request), None
            case functions.SetClientDHParamsRequest():
                return self._agree(request)
            case _:
                raise WrongProof(f"{type(request).__name__} has no place in a handshake")

    def _offer(self, request: Any) -> Any:
        if request.public_key_fingerprint != _fingerprint():
            raise WrongProof("encrypted for another key")
        opened = pow(int.from_bytes(request.encrypted_data, "big"), _INVERSE, _MODULUS).to_bytes(255, "big")
        with BinaryReader(opened[20:]) as reader:
            inner = reader.tgread_object()
        if (inner.nonce, inner.server_nonce) != (self._nonce, self._server_nonce):
            raise WrongProof("the nonces are of another handshake")
        self._new_nonce = inner.new_nonce
        self._cipher = helpers.generate_key_data_from_nonce(self._server_nonce, self._new_nonce)
        offer = bytes(
            types.ServerDHInnerData(
                self._nonce,
                self._server_nonce,
                GENERATOR,
                _to_bytes(PRIME),
                _to_bytes(pow(GENERATOR, self._exponent, PRIME)),
                int(time.time()),
            )
        )
        sealed = sha1(offer).digest() + offer  # noqa: S324 - the protocol's own hash
        sealed += os.urandom(-len(sealed) % 16)
        return types.ServerDHParamsOk(self._nonce, self._server_nonce, AES.encrypt_ige(sealed, *self._cipher))

    def _agree(self, request: Any) -> tuple[Any, AuthKey]:
        opened = AES.decrypt_ige(request.encrypted_data, *self._cipher)
        with BinaryReader(opened[20:]) as reader:
            inner = reader.tgread_object()
        key = AuthKey(_to_bytes(pow(int.from_bytes(inner.g_b, "big"), self._exponent, PRIME)))
        proof = key.calc_new_nonce_hash(self._new_nonce, 1)
        return types.DhGenOk(self._nonce, self._server_nonce, proof), key


def _hash(*parts: bytes) -> bytes:
    return sha256(b"".join(parts)).digest()


def _padded(number: int) -> bytes:
    return number.to_bytes(256, "big")


class PasswordLock:
    """The server's half of a two-step password: it can check a proof without ever seeing the word."""

    def __init__(self, password: str) -> None:
        self._algorithm = types.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow(
            salt1=os.urandom(8), salt2=os.urandom(16), g=GENERATOR, p=_padded(PRIME)
        )
        secret = int.from_bytes(passwords.compute_hash(self._algorithm, password), "big")
        self._verifier = pow(GENERATOR, secret, PRIME)
        self._exponent = int.from_bytes(os.urandom(256), "big")
        multiplier = int.from_bytes(_hash(_padded(PRIME), _padded(GENERATOR)), "big")
        self._public = (multiplier * self._verifier + pow(GENERATOR, self._exponent, PRIME)) % PRIME

    def question(self) -> Any:
        return types.account.Password(
            new_algo=self._algorithm,
            new_secure_algo=types.SecurePasswordKdfAlgoUnknown(),
            secure_random=os.urandom(8),
            has_password=True,
            current_algo=self._algorithm,
            srp_B=_padded(self._public),
            srp_id=1,
        )

    def opens(self, proof: Any) -> bool:
        """True when the proof was made with the right password."""
        theirs, ours = bytes(proof.A), _padded(self._public)
        scrambler = int.from_bytes(_hash(theirs, ours), "big")
        base = int.from_bytes(theirs, "big") * pow(self._verifier, scrambler, PRIME) % PRIME
        shared = _hash(_padded(pow(base, self._exponent, PRIME)))
        prime, generator = _hash(_padded(PRIME)), _hash(_padded(GENERATOR))
        expected = _hash(
            bytes(a ^ b for a, b in zip(prime, generator, strict=True)),
            _hash(self._algorithm.salt1),
            _hash(self._algorithm.salt2),
            theirs,
            ours,
            shared,
        )
        return bytes(proof.M1) == expected
